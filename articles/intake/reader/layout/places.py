"""Names of places: known ones, and the forms that unknown ones have."""

from __future__ import annotations

import re

from ..cues import table, words

_CITIES = {city.casefold(): city for city in words("cities")}
_NOT_PLACES = frozenset(word.casefold() for word in words("not_places"))
_FIRST_WORDS = frozenset(word.casefold() for word, where in table("place_words") if where == "awal")
_LAST_WORDS = frozenset(word.casefold() for word, where in table("place_words") if where == "akhir")
_DIVISIONS = frozenset(word.casefold() for word in words("divisions"))
_KEPT = frozenset(words("place_initials"))
_LETTERS = re.compile(r"[^\W\d_]+(?:['’‘`][^\W\d_]+)*")
_SHORTEST_UNKNOWN = 4


def is_city(name: str) -> bool:
    """Whether the list knows this place, with or without "Kota" or "Kabupaten" before it."""
    folded = " ".join(name.split()).casefold()
    first, _, rest = folded.partition(" ")
    return folded in _CITIES or (first in _DIVISIONS and rest in _CITIES)


def looks_like_place(name: str) -> bool:
    """Whether an unknown name may be a place: no office or body, and short or formed like a place."""
    parts = name.casefold().split()
    if not parts or any(part in _NOT_PLACES for part in parts):
        return False
    if name.isupper() and len(name) < _SHORTEST_UNKNOWN:
        return False
    if len(parts) == 1:
        return len(name) >= _SHORTEST_UNKNOWN
    return parts[0] in _FIRST_WORDS or parts[-1] in _LAST_WORDS or name.isupper()


def title_case(name: str) -> str:
    """ "JAKARTA SELATAN" becomes "Jakarta Selatan"; initials such as DKI stay."""
    folded = " ".join(name.split())
    known = _CITIES.get(folded.casefold())
    if known and folded.isupper():
        return known
    return _LETTERS.sub(lambda match: _word(match.group()), folded)


def _word(printed: str) -> str:
    return printed if printed in _KEPT or not printed.isupper() else printed.capitalize()
