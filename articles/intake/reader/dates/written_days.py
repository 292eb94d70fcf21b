"""Days with their number: "Rabu (9/10)", "(9/6/2017)", "30 Juni s.d. 2 Juli", "March 12, 2025"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ..cues import any_of, words
from ..findings import Span
from .date_words import (
    DAY_PART,
    MONTH,
    MONTH_NUMBERS,
    TO,
    TURN,
    TURNS,
    UNITS,
    WEEKDAY,
    WEEKDAY_NUMBERS,
    YEAR,
    number,
)
from .nearby import Cues
from .sayings import Clock, Known
from .years import Written, reckon

_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?(?![0-9])"
_SLASH = r"\s?/\s?"
_SHORT_YEAR = rf"(?:{YEAR}|[0-9]{{2}}(?![0-9]))"


def _day(end: str = "") -> str:
    return rf"(?P<d{end}>{_DAY})"


def _month(end: str = "") -> str:
    return rf"\s{{0,3}}(?P<m{end}>{MONTH})"


def _year(end: str = "") -> str:
    return rf"(?:,?\s{{1,3}}(?:tahun\s)?(?P<y{end}>{YEAR}))?"


def _digits(end: str = "") -> str:
    return rf"{_day(end)}{_SLASH}(?P<m{end}>{_DAY})(?:\s?[/-]\s?(?P<y{end}>{_SHORT_YEAR}))?"


_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        _digits() + TO + _digits("2"),
        _day() + TO + _digits("2"),
        _digits(),
        rf"{_day()}(?P<s>[.-])(?P<m>{_DAY})(?P=s)(?P<y>{YEAR})",
        _day() + _month() + _year() + TO + _day("2") + _month("2") + _year("2"),
        rf"{_day()}(?:,\s?{_DAY}){{0,5}},?{TO}{_day('2')}{_month('2')}{_year('2')}",
        _day() + _month() + _year(),
    )
)
_DAY_AND_MONTH = re.compile(rf"(?P<d>{_DAY})\s?[/.-]\s?(?P<m>{_DAY})(?:\s?[/.-]\s?(?P<y>{_SHORT_YEAR}))?")
_MONTH_FIRST = re.compile(rf"(?P<m>{MONTH})\s{_day()},?\s(?P<y>{YEAR})", re.IGNORECASE)
_FIRST_OF_DAY = re.compile(
    rf"[0-9]{{1,2}}(?:st|nd|rd|th)?\s{{0,3}}(?:[/.,]|{MONTH}|{TO}|{any_of(UNITS)})", re.IGNORECASE
)
_BARE = re.compile(rf"{_day()}(?=\s?[)\]])")
_HEAD = re.compile(
    rf"(?P<weekday>{WEEKDAY})(?:{TO}(?:hari\s)?(?:{WEEKDAY}))?(?:\s{{1,2}}{DAY_PART})?(?:\s{TURN})?",
    re.IGNORECASE,
)
_GAP = re.compile(r"\s{0,3},?\s{0,3}(?P<open>[(\[]?)\s{0,3}(?:(?:tanggal|tgl\.?)\s)?", re.IGNORECASE)
_TURN = re.compile(rf"\s{{1,2}}(?P<turn>{TURN})", re.IGNORECASE)
_CLOSE = re.compile(r"\s{0,2}[)\]]")
_TAIL = re.compile(rf"\s{{1,2}}(?:{DAY_PART})(?!\s*\()", re.IGNORECASE)
_NAMED = Cues(words("date_names"))


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """`last` is set for a range; `turn` for "21 Maret lalu", as in the cue file."""

    span: Span
    printed: str
    start: Written
    last: Written | None = None
    turn: int | None = None
    exact: bool = True

    @property
    def complete(self) -> bool:
        return self.start.year is not None

    def reckon(self, clock: Clock, ahead: bool) -> Known:
        known = reckon(self.start, self.printed, clock, self.turn, ahead)
        if self.last is None or known.first is None:
            return known
        return Known(known.first, self._end(known.first), known.reason, known.values)

    def _end(self, first: date) -> date:
        """The last day of a range that begins on `first`; `first` where the end makes no sense."""
        ends = [self.last.on(year) for year in (first.year, min(first.year + 1, 9999))] if self.last else []
        return next((end for end in ends if end and end >= first), first)


def weekday_head(flat: str, start: int) -> re.Match[str] | None:
    """A weekday, or two, with a part of the day."""
    return _HEAD.match(flat, start)


def day_after_weekday(flat: str, head: re.Match[str]) -> WrittenDay | None:
    gap = _GAP.match(flat, head.end())
    if gap is None or not flat[gap.end() : gap.end() + 1].isdigit():
        return None
    weekday = number(head["weekday"], WEEKDAY_NUMBERS)
    form = _form(flat, gap.end()) or (_BARE.match(flat, gap.end()) if gap["open"] else None)
    if form is None or not _sensible(form):
        return None
    end = _closed(flat, form.end(), bool(gap["open"]))
    return _written(flat, Span(head.start(), end), form, weekday)


def may_be_day(flat: str, start: int) -> bool:
    """A quick look whether a number can begin a date; most numbers do not."""
    return _FIRST_OF_DAY.match(flat, start) is not None


def month_first(flat: str, start: int) -> WrittenDay | None:
    """ "March 12, 2025"."""
    form = _MONTH_FIRST.match(flat, start)
    return _written(flat, Span(start, form.end()), form, None) if form and _sensible(form) else None


def day_by_number(flat: str, start: int) -> WrittenDay | None:
    """A day without its weekday: digits alone need brackets or a year, or they are a fraction."""
    form = _form(flat, start)
    if form is None or not _sensible(form) or _NAMED.before(flat, start):
        return None
    bracket = start > 0 and flat[start - 1] in "(["
    closed = _closed(flat, form.end(), bracket)
    in_brackets = bracket and _CLOSE.match(flat, form.end()) is not None
    if _in_digits(form) and not in_brackets and not _has_full_year(form):
        return None
    return _written(flat, Span(start - in_brackets, closed if in_brackets else form.end()), form, None)


def day_of_dateline(flat: str, start: int) -> WrittenDay | None:
    """ "12/3", which elsewhere may be a fraction."""
    form = _DAY_AND_MONTH.match(flat, start)
    return _written(flat, Span(start, form.end()), form, None) if form and _sensible(form) else None


def _form(flat: str, start: int) -> re.Match[str] | None:
    matches = (form.match(flat, start) for form in _FORMS)
    return next((match for match in matches if match), None)


def _closed(flat: str, end: int, bracket: bool) -> int:
    """Where the date ends, with its closing bracket and a part of the day."""
    if bracket and (close := _CLOSE.match(flat, end)):
        end = close.end()
    tail = _TAIL.match(flat, end)
    return tail.end() if tail else end


def _written(flat: str, span: Span, form: re.Match[str], weekday: int | None) -> WrittenDay:
    groups = form.groupdict()
    year, month = _year_of(form), groups.get("m") or groups.get("m2")
    start = Written(_digit(groups["d"]), _month_number(month) if month else None, year, weekday)
    last = None
    if groups.get("d2"):
        last = Written(_digit(groups["d2"]), _month_number(groups["m2"]))
    turn = _TURN.match(flat, span.end)
    return WrittenDay(span, span.of(flat), start, last, number(turn["turn"], TURNS) if turn else None)


def _year_of(form: re.Match[str]) -> int | None:
    """The year of the first day; "30 Desember - 2 Januari 2024" begins the year before."""
    groups = form.groupdict()
    printed = groups.get("y") or groups.get("y2")
    if printed is None:
        return None
    year = int(printed) if len(printed) == len("2024") else 2000 + int(printed)
    turned = (
        not groups.get("y") and groups.get("m") and _month_number(groups["m"]) > _month_number(groups["m2"])
    )
    return year - 1 if turned else year


def _has_full_year(form: re.Match[str]) -> bool:
    groups = form.groupdict()
    return len(groups.get("y") or groups.get("y2") or "") == len("2024")


def _digit(printed: str) -> int:
    return int(printed.rstrip("sthnrdSTHNRD"))


def _month_number(printed: str) -> int:
    return int(printed) if printed.isdigit() else number(printed, MONTH_NUMBERS)


def _in_digits(form: re.Match[str]) -> bool:
    return form.groupdict().get("m", form.groupdict().get("m2", "")).isdigit()


def _sensible(form: re.Match[str]) -> bool:
    """Day and month in their bounds; whether the month has that day is said to the editor."""
    groups = form.groupdict()
    days = [_digit(groups[name]) for name in ("d", "d2") if groups.get(name)]
    months = [_month_number(groups[name]) for name in ("m", "m2") if groups.get(name)]
    return all(1 <= day <= 31 for day in days) and all(1 <= month <= 12 for month in months)
