"""Two edits of one text that started from the same: which side to take, part by part. Pure functions.

A part is anything that is chosen as a whole: the text of a field, the links of one kind, a quote. Parts are
mappings from a name to a value; a row that is not there has the value None.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Side(StrEnum):
    MINE = "mine"
    THEIRS = "theirs"


class Unknown:
    """The value of a part whose beginning nobody recorded; equal to nothing."""


UNKNOWN = Unknown()


@dataclass(frozen=True)
class Difference:
    """A part of which the two sides end differently. `settled` is the side to take if only one changed it."""

    name: str
    base: Any
    mine: Any
    theirs: Any

    @property
    def settled(self) -> Side | None:
        if self.theirs == self.base:
            return Side.MINE
        return Side.THEIRS if self.mine == self.base else None


def differences(
    base: Mapping[str, Any] | None, mine: Mapping[str, Any], theirs: Mapping[str, Any]
) -> list[Difference]:
    """Where the two sides disagree, in the order of mine; no `base`: nobody knows where they started."""
    names = [*mine, *(name for name in theirs if name not in mine)]
    return [
        Difference(name, UNKNOWN if base is None else base.get(name), mine.get(name), theirs.get(name))
        for name in names
        if mine.get(name) != theirs.get(name)
    ]


def chosen(found: Iterable[Difference], choices: Mapping[str, str]) -> dict[str, Side | None]:
    """The side of each difference: as chosen, else as settled; None where somebody still has to choose."""
    known = {side.value: side for side in Side}
    return {d.name: known.get(choices.get(d.name, ""), d.settled) for d in found}
