"""Where a person's name ends, and which capitalised words cannot be one."""

from __future__ import annotations

import re

from ..cues import table
from ..cues import words as cue_words
from ..words import Words
from .lexicon import Lexicon
from .titles import degrees_after

_PARTICLES = frozenset(cue_words("name_particles"))
_ABBREVIATIONS = frozenset(word.casefold() for word in cue_words("name_abbreviations"))
_NOT_NAMES = frozenset(cue_words("not_names"))
_ALSO_NAMES = frozenset(row[0] for row in table("not_names") if len(row) > 1)
_GIVEN = frozenset(word.casefold() for word in cue_words("given_names"))
_FAMILY = frozenset(word.casefold() for word in cue_words("family_names"))
_ARTICLES = frozenset(cue_words("name_articles"))
_OPENINGS = Lexicon([(name, True) for name in cue_words("name_openings")])
_ROMAN = re.compile(r"[IVX]{1,4}\Z")
_LONGEST = 7


def is_given(words: Words, index: int) -> bool:
    """A known first name, or two words that open one."""
    return words.folded[index] in _GIVEN or opens_name(words, index)


def opens_name(words: Words, index: int) -> bool:
    """Two words that open a name, each of which means something else alone."""
    return words.capital(index) and _OPENINGS.at(words, index) is not None


def opens_with_initials(words: Words, index: int) -> bool:
    """ "ST Burhanuddin", "BJ Habibie": initials without stops before a known first name."""
    initials = words.folded[index] in _ABBREVIATIONS and is_acronym(words.printed[index])
    return initials and words.gap(index + 1) == " " and is_given(words, index + 1)


def looks_familiar(words: Words, first: int, end: int) -> bool:
    """A known first name opens it, or a known family name closes it."""
    return is_given(words, first) or words.folded[end - 1] in _FAMILY


def is_known_name(word: str) -> bool:
    return word in _GIVEN or word in _FAMILY


def is_never_name(word: str) -> bool:
    return word in _NOT_NAMES


def is_also_name(word: str) -> bool:
    """A word that is never a name, except after an office."""
    return word in _ALSO_NAMES


def is_acronym(printed: str) -> bool:
    """Capitals beyond the first letter: an abbreviation, or a word in capitals; not "McAllister"."""
    return printed[1:2].isupper() or sum(map(str.isupper, printed)) > 2


def name_end(words: Words, first: int, limit: int | None = None) -> int:
    """The word after the name that begins at word `first`; `first` itself where none can begin."""
    if not _opens(words, first):
        return first
    capitals = is_acronym(words.printed[first])
    last = min(len(words), first + _LONGEST, limit or len(words))
    here = first + 1
    while here < last:
        step = _goes_on(words, here, last, capitals)
        if step == here:
            break
        here = step
    return here


def _opens(words: Words, index: int) -> bool:
    return words.capital(index) and not words.printed[index][0].isdigit()


def _goes_on(words: Words, here: int, last: int, capitals: bool) -> int:
    """The word after the part of a name at `here`."""
    gap = words.gaps[here]
    if gap == "-":
        return here + 1 if words.printed[here].isalpha() else here
    if not _joins(words, here, gap):
        return here
    if not words.capital(here):
        return _past_particles(words, here, last)
    return here + 1 if _belongs(words, here, capitals) else here


def _joins(words: Words, here: int, gap: str) -> bool:
    if gap == " ":
        return True
    before = words.printed[here - 1]
    shortened = len(before) == 1 or words.folded[here - 1] in _ABBREVIATIONS
    return gap in {". ", "."} and shortened


def _past_particles(words: Words, here: int, last: int) -> int:
    start = here
    while here < last and _is_particle(words, here) and words.gaps[here] in {" ", "-"}:
        here += 1
    ends_well = here < last and words.gaps[here] in {" ", "-"} and words.capital(here)
    return here + 1 if ends_well else start


def _is_particle(words: Words, here: int) -> bool:
    """bin, van, de; an Arabic article only with its hyphen ("as-Sayyid")."""
    folded = words.folded[here]
    return folded in _PARTICLES or (folded in _ARTICLES and words.gap(here + 1) == "-")


def _also_inside(words: Words, here: int) -> bool:
    """A family name that is a common word too, or "Sang" with more of the name after it."""
    folded = words.folded[here]
    goes_on = words.gap(here + 1) == " " and words.capital(here + 1)
    return folded in _FAMILY or (
        folded in _ALSO_NAMES and goes_on and not is_never_name(words.folded[here + 1])
    )


def _belongs(words: Words, here: int, capitals: bool) -> bool:
    printed = words.printed[here]
    folded = words.folded[here]
    if not words.capital(here) or (folded in _NOT_NAMES and not _also_inside(words, here)):
        return False
    if degrees_after(words, here) and (len(printed) > 1 or words.gap(here + 1) == "."):
        return False
    return capitals or not is_acronym(printed) or bool(_ROMAN.match(printed))
