"""A passage of a text around what was searched for, with the places that answer the query."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from articles.search.stems import WORD, search_terms, stem_text
from articles.search.wanted import Run, Wanted, wanted_terms

Segment = tuple[str, bool]

# Words of a text that are looked through for a passage to show.
READ = 1_200


def snippet(text: str, query: str, language: str, width: int = 200) -> list[Segment]:
    """`passage_for` the words of a query, each on its own."""
    return passage_for(text, wanted_terms(search_terms(query, language)), language, width)


def passage_for(text: str, wanted: Wanted, language: str, width: int = 200) -> list[Segment]:
    """A passage of at most about `width` characters as (text, is a match) segments, in reading order.

    It stands around the first match, or at the beginning where nothing matches; "…" marks where text was left
    out. Words match by their stems: "menanggulangi" answers "penanggulangan". Segments are plain text: escape
    them as any other.
    """
    runs = runs_by_start(wanted)
    first, last = next(matches(text, runs, language), (0, 0))
    start, end = passage(text, first, last, width)
    # Where nothing answers, nothing is looked for twice.
    found = segments(text[start:end].strip(), runs if last else {}, language)
    return ellipses(found, start > 0, end < len(text))


def runs_by_start(wanted: Wanted) -> dict[str, list[Run]]:
    """The runs of stems that answer, by their first stem; that of an opening ends with a star."""
    found: dict[str, list[Run]] = {}
    for group in wanted.groups:
        for place, run in enumerate(group.runs):
            opens = group.prefix and not place and len(run) == 1
            if ":" not in run[0]:
                found.setdefault(f"{run[0]}*" if opens else run[0], []).append(run)
    return found


def matches(text: str, runs: dict[str, list[Run]], language: str) -> Iterator[tuple[int, int]]:
    """Spans of the words that answer, each word once, those of a run of stems together."""
    openings = tuple(start[:-1] for start in runs if start.endswith("*"))
    done = 0
    for word in islice(WORD.finditer(text), READ if runs else 0):
        stems = stems_as_written(word[0], language)
        if word.start() < done:
            continue
        end = 0
        for stem in stems:
            if stem in runs:
                end = max([end, *(end_of(run, word, language) for run in runs[stem])])
            elif openings and stem.startswith(openings):
                end = max(end, word.end())
        if end:
            done = end
            yield word.start(), done


def end_of(run: Run, first: re.Match[str], language: str) -> int:
    """Where a run of stems ends that begins with this word; 0 if the words behind it are others."""
    if len(run) == 1:
        return first.end()
    behind = islice(WORD.finditer(first.string, first.start()), len(run))
    places = [(stem, word.end()) for word in behind for stem in stems_as_written(word[0], language)]
    start = next(place for place, (stem, _end) in enumerate(places) if stem == run[0])
    stands = tuple(stem for stem, _end in places[start : start + len(run)]) == run
    return places[start + len(run) - 1][1] if stands else 0


@lru_cache(maxsize=50_000)
def stems_as_written(word: str, language: str) -> tuple[str, ...]:
    return tuple(stem_text(word, language).split())


def passage(text: str, first: int, last: int, width: int) -> tuple[int, int]:
    """Bounds of a passage that holds text[first:last], most of it behind, cut between words."""
    start = max(0, first - width // 3)
    if start:
        start = next((space for space in range(start, first) if text[space].isspace()), first)
    end = max(last, start + width)
    if end < len(text):
        end = next((space for space in range(end, last, -1) if text[space].isspace()), last or end)
    return start, min(end, len(text))


def segments(text: str, runs: dict[str, list[Run]], language: str) -> list[Segment]:
    found: list[Segment] = []
    done = 0
    for start, end in matches(text, runs, language):
        found += [(text[done:start], False), (text[start:end], True)]
        done = end
    found.append((text[done:], False))
    return [segment for segment in found if segment[0]]


def ellipses(found: list[Segment], before: bool, behind: bool) -> list[Segment]:
    return [("… ", False)] * before + found + [(" …", False)] * behind
