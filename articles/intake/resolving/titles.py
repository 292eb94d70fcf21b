"""Ranks, degrees and titles as the text prints them around a name, known by their letters."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from articles.intake.reader import Span
from articles.intake.reader.findings import Person

# A title is at most so many pieces: "Mayjen TNI (Mar)".
MOST_PIECES = 3
PIECE = re.compile(r"[^\s,;]+")
LETTERS = re.compile(r"[^\W\d_]+")


def letters_of(title: str) -> str:
    return "".join(LETTERS.findall(title))


def key_of(title: str) -> str:
    """The same for "S.I.K.", "SIK" and "Sik"."""
    return letters_of(title).lower()


def titles_of(flat: str, person: Person, keys: Collection[str]) -> Iterator[Span]:
    """Each of these titles at the first place where the name stands in full."""
    name = person.full.find(person.name)
    start = flat.find(person.full, *near(person, flat)) if person.mentions else -1
    if start < 0 or name < 0:
        return
    yield from titles_in(flat, Span(start, start + name), keys)
    yield from titles_in(flat, Span(start + name + len(person.name), start + len(person.full)), keys)


def near(person: Person, flat: str) -> tuple[int, int]:
    first, length = person.mentions[0], len(person.full)
    return max(0, first.start - length), min(len(flat), first.end + length)


def titles_in(flat: str, part: Span, keys: Collection[str]) -> Iterator[Span]:
    """The longest at each piece."""
    pieces = list(PIECE.finditer(flat, part.start, part.end))
    place = 0
    while place < len(pieces):
        for count in range(min(MOST_PIECES, len(pieces) - place), 0, -1):
            together = pieces[place : place + count]
            span = Span(together[0].start(), together[-1].end())
            if key_of(flat[span.start : span.end]) in keys and not are_several(together, keys):
                yield span
                place += count - 1
                break
        place += 1


def are_several(pieces: list[re.Match[str]], keys: Collection[str]) -> bool:
    """ "Dr. H." are two titles, though "drh." is one."""
    return len(pieces) > 1 and all(key_of(piece[0]) in keys for piece in pieces)
