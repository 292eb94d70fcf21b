"""A date that may be uncertain, and a span of time whose ends may be.

Neither can be built against its own rules: the constructor raises `ValidationError` with a sentence for the
editor.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal, Self

from . import refusals
from .words import THIRDS

Unit = Literal["", "day", "month", "third", "year", "range"]

MONTHS_IN_A_THIRD = 4


@dataclass(frozen=True, slots=True)
class UncertainDate:
    """Some day from `earliest` to `latest`, both included; both None when nothing is known.

    `label` and `label_en` are the words to print instead of the bounds, in Indonesian and in English. They
    come from `read_when`, which also reads them back.
    """

    earliest: date | None = None
    latest: date | None = None
    label: str = ""
    label_en: str = ""

    def __post_init__(self) -> None:
        if (self.earliest is None) != (self.latest is None):
            raise refusals.one_bound()
        _refuse_disorder(self.earliest, self.latest)

    @classmethod
    def day(cls, day: date) -> Self:
        return cls(day, day)

    @classmethod
    def month(cls, year: int, month: int) -> Self:
        return cls(date(year, month, 1), _end_of_month(year, month))

    @classmethod
    def year(cls, year: int) -> Self:
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def third(cls, year: int, number: int) -> Self:
        """Awal (1), pertengahan (2) or akhir (3) of a year: by house rule four months each."""
        last = number * MONTHS_IN_A_THIRD
        first = date(year, last - MONTHS_IN_A_THIRD + 1, 1)
        label, label_en = (THIRDS[language][number - 1].format(year) for language in ("id", "en"))
        return cls(first, _end_of_month(year, last), label, label_en)

    @property
    def known(self) -> bool:
        return self.earliest is not None

    @property
    def bounds(self) -> tuple[date, date]:
        """Both bounds of a known date; `ValueError` when nothing is known."""
        if self.earliest is None or self.latest is None:
            raise ValueError("An unknown date has no bounds.")
        return self.earliest, self.latest

    @property
    def unit(self) -> Unit:
        """The one calendar unit the bounds fill; "range" when there is none, "" when nothing is known."""
        if not self.known:
            return ""
        first, last = self.bounds
        if first == last:
            return "day"
        if first.year != last.year or not self.fills_months:
            return "range"
        return _unit_of_months(first.month, last.month)

    @property
    def fills_months(self) -> bool:
        """Whether the bounds are the first day of a month and the last day of a month."""
        first, last = self.bounds
        return first.day == 1 and last == _end_of_month(last.year, last.month)

    @property
    def third_number(self) -> int:
        """1, 2 or 3, where `unit` is "third"."""
        return self.bounds[1].month // MONTHS_IN_A_THIRD


@dataclass(frozen=True, slots=True)
class Span:
    """Something that lasted. It began and ended within these bounds, both included; None: a bound is unknown.

    Seen only on one day: `start_latest` and `end_earliest` are that day. Known to be over, nobody knows since
    when: `end_latest` alone.
    """

    start_earliest: date | None = None
    start_latest: date | None = None
    end_earliest: date | None = None
    end_latest: date | None = None

    def __post_init__(self) -> None:
        _refuse_disorder(self.start_earliest, self.start_latest)
        _refuse_disorder(self.end_earliest, self.end_latest)
        _refuse_disorder(self.start_earliest, self.end_latest)

    @classmethod
    def seen(cls, when: UncertainDate) -> Self:
        """Held on some day within `when`: begun by the last of them, and not over before the first."""
        return cls(start_latest=when.latest, end_earliest=when.earliest)

    @classmethod
    def seen_on(cls, day: date) -> Self:
        return cls.seen(UncertainDate.day(day))

    @property
    def current(self) -> bool:
        """Not known to be over."""
        return self.end_latest is None

    def certain_on(self, day: date) -> bool:
        began = self.start_latest is not None and self.start_latest <= day
        lasted = self.end_earliest is not None and self.end_earliest >= day
        return began and (lasted or self.current)

    def possible_on(self, day: date) -> bool:
        may_have_begun = self.start_earliest is None or self.start_earliest <= day
        return may_have_begun and (self.end_latest is None or self.end_latest >= day)


def _refuse_disorder(first: date | None, last: date | None) -> None:
    if first is not None and last is not None and last < first:
        raise refusals.end_before_start(first, last)


def _end_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _unit_of_months(first: int, last: int) -> Unit:
    if first == last:
        return "month"
    if (first, last) == (1, 12):
        return "year"
    fills_a_third = last % MONTHS_IN_A_THIRD == 0 and last - first + 1 == MONTHS_IN_A_THIRD
    return "third" if fills_a_third else "range"
