"""Places where only the office stands for a person: "Kepala BNPT", "Wamenlu", "mantan Kabareskrim itu"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from ..cues import any_of, table, words
from ..findings import Organization, Person, Span
from ..words import Words, fold, phrase
from .page import Page, places
from .person_sightings import Office
from .roles import role_stop

_FUSED = {" ".join(phrase(row[0]).folded): tuple(phrase(row[1]).folded) for row in table("fused_titles")}
_MINISTRIES = {row[0].casefold(): tuple(phrase(row[1]).folded) for row in table("ministries_short")}
_QUALIFIERS = frozenset(fold(word) for row in table("role_qualifiers") for word in row[0].split())
_POINTING = frozenset({"itu", "ini", "tersebut"})
_SMALL = frozenset(
    {"dan", "di", "untuk", "pada", "of", "for", "the", "bidang", "ri", "republik", "indonesia", "negara"}
)
_STARS = {fold(row[0]): int(row[1]) for row in table("star_numbers")}
_RANKS = sorted(
    ((tuple(phrase(row[0]).folded), int(row[1]) if len(row) > 1 else 0) for row in table("ranks")),
    key=lambda entry: -len(entry[0]),
)
_DESCRIBED = re.compile(
    rf"(?:(?<!\w){any_of(words('speech_verbs'))}\s|[.?!][”\"’']?\s)(?P<noun>{any_of(words('office_nouns'))})"
    rf"(?:\sbintang\s(?P<stars>{any_of(_STARS)}))?(?:\s[\w'’-]+){{0,8}}?\s(?:itu|tersebut|ini)\b",
    re.IGNORECASE,
)
_NEEDS_RANK = frozenset(fold(row[0]) for row in table("office_nouns") if row[1:] == ("pangkat",))
_MOST, _NEAR = 100, 1500


def titles_of(
    page: Page, people: list[Person], offices: Iterable[Office], organizations: tuple[Organization, ...]
) -> list[Person]:
    """The same people with the places of their offices; each place goes to whom it fits best."""
    found: dict[int, list[Span]] = {}
    meanings = _Meanings(organizations)
    roles = [_meaning_of_role(meanings, person) for person in people[:_MOST]]
    taken: list[Span] = []
    for office in offices:
        span = _place(page.words, office)
        number = _holder(page.words, people, roles, meanings, office, span)
        if number is not None:
            found.setdefault(number, []).append(span)
            taken.append(span)
    for span, number in _described(page, people, taken):
        found.setdefault(number, []).append(span)
    return [
        replace(person, titles=tuple(sorted(found.get(number, ())))) for number, person in enumerate(people)
    ]


def _place(words: Words, office: Office) -> Span:
    """With the word that points back: "Sestama BNPT itu"."""
    stop = role_stop(words, office.end)
    if words.gap(office.end) == " " and words.folded[office.end] in _POINTING:
        stop = words.ends[office.end]
    return Span(words.starts[office.head.first], stop)


class _Meanings:
    """What the words of an office say: fused titles spelt out, bodies by one sign, places by first name."""

    def __init__(self, organizations: tuple[Organization, ...]) -> None:
        self._bodies: dict[str, list[tuple[list[str], str]]] = {}
        for number, organization in enumerate(organizations):
            for name in (organization.name, organization.acronym):
                folded = phrase(name).folded if name else []
                if folded:
                    self._bodies.setdefault(folded[0], []).append((folded, f"#{number}"))
        for choices in self._bodies.values():
            choices.sort(key=lambda choice: -len(choice[0]))

    def of(self, said: str) -> frozenset[str]:
        words, here = phrase(said), 0
        meaning: set[str] = set()
        while here < len(words):
            end, signs = self._part(words, here)
            meaning.update(signs)
            here = end
        return frozenset(meaning - _SMALL - _POINTING)

    def _part(self, words: Words, here: int) -> tuple[int, Iterable[str]]:
        for folded, sign in self._bodies.get(words.folded[here], ()):
            if words.folded[here : here + len(folded)] == folded:
                return here + len(folded), (sign,)
        if place := places().at(words, here):
            return place[0], phrase(place[1]).folded
        for length in (2, 1):
            said = " ".join(words.folded[here : here + length])
            if spelt := _spelt_out(said):
                return here + length, spelt
        return here + 1, (words.folded[here],)


@cache
def _spelt_out(said: str) -> tuple[str, ...] | None:
    if said in _FUSED:
        return _FUSED[said]
    for opening, long in (("wamen", ("wakil", "menteri")), ("men", ("menteri",))):
        if said.startswith(opening) and said.removeprefix(opening) in _MINISTRIES:
            return (*long, *_MINISTRIES[said.removeprefix(opening)])
    return None


def _meaning_of_role(meanings: _Meanings, person: Person) -> frozenset[str]:
    return meanings.of(f"{person.role} {person.organization}") if person.role else frozenset()


def _holder(
    words: Words,
    people: list[Person],
    roles: list[frozenset[str]],
    meanings: _Meanings,
    office: Office,
    span: Span,
) -> int | None:
    """Whoever's role says all of it and the least beside; of equals the one mentioned last before."""
    wanted = meanings.of(words.span(office.head.first, office.end).of(words.flat))
    if office.head.former:
        return _latest(people, span) if _points_back(words, office) else None
    asked = wanted - _QUALIFIERS
    fitting = [
        (sum(not word.startswith("#") for word in role - asked - _QUALIFIERS), -_before(person, span), number)
        for number, (role, person) in enumerate(zip(roles, people, strict=False))
        if asked and asked <= role and _same_head(words, office, person)
    ]
    return min(fitting)[2] if fitting else None


