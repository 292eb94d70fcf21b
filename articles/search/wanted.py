"""What a text must have to answer a question, as one expression that both databases' indexes understand.

All groups must hold, of a group any alternative; an alternative is a run of tokens (stems, or one mark).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple, Self

from articles.search.marks import TITLE, mark
from articles.search.stems import Term

Run = tuple[str, ...]


class Group(NamedTuple):
    """Any of the runs will do; with `prefix`, also whatever begins with the last token of the first."""

    runs: tuple[Run, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """`verbatim` are quoted passages: their stems are groups too, and their letters must stand so."""

    groups: tuple[Group, ...] = ()
    verbatim: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.groups)

    def also(self, marks: Iterable[Iterable[str]]) -> Self:
        """This, and of each of these sets of marks at least one."""
        more = tuple(Group(tuple((one,) for one in alternatives)) for alternatives in marks)
        return replace(self, groups=self.groups + more)

    def opened(self) -> Self:
        """This, with the last word taken for the beginning of one."""
        return replace(self, groups=(*self.groups[:-1], self.groups[-1]._replace(prefix=True)))

    def in_titles(self) -> Self:
        """The same asked of titles alone; marks stay as they are."""
        groups = tuple(Group(tuple(map(in_title, group.runs))) for group in self.groups)
        return replace(self, groups=groups)


def in_title(run: Run) -> Run:
    return run if ":" in run[0] else tuple(mark(TITLE, stem) for stem in run)


def wanted_terms(terms: Iterable[Term]) -> Wanted:
    return Wanted(tuple(Group(((term.stem,),), term.prefix) for term in terms))


def for_sqlite(wanted: Wanted) -> str:
    """An FTS5 query. Tokens are letters, digits and colons: nothing in them ends a quotation."""
    return " AND ".join(f"({fts5_group(group)})" for group in wanted.groups)


def fts5_group(group: Group) -> str:
    first, *others = (f'"{" ".join(run)}"' for run in group.runs)
    return " OR ".join([f"{first} *" if group.prefix else first, *others])


def for_postgresql(wanted: Wanted) -> str:
    """A tsquery as it is written out, to be cast: its lexemes are taken as they are."""
    return " & ".join(f"({tsquery_group(group)})" for group in wanted.groups)


def tsquery_group(group: Group) -> str:
    first, *others = (" <-> ".join(f"'{token}'" for token in run) for run in group.runs)
    return " | ".join(f"({run})" for run in [f"{first}:*" if group.prefix else first, *others])
