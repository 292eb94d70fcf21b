"""The words for agreements, as the cue files list them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..cues import table, words
from ..spellings import any_spelling

_FOLD = re.compile(r"[\s-]+")


@dataclass(frozen=True, slots=True)
class Word:
    """`need` says when a mention counts: alone, with a subject, in capitals, when signed, or in English."""

    kind: str
    form: str
    need: str


@cache
def heads() -> re.Pattern[str]:
    """Any word for an agreement, or the name of a well-known treaty."""
    known = any_spelling((row[0] for row in table("treaty_names")), exact=True)
    named = any_spelling(row[0] for row in table("agreement_words"))
    return re.compile(rf"(?:(?P<known>(?-i:{known}))|{named})", re.IGNORECASE)


def word_of(head: re.Match[str]) -> Word:
    if head["known"]:
        return Word("treaty", _treaty_forms()[_fold(head.group())], "nama")
    return _words()[_fold(head.group())]


def _fold(spelling: str) -> str:
    return _FOLD.sub(" ", spelling.casefold())


@cache
def _words() -> dict[str, Word]:
    return {_fold(row[0]): Word(*row[1:4]) for row in table("agreement_words")}


@cache
def _treaty_forms() -> dict[str, str]:
    return {_fold(name): form for name, form in table("treaty_names")}


@cache
def counts() -> dict[str, int | None]:
    """How many "kedua" and "tiga" are; None for "sejumlah"."""
    return {row[0]: int(row[1]) if len(row) > 1 and row[1] else None for row in table("count_words")}


PRIVATE = frozenset(words("private_agreements"))
