"""The name that follows an office: "Kepala BNPT Komjen Pol. …", "Ketua KPU, …", "Menteri kami (…)"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..cues import words as cue_words
from ..words import BREAK, Words
from .lexicon import Lexicon
from .names import is_acronym, is_also_name, is_given, is_never_name, looks_familiar, name_end, opens_name
from .page import Page, place_at
from .roles import (
    COMMON,
    Head,
    head_at,
    is_join,
    is_role_word,
    opens_office,
    past_list,
    proper_part,
    role_end_from,
    titles_of_person,
)
from .signatures import closes_line, goes_over, line_below, opens_line
from .titles import Before, degrees_after

_INTRODUCTIONS = Lexicon([(name, True) for name in cue_words("name_introductions")])
_VERB = re.compile(r"(?:me|ber|di|ter)\w{3,}|\w+nya\Z")
_NEED_MORE = frozenset(word.casefold() for word in cue_words("unfinished_offices"))
_PRONOUNS = frozenset({"saya", "kami", "kita", "mereka", "beliau"})
_COMMAS = frozenset({", ", ","})
_ENDS = frozenset({",", ".", ")", ";", BREAK})
_LONGEST_OFFICE, _LONGEST_RUN, _LONGEST_PLACE = 28, 10, 5


@dataclass(frozen=True, slots=True)
class Named:
    """A name at word `name`, titles before it, and the word after the office before that."""

    name: int
    titles: Before | None
    office_end: int = 0

    @property
    def first(self) -> int:
        return self.titles.first if self.titles else self.name


def name_after(page: Page, head: Head, end: int, takes: bool) -> Named | None:
    """The person named right after an office that ends before word `end`."""
    words = page.words
    gap = words.gap(end)
    if gap == BREAK:
        return _below(page, head, end)
    if gap in {" ", ") ", ". ", "."} and (found := _direct(page, end, takes, head.end)):
        return found
    if found := _introduced(page, end):
        return found
    if gap.endswith(", ") or gap == ",":
        return _after_comma(page, end) or _after_list(page, end, head.end)
    return _in_parentheses(page, end) or _after_small_words(page, end)


def _below(page: Page, head: Head, end: int) -> Named | None:
    """A signature: the office fills a line, and a name with its degrees the one below."""
    words = page.words
    first = line_below(words, end)
    if first is None or head.kind == COMMON:
        return None
    titles = titles_of_person(page, first)
    if not opens_line(words, head.first):
        return Named(titles.end, titles, end) if titles and titles.rank and goes_over(words, end) else None
    name = titles.end if titles else first
    stop = name_end(words, name)
    degrees = degrees_after(words, stop)
    alone = stop > name and closes_line(words, degrees.end if degrees else stop)
    if not alone or not (titles or degrees or looks_familiar(words, name, stop)):
        return None
    return Named(name, titles, end)


def _introduced(page: Page, end: int) -> Named | None:
    """ "dua siswa, yakni Budi …": a titled or a known name after words that introduce it."""
    words = page.words
    found = _INTRODUCTIONS.at(words, end) if end < len(words) and words.gap(end) in {" ", ", "} else None
    if found is None or words.gap(found[0]) not in {" ", ", "}:
        return None
    if titles := titles_of_person(page, found[0]):
        return Named(titles.end, titles, end)
    known = words.capital(found[0]) and is_given(words, found[0]) and found[0] not in page.inside
    return Named(found[0], None, end) if known else None


def _after_small_words(page: Page, end: int) -> Named | None:
    """ "Pengelola dapur, Ahmed …": one or two unknown nouns belong to it if a name is set off after them."""
    words = page.words
    for here in range(end, min(end + 2, len(words))):
        if words.gap(here) != " " or words.capital(here) or not _is_noun(words.folded[here]):
            return None
        if found := _after_comma(page, here + 1):
            return found
    return None


def _is_noun(folded: str) -> bool:
    if opens_office(folded):
        return True
    return folded.isalpha() and not (is_never_name(folded) or is_join(folded) or _VERB.match(folded))


def _direct(page: Page, end: int, takes: bool, head_end: int) -> Named | None:
    words = page.words
    if end > head_end + _LONGEST_OFFICE:
        return None
    if titles := titles_of_person(page, end):
        return Named(titles.end, titles, end)
    if not words.capital(end) or words.gap(end) in {". ", "."}:
        return None
    stop = _run_end(page, end)
    if titled := _titles_within(page, end, stop):
        return titled
    if not is_given(words, end) and (further := _past_proper_parts(page, end, stop)) > end:
        here, taking = role_end_from(page, further)
        return _after_part(page, here, taking, head_end)
    if takes:
        return _past_proper_name(page, end, stop, needed=end > head_end)
    if end == head_end and words.folded[end - 1] in _NEED_MORE and (named := _past_unknown(page, end, stop)):
        return named
    return _split(page, end, stop)


def _past_unknown(page: Page, first: int, stop: int) -> Named | None:
    """ "Dirjen Xyloma Budi Hartawan": such an office is never without its field or its body."""
    words = page.words
    known = next((here for here in range(first, stop - 1) if is_given(words, here)), first)
    return Named(known, None, known) if known > first else None


def _after_part(page: Page, end: int, takes: bool, head_end: int) -> Named | None:
    words = page.words
    gap = words.gap(end)
    if gap in {" ", ") "}:
        return _direct(page, end, takes, head_end)
    return _after_comma(page, end) if gap.lstrip(")") in _COMMAS else None


def _run_end(page: Page, start: int) -> int:
    """The end of the capitalised words that stand together from `start`."""
    words, here = page.words, start + 1
    while here < min(len(words), start + _LONGEST_RUN) and words.capital(here):
        if words.gaps[here] not in {" ", "-", "/"} and len(words.printed[here - 1]) > 1:
            break
        if degrees_after(words, here):
            break
        here += 1
    return here


def _titles_within(page: Page, first: int, stop: int) -> Named | None:
    """A rank further on: all before it belongs to the office ("Kapolsek Kalipare AKP Budi")."""
    words = page.words
    for here in range(first + 1, min(stop + 1, first + _LONGEST_PLACE, len(words))):
        if words.gaps[here] == " " and (titles := titles_of_person(page, here)):
            return Named(titles.end, titles, here)
    return None


def _past_proper_parts(page: Page, first: int, stop: int) -> int:
    """The end of the last word that belongs to a body or a place: "Wahid Foundation"."""
    last, here = first, first
    while here < stop:
        if here > first and is_given(page.words, here) and last < here:
            break
        part = proper_part(page, here)
        here, last = (part, part) if part > here else (here + 1, last)
    return min(last, stop)


def _split(page: Page, first: int, stop: int) -> Named | None:
    """Unknown words after an office: a name, or a part of the office if a titled name is set off after it."""
    words = page.words
    if not _may_open_name(words, first, stop):
        return None
    if looks_familiar(words, first, stop):
        return Named(first, None, first)
    return (
        _after_comma(page, stop, strict=True) or _known_after_comma(page, stop) or Named(first, None, first)
    )


def _known_after_comma(page: Page, stop: int) -> Named | None:
    """In "Direktur Xyloma Trans, Budi Santoso," the unknown words belong to the office."""
    words = page.words
    found = _after_comma(page, stop)
    if found is None or not is_given(words, found.name):
        return None
    end = name_end(words, found.name)
    return found if end - found.name > 1 and words.gap(end)[:1] in {",", " ", "."} else None


def _may_open_name(words: Words, first: int, stop: int) -> bool:
    """A word that is also an adverb ("Lalu") only before another name."""
    if is_given(words, first) or not is_never_name(words.folded[first]):
        return True
    return is_also_name(words.folded[first]) and stop - first > 1


def _past_proper_name(page: Page, first: int, stop: int, needed: bool) -> Named | None:
    """The person after the name of a place or a body. `needed`: there must be one (Universitas …)."""
    words = page.words
    if opens_name(words, first):
        return Named(first, None, first)
    if following := _known_after_comma(page, stop):
        return following
    given = next((here for here in range(first + needed, stop) if is_given(words, here)), None)
    if given is not None:
        start = stop - 2 if needed and given == stop - 1 and stop - first > 2 else given
        return Named(start, None, start)
    if words.gap(stop) in {", ", ","} and (following := _after_comma(page, stop)):
        return following
    length = stop - first
    if length < 2 or (needed and length == 2 and words.gap(stop)[:1] in _ENDS):
        return None
    start = stop - min(2, length - 1)
    return Named(start, None, start) if _may_open_name(words, start, stop) else None


def _after_comma(page: Page, end: int, strict: bool = False) -> Named | None:
    """ "…, Wahyono Kresna, mengapresiasi": a name set off by commas. `strict`: only one with a title."""
    words = page.words
    if end >= len(words) or words.gap(end).lstrip(")") not in _COMMAS:
        return None
    if titles := titles_of_person(page, end):
        return Named(titles.end, titles, end)
    if strict or not words.capital(end) or not _may_be_name(page, end):
        return None
    stop = name_end(words, end)
    return Named(end, None, end) if stop > end and _set_off(page, end, stop) else None


def _may_be_name(page: Page, here: int) -> bool:
    words = page.words
    if degrees_after(words, here) or head_at(words, here):
        return False
    if is_given(words, here):
        return True
    if is_never_name(words.folded[here]) or is_role_word(page, here) or place_at(words, here) > here:
        return False
    return here not in page.bodies


def _set_off(page: Page, first: int, stop: int) -> bool:
    """A single word is only a name where a comma, a degree or a small word follows."""
    words = page.words
    following = words.gap(stop)
    if degrees_after(words, stop):
        return True
    if following == " " and words.capital(stop):
        return False
    return stop - first > 1 or is_given(words, first) or following != BREAK


def _after_list(page: Page, end: int, head_end: int) -> Named | None:
    """The office goes on after the comma: "Kanwil Pajak Riau, Jambi, Bengkulu, Wahyono Kresna"."""
    here = past_list(page, end)
    return _after_part(page, here, False, head_end) if here > end else None


def _in_parentheses(page: Page, end: int) -> Named | None:
    words = page.words
    pronoun = words.gap(end) == " " and end < len(words) and words.folded[end] in _PRONOUNS
    here = end + pronoun
    if words.gap(here) not in {" (", "("} or not words.capital(here) or is_acronym(words.printed[here]):
        return None
    stop = name_end(words, here)
    closed = words.flat[words.ends[stop - 1] : words.ends[stop - 1] + 1] == ")"
    return Named(here, None, end) if stop > here and closed and _may_be_name(page, here) else None
