"""The word that was probably meant: the commonest of the nearest in a vocabulary. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

# Shorter words have too many neighbours.
SHORTEST, LONG = 4, 7
LONGEST = 30


def nearest(word: str, vocabulary: Mapping[str, int]) -> str | None:
    """A word of the vocabulary (words with their counts) one slip away, two for a long word; or None."""
    if not SHORTEST <= len(word) <= LONGEST:
        return None
    slips = 2 if len(word) >= LONG else 1
    found = [(slip, -vocabulary[other], other) for other, slip in neighbours(word, vocabulary, slips)]
    return min(found)[2] if found else None


def neighbours(word: str, vocabulary: Mapping[str, int], most: int) -> Iterator[tuple[str, int]]:
    for other in vocabulary:
        if abs(len(other) - len(word)) <= most and alike(word, other):
            slips = distance(word, other, most)
            if slips <= most:
                yield other, slips


def alike(word: str, other: str) -> bool:
    """Few slips spare neither beginning nor end of a word; it is looked at closely only if one stands."""
    return word[:2] == other[:2] or word[-3:] == other[-3:] or (word[0] == other[0] and word[-1] == other[-1])


def distance(one: str, other: str, most: int) -> int:
    """Letters left out, put in, changed or swapped with their neighbour; `most` + 1 if there are more."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        before, last, row = row, before, [place]
        for column, theirs in enumerate(other, start=1):
            cost = min(before[column] + 1, row[-1] + 1, before[column - 1] + (letter != theirs))
            swapped = place > 1 < column and letter == other[column - 2] and one[place - 2] == theirs
            row.append(min(cost, last[column - 2] + 1) if swapped else cost)
        if min(row) > most:
            return most + 1
    return row[-1]
