"""Whether words stand in a text exactly; only white space is folded."""

from __future__ import annotations

from itertools import accumulate


def fold(text: str) -> str:
    return " ".join(text.split())


def stands_in(words: str, text: str) -> bool:
    """Word for word, in the same case, across paragraphs if need be."""
    return bool(words.strip()) and fold(words) in fold(text)


def lines_of(text: str) -> list[str]:
    """The headline and the paragraphs, folded; empty ones left out."""
    return [line for line in map(fold, text.splitlines()) if line]


def paragraph_of(words: str, text: str) -> int | None:
    """The number of the line in which the words begin: 0 is the headline; None if they are not there."""
    return paragraph_in(words, lines_of(text))


def paragraph_in(words: str, lines: list[str]) -> int | None:
    """The same of a text whose lines are known already."""
    start = " ".join(lines).find(fold(words))
    if start < 0 or not words.strip():
        return None
    ends = accumulate(len(line) + 1 for line in lines)
    return next(number for number, end in enumerate(ends) if start < end)
