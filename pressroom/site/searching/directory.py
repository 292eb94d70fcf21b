"""The names of the registers at hand: who or what the words of a query name, without asking the database.

Read once in each generation of everything public and kept in the memory of the process; a token in the shared
cache lets go of it wherever that is emptied.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.core.cache import cache

from articles.search.marks import mark
from articles.search.queries import Name, runs_of_words
from articles.search.stems import WORD, fold
from pressroom.core import generation
from pressroom.site.searching.register import Known, known, merged

KINDS = ("person", "organization", "agreement", "topic", "country", "event")
TOKEN = "searching:token"  # noqa: S105 - names a cache entry


@dataclass(frozen=True)
class Directory:
    """`folded` holds the words of each row's names, a bar around each name."""

    rows: list[Known]
    merged: dict[tuple[str, str], str]
    folded: list[str] = field(default_factory=list)
    by_name: dict[str, list[Known]] = field(default_factory=dict)
    by_key: dict[tuple[str, str], list[Known]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for row in self.rows:
            names = [" ".join(words(name)) for name in row.names]
            self.folded.append(f"| {' | '.join(names)} |")
            self.by_key.setdefault((row.kind, row.key.lower()), []).append(row)
            for name in names:
                self.by_name.setdefault(name, []).append(row)

    def label(self, kind: str, key: str) -> Known | None:
        return next(iter(self.by_key.get((kind, key), ())), None)

    def named_in(self, query: str) -> list[Known]:
        """What is called exactly one of the runs of words in a query, the longest names first."""
        return [row for run in runs_of_words(query) for row in self.by_name.get(run, ())]

    def beginning(self, asked: Sequence[str]) -> list[Known]:
        """What has all the (folded) words in its names, the last one perhaps unfinished; the best first."""
        needles = [*(f" {word} " for word in asked[:-1]), *(f" {word}" for word in asked[-1:])]
        found = [
            (row, text)
            for row, text in zip(self.rows, self.folded, strict=True)
            if needles and all(needle in text for needle in needles)
        ]
        phrase = " ".join(asked)
        return [row for row, _text in sorted(found, key=lambda pair: nearness(pair[0], pair[1], phrase))]

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


def nearness(row: Known, text: str, phrase: str) -> tuple[bool, bool, int, int, str]:
    """Called just so, then beginning so, then by kind; the shortest name first."""
    return (
        f"| {phrase} |" not in text,
        f"| {phrase}" not in text,
        KINDS.index(row.kind),
        len(row.name),
        row.key,
    )


def words(name: str) -> list[str]:
    return WORD.findall(fold(name))


class AtHand:
    """The directory of the generation that was asked for last; one attribute, since threads share it."""

    last: tuple[tuple[str, str], Directory] | None = None


def directory() -> Directory:
    now = (generation.current(), str(cache.get_or_set(TOKEN, lambda: uuid.uuid4().hex, None)))
    if AtHand.last is None or AtHand.last[0] != now:
        AtHand.last = (now, Directory(known(), merged()))
    return AtHand.last[1]


def distinct(rows: Iterable[Known]) -> list[Known]:
    """Each thing once, where and as it was first found."""
    found: dict[tuple[str, str], Known] = {}
    for row in rows:
        found.setdefault((row.kind, row.key), row)
    return list(found.values())
