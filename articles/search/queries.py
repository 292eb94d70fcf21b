"""From what somebody typed to what a text must have: words, "quoted passages", names with other names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from articles.search.stems import (
    MAX_QUERY_LENGTH,
    MAX_QUERY_WORDS,
    WORD,
    fold,
    is_opening,
    stem_text,
    stems_of,
    stop_words,
)
from articles.search.wanted import Group, Run, Wanted

QUOTED = re.compile('["“”„]([^"“”„]+)["“”„]')
LONGEST_NAME = 8  # words


class Name(NamedTuple):
    """Everything that the register calls somebody or something, and the mark of texts that speak of it."""

    names: tuple[str, ...]
    mark: str


def words_in(query: str) -> list[str]:
    """The folded words outside quotation marks, whole ones within the bounds of a query."""
    plain = fold(QUOTED.sub(" ", query[:MAX_QUERY_LENGTH]))
    whole = [match[0] for match in WORD.finditer(plain) if match.end() <= MAX_QUERY_LENGTH]
    return whole[: 2 * MAX_QUERY_WORDS]


def runs_of_words(query: str) -> list[str]:
    """Every run of words in a query that may be a name, folded."""
    words = words_in(query)
    longest = min(LONGEST_NAME, len(words))
    return [
        " ".join(words[n : n + size]) for size in range(longest, 0, -1) for n in range(len(words) + 1 - size)
    ]


def wanted_of(query: str, language: str, known: Iterable[Name] = ()) -> Wanted:
    """What answers a query; a name in it also stands for the other names of what it names."""
    groups = dict.fromkeys([*quoted_groups(query, language), *word_groups(query, language, known)])
    return Wanted(tuple(groups)[:MAX_QUERY_WORDS], tuple(quoted(query)))


def quoted(query: str) -> list[str]:
    """Passages that must stand as they are, spaces folded."""
    passages = (" ".join(match[1].split()) for match in QUOTED.finditer(query[:MAX_QUERY_LENGTH]))
    return [passage for passage in passages if WORD.search(fold(passage))]


def quoted_groups(query: str, language: str) -> list[Group]:
    runs = (tuple(stem_text(passage, language).split()) for passage in quoted(query))
    return [Group((run,)) for run in runs if run]


def word_groups(query: str, language: str, known: Iterable[Name]) -> Iterator[Group]:
    words, called = words_in(query), names_by_words(known)
    place = 0
    while place < len(words):
        run = next((run for run in openings(words[place:]) if run in called), None)
        if run:
            yield Group(tuple(dict.fromkeys(runs_for(run, called[run], language))))
        elif words[place] not in stop_words(language):
            yield from (Group(((stem,),)) for stem in stems_of(words[place], language) if stem)
        place += len(run) if run else 1


def openings(words: Sequence[str]) -> Iterator[Run]:
    """The runs with which these words begin, the longest first."""
    return (tuple(words[:size]) for size in range(min(LONGEST_NAME, len(words)), 0, -1))


def names_by_words(known: Iterable[Name]) -> dict[Run, list[Name]]:
    found: dict[Run, list[Name]] = {}
    for name in known:
        for called in name.names:
            found.setdefault(tuple(WORD.findall(fold(called))), []).append(name)
    return found


def runs_for(asked: Run, names: Iterable[Name], language: str) -> Iterator[Run]:
    """What was typed first: it is what titles are searched for, and what may be left unfinished."""
    yield tuple(stem_text(" ".join(asked), language).split())
    for name in names:
        yield from (run for called in name.names if (run := tuple(stem_text(called, language).split())))
        yield (name.mark,)


def may_be_opening(query: str, language: str) -> bool:
    """Whether the last word may be the beginning of one: long enough, and not known to be complete."""
    words = words_in(query)
    return bool(words) and not query.rstrip().endswith(('"', "”")) and is_opening(words[-1], language)
