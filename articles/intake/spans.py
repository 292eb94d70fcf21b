"""Sets of places in a text, and the places that are somebody's own words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Protocol

from .reader.findings import Reading, Span

# A quotation inside one paragraph; a paragraph with an odd straight mark says nothing about where one ends.
_CURLY = re.compile(r"“[^“”]{1,5000}”")
_STRAIGHT = re.compile(r'"[^"]{1,5000}"')


class Named(Protocol):
    """A finding that stands in the text, once or more often."""

    @property
    def mentions(self) -> tuple[Span, ...]: ...


class Places:
    """Spans joined where they overlap, in order."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans: list[Span] = []
        for span in sorted(spans):
            last = self.spans[-1] if self.spans else None
            if last and span.start < last.end:
                self.spans[-1] = Span(last.start, max(last.end, span.end))
            else:
                self.spans.append(span)

    def touch(self, span: Span) -> bool:
        """Whether any of them overlaps this one."""
        place = bisect_right(self.spans, span.start, key=lambda one: one.end)
        return place < len(self.spans) and self.spans[place].overlaps(span)


def quotations(reading: Reading) -> Places:
    """Everything between quotation marks: the quotes that the reader found, and what it passed over."""
    found = (quote.span for quote in reading.quotes if quote.direct)
    marked = (_marked(reading.document.flat, line.span) for line in reading.document.paragraphs)
    return Places(chain(found, chain.from_iterable(marked)))


def _marked(flat: str, line: Span) -> Iterator[Span]:
    even = flat.count('"', line.start, line.end) % 2 == 0
    for pattern in (_CURLY, _STRAIGHT) if even else (_CURLY,):
        for match in pattern.finditer(flat, line.start, line.end):
            yield Span(*match.span())
