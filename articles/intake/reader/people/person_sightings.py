"""Every place where a release names a person in such a way that it must be one.

A rank, a degree, an office or a verb of speech vouches for a name; lists of known first and family names help
where nothing else does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..cues import words as cue_words
from ..words import Words
from .after_names import later_role, origin, role_below, speaks_before, spoken
from .named_offices import Named, name_after
from .names import is_given, is_known_name, is_never_name, looks_familiar, name_end
from .page import Page, place_at
from .roles import (
    COMMON,
    FUSED,
    Head,
    head_at,
    head_behind_body,
    is_role_word,
    opens_office,
    role_end,
    titles_of_person,
)
from .titles import UNCAPITALISED, Before, degrees_after

_PLACE_NOUNS = frozenset(cue_words("place_nouns"))
_AMBIGUOUS_RANKS = frozenset({"jenderal", "jendral", "general", "muda"})
_INSTRUMENTS = frozenset(cue_words("instruments_of_office"))
_OPENING, _CLOSING = "\"“”‘'«", "\"”’'»"
_COMPANY = frozenset({"dan", "serta", "bersama", "and", "oleh", "by", "didampingi", "bernama"})
_VERB = re.compile(r"(?:Mem|Men|Ber|Ter|Di|Pe[mn])[a-z]{4,}\Z")


@dataclass(frozen=True, slots=True)
class Sighting:
    """Words `first` (titles) to `end` (degrees, to character `stop`); the name is `name` to `name_stop`.

    `office` ends before word `office_end`. `sure` is what a rank, a degree, an office or a verb vouches for.
    """

    first: int
    name: int
    name_stop: int
    end: int
    stop: int
    before: Before | None = None
    suffixes: tuple[str, ...] = ()
    office: Head | None = None
    office_end: int = 0
    body: int | None = None
    sure: bool = True
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """An office named without a person: words of `head` up to `end`."""

    head: Head
    end: int


def find_sightings(page: Page) -> tuple[list[Sighting], list[Office]]:
    """All in the order of the text; who shares an office is still without it."""
    sightings: list[Sighting] = []
    offices: list[Office] = []
    here = 0
    while here < len(page.words):
        found = _at(page, here, sightings) if _may_begin(page, here) else None
        if isinstance(found, Sighting):
            sightings.append(found)
        elif isinstance(found, Office):
            offices.append(found)
        here = max(here + 1, _past(found) if found else 0)
    return sightings, offices


def _may_begin(page: Page, here: int) -> bool:
    """Most small words can begin nothing."""
    words = page.words
    if here in page.voids:
        return False
    return words.capital(here) or opens_office(words.folded[here]) or words.folded[here] in UNCAPITALISED


def _past(found: Sighting | Office) -> int:
    if isinstance(found, Office):
        return found.end
    later = found.office_end if found.office and found.office.first > found.name else 0
    return max(found.end, later)


def _at(page: Page, here: int, before: list[Sighting]) -> Sighting | Office | None:
    if _names_a_place(page, here) or place_at(page.words, here) > here + 1:
        return None
    head = None if _inside_body(page, here) else head_at(page.words, here) or head_behind_body(page, here)
    if head and (found := _with_office(page, head)):
        return found
    titles = titles_of_person(page, here)
    if titles and not _belongs_to_body(page, here):
        return _complete(page, Named(titles.end, titles))
    return _bare(page, here, before)


def _inside_body(page: Page, here: int) -> bool:
    return here in page.inside and here not in page.bodies


def _belongs_to_body(page: Page, here: int) -> bool:
    """Direktorat Jenderal Imigrasi: no rank."""
    words = page.words
    if words.folded[here] not in _AMBIGUOUS_RANKS or here == 0 or words.gaps[here] != " ":
        return False
    return words.capital(here - 1) and is_role_word(page, here - 1)


def _names_a_place(page: Page, here: int) -> bool:
    """Jalan Jenderal Sudirman, RSUD dr. Soetomo, Gedung Soekarno."""
    gap = page.words.gaps[here]
    return here > 0 and gap == " " and page.words.folded[here - 1] in _PLACE_NOUNS


def _with_office(page: Page, head: Head) -> Sighting | Office | None:
    end, takes = role_end(page, head)
    named = name_after(page, head, end, takes)
    if named and head.first < page.headline and not _fit_for_headline(page, named):
        named = None
    if named and _is_tail_of_place(page, head, named):
        named = None
    if named and (sighting := _complete(page, named, head)):
        return sighting
    if head.kind == COMMON or not page.words.capital(head.end - 1) or _continues_a_title(page, head.first):
        return None
    return Office(head, end)


def _is_tail_of_place(page: Page, head: Head, named: Named) -> bool:
    """ "saksi Lembaga Adat Rowanu": one unknown word after the body that a common noun belongs to."""
    words, name = page.words, named.name
    if head.kind != COMMON or named.titles or name == head.end or words.gaps[name] not in {" ", ") "}:
        return False
    return name_end(words, name) == name + 1 and not is_known_name(words.folded[name])


def _continues_a_title(page: Page, first: int) -> bool:
    """Peraturan Presiden, Pertukaran Jaksa: no office of a person."""
    words = page.words
    if first == 0 or words.gaps[first] != " " or not words.capital(first - 1):
        return False
    before = words.folded[first - 1]
    return before in _PLACE_NOUNS or is_role_word(page, first - 1) or before in _INSTRUMENTS


def _fit_for_headline(page: Page, named: Named) -> bool:
    """In a headline every word has a capital: only a known first name is one."""
    return is_given(page.words, named.name)


def _complete(page: Page, named: Named, head: Head | None = None) -> Sighting | None:
    """The name with what follows it; a later office ("yang menjabat …") wins over one before the name."""
    words = page.words
    name_stop = name_end(words, named.name)
    if name_stop == named.name or (head is None and is_never_name(words.folded[named.name])):
        return None
    if name_stop - named.name == 1 and len(words.printed[named.name]) == 1:
        return None
    first = _first(named)
    sighting = _with_degrees(page, Sighting(first, named.name, name_stop, name_stop, 0, named.titles))
    if head:
        sighting = replace(sighting, office=head, office_end=named.office_end)
    return _with_later_role(page, sighting)


def _first(named: Named) -> int:
    return named.first if named.titles and named.titles.full else named.name


def _with_degrees(page: Page, sighting: Sighting) -> Sighting:
    words = page.words
    degrees = degrees_after(words, sighting.name_stop)
    if degrees is None:
        return replace(sighting, stop=_name_stop(page, sighting))
    return replace(sighting, end=degrees.end, stop=degrees.stop, suffixes=degrees.names)


def _name_stop(page: Page, sighting: Sighting) -> int:
    return page.words.ends[sighting.name_stop - 1]


def _with_later_role(page: Page, sighting: Sighting) -> Sighting:
    later = later_role(page, sighting.end, sighting.office)
    if later is None and sighting.office is None:
        later = role_below(page, sighting.first, sighting.end)
    if later:
        return replace(sighting, office=later.head, office_end=later.end, shared=later.shared)
    return replace(sighting, body=origin(page, sighting.end))


def _bare(page: Page, here: int, before: list[Sighting]) -> Sighting | None:
    """A name without title and office before it: something around it must vouch for it."""
    words = page.words
    if not _may_open(page, here) or _follows_capital(page, here) or here < page.headline:
        return None
    stop = name_end(words, here, _next_body(page, here))
    sighting = _complete(page, Named(here, None))
    if stop == here or sighting is None or _is_part_of_more(page, sighting):
        return None
    if sighting.suffixes or (sighting.office and _plausible(page, here, stop)):
        return sighting
    if spoken(words, here, stop):
        return replace(sighting, sure=_plausible(page, here, stop))
    familiar = looks_familiar(words, here, stop) and stop - here > 1
    if familiar or _in_company(page, here, stop, before):
        return sighting
    return None


def _next_body(page: Page, here: int) -> int | None:
    return next((index for index in range(here + 1, here + 8) if index in page.bodies), None)


def _may_open(page: Page, here: int) -> bool:
    words = page.words
    if not words.capital(here) or here in page.inside or is_never_name(words.folded[here]):
        return False
    if is_given(words, here) or speaks_before(words, here):
        return True
    if _VERB.match(words.printed[here]) and words.gap(here + 1) == " " and not words.capital(here + 1):
        return False
    return not is_role_word(page, here) and place_at(words, here) == here


def _follows_capital(page: Page, first: int) -> bool:
    """Words of an organization or a title stand right before it."""
    words = page.words
    if first == 0 or words.gaps[first] not in {" ", "-"} or not words.capital(first - 1):
        return False
    return not (is_never_name(words.folded[first - 1]) or opens_sentence(page, first - 1))


def _is_part_of_more(page: Page, sighting: Sighting) -> bool:
    """More capitals stand right after it, or marks of quotation or parentheses around it."""
    words, first, end = page.words, sighting.first, sighting.name_stop
    if not sighting.suffixes and words.gap(end) in {" ", "-", "/"} and words.capital(end):
        return not is_never_name(words.folded[end])
    start, stop = words.starts[first], words.ends[end - 1]
    opening, closing = words.flat[max(0, start - 1) : start], words.flat[stop : stop + 1]
    return bool(closing) and (
        (opening in _OPENING and closing in _CLOSING) or (opening == "(" and closing == ")")
    )


def opens_sentence(page: Page, index: int) -> bool:
    return page.words.gaps[index][:1] in {"\n", ".", "”", '"', "“", "?", "!"}


def _plausible(page: Page, first: int, end: int) -> bool:
    """No part of it is an abbreviation, an office or a place."""
    if looks_familiar(page.words, first, end):
        return True
    return not any(is_role_word(page, index) for index in range(first, end))


def _in_company(page: Page, first: int, end: int, before: list[Sighting]) -> bool:
    """Right after another person: "Budi Santoso dan Khalid Anwar"."""
    if not before or not _plausible(page, first, end):
        return False
    if not before[-1].sure or end - first < 2:
        return False
    words = page.words
    joined = before[-1].end == first - 1 and words.folded[first - 1] in _COMPANY
    return joined or (before[-1].end == first and _goes_on_listing(words, first, end))


def _goes_on_listing(words: Words, first: int, end: int) -> bool:
    """ ", Rosina Tahalele," between other names."""
    ended = words.gap(end).startswith(",") or (words.gap(end) == " " and words.folded[end] in _COMPANY)
    return words.gaps[first] == ", " and ended


__all__ = ["FUSED", "Office", "Sighting", "find_sightings"]
