"""Spans of time side by side: what is certain is a bar, what nothing known excludes a dashed line.

Places are percentages of the width, as text, so that a drawing fits any screen and letters keep their size.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pressroom.core.dates import Span

STEPS = (1, 2, 5, 10, 20, 50, 100)
MOST_TICKS = 5
# A year nearer to the right edge than this has no room for its four digits.
LAST_TICK = 88
# How much of the width shows that nobody knows since when.
PAD = 0.08


@dataclass(frozen=True, slots=True)
class Tick:
    """A year and the place where it begins."""

    x: str
    year: str


@dataclass(frozen=True, slots=True)
class Strip:
    """One span: the line from `start` to `end`, and the bar on it; `bar` "" where nothing is certain.

    `lasts` is one that is not known to be over; seen on one day only, it is a bar of no width.
    """

    start: str
    end: str
    bar: str = ""
    width: str = ""
    lasts: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from the left edge to the right one."""

    first: date
    last: date

    def place(self, day: date) -> float:
        length = (self.last - self.first).days or 1
        return min(max((day - self.first).days / length, 0), 1) * 100

    def ticks(self) -> list[Tick]:
        """At most MOST_TICKS years at even steps."""
        first, last = self.first.year + 1, self.last.year
        step = next((step for step in STEPS if (last - first) // step < MOST_TICKS), STEPS[-1])
        places = ((year, self.place(date(year, 1, 1))) for year in range(first, last + 1) if not year % step)
        return [Tick(percent(x), str(year)) for year, x in places if x <= LAST_TICK]

    def strip(self, span: Span) -> Strip:
        start, end = span.start_earliest or self.first, span.end_latest or self.last
        line = Strip(percent(self.place(start)), percent(self.place(end)), lasts=span.current)
        begun, lasted = span.start_latest, span.end_earliest or (self.last if span.current else None)
        if begun is None or lasted is None or lasted < begun:
            return line
        left, right = self.place(begun), self.place(lasted)
        return replace(line, bar=percent(left), width=percent(right - left))


def axis_of(spans: Iterable[Span], today: date) -> Axis | None:
    """An axis on which all of them fit, to this day at least; None where nothing is dated."""
    spans = list(spans)
    known = [day for span in spans for day in bounds(span) if day]
    if not known:
        return None
    first, last = min(known), max(*known, today)
    if any(span.start_earliest is None for span in spans):
        first -= timedelta(days=max(366, int((last - first).days * PAD)))
    return Axis(date(first.year, 1, 1), last)


def bounds(span: Span) -> tuple[date | None, ...]:
    return span.start_earliest, span.start_latest, span.end_earliest, span.end_latest


def percent(share: float) -> str:
    """Of 100, with a point whatever the language writes."""
    return f"{share:.2f}%"
