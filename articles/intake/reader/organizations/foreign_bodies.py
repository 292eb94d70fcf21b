"""Bodies with names in other languages: "Kenya Ports Authority", "Ministry of Water and Works"."""

from __future__ import annotations

from functools import cache

from ..countries import name_at
from ..cues import table
from ..phrases import Phrases
from ..words import Words
from .bodies import common_words, folded, having, openers, person_words, role_words

_LONGEST = 14
# "Nama Dagang Co., Ltd", "Nama Dagang (Pty) Ltd": such gaps stand only before a word for the kind of company.
_COMPANY_GAPS = frozenset({". ", "., ", " (", ") ", ","})
_RUN_GAPS = frozenset({" ", "-", " & ", ", "}) | _COMPANY_GAPS


def foreign_run(words: Words, index: int) -> int:
    """The end of the run of capitals and foreign joining words that begins at word `index`."""
    here = index + 1
    while here - index < _LONGEST and words.gap(here) in _RUN_GAPS:
        joined = here
        if words.folded[here] in having("perseroan"):
            here += 1
            continue
        if words.gap(here) in _COMPANY_GAPS:
            break
        if words.gap(here) == ", " and _list_closes(words, here):
            here += 1
            continue
        while joined < here + 3 and words.gap(joined) == " " and words.folded[joined] in folded("name_joins"):
            joined += 1
        if words.gap(joined) not in ({" ", "-", " & "} if joined == here else {" "}) or not words.capital(
            joined
        ):
            break
        if joined == here and _stops(words, joined):
            break
        here = joined + 1
    return here


def _list_closes(words: Words, here: int) -> bool:
    """ "Ministry of Trade, Industry and Fisheries": is the list closed by "and" soon?"""
    for index in range(here, min(here + 6, len(words) - 1)):
        if words.folded[index] == "and" and index > here:
            return words.gap(index) in {" ", ", "} and words.capital(index + 1)
        if words.gap(index) not in {" ", ", "} or not words.capital(index) or _stops(words, index):
            return False
    return False


def _stops(words: Words, index: int) -> bool:
    """A word that begins something else, unless a joining word ties it to the name."""
    word = words.folded[index]
    if word == "general" or _marks().at(words, index):
        return False
    return word in person_words() or word in folded("body_ends") or word == "republik" or _opens(words, index)


def _opens(words: Words, index: int) -> bool:
    found = openers().at(words, index)
    return bool(found) and words.folded[index] != "bank"


def foreign_end(words: Words, first: int, run: int) -> int | None:
    """The end of the body's name in the run of words from `first` to `run`, or None where there is none."""
    end = _after_opening(words, first, run) or _after_tail(words, first, run)
    if end is None or _is_something_else(words, first, end):
        return None
    return end


def leads(words: Words, first: int) -> bool:
    """An office, a title or a common word: no body's name begins here."""
    word = words.folded[first]
    return word in role_words() or word in common_words() or word in person_words()


def _after_opening(words: Words, first: int, run: int) -> int | None:
    found = _marks().at(words, first)
    if not found or not ("depan" in found[1] or _joined(words, found[0], run)):
        return None
    return _before_other_body(words, found[0], run)


def _after_tail(words: Words, first: int, run: int) -> int | None:
    for here in range(first + 1, run):
        if words.folded[here] in having("jabatan"):
            return None
        found = _marks().at(words, here)
        if not found or "ujung" not in found[1] or found[0] > run:
            continue
        end = found[0]
        if _joined(words, end, run):
            return _before_other_body(words, end, run)
        if end == run or not _marked(words, end, run):
            return _with_country(words, end, run)
    return None


def _joined(words: Words, index: int, run: int) -> bool:
    return index < run and words.folded[index] in folded("name_joins") and words.folded[index] != "and"


def _marked(words: Words, start: int, run: int) -> bool:
    """Does the name go on to another word for a body, without a joining word: "National Bank Agency"?"""
    for here in range(start, run):
        if words.folded[here] in folded("name_joins"):
            return False
        if (found := _marks().at(words, here)) and "ujung" in found[1]:
            return True
    return False


def _with_country(words: Words, end: int, run: int) -> int:
    country = name_at(words, end) if end < run and words.gap(end) == " " else None
    return country if country and country <= run else end


def _before_other_body(words: Words, start: int, run: int) -> int:
    """The name stops before "and" where another body's name follows."""
    for here in range(run - 2, start, -1):
        if words.folded[here] == "and" and _after_tail(words, here + 1, run) is not None:
            return _before_other_body(words, start, here)
    for here in range(start, run - 1):
        if here > start + 1 and words.folded[here] in {"of", "at"} and _opens_other(words, here + 1, run):
            return here
    return run


def _opens_other(words: Words, index: int, run: int) -> bool:
    """ "… of the Ministry of …"."""
    here = index + (words.folded[index] == "the")
    found = _marks().at(words, here)
    return found is not None and "awal" in found[1] and _joined(words, found[0], run)


def _is_something_else(words: Words, first: int, end: int) -> bool:
    """An agreement, a meeting, a building; a country's government."""
    if any(_other_things().at(words, here) for here in range(first, end)):
        return True
    before = words.folded[first - 1] if first and words.gap(first) == " " else ""
    if words.folded[end - 1] in having("gedung") and before in having("tempat"):
        return True
    return "government" in words.folded[first:end] and (
        words.folded[first] == "government" or name_at(words, first) == end - 1
    )


@cache
def _marks() -> Phrases[frozenset[str]]:
    places: dict[str, frozenset[str]] = {}
    for word, place in table("foreign_body_words"):
        places[word] = places.get(word, frozenset()) | {place}
    return Phrases(places.items())


@cache
def _other_things() -> Phrases[bool]:
    return Phrases((row[0], True) for row in table("not_body_words"))
