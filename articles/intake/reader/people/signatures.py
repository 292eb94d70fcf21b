"""Signature blocks: an office on one line, the name of its holder on another."""

from __future__ import annotations

from ..cues import words as cue_words
from ..words import BREAK, Words

_SIGNED = frozenset(cue_words("signed_words"))
_ON_BEHALF = frozenset({"a", "n", "an", "u", "b", "ub"})


def opens_line(words: Words, index: int) -> bool:
    """The paragraph begins here, "a.n." apart."""
    here = index
    while here and words.gaps[here] != BREAK and words.folded[here - 1] in _ON_BEHALF:
        here -= 1
    return words.gaps[here] == BREAK


def closes_line(words: Words, end: int) -> bool:
    """The paragraph ends before word `end`."""
    return words.gap(end) == BREAK


def line_below(words: Words, end: int) -> int | None:
    """The first word of the next paragraph, "ttd" passed over."""
    here = end
    while here < len(words) and words.folded[here] in _SIGNED and closes_line(words, here + 1):
        here += 1
    return here if here < len(words) and closes_line(words, here) else None


def goes_over(words: Words, end: int) -> bool:
    """The line ends without any sign: a hard wrap that was taken for a paragraph's end."""
    return words.flat[words.ends[end - 1] : words.ends[end - 1] + 1].isspace()
