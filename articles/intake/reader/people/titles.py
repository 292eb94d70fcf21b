"""What stands around a name: ranks, degrees and honorifics before it, degrees after it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..cues import table
from ..cues import words as cue_words
from ..words import BREAK, Words
from .lexicon import STOPPED, Lexicon

ADDRESS, NEEDS_STOP = "sapaan", "titik"

_RANK = "pangkat"
_PREFIXES = Lexicon(
    [
        *((row[0], _RANK) for row in table("ranks")),
        *((row[0], row[1] if len(row) > 1 else "") for row in table("honorifics")),
        *((row[0], row[1] if len(row) > 1 else "") for row in table("degrees_before")),
    ],
    STOPPED,
)
_RANK_SUFFIXES = Lexicon([(name, len(name) == 1) for name in cue_words("rank_suffixes")], STOPPED)
_DEGREES = frozenset(name.casefold() for name in cue_words("degrees_after"))
UNCAPITALISED = frozenset({"dr", "drg", "drh", "ir", "apt", "ns"})
_AFTER_PREFIX = frozenset({" ", ".", ". ", ") ", ")", ".) ", "' "})
_BETWEEN_DEGREES = re.compile(r"\.?\)? ?[,;]? ?\Z")
_IN_PARENTHESES = frozenset({"han", "k", "hons", "hon", "c", "cand", "uk", "usa"})
_LONGEST_CHAIN, _LONGEST_DEGREE, _SHORT = 8, 5, 3


@dataclass(frozen=True, slots=True)
class Before:
    """Titles before a name, words `first` to `end`, `names` as printed.

    Without `full` the words are a mere form of address (Bapak, Ibu), which is no part of the full name.
    """

    first: int
    end: int
    names: tuple[str, ...]
    full: bool
    rank: bool
    stopped: bool


@dataclass(frozen=True, slots=True)
class After:
    """Degrees after a name: `end` is the word after them, `stop` the character."""

    end: int
    stop: int
    names: tuple[str, ...]


def titles_before(words: Words, index: int) -> Before | None:
    """The chain of titles that begins at word `index`, if a capital follows it."""
    names: list[str] = []
    here, full, rank = index, False, False
    while here < len(words) and len(names) < _LONGEST_CHAIN and (here == index or _goes_on(words, here)):
        found = _title(words, here)
        if found is None:
            break
        end, kind = found
        names.append(_printed(words, here, end))
        here, full, rank = end, full or kind != ADDRESS, rank or kind == _RANK
    named = here > index and words.capital(here) and _goes_on(words, here)
    if not named:
        return None
    return Before(index, here, tuple(names), full, rank, words.gap(here).startswith("."))


def _goes_on(words: Words, index: int) -> bool:
    """Also past the end of a line, where a stop shows that it is no end: "Prof. Dr.", then the name."""
    gap = words.gap(index)
    if gap == BREAK and 0 < index < len(words):
        return words.flat.startswith(".", words.ends[index - 1])
    return gap in _AFTER_PREFIX


def _title(words: Words, index: int) -> tuple[int, str] | None:
    found = _PREFIXES.at(words, index)
    if found is None or not _written_as_title(words, index, *found):
        return None
    end, kind = found
    return (_after_rank(words, end), kind) if kind == _RANK else found


def _written_as_title(words: Words, index: int, end: int, kind: str) -> bool:
    stopped = words.gap(end).startswith(".")
    if not words.capital(index):
        after_office = index > 0 and words.gaps[index] == " " and words.capital(index - 1)
        return (stopped or after_office) and words.folded[index] in UNCAPITALISED
    return stopped or kind != NEEDS_STOP


def _after_rank(words: Words, index: int) -> int:
    """Past "Pol.", "TNI AL", "(Purn)"; a single letter only counts in parentheses."""
    while index < len(words) and words.gaps[index] in {" ", ". ", ".", " (", ". (", ") ", ") (", "("}:
        found = _RANK_SUFFIXES.at(words, index)
        if found is None or not words.capital(index):
            break
        if found[1] and not words.gaps[index].endswith("("):
            break
        index = found[0]
    return index


def _printed(words: Words, first: int, end: int) -> str:
    """With the stop or the parenthesis that belongs to the last word."""
    stop = words.ends[end - 1]
    for sign in (".", ")", "."):
        if words.flat[stop : stop + 1] == sign:
            stop += 1
    return words.flat[words.starts[first] : stop]


def degrees_after(words: Words, index: int) -> After | None:
    """The degrees that begin at word `index`, right after a name."""
    names: list[str] = []
    here, stop = index, 0
    while len(names) < _LONGEST_CHAIN and _BETWEEN_DEGREES.match(words.gap(here)):
        end = _degree(words, here, not names)
        if end == here:
            break
        end, stop = _with_parentheses(words, end)
        names.append(words.flat[words.starts[here] : stop])
        here = end
    return After(here, stop, tuple(names)) if names else None


def _degree(words: Words, index: int, first: bool) -> int:
    """The word after the longest degree at `index`: letters joined by stops, "S.I.K.", "M.Tr.Opsla"."""
    if not words.capital(index):
        return index
    longest, key = index, ""
    for here in range(index, min(index + _LONGEST_DEGREE, len(words))):
        if here > index and not _one_degree(words, here):
            break
        key += words.folded[here]
        if key in _DEGREES and _looks_like_degree(words, index, here + 1, first):
            longest = here + 1
    if longest == index and words.folded[index] in _DEGREES and words.gap(index + 1) == " ":
        return index + 1 if _degree(words, index + 1, True) > index + 1 else index
    return longest


def _one_degree(words: Words, index: int) -> bool:
    gap = words.gaps[index]
    return gap in {".", "-", ""} or (gap == ". " and len(words.printed[index - 1]) <= _SHORT)


def _looks_like_degree(words: Words, first: int, end: int, opening: bool) -> bool:
    """Two capitals or an inner stop; "Msi" only after a comma or after another degree."""
    printed = words.flat[words.starts[first] : words.ends[end - 1]]
    if end - first > 1 or sum(map(str.isupper, printed)) > 1:
        return True
    if opening and "," not in words.gaps[first]:
        return False
    return len(printed) >= _SHORT or words.gap(end).startswith(".")


def _with_parentheses(words: Words, end: int) -> tuple[int, int]:
    """Past "(Han)" and past a stop that belongs to the degree; one that ends the sentence stays outside."""
    if words.gap(end) in {" (", ". (", "("} and words.folded[end] in _IN_PARENTHESES:
        return end + 1, words.ends[end] + 1
    stop = words.ends[end - 1]
    if words.flat[stop : stop + 1] == "." and _stop_belongs(words, end, stop):
        stop += 1
    return end, stop


def _stop_belongs(words: Words, end: int, stop: int) -> bool:
    inner = words.gaps[end - 1] in {".", ". "} and len(words.printed[end - 1]) < 7
    following = words.flat[stop + 1 : stop + 3].lstrip()
    return inner or following[:1] in {",", ")"} or following[:1].islower()
