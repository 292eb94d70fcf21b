"""Display of the calendar and of what the house says of itself."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import template
from django.conf import settings

from entities.models import Country
from pressroom.core.dates import UncertainDate, write_day, write_when
from pressroom.core.dates.days import interface_language, write_month
from pressroom.core.dates.words import WEEKDAYS
from pressroom.site.countries import TRACES

register = template.Library()

ABBREVIATED = 3


@register.simple_tag(takes_context=True)
def address_shown(context: template.Context) -> dict[str, Any]:
    """The `host` that this page was asked from, and whether it is `official`, as `AGENCY_DOMAIN` says."""
    host = context["request"].get_host().partition(":")[0]
    return {"host": host, "official": host.endswith(settings.AGENCY["domain"])}


@register.filter
def dial(number: str) -> str:
    """A telephone number as an address (RFC 3966): "+62 21 123" is "tel:+6221123"."""
    return f"tel:{re.sub(r'[^+0-9]', '', number)}"


@register.filter
def whatsapp(number: str) -> str:
    """The address at which WhatsApp opens a conversation with this number."""
    return f"https://wa.me/{re.sub(r'[^0-9]', '', number)}"


@register.filter
def span_words(when: UncertainDate) -> str:
    """Such as "9–15 Desember 2024"."""
    return write_when(when, interface_language())


@register.filter
def month_words(first: date) -> str:
    return write_month(first.year, first.month, interface_language())


@register.filter
def day_parts(day: date) -> tuple[str, str, str]:
    """The date in three: "Rabu, ", the number "9", " Oktober 2024"."""
    before, number, after = write_day(day, interface_language(), weekday=True).partition(str(day.day))
    return before, number, after


@register.simple_tag
def weekdays() -> list[tuple[str, str]]:
    """The days from Monday on, each with its abbreviation."""
    return [(name, name[:ABBREVIATED]) for name in WEEKDAYS[interface_language()]]


@register.filter
def traces(country: Country) -> str:
    """What there is of a country of `concerned()`: "Siaran pers · Perjanjian"."""
    return " · ".join(str(name) for trace, name in TRACES.items() if getattr(country, trace))
