"""Many names looked up in a run of words at once: a tree of words, the longest name wins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from .words import Words, phrase

Value = TypeVar("Value")

# What may stand between two words of one name, whatever stands there in the cue file.
_JOINTS = frozenset({" ", "-", "–", "", ", ", "/", " / ", " & ", "'"})
_SHORTENED = 3


@dataclass(slots=True)
class _Node(Generic[Value]):
    after: dict[str, _Node[Value]] = field(default_factory=dict)
    values: dict[str, Value] = field(default_factory=dict)


class Phrases(Generic[Value]):
    """Names with what they mean. A name in capitals ("AS", "TNI AL") is known only in capitals."""

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._root: _Node[Value] = _Node()
        for name, value in entries:
            self._add(name, value)

    def _add(self, name: str, value: Value) -> None:
        node, words = self._root, phrase(name)
        for word in words.folded:
            node = node.after.setdefault(word, _Node())
        node.values[words.flat if name.isupper() else ""] = value

    def at(self, words: Words, index: int) -> tuple[int, Value] | None:
        """The longest name that begins at word `index`: the index after its last word, and its value."""
        node = self._root.after.get(words.folded[index])
        if node is None:
            return None
        found, here = None, index
        while node is not None:
            here += 1
            if node.values and (value := _meant(node.values, words, index, here)) is not None:
                found = (here, value)
            node = node.after.get(words.folded[here]) if here < len(words) and _joined(words, here) else None
        return found


def _joined(words: Words, index: int) -> bool:
    gap = words.gaps[index]
    return gap in _JOINTS or (gap in {". ", "."} and len(words.printed[index - 1]) <= _SHORTENED)


def _meant(values: dict[str, Value], words: Words, first: int, end: int) -> Value | None:
    """Names in capitals are known by exactly these; others by a capital at their beginning."""
    if len(values) > 1 or "" not in values:
        printed = words.flat[words.starts[first] : words.ends[end - 1]]
        if printed in values:
            return values[printed]
    return values.get("") if words.capital(first) else None