def _same_head(words: Words, office: Office, person: Person) -> bool:
    """A Wakil Ketua is no Ketua: the offices must open with the same word, spelt out."""
    said = _first_word(words.span(office.head.first, office.head.end).of(words.flat))
    return said == _first_word(person.role)


def _first_word(role: str) -> str:
    folded = [word for word in phrase(role).folded if word not in _QUALIFIERS]
    for length in (2, 1):
        if spelt := _spelt_out(" ".join(folded[:length])):
            return spelt[0]
    return folded[0] if folded else ""


def _points_back(words: Words, office: Office) -> bool:
    return words.gap(office.end) == " " and words.folded[office.end] in _POINTING


def _before(person: Person, span: Span) -> int:
    """Where the person is last mentioned before `span`; -1 for never."""
    index = bisect_right(person.mentions, span)
    return person.mentions[index - 1].start if index else -1


def _latest(people: list[Person], span: Span) -> int | None:
    named = [(_before(person, span), number) for number, person in enumerate(people[:_MOST])]
    place, number = max(named, default=(-1, 0))
    return number if place >= 0 else None


def _described(page: Page, people: list[Person], taken: list[Span]) -> Iterable[tuple[Span, int]]:
    """ "jenderal bintang empat itu", "tutur perempuan asal Solo itu": whoever was mentioned last."""
    starts = [span.start for span in taken]
    for match in _DESCRIBED.finditer(page.words.flat):
        span = Span(match.start("noun"), match.end())
        near = taken[max(0, bisect_right(starts, span.end) - 2) : bisect_right(starts, span.end)]
        if any(span.overlaps(other) for other in near):
            continue
        number = _described_holder(people, span, fold(match["noun"]), _STARS.get(fold(match["stars"] or "")))
        if number is not None:
            yield span, number


def _described_holder(people: list[Person], span: Span, noun: str, stars: int | None) -> int | None:
    """Whoever was mentioned last, and not long ago, whose rank is what the words say."""
    named = [
        (_before(person, span), number)
        for number, person in enumerate(people[:_MOST])
        if _has_rank(person, stars, noun in _NEEDS_RANK)
    ]
    place, number = max(named, default=(-1, 0))
    return number if place >= max(0, span.start - _NEAR) else None


def _has_rank(person: Person, stars: int | None, any_rank: bool) -> bool:
    ranks = {_stars(prefix) for prefix in person.prefixes} - {None}
    return stars in ranks if stars is not None else bool(ranks) or not any_rank


def _stars(prefix: str) -> int | None:
    """Of a general; 0 for every other rank, None for no rank."""
    folded = tuple(phrase(prefix).folded)
    return next((stars for rank, stars in _RANKS if folded[: len(rank)] == rank), None)
