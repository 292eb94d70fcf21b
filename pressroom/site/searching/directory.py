"""The names of the registers at hand: who or what the words of a query name, without asking the database.

Read once in each generation of everything public and kept in the memory of the process.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from articles.search.marks import mark
from articles.search.queries import Name, runs_of_words
from articles.search.stems import words
from pressroom.core.kept import kept_in_one_language
from pressroom.site.searching.names import Names
from pressroom.site.searching.register import Known, known, merged


@dataclass(frozen=True)
class Directory:
    rows: list[Known]
    merged: dict[tuple[str, str], str]
    by_name: dict[str, list[Known]] = field(default_factory=dict)
    by_key: dict[tuple[str, str], list[Known]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for row in self.rows:
            self.by_key.setdefault((row.kind, row.key.lower()), []).append(row)
            for name in row.names:
                self.by_name.setdefault(" ".join(words(name)), []).append(row)

    @cached_property
    def names(self) -> Names:
        return Names(self.rows)

    def label(self, kind: str, key: str) -> Known | None:
        return next(iter(self.by_key.get((kind, key), ())), None)

    def named_in(self, query: str) -> list[Known]:
        """What is called exactly one of the runs of words in a query, the longest names first."""
        return [row for run in runs_of_words(query) for row in self.by_name.get(run, ())]

    def names_of(self, rows: Iterable[Known]) -> Iterator[Name]:
        """Everything that these are called, with their marks; merged rows have marks of their own."""
        for kind, key in dict.fromkeys((row.kind, row.key.lower()) for row in rows):
            names = tuple(dict.fromkeys(name for row in self.by_key[kind, key] for name in row.names))
            yield Name(names, mark(kind, key))
            yield from (
                Name(names, mark(kind, old))
                for (of, old), new in self.merged.items()
                if (of, new) == (kind, key)
            )


@kept_in_one_language
def directory() -> Directory:
    return Directory(known(), merged())


def distinct(rows: Iterable[Known]) -> list[Known]:
    """Each thing once, where and as it was first found."""
    found: dict[tuple[str, str], Known] = {}
    for row in rows:
        found.setdefault((row.kind, row.key), row)
    return list(found.values())
