"""Links to pages of the site, in the reader's language."""

from __future__ import annotations

from django import template
from django.urls import NoReverseMatch

from pressroom.core.dates.days import interface_language
from pressroom.site.paths import path_to

register = template.Library()


@register.simple_tag
def to(name: str, *args: str) -> str:
    """`{% to 'topic' slug %}`: as `{% url 'site:topic' slug %}`, but quicker."""
    return path_to(interface_language(), name, *args)


@register.simple_tag
def to_any(name: str, *args: str) -> str:
    """`to` for a page that this installation may not have; "" if so."""
    try:
        return path_to(interface_language(), name, *args)
    except NoReverseMatch:
        return ""
