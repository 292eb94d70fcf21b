"""Every date in a text: one walk over the words a date can begin with, then each is reckoned."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from ..cues import words
from ..findings import Basis, Document, Evidence, Moment, Span
from .date_words import NUMERALS, PARTS, RELATIVE_DAYS, UNITS, YEAR_SHARES
from .issue_day import issue_day
from .nearby import Cues, Places, Surroundings
from .occasions import OPENERS, occasion
from .periods import Period, period, year
from .relative_days import relative_day, shifted
from .sayings import Ahead, Clock, Known, Saying
from .weekdays import bare_weekday, names_something_else
from .written_days import (
    WrittenDay,
    day_after_weekday,
    day_by_number,
    day_of_dateline,
    may_be_day,
    month_first,
    weekday_head,
)

_TOKEN = re.compile(r"(?<![\w.,/:])[0-9A-Za-z]+")
_LETTERS = re.compile(r"[a-z]+")

_AHEAD = Cues(words("ahead_words"))
_LOOK_BACK, _LOOK_ON = 160, 24


def moments_in(document: Document) -> tuple[Moment, ...]:
    """All dates in order of place, reckoned from the day of issue or, without one, from each other."""
    found = list(_sayings(document))
    outlook = Outlook(Surroundings(document.flat))
    reckoner = _Reckoner(_clock(document, found, outlook), outlook)
    return tuple(reckoner.moment(saying) for saying in found)


class Outlook:
    """Which dates of a text are told as something to come."""

    def __init__(self, text: Surroundings) -> None:
        self._text = text

    @cached_property
    def _ahead(self) -> Places:
        return _AHEAD.places(self._text)

    def looks_ahead(self, span: Span) -> bool:
        """Whether the sentence around a date speaks of something to come."""
        start = self._text.sentence_start(span.start, _LOOK_BACK)
        return self._ahead.between(start, span.end + _LOOK_ON)


def _sayings(document: Document) -> Iterator[Saying]:
    flat = document.flat
    head = document.dateline.span if document.dateline else Span(0, 0)
    end = 0
    for token in _TOKEN.finditer(flat):
        start = token.start()
        if start < end:
            continue
        saying = _saying(flat, token)
        if saying is None and head.start <= start < head.end and token.group()[0].isdigit():
            saying = day_of_dateline(flat, start)
        if saying:
            end = saying.span.end
            yield saying


def _saying(flat: str, token: re.Match[str]) -> Saying | None:
    start, word = token.start(), token.group()
    if word[0].isdigit():
        return _by_number(flat, start)
    for read in _READERS.get(word.lower(), ()):
        if saying := read(flat, start):
            return saying
    return None


def _by_number(flat: str, start: int) -> Saying | None:
    if flat[start - 1 : start] == "-" and flat[max(0, start - 2)].isalpha():
        return None
    if not may_be_day(flat, start):
        return year(flat, start)
    return day_by_number(flat, start) or shifted(flat, start)


def _by_weekday(flat: str, start: int) -> Saying | None:
    head = weekday_head(flat, start)
    if head is None or names_something_else(flat, head):
        return None
    return day_after_weekday(flat, head) or bare_weekday(flat, head)


Reader = Callable[[str, int], Saying | None]


def _readers() -> dict[str, list[Reader]]:
    """What to try at each word that a date can begin with."""
    beginnings: tuple[tuple[Reader, Iterable[str]], ...] = (
        (_by_weekday, words("weekdays")),
        (relative_day, RELATIVE_DAYS),
        (month_first, words("months")),
        (shifted, (*UNITS, *NUMERALS, *words("vague_times"))),
        (occasion, OPENERS),
        (period, (*words("months"), *PARTS, *YEAR_SHARES, *UNITS, *words("year_words"))),
    )
    readers: dict[str, list[Reader]] = {}
    for read, phrases in beginnings:
        for first in {match.group() for phrase in phrases if (match := _LETTERS.match(phrase.lower()))}:
            readers.setdefault(first, []).append(read)
    return readers


_READERS = _readers()


def _clock(document: Document, found: list[Saying], outlook: Outlook) -> Clock:
    complete = [saying for saying in found if isinstance(saying, WrittenDay | Period) and saying.complete]
    stated, ahead = [], []
    for saying in complete:
        first = saying.reckon(Clock(), False).first
        if first and outlook.looks_ahead(saying.span):
            ahead.append(Ahead(saying.printed, first))
        elif first and saying.exact:
            stated.append(first)
    return Clock(issue_day(document), tuple(stated), tuple(ahead))


class _Reckoner:
    """Reckons the days that are meant; the same words mean the same days throughout a text."""

    def __init__(self, clock: Clock, outlook: Outlook) -> None:
        self._clock, self._outlook = clock, outlook
        self._known: dict[tuple[str, int | None, bool], Known] = {}

    def moment(self, saying: Saying) -> Moment:
        known = self._reckoned(saying)
        basis: Basis = "inferred" if known.reason else "stated"
        evidence = Evidence(saying.span, basis, known.reason, known.values)
        return Moment(saying.printed, known.first, known.last, evidence, to_the_day=saying.exact)

    def _reckoned(self, saying: Saying) -> Known:
        ahead = self._outlook.looks_ahead(saying.span)
        key = (saying.printed, saying.turn, ahead)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = saying.reckon(self._clock, ahead)
        return known
