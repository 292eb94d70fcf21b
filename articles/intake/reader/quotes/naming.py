"""How far the words go that name a speaker: `ujar | Kepala BRB, Komjen. Pol. Andi Wijaya, | usai rapat`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..cues import words
from ..findings import Span
from .speech import ENDS, PRONOUNS, is_document

LONGEST_DESCRIPTION = 14
_LONGEST_LOWER_RUN = 4
_TOKEN = re.compile(r"\S+")
_EDGES = ".,;:!?()[]“”\"'‘’«»"
_OPENING = frozenset('“"«„')
_POINTING = frozenset({"itu", "tersebut", "ini"})
_LISTING = frozenset({"dan", "serta"})
_INNER = _LISTING | frozenset({"untuk", "&", "-", "–"}) | frozenset(words("name_particles"))
_DAYS = frozenset(words("weekdays"))
_SHORTENED = re.compile(r"(?:^|\W)[A-Z]\.$|\w\.\w+\.$")
_DATE = re.compile(r"\(\s*\d")


def naming(flat: str, start: int, end: int) -> Span | None:
    """The words that name a speaker, from `start` on, or None where none is named."""
    tokens = list(_tokens(flat, start, end))
    if not tokens:
        return None
    first = _core(tokens[0])
    if first.lower() in PRONOUNS:
        at = tokens[0].start() + tokens[0].group().find(first)
        return Span(at, at + len(first))
    if not first or tokens[0].group()[0] in _OPENING or first in ENDS:
        return None
    return _described(tokens) if first[0].islower() and _described(tokens) else _named(tokens)


def _tokens(flat: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The words up to the end of the clause."""
    for token in _TOKEN.finditer(flat, start, end):
        yield token
        if token.group()[-1] in ";:?!":
            return


def _core(token: re.Match[str]) -> str:
    return token.group().strip(_EDGES)


def _described(tokens: list[re.Match[str]]) -> Span | None:
    """ "polisi yang pernah bertugas di Bali itu": small letters up to a pointing word."""
    for token in tokens[:LONGEST_DESCRIPTION]:
        word = _core(token)
        if word in _POINTING:
            return Span(tokens[0].start(), token.start() + len(word))
        if ENDS.get(word) is False:
            return None
    return None


def _named(tokens: list[re.Match[str]]) -> Span | None:
    """Capitals with the small words between them; without any capital, the words up to the next comma."""
    kept: list[re.Match[str]] = []
    for token in tokens:
        if not _goes_on(token, kept):
            break
        kept.append(token)
    return _trimmed(kept, tokens)


def _goes_on(token: re.Match[str], kept: list[re.Match[str]]) -> bool:
    raw, word = token.group(), _core(token)
    if not word or raw[0] in _OPENING or _DATE.match(raw):
        return False
    if kept and kept[-1].group().endswith(",") and not (word[0].isupper() or word in _LISTING):
        return False
    if word[0].isupper() or word[0].isdigit() or raw[0] == "(":
        return word not in _DAYS
    if word in _INNER or (word == "bersama" and kept and is_document(_core(kept[-1]))):
        return True
    return word not in ENDS and _lower_run(kept) < _LONGEST_LOWER_RUN


def _lower_run(kept: list[re.Match[str]]) -> int:
    run = 0
    for token in reversed(kept):
        if not _core(token)[0].islower():
            break
        run += 1
    return run


def _trimmed(kept: list[re.Match[str]], tokens: list[re.Match[str]]) -> Span | None:
    """Small words behind the last capital belong to what follows, unless they point back ("Jenderal itu")."""
    if any(_core(token)[0].isupper() for token in kept):
        if _pointed(kept, tokens):
            last = tokens[len(kept)]
            return Span(kept[0].start(), last.start() + len(_core(last)))
        while not _core(kept[-1])[0].isupper() and not _core(kept[-1])[0].isdigit():
            kept.pop()
    return Span(kept[0].start(), _end(kept[-1])) if kept else None


def _pointed(kept: list[re.Match[str]], tokens: list[re.Match[str]]) -> bool:
    return (
        len(kept) < len(tokens) and _core(tokens[len(kept)]) in _POINTING and kept[-1].group()[-1] not in ".,"
    )


def _end(token: re.Match[str]) -> int:
    """Without the punctuation behind it, but with the stop of a degree ("S.I.K.") and a closing bracket."""
    raw = token.group().rstrip(",;:!?“”\"'‘’«»")
    if raw.endswith(".") and not _SHORTENED.search(raw):
        raw = raw[:-1]
    return token.start() + len(raw)
