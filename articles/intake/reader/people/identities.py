"""Which sightings are the same person: full names, short names and misspelt ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..words import Words
from .names import is_known_name
from .page import Page
from .person_sightings import Sighting

_FUZZY, _LONG, _MOST = 4, 8, 40


@dataclass(slots=True)
class Identity:
    """One person: the folded words of the longest form of the name, and where it was seen, in order."""

    name: tuple[str, ...]
    sightings: list[Sighting] = field(default_factory=list)

    @property
    def last(self) -> int:
        return self.sightings[-1].first

    @property
    def main(self) -> list[Sighting]:
        """The sightings with the whole name."""
        return [seen for seen in self.sightings if seen.name_stop - seen.name == len(self.name)]


class Known:
    """The people so far, found by the words of their names; of many namesakes only the latest."""

    def __init__(self) -> None:
        self.identities: list[Identity] = []
        self._by_word: dict[str, list[Identity]] = {}

    def add(self, identity: Identity) -> None:
        self.identities.append(identity)
        self._index(identity, identity.name)

    def lengthen(self, identity: Identity, name: tuple[str, ...]) -> None:
        self._index(identity, tuple(word for word in name if word not in identity.name))
        identity.name = name

    def _index(self, identity: Identity, name: tuple[str, ...]) -> None:
        for word in dict.fromkeys(name):
            self._by_word.setdefault(word, []).append(identity)

    def same(self, name: Sequence[str]) -> Identity | None:
        """The one whose name these words shorten or complete; of several the one seen last."""
        namesakes = [known for word in name for known in self._by_word.get(word, [])[-_MOST:]]
        fitting = [known for known in namesakes if shortens(name, known.name) or shortens(known.name, name)]
        return max(fitting, key=lambda known: (len(set(name) & set(known.name)), known.last), default=None)

    def misspelt(self, name: Sequence[str], seen: Sighting) -> Identity | None:
        """The one whose name this nearly is: each word one letter off (long ones two), or its beginning."""
        if seen.suffixes or (seen.office and len(name) == 1):
            return None
        recent = self.identities[-_MOST:]
        near = [known for known in recent if len(name) <= len(known.name) and _nearly(name, known.name)]
        return max(near, key=lambda known: known.last, default=None)


def identify(page: Page, sightings: Iterable[Sighting]) -> list[Identity]:
    """The body first; a headline only adds who was seen in the body, or whose name it knows."""
    known = Known()
    for seen in sorted(sightings, key=lambda seen: (seen.first < page.headline, seen.first)):
        name, in_headline = folded_name(page.words, seen), seen.first < page.headline
        found = known.same(name) or known.misspelt(name, seen)
        if found:
            found.sightings.append(seen)
            if len(name) > len(found.name) and not in_headline:
                known.lengthen(found, name)
        elif seen.sure and not (in_headline and not all(map(is_known_name, name))):
            known.add(Identity(name, [seen]))
    return known.identities


def folded_name(words: Words, seen: Sighting) -> tuple[str, ...]:
    """Without the particle of "Tetenpun"."""
    name = words.folded[seen.name : seen.name_stop]
    if len(name[-1]) >= _LONG and name[-1].endswith("pun"):
        name = [*name[:-1], name[-1].removesuffix("pun")]
    return tuple(name)


def shortens(short: Sequence[str], name: Sequence[str]) -> bool:
    """All words of `short` stand in `name`, in this order."""
    rest = iter(name)
    return all(any(word == other for other in rest) for word in short)


def _nearly(name: Sequence[str], known: Sequence[str]) -> bool:
    if len(name) > 1 and len(name) != len(known):
        return False
    pairs = zip(name, known, strict=True) if len(name) == len(known) else ((name[0], part) for part in known)
    alike = [_alike(word, part) for word, part in pairs]
    return all(alike) if len(name) == len(known) else any(alike)


def _alike(word: str, part: str) -> bool:
    if word == part:
        return True
    if min(len(word), len(part)) < _FUZZY or abs(len(word) - len(part)) > _FUZZY:
        return False
    if part.startswith(word) or part.endswith(word):
        return True
    return word[0] == part[0] and distance(word, part, 2) <= (2 if len(part) >= _LONG else 1)


def distance(one: str, other: str, limit: int) -> int:
    """Letters to change, add or leave out (Levenshtein); more than `limit` is `limit` + 1."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, sign in enumerate(other, 1):
            changed = before[column - 1] + (letter != sign)
            now.append(min(changed, before[column] + 1, now[-1] + 1))
        before = now
    return before[-1]
