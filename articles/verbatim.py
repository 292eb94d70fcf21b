"""Whether words stand in a text exactly; only white space is folded."""

from __future__ import annotations


def fold(text: str) -> str:
    return " ".join(text.split())


def stands_in(words: str, text: str) -> bool:
    """Word for word, in the same case, across paragraphs if need be."""
    return bool(words.strip()) and fold(words) in fold(text)


def paragraph_of(words: str, text: str) -> int | None:
    """The number of the line in which the words begin: 0 is the headline; None if they are not there."""
    start = fold(text).find(fold(words))
    if start < 0 or not words.strip():
        return None
    end = -1
    for number, line in enumerate(line for line in map(fold, text.splitlines()) if line):
        end += len(line) + 1
        if start < end:
            return number
    return None
