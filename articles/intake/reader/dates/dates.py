"""Dates in the text, and the one the release is about."""

from __future__ import annotations

from ..findings import Document, Moment, Remark
from .event_date import lead_event_date
from .moments import moments_in


def find_moments(document: Document) -> tuple[Moment, ...]:
    """Every date of title and body in order of place, resolved as far as the text and its date allow."""
    return moments_in(document)


def find_event_date(
    document: Document, moments: tuple[Moment, ...]
) -> tuple[Moment | None, tuple[Remark, ...]]:
    """The lead event's date, and what is wrong with dates: a weekday that contradicts, no day to be known."""
    return lead_event_date(document, moments)
