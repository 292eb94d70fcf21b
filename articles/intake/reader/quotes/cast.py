"""The people of a text by place, and who is meant by the words that name a speaker."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..findings import Person, Span
from .bare_names import bare_name
from .offices import Offices

_ALIKE = 0.75
_STEM = 4
_TWO = 2
_JOINED = re.compile(r"[^,;]{0,60}?,?\s(?:dan|serta|&|and)\s")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Place:
    span: Span
    person: Person
    title: bool


class Cast:
    """`places` are all mentions of names and offices, in order."""

    def __init__(self, flat: str, people: tuple[Person, ...]) -> None:
        self.flat, self.people = flat, people
        self.places = sorted(
            (
                Place(span, person, title)
                for person in people
                for title, spans in ((False, person.mentions), (True, person.titles))
                for span in spans
            ),
            key=lambda place: (place.span, place.title),
        )
        self._starts = [place.span.start for place in self.places]
        self._offices = Offices(flat, people)

    def within(self, span: Span) -> Iterator[Place]:
        """The mentions that begin inside `span`."""
        index = bisect_left(self._starts, span.start)
        while index < len(self.places) and self._starts[index] < span.end:
            yield self.places[index]
            index += 1

    def named(self, span: Span) -> Person | None:
        """The person whose name stands in these words; of several the one named last behind a comma.

        Of those who speak together ("Andi dan Budi") it is the first, and so where a name opens the words.
        """
        if together := self.together(span):
            return together[0]
        found: Place | None = None
        for place in self.within(span):
            if found is None or self._outdoes(place, found):
                found = place
            if place.span.start == span.start and not place.title:
                break
        return found.person if found else None

    def together(self, span: Span) -> list[Person]:
        """Everybody named, where the last two names are joined by "dan"; nobody else."""
        named = [place for place in self.within(span) if not place.title]
        people = list({place.person.name: place.person for place in named}.values())
        if len(people) < _TWO:
            return []
        between = self.flat[named[-2].span.end : named[-1].span.start]
        return people if _JOINED.match(between) else []

    def _outdoes(self, place: Place, found: Place) -> bool:
        return not place.title and (found.title or "," in self.flat[found.span.end : place.span.start])

    def in_office(self, said: str, current: str = "", before: int | None = None) -> Person | None:
        """The person whose role has all these words; of several `current`, or the one named last `before`."""
        return self._offices.holder(said, current, len(self.flat) if before is None else before)

    def misspelt(self, said: str) -> Person | None:
        """The person whose name is nearly these words: "Iksan" for Ihsan, "Alam" for Alamsyah."""
        printed = [word.casefold() for word in _WORD.findall(bare_name(said)) if word[0].isupper()]
        for person in self.people if printed else ():
            parts = [part.casefold() for part in person.name.split()]
            if all(any(_alike(word, part) for part in parts) for word in printed):
                return person
        return None


def _alike(word: str, part: str) -> bool:
    if word == part or word[0] != part[0] or len(word) < _STEM:
        return word == part
    return part.startswith(word) or SequenceMatcher(None, word, part, autojunk=False).ratio() >= _ALIKE
