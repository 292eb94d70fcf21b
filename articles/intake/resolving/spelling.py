"""Whether two names may be one name, spelt differently."""

from __future__ import annotations

from collections.abc import Sequence

# Letters that may differ in all, and from how many letters on; a shorter name may differ in one.
FARTHEST, LONG_NAME = 2, 8
SHORT_WORD = 3


def close(one: Sequence[str], other: Sequence[str]) -> bool:
    """Names of the same number of words that differ, but only in a few letters."""
    if len(one) != len(other) or one == other:
        return False
    longest = max(sum(map(len, one)), sum(map(len, other)))
    allowed = FARTHEST if longest >= LONG_NAME else 1
    for first, second in zip(one, other, strict=True):
        allowed -= distance(first, second, allowed)
        if allowed < 0:
            return False
    return True


def distance(one: str, other: str, limit: int) -> int:
    """How many letters to insert, drop, replace or swap; anything over the limit is limit + 1."""
    if one == other:
        return 0
    if abs(len(one) - len(other)) > limit or min(len(one), len(other)) < SHORT_WORD:
        return limit + 1
    one, other = without_common_ends(one, other)
    if len(one) == len(other) == 2 and one == other[::-1]:
        return 1
    if max(len(one), len(other)) > 2 * limit + SHORT_WORD:
        return limit + 1
    return levenshtein(one, other)


def without_common_ends(one: str, other: str) -> tuple[str, str]:
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return one, other


def levenshtein(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, start=1):
        before, row[0] = row[0], number
        for column, facing in enumerate(other, start=1):
            change = before + (letter != facing)
            before, row[column] = row[column], min(change, row[column] + 1, row[column - 1] + 1)
    return row[-1]
