"""How far the subject of an agreement or a regulation goes: "Pelindungan Data Pribadi | yang berlaku"."""

from __future__ import annotations

import re

from ..cues import words

LONGEST = 320

_TOKEN = re.compile(r"\S+")
_EDGES = "“”\"'‘’(),;:.!?"
_CLOSING = {"“": "”", '"': '"', "‘": "’"}
_ENDING = re.compile(r"[.!?;:][”\"’')]*$")
_PASSIVE = re.compile(r"di[a-z]{4,}$")
_ACTIVE = re.compile(r"me(?:m|n|ng|ny|l|r|w|y)[a-z]{3,}$")
_ACRONYM = re.compile(r"\([A-Z][\w/&. -]{0,30}\)[,;.]?$")
_STOPS = frozenset(words("subject_stops"))
_CONNECTORS = frozenset(words("connectors"))
_SOFT = _STOPS & _CONNECTORS
_HARD = _STOPS - _CONNECTORS
_NOUNS = frozenset(words("di_nouns"))
_PLACES = frozenset(words("subject_places"))
_TIMES = frozenset(words("time_words"))
_MAY_BE_TIMES = frozenset({"hari", "mei", "minggu", "masa", "saat", "waktu"}) | _PLACES
_LOCAL = frozenset({"di", "pada", "ke"})
_SETTINGS = frozenset(words("setting_words"))
_LEADING = frozenset({"untuk", "dalam", "upaya", "cara", "to", "guna"})
_WITH = frozenset({"antara", "dengan", "bersama", "between", "with"})
_ABOUT = frozenset({"tentang", "mengenai", "terkait", "perihal", "soal", "on", "concerning"})
_LAST_JOINS = frozenset({"dan", "serta", "and", "&"})


def subject_end(flat: str, start: int, limit: int) -> int:
    """Where the noun phrase that starts here ends, at most at `limit`.

    A title in capitals goes on while its words are capitals or connectors; one in small letters until a word
    that cannot belong to it: a verb, "yang", a place, a time. Behind "antara" and "dengan" both may stand.
    """
    walk = _Walk(flat, start, min(limit, start + LONGEST))
    for token in _TOKEN.finditer(flat, start, walk.limit):
        if not walk.takes(token):
            break
    return walk.end


