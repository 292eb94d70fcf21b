"""All names of the registers, sorted: what begins so is found without a look at every row."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import chain, takewhile

from articles.search.stems import words
from pressroom.site.searching.register import Known

KINDS = ("person", "organization", "agreement", "topic", "country", "event")


class Names:
    """Rows by kind, short names first, and by their places: whole names and single words in their alphabet.

    The line of a row has the words of its names, a bar around each name.
    """

    def __init__(self, rows: Iterable[Known]) -> None:
        self.rows = sorted(rows, key=lambda row: (KINDS.index(row.kind), len(row.name), row.key))
        called = [[" ".join(words(name)) for name in row.names] for row in self.rows]
        self.lines = [f"| {' | '.join(names)} |" for names in called]
        self.names = places(called)
        self.words = places(" ".join(names).split() for names in called)
        self.sorted_names, self.sorted_words = sorted(self.names), sorted(self.words)

    def beginning(self, asked: Sequence[str], most: int) -> list[Known]:
        """What has all the (folded) words in its names, the last one perhaps unfinished.

        What is called just so comes first, then what begins so; each thing stands there once.
        """
        phrase = " ".join(asked)
        found: dict[tuple[str, str], Known] = {}
        for place in chain(self.names.get(phrase, ()), self.opened_by(phrase), self.having(asked)):
            row = self.rows[place]
            found.setdefault((row.kind, row.key), row)
            if len(found) == most:
                break
        return list(found.values())

    def opened_by(self, phrase: str) -> list[int]:
        """Places of what has a name that begins so."""
        return sorted({place for name in begun(self.sorted_names, phrase) for place in self.names[name]})

    def having(self, asked: Sequence[str]) -> Iterator[int]:
        """Places of what has all the words, looked for among those that have the rarest of them."""
        needles = [*(f" {word} " for word in asked[:-1]), *(f" {word}" for word in asked[-1:])]
        whole = [[self.words.get(word, [])] for word in asked[:-1]]
        unfinished = [self.words[word] for word in begun(self.sorted_words, asked[-1])]
        rarest = min([*whole, unfinished], key=lambda some: sum(map(len, some)))
        return (place for place in merge(*rarest) if all(needle in self.lines[place] for needle in needles))


def places(called: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """Where each of these stands, in order."""
    found: dict[str, list[int]] = {}
    for place, names in enumerate(called):
        for name in dict.fromkeys(names):
            found.setdefault(name, []).append(place)
    return found


def begun(ordered: Sequence[str], opening: str) -> Iterator[str]:
    """Those of the sorted words that begin so."""
    first = bisect_left(ordered, opening)
    return takewhile(
        lambda word: word.startswith(opening), map(ordered.__getitem__, range(first, len(ordered)))
    )
