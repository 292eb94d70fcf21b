"""Days and moments in words, as the reader's language writes them."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString

from agreements.models import Event
from articles.models import EditionText
from pressroom.core.dates import UncertainDate, write_day, write_when
from pressroom.core.dates.days import interface_language, write_month
from pressroom.core.dates.words import WEEKDAYS
from pressroom.core.models import When

ABBREVIATED = 3


def issued(text: EditionText) -> SafeString:
    """When a release was given out; the hour only where one is recorded."""
    if text.released_on is None:
        return moment(text.published_at)
    written = write_day(text.released_on, interface_language(), weekday=True)
    return time_tag(text.released_on.isoformat(), written)


def issued_day(text: EditionText) -> SafeString:
    day = text.released_on or local(text.published_at).date()
    return time_tag(day.isoformat(), write_day(day, interface_language()))


def moment(at: datetime) -> SafeString:
    """Such as "Rabu, 9 Oktober 2024, 17.10 WIB"."""
    return time_tag(local(at).isoformat(timespec="minutes"), moment_words(at))


def moment_words(at: datetime) -> str:
    here, language = local(at), interface_language()
    clock = here.strftime("%H:%M" if language == "en" else "%H.%M")
    return f"{write_day(here.date(), language, weekday=True)}, {clock} {settings.TIME_ZONE_LABEL}"


def local(at: datetime) -> datetime:
    """In the time of the press office, which is that of every page: no reader has one of their own."""
    return at.astimezone(timezone.get_default_timezone())


def long_day(day: date) -> str:
    return write_day(day, interface_language())


def time_tag(machine: str, written: str) -> SafeString:
    return SafeString(f'<time datetime="{machine}">{escape(written)}</time>')


def when(dated: When) -> str:
    return dated.when_text(interface_language())


def clock(event: Event) -> str:
    pattern = "%H:%M" if interface_language() == "en" else "%H.%M"
    return f"{event.starts_at.strftime(pattern)} {settings.TIME_ZONE_LABEL}" if event.starts_at else ""


def span_words(when: UncertainDate) -> str:
    """Such as "9–15 Desember 2024"."""
    return write_when(when, interface_language())


def month_words(first: date) -> str:
    return write_month(first.year, first.month, interface_language())


def day_parts(day: date) -> tuple[str, str, str]:
    """The date in three: "Rabu, ", the number "9", " Oktober 2024"."""
    before, number, after = write_day(day, interface_language(), weekday=True).partition(str(day.day))
    return before, number, after


def weekdays() -> list[tuple[str, str]]:
    """The days from Monday on, each with its abbreviation."""
    return [(name, name[:ABBREVIATED]) for name in WEEKDAYS[interface_language()]]
