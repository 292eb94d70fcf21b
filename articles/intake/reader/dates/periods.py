"""Years, months, weeks and their parts: "tahun 2007", "awal 2025", "Juni tahun ini", "triwulan III 2024"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from ..cues import any_of, words
from ..findings import Span
from .date_words import MONTH, MONTH_NUMBERS, ORDINALS, PARTS, TO, TURN, TURNS, YEAR, YEAR_SHARES, number
from .nearby import Cues
from .sayings import UNKNOWN, Clock, Known
from .weekdays import counted

Twelfths = tuple[int, int]
WHOLE: Twelfths = (0, 12)

_YEAR_WORD = any_of(words("year_words"))
_IN_YEAR = rf"(?:{_YEAR_WORD}\s{{0,3}})?(?P<y>{YEAR})"
_THAT_YEAR = rf"{_YEAR_WORD}(?:\s(?P<yturn>{TURN}))?"
_OF_YEAR = rf"(?:[\s/-]{{1,3}}(?:{_IN_YEAR}|{_THAT_YEAR}))?"
_NAMED_MONTH = rf"(?:bulan\s)?(?P<m>{MONTH})(?:{TO}(?P<m2>{MONTH}))?"
_ORDINAL = rf"(?P<ordinal>{any_of(ORDINALS)})(?!\w|-\D)"

_PART = rf"(?P<part>{any_of(PARTS)})\s?"
_SHARE = re.compile(rf"(?P<share>{any_of(YEAR_SHARES)})\s(?:ke\s)?{_ORDINAL}{_OF_YEAR}", re.IGNORECASE)
_WEEK = re.compile(
    rf"(?:pekan|minggu)\s{_ORDINAL}\s(?:(?:pada|di)\s)?{_NAMED_MONTH}{_OF_YEAR}", re.IGNORECASE
)
_MONTH = re.compile(rf"(?:{_PART})?{_NAMED_MONTH}(?:{_OF_YEAR})(?:\s(?P<turn>{TURN}))?", re.IGNORECASE)
_TURNED = re.compile(rf"(?:{_PART})?(?P<unit>pekan|minggu|bulan|tahun)\s(?P<turn>{TURN})", re.IGNORECASE)
_PART_OF_UNIT = re.compile(rf"{_PART}(?P<unit>pekan|minggu|bulan|tahun)\b(?!\s[0-9])", re.IGNORECASE)
_YEAR = re.compile(rf"(?:{_PART})?{_IN_YEAR}(?:(?:{TO}|/)(?P<y2>{YEAR}))?(?![\w/])", re.IGNORECASE)
_MONTH_CUES, _YEAR_CUES = Cues(words("month_cues")), Cues(words("year_cues"))
_OF_A_LAW = re.compile(rf"[0-9/][A-Z]?\.?\s{{1,3}}(?:{_YEAR_WORD}\s{{1,3}})?$", re.IGNORECASE)
_LONGEST_CUE = 16


@dataclass(frozen=True, slots=True)
class Period:
    """A year, month or week and the part of it; what is None must be reckoned. `turn` as in the cue file."""

    span: Span
    printed: str
    unit: str
    year: int | None = None
    month: int | None = None
    turn: int | None = None
    part: Twelfths = WHOLE
    last_month: int | None = None
    last_year: int | None = None
    exact: bool = False

    @property
    def complete(self) -> bool:
        return self.year is not None

    def reckon(self, clock: Clock, ahead: bool) -> Known:
        if self.year is not None:
            return self._known(self.year)
        if clock.issued is None:
            return UNKNOWN
        if self.unit == "week":
            return self._from_issue(clock.issued, *_week(clock.issued, self.turn or 0))
        known = self._known(*self._turned(clock.issued, ahead))
        return self._from_issue(clock.issued, known.first, known.last)

    def _known(self, year: int, month: int | None = None) -> Known:
        month = month or self.month
        if not 1 <= year < date.max.year:
            return UNKNOWN
        if month is None:
            return Known(*_months(year, self.last_year or year, self.part))
        if self.last_month and self.last_month >= month:
            return Known(date(year, month, 1), _month_end(year, self.last_month))
        return Known(*_days(date(year, month, 1), _month_end(year, month), self.part))

    def _turned(self, issued: date, ahead: bool) -> tuple[int, int | None]:
        turn = self.turn or 0
        if self.unit == "year":
            return issued.year + turn, None
        if self.month is None:
            months = issued.year * 12 + issued.month - 1 + turn
            return months // 12, months % 12 + 1
        return _nearest_year(self.month, self.turn if self.turn else int(ahead), issued), self.month

    def _from_issue(self, issued: date, first: date | None, last: date | None) -> Known:
        if first is None or last is None:
            return UNKNOWN
        return counted(self.printed, issued, *_days(first, last, self.part if self.unit == "week" else WHOLE))


def period(flat: str, start: int) -> Period | None:
    for read in (_share, _week_of_month, _named_month, _turned_unit, year):
        if found := read(flat, start):
            return found
    return None


def _share(flat: str, start: int) -> Period | None:
    match = _SHARE.match(flat, start)
    if match is None:
        return None
    shares, which = number(match["share"], YEAR_SHARES), number(match["ordinal"], ORDINALS)
    which = shares if which < 0 else which
    if which > shares:
        return None
    size = 12 // shares
    return _period(flat, match, "year", part=((which - 1) * size, which * size))


def _week_of_month(flat: str, start: int) -> Period | None:
    match = _WEEK.match(flat, start)
    if match is None:
        return None
    which = number(match["ordinal"], ORDINALS)
    part = (9, 12) if which in (-1, 5) else (3 * which - 3, 3 * which)
    return _period(flat, match, "month", part=part)


def _named_month(flat: str, start: int) -> Period | None:
    match = _MONTH.match(flat, start)
    if match is None or not _is_a_date(flat, match):
        return None
    return _period(flat, match, "month", part=_part(match))


def _is_a_date(flat: str, match: re.Match[str]) -> bool:
    """A month's name alone may be a person's: something must say that it is a date."""
    if flat[max(0, match.start() - 2) : match.start()].rstrip().isdigit():
        return False
    said = match.group().casefold()
    known = any(match[name] for name in ("part", "y", "yturn", "turn")) or said.startswith("bulan")
    return known or (match["m"][0].isupper() and _MONTH_CUES.before(flat, match.start()))


def _turned_unit(flat: str, start: int) -> Period | None:
    match = _TURNED.match(flat, start) or _PART_OF_UNIT.match(flat, start)
    if match is None:
        return None
    unit = {"pekan": "week", "minggu": "week", "bulan": "month", "tahun": "year"}[match["unit"].casefold()]
    return _period(flat, match, unit, part=_part(match))


def year(flat: str, start: int) -> Period | None:
    match = _YEAR.match(flat, start)
    if match is None:
        return None
    named = match["part"] or not match.group()[0].isdigit() or _YEAR_CUES.before(flat, start)
    if not named or _OF_A_LAW.search(flat, max(0, start - _LONGEST_CUE), start):
        return None
    last_year = int(match["y2"]) if match["y2"] else None
    return _period(flat, match, "year", part=_part(match), last_year=last_year)


def _part(match: re.Match[str]) -> Twelfths:
    printed = match.groupdict().get("part")
    return PARTS[" ".join(printed.split()).casefold()] if printed else WHOLE


def _period(
    flat: str, match: re.Match[str], unit: str, part: Twelfths, last_year: int | None = None
) -> Period:
    groups = match.groupdict()
    turn = groups.get("turn") or groups.get("yturn")
    span = Span(match.start(), match.end())
    return Period(
        span,
        span.of(flat),
        unit,
        year=int(groups["y"]) if groups.get("y") else None,
        month=number(groups["m"], MONTH_NUMBERS) if groups.get("m") else None,
        turn=number(turn, TURNS) if turn else None,
        part=part,
        last_month=number(groups["m2"], MONTH_NUMBERS) if groups.get("m2") else None,
        last_year=last_year,
    )


def _nearest_year(month: int, turn: int, issued: date) -> int:
    """The year of that month before (-1) or after (1) the day of issue, or of the one nearest to it (0)."""
    if turn == 0:
        return issued.year
    if turn > 0:
        return issued.year + (month < issued.month)
    return issued.year - (month > issued.month)


def _week(issued: date, turn: int) -> tuple[date, date]:
    monday = issued - timedelta(days=issued.weekday()) + timedelta(days=7 * turn)
    return monday, monday + timedelta(days=6)


def _months(year: int, last_year: int, part: Twelfths) -> tuple[date, date]:
    first, last = part
    return date(year, first + 1, 1), _month_end(max(last_year, year), last)


def _days(first: date, last: date, part: Twelfths) -> tuple[date, date]:
    days = (last - first).days + 1
    return first + timedelta(days=days * part[0] // 12), first + timedelta(days=days * part[1] // 12 - 1)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
