"""The body that an office belongs to, among the bodies found in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ..cues import table
from ..findings import Organization, Span
from ..words import BREAK, Words, phrase
from .page import Page, places
from .person_sightings import Sighting
from .roles import ALONE, FUSED, INNER, Head, opens_office_of_body

_HOME = frozenset({"republik", "indonesia", "ri", "negara", "dan", "untuk", "di", "of", "for", "pada"})
_SINGLE = frozenset({"polri", "kejaksaan", "kejagung", "tni"})
_NUMERALS = frozenset({"I", "II", "III", "IV", "V"})
_LONGEST_OFFICE = 4
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Employer:
    """`inferred` where the office does not name its body."""

    organization: Organization
    inferred: bool = False


def _key(office: str) -> str:
    """JAM-Intel as its words are read."""
    return " ".join(phrase(office).folded)


def _bodies_of(rows: tuple[tuple[str, ...], ...], column: int) -> dict[str, tuple[tuple[str, ...], ...]]:
    return {
        _key(row[0]): tuple(tuple(phrase(name).folded) for name in row[column].split(",") if name.strip())
        for row in rows
        if len(row) > column
    }


_FUSED_BODIES = _bodies_of(table("fused_titles"), 2)
_FUSED_OFFICES = {_key(row[0]): row[1] for row in table("fused_titles")}
_MINISTRIES = {row[0].casefold(): row[1] for row in table("ministries_short")}
_OFFICE_BODIES = _bodies_of(table("office_bodies"), 1)


def employer(page: Page, organizations: tuple[Organization, ...], seen: Sighting) -> Employer | None:
    """By name in the office; by what the office is called; by "dari …"; else the body being spoken of."""
    words, head = page.words, seen.office
    if head is None:
        return _origin(page, organizations, seen)
    office = words.span(head.first, seen.office_end)
    if found := _mentioned_in(office, organizations) or _named_in(
        words, head, seen.office_end, organizations
    ):
        return Employer(found)
    if origin := _origin(page, organizations, seen):
        return origin
    if not head.former and (found := _meant_by(words, head, seen.office_end, organizations)):
        return Employer(found, inferred=True)
    if head.former or not _inner(words, head, seen.office_end):
        return None
    found = _spoken_of(page, seen, organizations)
    return Employer(found, inferred=True) if found else None


def _origin(page: Page, organizations: tuple[Organization, ...], seen: Sighting) -> Employer | None:
    """The body in "… dari PNTL"."""
    if seen.body is None:
        return None
    found = _mentioned_in(page.words.span(seen.body, page.bodies[seen.body]), organizations)
    return Employer(found) if found else None


def _mentioned_in(office: Span, organizations: tuple[Organization, ...]) -> Organization | None:
    """The one with the longest mention inside the office."""
    best, length = None, 0
    for organization in organizations:
        index = bisect_left(organization.mentions, office)
        for mention in organization.mentions[index : index + 3]:
            if office.holds(mention) and mention.end - mention.start > length:
                best, length = organization, mention.end - mention.start
    return best


def _named_in(
    words: Words, head: Head, end: int, organizations: tuple[Organization, ...]
) -> Organization | None:
    said = " ".join(words.folded[head.first : end])
    for organization in organizations:
        names = (name for name in (organization.name, organization.acronym) if name)
        if any(f" {' '.join(phrase(name).folded)} " in f" {said} " for name in names):
            return organization
    return None


def _meant_by(
    words: Words, head: Head, end: int, organizations: tuple[Organization, ...]
) -> Organization | None:
    """Kapolri → Polri, Menhan → Kementerian Pertahanan, Gubernur X → Pemerintah Provinsi X."""
    if organizations and (found := _begun_by(words, end, organizations)):
        return found
    called = [(organization, _names(organization)) for organization in organizations]
    for body, rest in _openings(words, head, end):
        fitting = [organization for organization, names in called if _fits(names, body, rest)]
        if fitting:
            return max(fitting, key=lambda organization: len(organization.mentions))
    return None


def _begun_by(words: Words, end: int, organizations: tuple[Organization, ...]) -> Organization | None:
    """ "Komisi IX" of "Komisi IX DPR RI", "Koperasi" of the only one: it ends with a name's beginning."""
    for length in (3, 2, 1):
        said = words.folded[max(0, end - length) : end]
        begun = [other for other in organizations if phrase(other.name).folded[:length] == said]
        if len(begun) == 1 and words.capital(end - length):
            return begun[0]
    return None


def _names(organization: Organization) -> list[list[str]]:
    names = (phrase(name).folded for name in (organization.name, organization.acronym) if name)
    return [_unabridged(folded) for folded in names if folded]


