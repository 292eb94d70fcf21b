"""What the cue files know about bodies: names, acronyms, the words that open a name and those that end it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ..cues import table, words
from ..phrases import Phrases
from ..words import Words, phrase

_VERB = re.compile(r"me[mngrly]\w{4,}|di\w{4,}|ber\w{4,}")

# Before the next word of a name: a blank, also behind a short form in parentheses.
JOINS = frozenset({" ", ") "})


@dataclass(frozen=True, slots=True)
class Body:
    """A known body. `short`: found by its acronym; `unsure`: that also means something else.

    `regional`: a region may follow, and makes it a body of its own ("KPU Kota Bandung"); `branched`:
    "Indonesia" may follow, and the body stays the same ("WHO Indonesia").
    """

    name: str
    short: bool = False
    unsure: bool = False
    regional: bool = False
    branched: bool = False


@cache
def known_bodies() -> Phrases[Body]:
    return Phrases(_known())


def _known() -> Iterator[tuple[str, Body]]:
    for name, acronyms, *tails in table("bodies"):
        coined = name.isupper() or " " not in name
        regional, branched = "daerah" in tails, "negara" in tails
        yield name, Body(name, coined, False, regional, branched)
        for acronym in acronyms.split(", "):
            if acronym != "-":
                yield acronym.removesuffix("?"), Body(name, True, acronym.endswith("?"), regional, branched)


@dataclass(frozen=True, slots=True)
class Opener:
    """Words that open a body's name: the `way` it goes on, the words of the `long` form.

    `unsure`: a common word, too; then an office before it or a short form behind must show that it is a body.
    `venue`: after "di" it is only a place.
    """

    way: str
    long: tuple[str, ...]
    unsure: bool
    venue: bool


@cache
def openers() -> Phrases[Opener]:
    return Phrases((row[0], _opener(*row)) for row in table("body_words"))


def _opener(printed: str, way: str, long: str = "") -> Opener:
    return Opener(way.rstrip("?@"), folded_name(long or printed), way.endswith("?"), way.endswith("@"))


@cache
def folded_name(name: str) -> tuple[str, ...]:
    """The words of a name from a cue file."""
    return tuple(phrase(name).folded)


@cache
def regions() -> Phrases[tuple[str, ...]]:
    """Regions by name and short form, each with the words of its full name."""
    return Phrases(
        (short, tuple(phrase(names[0]).folded)) for names in table("regions") for short in _all(names)
    )


def _all(names: tuple[str, ...]) -> Iterable[str]:
    return (names[0], *(names[1].split(", ") if len(names) > 1 else ()))


@cache
def foreign_cities() -> Phrases[bool]:
    return Phrases((city, True) for city in words("foreign_cities"))


@cache
def region_words() -> frozenset[str]:
    return folded("region_words")


@cache
def name_words() -> frozenset[str]:
    """Fields of work, and all words of known bodies' names: such a word may follow "dan" in another name."""
    names = (phrase(row[0]) for row in table("bodies"))
    known = {word for name in names if openers().at(name, 0) for word in name.folded}
    return folded("body_fields") | known


@cache
def role_words() -> frozenset[str]:
    """The words that open an office, "Kepala", "Kapolda"; not those that are rather people ("Pedagang")."""
    heads = (row[0] for row in table("role_heads") if row[1:] != ("orang",))
    fused = (row[0] for row in table("fused_titles"))
    return frozenset(phrase(name).folded[0] for name in (*heads, *fused))


@cache
def person_words() -> frozenset[str]:
    """Ranks, degrees and honorifics: what follows is a person, what goes before is not the name's part."""
    ranks, honorifics, degrees = (
        {phrase(name).folded[0] for name in words(file)} for file in ("ranks", "honorifics", "degrees_before")
    )
    return frozenset(ranks | degrees | (honorifics - name_words()))


@cache
def having(trait: str) -> frozenset[str]:
    """The words with this trait: "anggota", "induk" … as the cue file says."""
    return frozenset(word for word, its in table("body_traits") if its == trait)


@cache
def common_words() -> frozenset[str]:
    """Words with a capital only because they begin a sentence or a title."""
    return folded("before_bodies")


@cache
def folded(file: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in words(file))


@cache
def given_names() -> frozenset[str]:
    return folded("given_names")


@cache
def company_roles() -> dict[str, list[list[str]]]:
    """Offices in companies as folded words, by their last word."""
    roles: dict[str, list[list[str]]] = {}
    for role in folded("company_roles"):
        roles.setdefault(role.split()[-1], []).append(role.split())
    return roles


@cache
def not_acronyms() -> frozenset[str]:
    return frozenset(word.upper() for word in words("not_bodies"))


def after_role(text: Words, index: int, window: int = 9) -> bool:
    """Does an office stand before, in the same run of words? A person's name may then follow the body's."""
    for here in range(index - 1, max(-1, index - 1 - window), -1):
        if text.folded[here] in role_words():
            return True
        if text.gaps[here] != " " or _VERB.fullmatch(text.printed[here]):
            return False
    return False


def _region_follows(text: Words, index: int) -> bool:
    """Behind "Kabupaten", behind "Kab.": the stop of a short form does not end the name."""
    gap = text.gap(index + 1)
    return gap == " " or (gap in {".", ". "} and text.folded[index] in having("singkat"))


def region_end(text: Words, index: int) -> int | None:
    """The end of a region's name that begins at word `index`: "Jabar", "Kota Bandung", "Provinsi Bali"."""
    if text.gap(index) not in JOINS:
        return None
    here = index
    while text.capital(here) and text.folded[here] in region_words() and _region_follows(text, here):
        here += 1
    if found := regions().at(text, here):
        return found[0]
    if city := foreign_cities().at(text, here):
        return city[0]
    return here + 1 if here > index and text.capital(here) else None
