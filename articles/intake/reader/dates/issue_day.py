"""The day a release bears: given with it, in its dateline, in its letterhead, or above the signature."""

from __future__ import annotations

import re
from datetime import date

from ..findings import Document, Span
from .date_words import MONTH, MONTH_NUMBERS, WEEKDAY, YEAR, number

_DAY = rf"(?P<day>[0-9]{{1,2}})\s{{1,3}}(?P<month>{MONTH})\s{{1,3}}(?P<year>{YEAR})"
_BEARING = re.compile(
    rf"(?:[^\W\d_][\w.' ]{{1,30}}[,:]\s{{1,3}})?(?:{WEEKDAY},?\s{{1,3}})?{_DAY}\.?", re.IGNORECASE
)
_ANYWHERE = re.compile(rf"\b{_DAY}", re.IGNORECASE)
_FIRST, _LAST = 3, 5
_LETTERHEAD = 1000


def issue_day(document: Document) -> date | None:
    """None where nothing tells: "kemarin" and "Selasa" then remain open."""
    if document.published:
        return document.published
    if document.dateline and document.dateline.day:
        return document.dateline.day
    return _in_letterhead(document) or _on_its_own_line(document)


def written_day(document: Document) -> date | None:
    """The day on which the release speaks: its dateline's, where that is older than its publication."""
    issued, dateline = issue_day(document), document.dateline
    if issued and dateline and dateline.day:
        return min(issued, dateline.day)
    return issued


def _in_letterhead(document: Document) -> date | None:
    match = _ANYWHERE.search(document.flat, 0, min(document.title.start, _LETTERHEAD))
    return _day(match) if match else None


def _on_its_own_line(document: Document) -> date | None:
    """ "Jakarta, 6 Maret 2024" among the first or the last paragraphs, alone."""
    paragraphs = document.paragraphs
    for paragraph in (*paragraphs[:_FIRST], *paragraphs[max(_FIRST, len(paragraphs) - _LAST) :]):
        if match := _BEARING.fullmatch(document.flat, paragraph.span.start, paragraph.span.end):
            return _day(match)
    return None


def bears_date(flat: str, line: Span) -> bool:
    """Whether a line is a place and a date, as above a signature."""
    return _BEARING.fullmatch(flat, line.start, line.end) is not None


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), number(match["month"], MONTH_NUMBERS), int(match["day"]))
    except ValueError:
        return None
