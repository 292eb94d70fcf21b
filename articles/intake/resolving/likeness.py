"""Which rows bear the name of a finding, and how well it fits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from articles.intake.resolving.index import Index
from articles.intake.resolving.names import MAIN, Name


class Likeness(IntEnum):
    """Better ones are greater; from ALIAS on the name itself is the registered one."""

    OFFICE = 1
    VARIANT = 2
    ACRONYM = 3
    ALIAS = 4
    EXACT = 5


@dataclass(frozen=True, slots=True)
class Bearer:
    """A row, already the survivor of its mergers, and the registered name that was met."""

    pk: int
    name: Name
    likeness: Likeness


def bearers(index: Index, kind: str, names: Iterable[str]) -> list[Bearer]:
    """Rows that bear one of these names, or where there are none those with a similar name."""
    asked = [name for name in names if name]
    exact = [name for text in asked for name in index.named(text, kind)]
    if exact:
        return best(index, ((name, likeness_of(name)) for name in exact))
    similar = [name for text in asked for name in index.alike(text, kind)]
    return best(index, ((name, Likeness.VARIANT) for name in similar))


def likeness_of(name: Name) -> Likeness:
    if name.form == MAIN:
        return Likeness.EXACT
    return Likeness.ACRONYM if name.form in ("short", "acronym") else Likeness.ALIAS


def best(index: Index, names: Iterable[tuple[Name, Likeness]]) -> list[Bearer]:
    """Each row once, with the name that fits best."""
    found: dict[int, Bearer] = {}
    for name, likeness in names:
        pk = index.survivor(name.kind, name.pk)
        if pk not in found or found[pk].likeness < likeness:
            found[pk] = Bearer(pk, name, likeness)
    return list(found.values())
