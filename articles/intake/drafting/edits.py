"""Replacements in a text, and where every place of the old text stands in the new one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from articles.intake.reader import Span

Replacement = tuple[Span, str]


class Edited:
    """`text` with replacements that do not overlap; of two that do, the first and longest one is made."""

    def __init__(self, text: str, replacements: Iterable[Replacement] = ()) -> None:
        self.made = chosen(replacements)
        pieces, end = [], 0
        for span, words in self.made:
            pieces += [text[end : span.start], words]
            end = span.end
        self.text = "".join((*pieces, text[end:]))
        self._ends = [span.end for span, _words in self.made]
        self._shifts = [0]
        for span, words in self.made:
            self._shifts.append(self._shifts[-1] + len(words) - (span.end - span.start))

    def place(self, span: Span) -> Span:
        """The same words afterwards; a span that cuts through a replacement grows to hold it whole."""
        start, end = span.start, span.end
        for made, _words in self.made:
            if made.overlaps(span):
                start, end = min(start, made.start), max(end, made.end)
        return Span(start + self._shift(start), end + self._shift(end))

    def _shift(self, offset: int) -> int:
        return self._shifts[bisect_right(self._ends, offset)]

    def words(self, span: Span) -> str:
        return self.place(span).of(self.text)


def chosen(replacements: Iterable[Replacement]) -> list[Replacement]:
    kept: list[Replacement] = []
    for span, words in sorted(replacements, key=lambda item: (item[0].start, -item[0].end)):
        if not kept or kept[-1][0].end <= span.start:
            kept.append((span, words))
    return kept
