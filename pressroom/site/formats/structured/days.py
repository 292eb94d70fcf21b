"""Uncertain dates in ISO 8601: as exactly as they are known, and never more so."""

from __future__ import annotations

from datetime import date

from pressroom.core.dates import UncertainDate


def iso(when: UncertainDate) -> str:
    """Such as "2007-05-12", "2007-05", "2007"; "" for "early 2025", a range and an unknown date."""
    if not when.known:
        return ""
    first, _last = when.bounds
    match when.unit:
        case "day":
            return first.isoformat()
        case "month":
            return f"{first:%Y-%m}"
        case "year":
            return f"{first:%Y}"
    return ""


def iso_between(earliest: date | None, latest: date | None) -> str:
    """`iso` of one end of a span; "" where a bound of it is not known."""
    return iso(UncertainDate(earliest, latest)) if earliest and latest else ""