class _Walk:
    """The walk over a subject's words. `end` is behind the last word that surely belongs to it."""

    def __init__(self, flat: str, start: int, limit: int) -> None:
        self.flat, self.limit, self.end = flat, limit, start
        self.titled = self._titled_from(start)
        self.previous = ""
        self.listing = self.between = False
        self.quoted_until = 0

    def takes(self, token: re.Match[str]) -> bool:
        """Take one more word; False where the subject ends, with or before it."""
        if token.start() < self.quoted_until:
            return True
        raw, word = token.group(), token.group().strip(_EDGES)
        if raw[0] in _CLOSING:
            return self._takes_quoted(token)
        return self._fits(token, raw, word) and self._accept(token, raw, word)

    def _takes_quoted(self, token: re.Match[str]) -> bool:
        """A quoted title belongs as a whole; any other opening mark ends the subject."""
        closing = self.flat.find(_CLOSING[token.group()[0]], token.start() + 1, self.limit)
        if closing < 0:
            return False
        self.end = self.quoted_until = closing + 1
        return self.flat[closing + 1 : closing + 2] not in {".", ";", ","}

    def _fits(self, token: re.Match[str], raw: str, word: str) -> bool:
        lower = word.casefold()
        if raw[0] == "(":
            return bool(_ACRONYM.match(raw))
        if (lower in _SOFT and self.titled) or lower in _LOCAL:
            return self._leads_on(token.end())
        if not word or self._ends_at(word, lower):
            return False
        if lower in {"dengan", "bersama"} and self.previous and not self.between:
            return self._names_follow(token.end())
        if self.titled and word[0].islower():
            return lower in _CONNECTORS and (
                self._leads_on(token.end()) or self._turns_on(lower, token.end())
            )
        return self.titled or not (word[0].isdigit() and len(word) < 3)

    def _names_follow(self, at: int) -> bool:
        """Behind "dengan" in the middle of a subject a name must follow; else it tells how, not with whom."""
        following = _TOKEN.search(self.flat, at, self.limit)
        return following is not None and not following.group()[0].islower()

    def _ends_at(self, word: str, lower: str) -> bool:
        return lower in _STOPS or self._is_place_or_time(lower) or _is_verb(word, self.previous)

    def _is_place_or_time(self, lower: str) -> bool:
        """ "di Jakarta" and "pada Senin" say where and when; "di Bidang" goes on."""
        if self.previous == "pada":
            return lower in _TIMES or lower[0].isdigit()
        if self.previous in _LOCAL:
            return lower not in _PLACES
        return lower in _TIMES and lower not in _MAY_BE_TIMES

    def _leads_on(self, at: int) -> bool:
        """Whether a connector is followed by a word of the title, not by a new clause."""
        for token in _TOKEN.finditer(self.flat, at, min(at + 60, self.limit)):
            word = token.group().strip(_EDGES)
            lower = word.casefold()
            if not word or lower in _HARD or _is_verb(word, self.previous):
                return False
            if lower not in _CONNECTORS:
                return not self.titled or not word[0].islower() or lower in _PLACES
        return False

    def _turns_on(self, lower: str, at: int) -> bool:
        """Whether small letters may follow a title's capitals: behind "tentang", "dalam" with no occasion."""
        if lower in _WITH or lower in _ABOUT:
            return True
        following = _TOKEN.search(self.flat, at, self.limit)
        return lower == "dalam" and following is not None and following.group().strip(_EDGES) not in _SETTINGS

    def _accept(self, token: re.Match[str], raw: str, word: str) -> bool:
        self.previous = word.casefold()
        if self.previous in _CONNECTORS:
            self._turn(token.end())
            return True
        self.end = token.start() + len(_closed(raw))
        if raw.endswith(","):
            self.listing = self._goes_on_listing(token.end())
            return self.listing
        return not _ENDING.search(raw) and raw[-1] not in '”"’'

    def _turn(self, at: int) -> None:
        """Parties may be named in any letters; a topic has its own."""
        if self.previous in _WITH:
            self.titled = False
            self.between = self.between or self.previous in {"antara", "between"}
        elif self.previous in _ABOUT or self.previous == "dalam":
            self.titled = self._titled_from(at)

    def _goes_on_listing(self, at: int) -> bool:
        """Whether a comma parts the members of a list that ends in "dan …"."""
        for seen, token in enumerate(_TOKEN.finditer(self.flat, at, min(at + 140, self.limit))):
            raw, word = token.group(), token.group().strip(_EDGES)
            lower = word.casefold()
            if not word or lower in _HARD or lower in _TIMES or _is_verb(word, "") or _ENDING.search(raw):
                return False
            if lower in _LAST_JOINS:
                return (seen > 0 or self.listing) and self._leads_on(token.end())
            if self.titled and word[0].islower() and lower not in _CONNECTORS:
                return False
        return False

    def _titled_from(self, at: int) -> bool:
        """Whether the first word that is no connector is a capital."""
        for token in _TOKEN.finditer(self.flat, at, min(at + 60, self.limit)):
            word = token.group().strip(_EDGES)
            if word and word.casefold() not in _CONNECTORS:
                return word[0].isupper()
        return False


def _is_verb(word: str, previous: str) -> bool:
    if word in _CONNECTORS:
        return False
    if _PASSIVE.match(word):
        return word not in _NOUNS
    return bool(_ACTIVE.match(word)) and previous not in _LEADING and not word.endswith("an")


def _closed(raw: str) -> str:
    """The word without the punctuation behind it; the parenthesis of an acronym stays."""
    bare = raw.rstrip(".,;:!?")
    return bare if bare.endswith(")") and "(" in bare else raw.rstrip(_EDGES)
