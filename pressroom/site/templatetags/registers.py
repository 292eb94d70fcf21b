"""Display of the registers: where an agreement stood on a day, and whether that is good news."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from agreements.models import Agreement
from agreements.standing import Approval, Force
from pressroom.core.dates.days import interface_language
from pressroom.site import status

register = template.Library()


@register.simple_tag
def options(choices: Iterable[tuple[str, str]], chosen: str | None) -> SafeString:
    """The choices of a select, each a value and its words."""
    marked = ((code, " selected" if code == chosen else "", words) for code, words in choices)
    return format_html_join("", '<option value="{}"{}>{}</option>', marked)


@register.filter
def signature_per(agreement: Agreement, day: date) -> str:
    return status.signature_words(agreement, interface_language(), day)


@register.filter
def approval_per(agreement: Agreement, day: date) -> str:
    return status.approval_answer(agreement, interface_language(), day)


@register.filter
def force_per(agreement: Agreement, day: date) -> str:
    return status.force_words(agreement, interface_language(), day)


@register.filter
def sentence_per(agreement: Agreement, day: date) -> str:
    return status.sentence(agreement, interface_language(), day)


@register.filter
def approved_per(agreement: Agreement, day: date) -> bool:
    return agreement.approval_on(day) == Approval.GIVEN


@register.filter
def in_force_per(agreement: Agreement, day: date) -> bool:
    return agreement.force_on(day) == Force.IN_FORCE
