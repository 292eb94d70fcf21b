"""All names of the registers in one string: what begins so is found without a look at every row."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from articles.search.stems import words
from pressroom.site.searching.register import Known

KINDS = ("person", "organization", "agreement", "topic", "country", "event")


class Names:
    """A line for each row with the words of its names, a bar around each name; by kind, short names first."""

    def __init__(self, rows: Iterable[Known]) -> None:
        self.rows = sorted(rows, key=lambda row: (KINDS.index(row.kind), len(row.name), row.key))
        lines = [f"| {' | '.join(' '.join(words(name)) for name in row.names)} |\n" for row in self.rows]
        self.text = "".join(lines)
        self.starts = list(accumulate(map(len, lines), initial=0))

    def beginning(self, asked: Sequence[str], most: int) -> list[Known]:
        """What has all the (folded) words in its names, the last one perhaps unfinished.

        What is called just so comes first, then what begins so; each thing stands there once.
        """
        phrase = " ".join(asked)
        needles = [*(f" {word} " for word in asked[:-1]), *(f" {word}" for word in asked[-1:])]
        found: dict[tuple[str, str], Known] = {}
        for needle in (f"| {phrase} |", f"| {phrase}", max(needles, key=len)):
            for row, line in self.lines_with(needle):
                if all(other in line for other in needles):
                    found.setdefault((row.kind, row.key), row)
                if len(found) == most:
                    return list(found.values())
        return list(found.values())

    def lines_with(self, needle: str) -> Iterator[tuple[Known, str]]:
        place = self.text.find(needle)
        while place >= 0:
            number = bisect_right(self.starts, place) - 1
            start, end = self.starts[number], self.starts[number + 1]
            yield self.rows[number], self.text[start:end]
            place = self.text.find(needle, end)
