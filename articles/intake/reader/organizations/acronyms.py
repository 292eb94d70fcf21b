"""Short forms in parentheses after a name, and capitals that stand for a body nobody explained."""

from __future__ import annotations

import re

from ..countries import name_at
from ..words import Words
from .bodies import folded, having, not_acronyms, regions, role_words

_LONGEST_NAME = 12
_LONGEST_WORD = 25
_MOST_WORDS = 4
_MOST_LETTERS = 30
_CAPITALS_INSIDE = 2
_CAPITALS = re.compile(r"[A-Z][A-Z0-9]{2,9}")
_ROMAN = re.compile(r"[IVXLCDM]+")


def parenthesis(words: Words, index: int) -> int | None:
    """The end of the few words in parentheses that begin at word `index`, or None."""
    if words.gap(index) not in {" (", "("}:
        return None
    for end in range(index + 1, index + 1 + _MOST_WORDS):
        if words.flat.startswith(")", words.ends[min(end, len(words)) - 1]):
            return end
        if words.gap(end) not in {" ", "-", "/", "&", " & "}:
            return None
    return None


def is_short_form(words: Words, first: int, end: int, name: str) -> bool:
    """May the words in parentheses be the short form of this name: "(BNPT)", "(Kejati Sumut)"?"""
    printed = words.flat[words.starts[first] : words.ends[end - 1]]
    if (
        len(printed) > _MOST_LETTERS
        or not (printed[0].isupper() or sum(map(str.isupper, printed)) >= _CAPITALS_INSIDE)
        or words.folded[first] in having("keterangan")
        or words.folded[first] in role_words()
    ):
        return False
    if _CAPITALS.fullmatch(words.printed[first]) and (
        end == first + 1 or words.gaps[first + 1] in {"-", "/"}
    ):
        return True
    return _letters_in_order(printed, name)


def _letters_in_order(short: str, name: str) -> bool:
    """Each letter of the short form comes in the name, in this order: "Kominfo", "Bakamla"."""
    letters = iter(name.casefold())
    return all(letter in letters for letter in short.casefold() if letter.isalnum())


def spelled_out(words: Words, index: int) -> int | None:
    """The first word of the name whose initials are the acronym at word `index`, read backwards from it."""
    initials = words.printed[index].casefold()
    here, left = index, len(initials)
    while (
        left
        and here > max(0, index - _LONGEST_NAME)
        and (here == index or words.gaps[here] in {" ", ", ", "-"})
    ):
        here -= 1
        if words.folded[here][0] == initials[left - 1] and words.capital(here):
            left -= 1
        elif words.capital(here):
            return None
    return here if not left else None


def explained_end(words: Words, first: int) -> int | None:
    """The end of a name from `first` whose initials follow: "Ikatan Pelajar Alam Raya (IPAR)"."""
    start = words.starts[first]
    if words.flat.find("(", start, start + _LONGEST_NAME * _LONGEST_WORD) < 0:
        return None
    here = first + 1
    while here < first + _LONGEST_NAME and words.gap(here) in {" ", ", ", "-"}:
        here += 1
    if words.gap(here) != " (" or not _CAPITALS.fullmatch(words.printed[here]):
        return None
    return here if spelled_out(words, here) == first else None


def introduced(words: Words, index: int) -> bool:
    """Does an office or a word for an actor stand directly before: "Ketua ABCD", "antara ABCD dan EFGH"?"""
    if words.gap(index) != " ":
        return False
    before = words.folded[index - 1]
    if before in having("kementerian"):
        return False
    return before in folded("actor_words") or (before in role_words() and words.capital(index - 1))


def is_unknown(words: Words, index: int) -> bool:
    """Capitals that are no common abbreviation, no region, no country, no number, no shouted line."""
    printed = words.printed[index]
    if not _CAPITALS.fullmatch(printed) or printed in not_acronyms() or _ROMAN.fullmatch(printed):
        return False
    if regions().at(words, index) or name_at(words, index):
        return False
    return not _shouted(words, index)


def _shouted(words: Words, index: int) -> bool:
    """Is the whole line in capitals?"""
    near = [words.printed[here] for here in range(max(0, index - 3), min(len(words), index + 4))]
    long = [word for word in near if len(word) > 1]
    return sum(word.isupper() for word in long) > len(long) * 0.7 and len(long) > 3
