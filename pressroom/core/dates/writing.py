"""Writes dates and spans in words that `reading` reads back.

`read_when` of what `write_when` wrote has the same bounds, and the same labels in the language they were
typed in; `read_span` of what `write_span` wrote is the same span.
"""

from datetime import date

from .days import write_day, write_month
from .values import Span, UncertainDate
from .words import MONTHS, PHRASES, THIRDS

_Ends = tuple[UncertainDate, UncertainDate]


def write_when(when: UncertainDate, language: str = "id") -> str:
    """The label of that language if there is one, else the shortest exact form; "" when nothing is known."""
    label = when.label_en if language == "en" else when.label
    return label or _exact(when, language)


def write_span(span: Span, language: str = "id") -> str:
    """Such as "sejak 2023", "2019–2023", "tercatat pada 2024", else a clause for each end; "" if empty."""
    return _seen(span, language) or _short(span, language) or _clauses(span, language)


def _exact(when: UncertainDate, language: str) -> str:
    return _joined(_ends(when), language) if when.unit == "range" else _unit(when, language)


def _unit(when: UncertainDate, language: str) -> str:
    if not when.known:
        return ""
    first, _ = when.bounds
    match when.unit:
        case "day":
            return write_day(first, language)
        case "month":
            return write_month(first.year, first.month, language)
        case "third":
            return THIRDS[language][when.third_number - 1].format(first.year)
    return str(first.year)


def _ends(when: UncertainDate) -> _Ends:
    """The largest units a range runs from and to: years, months or days."""
    first, last = when.bounds
    if not when.fills_months:
        return UncertainDate.day(first), UncertainDate.day(last)
    if (first.month, last.month) == (1, 12):
        return UncertainDate.year(first.year), UncertainDate.year(last.year)
    return UncertainDate.month(first.year, first.month), UncertainDate.month(last.year, last.month)


def _joined(ends: _Ends, language: str) -> str:
    start, end = ends
    left, right = _first_end(ends, language), _unit(end, language)
    dash = "–" if start.unit == end.unit and left.isalnum() else " – "
    return f"{left}{dash}{right}"


def _first_end(ends: _Ends, language: str) -> str:
    """The first of two ends, without the month or year it shares with the second."""
    start, end = ends
    (first, _), (second, _) = start.bounds, end.bounds
    if first != second and first.year == second.year:
        match start.unit, end.unit:
            case "month", "month":
                return MONTHS[language][first.month - 1]
            case "day", "day" if first.month == second.month:
                return str(first.day)
            case "day", "day":
                return f"{first.day} {MONTHS[language][first.month - 1]}"
    return _unit(start, language)


def _seen(span: Span, language: str) -> str:
    """The words for a span of which only one sighting is known; "" for any other."""
    begun, lasted = span.start_latest, span.end_earliest
    if span.start_earliest or span.end_latest or not (begun and lasted and lasted <= begun):
        return ""
    return PHRASES[language]["seen"].format(_placed(UncertainDate(lasted, begun), language))


def _short(span: Span, language: str) -> str:
    """The words for a span whose known ends each fill one unit; "" for any other."""
    start, end = (span.start_earliest, span.start_latest), (span.end_earliest, span.end_latest)
    if not (_is_unit(start) or start == (None, None)) or not (_is_unit(end) or end == (None, None)):
        return ""
    began, ended = UncertainDate(*start), UncertainDate(*end)
    if began.known and ended.known:
        return _joined((began, ended), language)
    if began.known:
        return PHRASES[language]["since"].format(_unit(began, language))
    return PHRASES[language]["until"].format(_unit(ended, language)) if ended.known else ""


def _is_unit(bounds: tuple[date | None, date | None]) -> bool:
    return None not in bounds and UncertainDate(*bounds).unit != "range"


def _clauses(span: Span, language: str) -> str:
    clauses = (
        _clause("start", span.start_earliest, span.start_latest, language),
        _clause("end", span.end_earliest, span.end_latest, language),
    )
    return ", ".join(filter(None, clauses))


def _clause(cue: str, earliest: date | None, latest: date | None, language: str) -> str:
    phrases = PHRASES[language]
    if earliest and latest:
        bounds = _placed(UncertainDate(earliest, latest), language)
    elif earliest:
        bounds = phrases["not_before"].format(write_day(earliest, language))
    elif latest:
        bounds = phrases["not_after"].format(write_day(latest, language))
    else:
        return ""
    return phrases[cue].format(bounds)


def _placed(when: UncertainDate, language: str) -> str:
    """A time within a sentence: "pada 2019", "between 9 October 2019 and 3 May 2023"."""
    phrases = PHRASES[language]
    if when.unit == "range":
        return phrases["between"].format(*(_unit(end, language) for end in _ends(when)))
    return phrases["on_day" if when.unit == "day" else "in_time"].format(_unit(when, language))
