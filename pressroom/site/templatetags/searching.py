"""Display of answers to a question: passages with what was searched for, and what stands beside a list."""

from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.search.snippets import passage_for
from articles.search.wanted import Wanted
from pressroom.core.dates.days import interface_language
from pressroom.site.asking import Question
from pressroom.site.searching.narrowing import Narrowing, narrowing

register = template.Library()


@register.simple_tag
def found_in(text: str, wanted: Wanted, width: int = 220) -> SafeString:
    """A passage of the text around what was searched for, with what answers in <mark>."""
    segments = passage_for(text, wanted, interface_language(), width)
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", part) if found else part,) for part, found in segments)
    )


@register.simple_tag
def narrowing_of(question: Question) -> Narrowing:
    return narrowing(question, interface_language())
