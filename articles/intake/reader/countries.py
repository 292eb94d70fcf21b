"""Countries by name, adjective, demonym and abbreviation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from .cues import table
from .findings import Country, Document, Span
from .organizations.bodies import having
from .phrases import Phrases
from .words import Words, words_of

HOME = "ID"
_JOINS = frozenset({" ", ", ", "-", "–", "/", " & "})


@dataclass(frozen=True, slots=True)
class _Meaning:
    """`code` is "" for what only holds a country's name; an unsure name is also a person's name or a word."""

    code: str
    unsure: bool = False


def find_countries(document: Document) -> tuple[Country, ...]:
    """In the order of their first mention. Also a name inside an organization's name counts."""
    words = words_of(document)
    mentions: dict[str, list[Span]] = {}
    index = 0
    while index < len(words):
        found = _names().at(words, index)
        if found is None:
            index += 1
            continue
        end, meaning = found
        if meaning.code and _meant(words, index, end, meaning):
            mentions.setdefault(meaning.code, []).append(words.span(index, end))
        index = end
    return tuple(Country(code, tuple(spans)) for code, spans in mentions.items())


def name_at(words: Words, index: int) -> int | None:
    """The end of a country's name that begins at word `index`."""
    found = _names().at(words, index)
    return found[0] if found and found[1].code else None


def code_at(words: Words, index: int) -> str:
    """The code of the country whose name or adjective begins at word `index`, or ""."""
    found = _names().at(words, index)
    return found[1].code if found else ""


def _meant(words: Words, first: int, end: int, meaning: _Meaning) -> bool:
    if words.gap(end).startswith("$"):
        return False
    if meaning.code != HOME and first and words.folded[first - 1] in _estranging() and _close(words, first):
        return False
    if _is_continent(words, first, end):
        return False
    return not meaning.unsure or not _among_names(words, first, end)


def _is_continent(words: Words, first: int, end: int) -> bool:
    """ "Direktur Amerika dan Eropa": a continent beside another one."""
    if end != first + 1 or words.folded[first] not in _continents():
        return False
    return any(_reaches_continent(words, first, step) for step in (-1, 1))


def _reaches_continent(words: Words, index: int, step: int) -> bool:
    """Is the next word on this side only a continent, behind a comma, a hyphen, "dan"?"""
    here = index + step
    if 0 <= here < len(words) and words.folded[here] in having("sambung"):
        here += step
    if not 0 <= here < len(words) or words.folded[here] not in _continents() or name_at(words, here):
        return False
    return all(words.gaps[gap] in _JOINS for gap in range(min(index, here) + 1, max(index, here) + 1))


def _close(words: Words, index: int) -> bool:
    return words.gaps[index] in {" ", ". "}


def _among_names(words: Words, first: int, end: int) -> bool:
    """Is another name beside it? An office before it ("Presiden Chad Mahamat Déby") makes it a country."""
    before = first and words.gaps[first] == " " and words.capital(first - 1) and words.gaps[first - 1] == " "
    if first and words.gaps[first] == " " and words.folded[first - 1] in _offices():
        return False
    return bool(before) or (words.gap(end) == " " and words.capital(end))


@cache
def _names() -> Phrases[_Meaning]:
    rows = (*table("countries"), *table("demonyms"))
    named = ((name, code) for code, names in rows for name in names.split(", "))
    meanings = [(name.removesuffix("?"), _Meaning(code, name.endswith("?"))) for name, code in named]
    others = (row[0] for row in table("not_countries") if not row[0].endswith("..."))
    return Phrases(meanings + [(name, _Meaning("")) for name in others])


@cache
def _continents() -> frozenset[str]:
    return frozenset(row[0].casefold() for row in table("continents"))


@cache
def _estranging() -> frozenset[str]:
    """Words after which a country's name is a language, a currency, a street."""
    return frozenset(
        row[0].removesuffix("...").strip() for row in table("not_countries") if row[0].endswith("...")
    )


@cache
def _offices() -> frozenset[str]:
    return frozenset(row[0].casefold() for row in table("before_bodies") if " " not in row[0])
