"""Who holds the office that a quote names: "Pangdam", "Kadis", "Menteri ATR", "mantan Kabareskrim itu"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from ..cues import words
from ..findings import Person, Span
from .office_words import spelt_out, words_of

_MOST = 100
_REACH = 90
_SMALL = frozenset({"dan", "dari", "di", "untuk", "pada", "of", "for", "the", "republik", "indonesia", "ri"})
_POINTING = frozenset({"itu", "tersebut", "ini", "sang"})
_SET_ASIDE = _POINTING | {word.casefold() for entry in words("role_qualifiers") for word in entry.split()}
_HEADS = frozenset(entry.split()[0].casefold() for entry in words("role_heads"))
_DEPUTY = "wakil"
_CAPITALS = re.compile(r"(?:[A-Z(][\w/.,()-]*\s(?:dan\s)?){1,9}$")


@dataclass(frozen=True, slots=True)
class _Role:
    """`own` are the words of the role, `words` also those of its body; `initials` of its own."""

    person: Person
    own: frozenset[str]
    words: frozenset[str]
    initials: str
    first: str


class Offices:
    """The roles of the first people of a text."""

    def __init__(self, flat: str, people: tuple[Person, ...]) -> None:
        self._roles = [role for person in people[:_MOST] if (role := _role(flat, person))]

    def holder(self, said: str, current: str, before: int) -> Person | None:
        """The person whose role has all these words.

        Of several the one whose role says the least beside; a lone word ("Kadis") means `current` or whoever
        was mentioned last `before`.
        """
        wanted = [word for word in words_of(said) if word.casefold() not in _SET_ASIDE]
        fitting = [role for role in self._roles if _fits(role, wanted)]
        if not fitting:
            return None
        return min(
            fitting, key=lambda role: (*_distance(role, wanted), *_absence(role.person, current, before))
        ).person


def _role(flat: str, person: Person) -> _Role | None:
    printed = words_of(person.role or _ahead(flat, person))
    own = [word for word in spelt_out(printed) if word not in _SET_ASIDE]
    if not own:
        return None
    initials = "".join(word[0] for word in own if word not in _SMALL)
    body = spelt_out(words_of(person.organization))
    return _Role(person, frozenset(own), frozenset([*own, *body]), initials, own[0])


def _ahead(flat: str, person: Person) -> str:
    """The capitals before a name whose role is unknown: "Jaksa Agung Muda Pengawasan (Jamwas) Dr."."""
    start = person.mentions[0].start if person.mentions else 0
    found = _CAPITALS.search(flat, max(0, start - _REACH), start)
    return found.group() if found else ""


def _fits(role: _Role, wanted: list[str]) -> bool:
    """Whether the words are an office, and all of it stands in the role; a Wakil Ketua is no Ketua."""
    asked = list(spelt_out(wanted))
    if role.first not in asked and not _HEADS.intersection(asked):
        return False
    if role.first == _DEPUTY and _DEPUTY not in asked:
        return False
    return all(role.words.issuperset(spelt_out([word])) or _abbreviates(word, role) for word in wanted)


def _abbreviates(word: str, role: _Role) -> bool:
    """ "BRB" in the role Kepala Badan Riset Bahari."""
    return len(word) > 1 and word.isupper() and word.casefold() in role.initials


def _distance(role: _Role, wanted: list[str]) -> tuple[bool, int]:
    """Another office comes last; then the one that says more beside."""
    asked = list(spelt_out(wanted))
    if len(wanted) == 1:
        return role.first != asked[0], 0
    covered = sum(len(word) for word in wanted if word.casefold() not in role.words)
    return role.first != asked[0], max(0, len(role.own.difference(asked, _SMALL)) - covered)


def _absence(person: Person, current: str, before: int) -> tuple[bool, int]:
    index = bisect_left(person.mentions, Span(before, before))
    return person.name != current, -person.mentions[index - 1].start if index else 1
