"""Weekdays alone: "Selasa", "Senin pekan depan", "Rabu malam"; and the words that make one a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from ..cues import any_of, table
from ..findings import Span
from ..texts import gettext_noop
from .date_words import DAY_PART, TURN, TURNS, WEEKDAY, WEEKDAY_NUMBERS, number
from .nearby import Cues
from .sayings import UNKNOWN, Clock, Known

FROM_ISSUE = gettext_noop("“%(printed)s” dihitung dari tanggal siaran, %(issued)s: %(day)s.")
FROM_ISSUE_ON = gettext_noop(
    "“%(printed)s” dihitung dari tanggal siaran, %(issued)s: %(day)s sampai %(last)s."
)

_TAIL = re.compile(
    rf"(?:\s\(?(?:(?P<week>pekan|minggu)\s)?(?P<turn>{TURN})\)?)?(?:\s{{1,2}}{DAY_PART})?", re.IGNORECASE
)
_BEFORE = Cues(row[0] for row in table("weekday_names") if row[1] == "sebelum")
_AFTER = re.compile(
    rf"\s{{1,3}}{any_of(row[0] for row in table('weekday_names') if row[1] == 'sesudah')}\b", re.IGNORECASE
)
_ROW = re.compile(rf"(?:\s{{1,3}}{WEEKDAY}){{2}}", re.IGNORECASE)


def counted(printed: str, issued: date, first: date, last: date) -> Known:
    """Days counted from the day of issue, with the reason."""
    values: dict[str, str | int | date] = {"printed": printed, "issued": issued, "day": first, "last": last}
    return Known(first, last, FROM_ISSUE if first == last else FROM_ISSUE_ON, values)


@dataclass(frozen=True, slots=True)
class BareWeekday:
    """`turn` as in the cue file, None where nothing says which week; `by_week` for "pekan depan"."""

    span: Span
    printed: str
    weekday: int
    turn: int | None = None
    by_week: bool = False
    exact: bool = True

    def reckon(self, clock: Clock, ahead: bool) -> Known:
        issued = clock.issued
        if issued is None:
            return UNKNOWN
        turn = self.turn if self.turn is not None else (1 if ahead else -1)
        day = self._in_week(issued, turn) if self.by_week else self._beside(issued, turn)
        return counted(self.printed, issued, day, day)

    def _in_week(self, issued: date, turn: int) -> date:
        return issued + timedelta(days=self.weekday - issued.weekday() + 7 * turn)

    def _beside(self, issued: date, turn: int) -> date:
        """The nearest one before or after; the day of issue itself only where no word turns away."""
        if turn == 0:
            return self._in_week(issued, 0)
        distance = (turn * (self.weekday - issued.weekday())) % 7
        if distance == 0 and self.turn is not None:
            distance = 7
        return issued + timedelta(days=turn * distance)


def bare_weekday(flat: str, head: re.Match[str]) -> BareWeekday:
    start = head.start()
    tail = _TAIL.match(flat, head.end("weekday"))
    end = tail.end() if tail else head.end("weekday")
    turn = number(tail["turn"], TURNS) if tail and tail["turn"] else None
    span = Span(start, end)
    weekday = number(head["weekday"], WEEKDAY_NUMBERS)
    return BareWeekday(span, span.of(flat), weekday, turn, bool(tail and tail["week"]))


def names_something_else(flat: str, head: re.Match[str]) -> bool:
    """ "Pasar Minggu", "Jumat Agung", "setiap Senin", "minggu", a week, and the head of a timetable."""
    if head["weekday"].islower():
        return True
    start, end = head.span("weekday")
    if _ROW.match(flat, end) or _AFTER.match(flat, end):
        return True
    return _BEFORE.before(flat, start)
