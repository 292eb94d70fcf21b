"""Reads dates and spans as an editor writes them, in Indonesian or English.

Both readers take an empty text for "nothing known", and raise `ValidationError` with one sentence that says
what is wrong. `units` knows the single forms, `words` the vocabulary.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from . import refusals, words
from .days import write_month
from .patterns import DASH, any_of, compiled
from .units import read_unit
from .values import Span, UncertainDate

# Longer than any date; a bound on what a hostile text can cost.
LONGEST_TEXT = 200

_Ends = tuple[UncertainDate, UncertainDate]
_Bounds = tuple[date | None, date | None]

_RANGE_MARK = rf"(?: ?{DASH} ?| (?:{any_of(words.RANGE_CUES)}) )"
_RANGE_MARKS = compiled(_RANGE_MARK)
_FROM = compiled(rf"^(?:{any_of(words.FROM_CUES)}) ")
_BETWEEN = compiled(
    rf"(?:{any_of(words.BETWEEN_CUES)}) (?P<left>.+) (?:{any_of(words.AND_CUES)}) (?P<right>.+)"
)
_START = rf"(?:{any_of(words.START_CUES)}) "
_STARTED = rf"{_START}(?P<start>.+?)"
_ENDED = rf"(?:{any_of(words.END_CUES)}) (?P<end>.+)"
_CLAUSES = compiled(rf"{_STARTED}(?:,?(?: (?:{any_of(words.AND_CUES)}))? {_ENDED})?")
_END_CLAUSE = compiled(_ENDED)
_UNTIL_NOW = compiled(rf"(?:{_START})?(?P<start>.+?){_RANGE_MARK}(?:{any_of(words.NOW_CUES)})")
_SEEN = compiled(rf"(?:{any_of(words.SEEN_CUES)}) (?P<when>.+)")
_LIMITED = compiled(rf"(?P<limit>{any_of(words.LIMIT_CUES)}) (?P<when>.+)")


def read_when(text: str) -> UncertainDate:
    """The days a date may be: "9 Oktober 2024", "2007", "9–11 Oktober 2024", "antara 2019 dan 2021".

    "awal 2025" and its like keep the words as typed for their label; the other language's label is derived.
    """
    folded = _fold(text)
    if not folded:
        return UncertainDate()
    when = _within(folded) or _hull(_range(folded))
    if when is None:
        raise refusals.when_refusal(folded)
    return when


def read_span(text: str) -> Span:
    """The bounds of something that lasts: "sejak 2023", "2019–2023", "berakhir paling lambat 5 Mei 2024".

    A date alone, with or without "tercatat pada", says only that it was seen then: on that day, or on some
    day of that month or year.
    """
    folded = _fold(text)
    if not folded:
        return Span()
    span = _until_now(folded) or _from_to(folded) or _clauses(folded) or _seen(folded)
    if span is None:
        raise refusals.span_refusal(folded)
    return span


def _fold(text: str) -> str:
    folded = " ".join(text.split())
    folded = folded.rstrip(".,;") or folded
    if len(folded) > LONGEST_TEXT:
        raise refusals.when_refusal(folded)
    return folded


def _within(text: str) -> UncertainDate | None:
    """A unit, or "antara … dan …"."""
    between = _BETWEEN.fullmatch(text)
    return _hull(_ends(between["left"], between["right"])) if between else read_unit(text)


def _hull(ends: _Ends | None) -> UncertainDate | None:
    return UncertainDate(ends[0].earliest, ends[1].latest) if ends else None


def _range(text: str) -> _Ends | None:
    """Both ends of "9–11 Oktober 2024" or "dari 2019 sampai 2021"."""
    for left, right in _cuts(_FROM.sub("", text)):
        if ends := _ends(left, right):
            return ends
    return None


def _cuts(text: str) -> Iterator[tuple[str, str]]:
    # A hyphen also stands inside 9-10-2024 and mid-2024, so each mark is tried until both sides make sense.
    for mark in _RANGE_MARKS.finditer(text):
        yield text[: mark.start()], text[mark.end() :]


def _ends(left: str, right: str) -> _Ends | None:
    end = read_unit(right)
    start = _completed(left, end) if end else None
    return (start, end) if start and end else None


def _completed(left: str, end: UncertainDate) -> UncertainDate | None:
    """The first end of a range, which may leave month and year to the second: "9" in "9–11 Oktober 2024"."""
    _, last = end.bounds
    tails = ["", f" {last.year}"]
    if end.unit == "day":
        tails.append(f" {write_month(last.year, last.month)}")
    units = (read_unit(left + tail) for tail in tails)
    return next((unit for unit in units if unit), None)


def _until_now(text: str) -> Span | None:
    match = _UNTIL_NOW.fullmatch(text)
    return Span(*_bounds(match["start"])) if match else None


def _from_to(text: str) -> Span | None:
    ends = _range(text)
    return Span(ends[0].earliest, ends[0].latest, ends[1].earliest, ends[1].latest) if ends else None


def _clauses(text: str) -> Span | None:
    match = _CLAUSES.fullmatch(text) or _END_CLAUSE.fullmatch(text)
    if match is None:
        return None
    start, end = match.groupdict().get("start"), match["end"]
    return Span(*_bounds(start), *_bounds(end))


def _seen(text: str) -> Span | None:
    match = _SEEN.fullmatch(text)
    when = _certain_reading(match["when"]) if match else _within(text)
    return Span.seen(when) if when else None


def _bounds(text: str | None) -> _Bounds:
    """The bounds one clause sets for one end: "2019", "antara 2019 dan 2021", "paling lambat 2021"."""
    if not text:
        return None, None
    if match := _LIMITED.fullmatch(text):
        return _limited(words.LIMIT_CUES[match["limit"].lower()], _certain_reading(match["when"]))
    when = _certain_reading(text)
    return when.earliest, when.latest


def _limited(limit: words.Limit, when: UncertainDate) -> _Bounds:
    first, last = when.bounds
    if limit == "not_before":
        return first, None
    if limit == "not_after":
        return None, last
    one_day = timedelta(days=1)
    return (None, first - one_day) if limit == "before" else (last + one_day, None)


def _certain_reading(text: str) -> UncertainDate:
    """A date inside a clause, where "sejak 2019–2021" would leave open what the range is of."""
    if when := _within(text):
        return when
    raise refusals.two_meanings(text) if _range(text) else refusals.when_refusal(text)
