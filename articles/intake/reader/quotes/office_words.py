"""What the words of an office say, spelt out: "Pangdam" is a panglima of a komando daerah militer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ..cues import table

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_FUSING = (("waka", ("wakil", "kepala")), ("ka", ("kepala",)), ("dan", ("komandan",)))
"""How an office is fused with the short name of its body: "Kadishub", "Danlanud"."""


def words_of(said: str) -> list[str]:
    return _WORD.findall(said)


def spelt_out(printed: Iterable[str]) -> Iterator[str]:
    """The same words in small letters, each short form in full."""
    for word in printed:
        yield from _full(word.casefold())


@cache
def _full(word: str) -> tuple[str, ...]:
    long = _long_forms()
    if word in long:
        return tuple(full for part in long[word] for full in long.get(part, (part,)))
    for short, office in _FUSING:
        body = word.removeprefix(short)
        if body != word and body in long:
            return (*office, *long[body])
    return (word,)


@cache
def _long_forms() -> dict[str, tuple[str, ...]]:
    """Words by their short forms; a title outdoes a body of the same letters."""
    pairs = [*_bodies(), *_ministers(), *((row[0], row[1]) for row in table("office_short_words"))]
    pairs += [(row[0], row[1]) for row in table("fused_titles")]
    return {
        short.casefold(): tuple(words_of(long.casefold())) for short, long in pairs if _is_one_word(short)
    }


def _is_one_word(short: str) -> bool:
    return _WORD.fullmatch(short) is not None


def _ministers() -> Iterator[tuple[str, str]]:
    for short, field, *_ in table("ministries_short"):
        yield f"Men{short}", f"Menteri {field}"
        yield f"Wamen{short}", f"Wakil Menteri {field}"


def _bodies() -> Iterator[tuple[str, str]]:
    """Short names of bodies, from every list that has a long name beside them."""
    for name, acronyms, *_ in table("bodies"):
        yield from ((short.strip().rstrip("?"), name) for short in acronyms.split(","))
    yield from ((row[0], row[1]) for row in table("organization_short_forms"))
    for row in table("body_words"):
        yield from _paired([row[0], *row[2:]])
    for row in table("fused_titles"):
        yield from _paired(row[2].split(","))


def _paired(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """ "Koramil" and "Komando Rayon Militer", whichever stands first."""
    forms = [name.strip() for name in names if name.strip()]
    long = next((name for name in forms if " " in name), None)
    if long:
        yield from ((short, long) for short in forms if " " not in short)
