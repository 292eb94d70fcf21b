"""The name of a speaker whom no finder knows: in "Kapolres AKBP Andi Wijaya, S.H." it is Andi Wijaya."""

from __future__ import annotations

import re

from ..cues import table, words

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_TITLES = frozenset(
    word.casefold()
    for name in ("ranks", "honorifics", "degrees_before", "degrees_after", "fused_titles", "role_heads")
    for entry in words(name)
    for word in _WORD.findall(entry)
)
_PARTICLES = frozenset(words("name_particles"))
_PLACES = frozenset(
    tuple(name.strip().split())
    for names in (*words("regions"), *words("cities"), *(row[1] for row in table("countries")))
    for name in names.split(",")
)
_LONGEST_PLACE = 4
_FAMILIAR = frozenset(word.casefold() for name in ("given_names", "family_names") for word in words(name))
_BEFORE_PLACES = frozenset({*words("place_nouns"), "asal", "dari", "di", "kelahiran"})
_BODIES = frozenset(
    [
        *(entry.split()[0] for entry in words("body_words")),
        *(short.strip().rstrip("?") for row in table("bodies") for short in row[1].split(",")),
        *words("organization_short_forms"),
    ]
)


def bare_name(said: str) -> str:
    """The last run of capitals between offices, ranks and degrees.

    A body ("KBRI Manila") and a description without a name ("juru bicara Kemlu") stay as they are.
    """
    if is_body(said):
        return said
    names = [run for run in map(_without_region, _runs(said)) if run]
    return " ".join(names[-1]) if names else said


def is_body(said: str) -> bool:
    """Whether the words open as the name of a body does, not with an office or a rank."""
    first = _WORD.match(said)
    return first is not None and (first[0] in _BODIES or _is_acronym(first[0]))


def has_familiar_name(said: str) -> bool:
    return any(word.casefold() in _FAMILIAR for word in said.split())


def _runs(said: str) -> list[list[str]]:
    runs: list[list[str]] = [[]]
    before = ""
    for raw in said.split():
        word = raw.rstrip(",;")
        if (_names(word) and (runs[-1] or before not in _BEFORE_PLACES)) or (word in _PARTICLES and runs[-1]):
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
        if raw != word and runs[-1]:
            runs.append([])
        before = word.casefold()
    return runs


def _names(word: str) -> bool:
    titled = word.rstrip(".").casefold() in _TITLES
    other = "/" in word or word in _BODIES or _is_acronym(word)
    return word[:1].isupper() and not titled and not other


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.rstrip(".").casefold() not in _TITLES


def _without_region(run: list[str]) -> list[str]:
    """In "Kapolda Jambi Andi Wijaya" the region belongs to the office; "Bogor" alone is no name."""
    if tuple(run) in _PLACES:
        return []
    for length in range(min(_LONGEST_PLACE, len(run) - 2), 0, -1):
        if tuple(run[:length]) in _PLACES:
            return run[length:]
    return run
