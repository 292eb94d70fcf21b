"""The addresses of one page in every language it exists in."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url

from pressroom.site.paging import CURSORS
from pressroom.site.paths import path_to


def address_in(language: str, name: str, *args: str) -> str:
    """The path of a page of the site in that language."""
    return path_to(language, name, *args)


def addresses_of(request: HttpRequest) -> dict[str, str]:
    """Paths by language of a page whose address differs in nothing but translation; {} for a page unknown.

    The question asked (`?q=…`) goes along, the place in a list does not: lists differ between languages.
    """
    if not request.resolver_match:
        return {}
    asked = request.GET.copy()
    for parameter in CURSORS:
        asked.pop(parameter, None)
    query = f"?{asked.urlencode()}" if asked else ""
    return {code: translate_url(request.path, code) + query for code, _name in settings.LANGUAGES}
