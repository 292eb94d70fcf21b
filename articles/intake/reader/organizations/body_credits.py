"""Where a text says who published it: a body's name there is an outlet's, "(gus/Diskominfo Sleman)"."""

from __future__ import annotations

import re
from functools import cache

from ..cues import any_of, words
from ..findings import Document, Paragraph, Span

_LONGEST = 80
_AT_END = re.compile(r"\([^()]{2,70}\)[\s.]*\Z")
_SENTENCE_ENDS = tuple(".!?”\"’'*…")


def outlet_spans(document: Document) -> tuple[Span, ...]:
    """In the order of the text: the dateline, the credits."""
    dateline = (document.dateline.span,) if document.dateline else ()
    below = (_credit(document.flat, paragraph) for paragraph in document.paragraphs)
    return tuple(sorted((*dateline, *filter(None, below)), key=lambda span: span.start))


def _credit(flat: str, paragraph: Paragraph) -> Span | None:
    """A whole line "Sumber: …", or what stands in parentheses behind the last sentence."""
    start, end = paragraph.span.start, paragraph.span.end
    if end - start <= _LONGEST and _label().match(flat, start, end):
        return paragraph.span
    found = _AT_END.search(flat, max(start, end - _LONGEST), end)
    if found is None:
        return None
    before = flat[max(start, found.start() - 3) : found.start()].rstrip()
    return Span(found.start(), end) if not before or before.endswith(_SENTENCE_ENDS) else None


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"\(?{any_of(words('credit_labels'))}\s?:", re.IGNORECASE)