def _unabridged(folded: list[str]) -> list[str]:
    """Kemhan as Kementerian Pertahanan, Jabar as Jawa Barat."""
    for opening in ("kemen", "kem"):
        if folded[0].startswith(opening) and folded[0].removeprefix(opening) in _MINISTRIES:
            long = phrase(f"Kementerian {_MINISTRIES[folded[0].removeprefix(opening)]}").folded
            return [*long, *folded[1:]]
    return folded


def _openings(words: Words, head: Head, end: int) -> Iterator[tuple[tuple[str, ...], frozenset[str]]]:
    """Pairs: how the body's name begins, and the words of the office that it must share."""
    folded = words.folded
    for start in range(head.first, end):
        for stop in range(min(end, start + _LONGEST_OFFICE), start, -1):
            said, rest = " ".join(folded[start:stop]), _significant(words, stop, end)
            for body in _FUSED_BODIES.get(said, ()):
                yield body, rest
            if ministry := _ministry(said):
                yield tuple(phrase(f"Kementerian {ministry}").folded), rest
            for body in _OFFICE_BODIES.get(said, ()):
                if rest:
                    yield body, rest


def _ministry(said: str) -> str | None:
    for opening in ("wamen", "men"):
        if said.startswith(opening) and " " not in said:
            return _MINISTRIES.get(said.removeprefix(opening))
    return None


def _fits(names: list[list[str]], body: tuple[str, ...], rest: frozenset[str]) -> bool:
    """The name begins so, and goes on with a word of the office; a body without more is what it is."""
    abroad = rest & _foreign()
    for folded in names:
        if tuple(folded[: len(body)]) == body and (not abroad or abroad & _places(folded)):
            others = _places(folded[len(body) :])
            if not rest or any(rest & _places(name) for name in names) or (not others and body[0] in _SINGLE):
                return True
    return False


@cache
def _foreign() -> frozenset[str]:
    """The words of the names of other countries."""
    names = (row[1].split(",")[0] for row in table("countries") if row[0] != "ID")
    return frozenset(word for name in names for word in phrase(name.strip("? ")).folded) - _HOME


def _significant(words: Words, first: int, end: int) -> frozenset[str]:
    return _places(words.folded[first:end])


def _places(folded: Sequence[str]) -> frozenset[str]:
    """The words, regions under their full names; without what every body of the country is called."""
    words, here = phrase(" ".join(folded).title()), 0
    said: set[str] = set()
    while here < len(words):
        place = places().at(words, here)
        said.update(phrase(place[1]).folded if place else (words.folded[here],))
        here = place[0] if place else here + 1
    return frozenset(word for word in said if word not in _HOME and len(word) > 1)


def _inner(words: Words, head: Head, end: int) -> bool:
    """An office inside a body that it does not name: Deputi, Direktur; no "Staf Ahli Gubernur"."""
    if any(opens_office_of_body(words, here) for here in range(head.end, end)):
        return False
    if head.kind == ALONE:
        return end == head.end or (end == head.end + 1 and words.printed[head.end] in _NUMERALS)
    office = _FUSED_OFFICES.get(" ".join(words.folded[head.first : head.end]), "")
    return head.kind == INNER or (
        head.kind == FUSED and office.startswith(("Sekretaris Utama", "Kepala Biro"))
    )


def _spoken_of(page: Page, seen: Sighting, organizations: tuple[Organization, ...]) -> Organization | None:
    """The body named last in the same sentence, else the one that the release is about."""
    start = page.words.starts[seen.first]
    sentence = _sentence_start(page.words, seen.first)
    before = [
        (mention.start, organization)
        for organization in organizations
        for mention in organization.mentions
        if sentence <= mention.start < start
    ]
    return max(before, key=lambda pair: pair[0])[1] if before else _protagonist(organizations)


def _protagonist(organizations: tuple[Organization, ...]) -> Organization | None:
    """The first body, if it is named again or is the only one; else the one that is named most."""
    named = sorted((org for org in organizations if org.mentions), key=lambda org: org.mentions[0].start)
    again = [org for org in named if len(org.mentions) > 1]
    if again and named[0] is again[0]:
        return named[0]
    most = max(again, key=lambda org: len(org.mentions), default=None)
    return named[0] if most is None and len(named) == 1 else most


def _sentence_start(words: Words, index: int) -> int:
    while index and not _begins_sentence(words, index):
        index -= 1
    return words.starts[index]


def _begins_sentence(words: Words, index: int) -> bool:
    gap = words.gaps[index]
    ended = gap[:1] in {".", "?", "!"} and " " in gap and len(words.printed[index - 1]) > _SHORT
    return gap == BREAK or (ended and words.capital(index))
