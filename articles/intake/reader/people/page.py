"""A document as words, with the bodies found in it marked: what the finder of people walks over."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from ..corrections import wrong_parts
from ..cues import table
from ..cues import words as cue_words
from ..findings import Document, Organization, Span
from ..words import Words, words_of
from .lexicon import Lexicon

_BEFORE_PLACES = frozenset(cue_words("before_places"))


@dataclass(frozen=True, slots=True)
class Page:
    """`bodies` leads from the first word of a body's mention to the word after it; `inside` holds its words.

    `headline` is the number of words of the title; `voids` are the words that a correction declares wrong;
    `places` are folded words that are places in this text; `parts` remembers what each word is in an office.
    """

    words: Words
    bodies: dict[int, int]
    inside: frozenset[int]
    voids: frozenset[int]
    headline: int
    places: frozenset[str] = frozenset()
    parts: dict[int, tuple[int, bool] | None] = field(default_factory=dict)

    def is_place(self, index: int) -> bool:
        """An unknown name that the release uses as a place somewhere: "di Asotipo", "Distrik Asotipo"."""
        return self.words.capital(index) and self.words.folded[index] in self.places


def page_of(document: Document, organizations: Iterable[Organization]) -> Page:
    words = words_of(document)
    bodies: dict[int, int] = {}
    for span in (mention for organization in organizations for mention in organization.mentions):
        first, end = _words_in(words, span)
        if first < end:
            bodies[first] = max(end, bodies.get(first, 0))
    inside = frozenset(index for first, end in bodies.items() for index in range(first, end))
    voids = frozenset(
        index for span in wrong_parts(document.flat) for index in range(*_words_in(words, span))
    )
    headline = bisect_left(words.starts, document.title.end)
    return Page(words, bodies, inside, voids, headline, _places_named(words))


def _places_named(words: Words) -> frozenset[str]:
    """The folded words in capitals right after "di", "Desa" …"""
    return frozenset(
        folded
        for index, folded in enumerate(words.folded)
        if index
        and words.folded[index - 1] in _BEFORE_PLACES
        and words.gaps[index] == " "
        and words.capital(index)
    )


def _words_in(words: Words, span: Span) -> tuple[int, int]:
    return bisect_left(words.starts, span.start), bisect_left(words.starts, span.end)


@cache
def places() -> Lexicon[str]:
    """Regions and countries in all their spellings, each with its first name."""
    entries = []
    for row in table("regions"):
        entries += [(name, row[0]) for name in (row[0], *_split(row[1:2]))]
    for row in (*table("countries"), *table("demonyms")):
        names = _split(row[1:2])
        entries += [(name, names[0]) for name in names if not name.endswith("?")]
    entries += [(row[0], row[0]) for row in (*table("cities"), *table("foreign_towns"))]
    return Lexicon(entries)


def _split(columns: Iterable[str]) -> list[str]:
    return [name.strip() for column in columns for name in column.split(",") if name.strip()]


@cache
def _namesake_countries() -> Lexicon[bool]:
    """Countries whose names are also names of people or common words."""
    names = (name for row in table("countries") for name in _split(row[1:2]))
    return Lexicon([(name.rstrip("?"), True) for name in names if name.endswith("?")])


def country_at(words: Words, index: int) -> int:
    """The same for "Peru", "Chad": countries only in an office."""
    found = _namesake_countries().at(words, index) if words.capital(index) else None
    return found[0] if found else index


def place_at(words: Words, index: int) -> int:
    """The word after the region or country that begins at `index`, or `index`."""
    found = places().at(words, index) if words.capital(index) else None
    return found[0] if found else index
