"""Moments as the desk names them where they matter: the zone always said, UTC always beside it."""

from __future__ import annotations

from datetime import UTC, datetime

from django.conf import settings
from django.utils import timezone

from pressroom.core.dates import write_day
from pressroom.core.dates.days import interface_language


def both_clocks(at: datetime, *, exact: bool = False) -> str:
    """Such as "Selasa, 24 November 2026, 12.00 WIB (05.00 UTC)"; the day of UTC too where it is another.

    An `exact` moment, at which something will happen, has its seconds where they are not zero.
    """
    here, there = timezone.localtime(at), at.astimezone(UTC)
    pattern = "%H:%M:%S" if exact and at.second else "%H:%M"
    utc = clock(there, pattern)
    if here.date() != there.date():
        utc = f"{day(there)}, {utc}"
    return f"{day(here)}, {clock(here, pattern)} {settings.TIME_ZONE_LABEL} ({utc} UTC)"


def day(at: datetime) -> str:
    return write_day(at.date(), interface_language(), weekday=True)


def clock(at: datetime, pattern: str) -> str:
    written = at.strftime(pattern)
    return written if interface_language() == "en" else written.replace(":", ".")
