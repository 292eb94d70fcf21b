"""Days counted from another day: "kemarin", "dua hari lalu", "tiga bulan kemudian", "belum lama ini"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from ..cues import any_of, words
from ..findings import Span
from .date_words import DAY_PART, NUMERALS, RELATIVE_DAYS, SHIFTS, UNITS, number
from .sayings import UNKNOWN, Clock, Known
from .weekdays import counted

_RELATIVE = re.compile(rf"(?P<day>{any_of(words('relative_days'))})\b(?:\s{{1,2}}{DAY_PART})?", re.IGNORECASE)
_VAGUE = re.compile(rf"{any_of(words('vague_times'))}\b", re.IGNORECASE)
_SHIFTED = re.compile(
    rf"(?:(?P<count>[0-9]{{1,2}}|{any_of(NUMERALS)})\s)?(?P<unit>{any_of(UNITS)})\s(?P<shift>{any_of(SHIFTS)})\b",
    re.IGNORECASE,
)
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


@dataclass(frozen=True, slots=True)
class RelativeDay:
    """`slack` days on either side are possible: none for "kemarin", a month's worth for "tiga bulan lagi"."""

    span: Span
    printed: str
    days: int | None
    slack: int = 0
    turn: None = None

    @property
    def exact(self) -> bool:
        return self.days is not None and self.slack == 0

    def reckon(self, clock: Clock, ahead: bool) -> Known:
        if clock.issued is None or self.days is None:
            return UNKNOWN
        first = _shifted(clock.issued, self.days - self.slack)
        last = _shifted(clock.issued, self.days + self.slack)
        return counted(self.printed, clock.issued, first, last)


def relative_day(flat: str, start: int) -> RelativeDay | None:
    match = _RELATIVE.match(flat, start)
    if match is None:
        return None
    span = Span(start, match.end())
    return RelativeDay(span, span.of(flat), number(match["day"], RELATIVE_DAYS))


def shifted(flat: str, start: int) -> RelativeDay | None:
    """ "dua hari lalu"; counted from another event ("tiga bulan kemudian") or vague, no day is known."""
    if vague := _VAGUE.match(flat, start):
        span = Span(start, vague.end())
        return RelativeDay(span, span.of(flat), None)
    match = _SHIFTED.match(flat, start)
    if match is None or not _counted(match):
        return None
    span, unit, turn = (
        Span(start, match.end()),
        UNITS[match["unit"].casefold()],
        number(match["shift"], SHIFTS),
    )
    days = turn * _count(match["count"]) * _DAYS[unit] if turn else None
    return RelativeDay(span, span.of(flat), days, _DAYS[unit] // 2)


def _counted(match: re.Match[str]) -> bool:
    """ "sepekan lalu" counts by itself; "pekan lalu" is last week."""
    return match["count"] is not None or match["unit"].casefold().startswith("se")


def _count(printed: str | None) -> int:
    if printed is None:
        return 1
    return int(printed) if printed.isdigit() else number(printed, NUMERALS)


def _shifted(day: date, days: int) -> date:
    shifted_to = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return day + timedelta(days=shifted_to - day.toordinal())
