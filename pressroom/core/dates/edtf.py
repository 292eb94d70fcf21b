"""Dates and spans as EDTF, the Extended Date/Time Format of ISO 8601-2:2019.

Described at https://www.loc.gov/standards/datetime/. Thirds of a year are its quadrimesters, 37 to 39 in the
place of the month (level 2). An end known on one side only is "one of a set" (level 2): `[..2024-10-09]` is
some day up to 9 October 2024.
"""

from datetime import date

from .values import Span, UncertainDate

_BEFORE_FIRST_QUADRIMESTER = 36


def when_edtf(when: UncertainDate) -> str | None:
    """Such as `2024-10-09`, `2024-10`, `2007`, `2025-37`, else the interval `2024-10-09/2024-10-11`."""
    if not when.known:
        return None
    first, last = when.bounds
    match when.unit:
        case "day":
            return first.isoformat()
        case "month":
            return first.isoformat()[:7]
        case "third":
            return f"{first.year:04}-{_BEFORE_FIRST_QUADRIMESTER + when.third_number}"
        case "year":
            return f"{first.year:04}"
    return f"{first.isoformat()}/{last.isoformat()}"


def span_edtf(span: Span) -> dict[str, str | None] | None:
    """`start` and `end`, each EDTF or None where nothing is known of it; None for an empty span."""
    if span == Span():
        return None
    return {
        "start": _end_edtf(span.start_earliest, span.start_latest),
        "end": _end_edtf(span.end_earliest, span.end_latest),
    }


def _end_edtf(earliest: date | None, latest: date | None) -> str | None:
    if earliest and latest:
        return when_edtf(UncertainDate(earliest, latest))
    if earliest:
        return f"[{earliest.isoformat()}..]"
    return f"[..{latest.isoformat()}]" if latest else None
