"""Phrases of a cue file, found in a run of words; the longest wins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from ..words import Words, phrase

Value = TypeVar("Value")

BLANK = frozenset({" ", "-"})
STOPPED = frozenset({" ", "-", ".", ". ", " (", ". (", "(", ".-"})


class Lexicon(Generic[Value]):
    """Case does not matter. `joints` are what may stand between two words of one phrase."""

    def __init__(self, entries: Iterable[tuple[str, Value]], joints: frozenset[str] = BLANK) -> None:
        self._joints = joints
        self._by_first: dict[str, list[tuple[list[str], Value]]] = {}
        for name, value in entries:
            folded = phrase(name).folded
            self._by_first.setdefault(folded[0], []).append((folded, value))
        for choices in self._by_first.values():
            choices.sort(key=lambda choice: -len(choice[0]))

    def __contains__(self, word: str) -> bool:
        """Whether a phrase begins with this folded word."""
        return word in self._by_first

    def at(self, words: Words, index: int) -> tuple[int, Value] | None:
        """The index after the longest phrase that begins at word `index`, and its value."""
        for folded, value in self._by_first.get(words.folded[index], ()):
            end = index + len(folded)
            if words.folded[index:end] == folded and self._joined(words, index, end):
                return end, value
        return None

    def _joined(self, words: Words, index: int, end: int) -> bool:
        return all(words.gaps[inner] in self._joints for inner in range(index + 1, end))
