"""Parts of a text, to be asked whether they hold a place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from ..findings import Span


class Parts:
    """Spans in order, none of them overlapping, with a quick look-up."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._starts, self._ends = [span.start for span in spans], [span.end for span in spans]

    def hold(self, at: int) -> bool:
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and at < self._ends[index]


def apart(spans: Iterable[Span]) -> list[Span]:
    """Sorted spans without those that begin inside another."""
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
