"""Whom a sentence is about, so that the next "ujarnya", "ia" or nameless quote is known to be theirs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..cues import any_of, words
from ..findings import Person, Span
from .cast import Cast, Place
from .naming import naming
from .speech import pattern

_FARTHEST = 220
_MOST = 12
_OPENERS = frozenset(words("adjunct_openers"))
_COMPANIONS = frozenset(words("companions"))
_NOUNS = frozenset(word.casefold() for entry in words("role_heads") for word in entry.split()) | frozenset(
    words("di_nouns")
)
_WORD = re.compile(r"[\w'’-]+")
_FIRST = re.compile(r"\W*([\w-]+)")
_VERB = re.compile(r"(?:me|di|ber|ter)[a-z]{3,}$")
_SPEAKER_FOLLOWS = pattern(
    r"(?<![\w-])(?:(?:<PASSIVE>)(?:\s+langsung)?(?:\s+oleh)?|[Mm]enurut|,\s<ASIDE>)\s+"
)
_REPORTS = pattern(r"\s*,?\s+(?:(?:juga|pun|turut|ikut|kembali|kemudian|lalu)\s+)*<REPORTING>(?!\w)")
_RELATIVE = re.compile(r"\byang\s+[\w-]+")
_THROUGH_WORDS = frozenset({"melalui", "lewat"})
_THROUGH = re.compile(rf"\b{any_of(_THROUGH_WORDS)}\b")


@dataclass(frozen=True, slots=True)
class Protagonist:
    """`sure` is False for somebody who is only mentioned."""

    person: Person
    sure: bool


def protagonist(flat: str, sentence: Span, cast: Cast) -> Protagonist | None:
    """Who speaks or acts in it: the speaker it names, its subject, else whoever it mentions first."""
    places = _first(cast, sentence)
    person = _speaker(flat, sentence, cast) or subject(flat, sentence, cast)
    if person:
        return Protagonist(person, sure=True)
    if not places:
        return None
    introduced = flat[sentence.start : sentence.end].rstrip().endswith(":")
    return Protagonist(places[0].person, sure=introduced)


def subject(flat: str, sentence: Span, cast: Cast) -> Person | None:
    """The person at the head of the sentence, behind an adverbial: "Dalam sambutannya, Andi …"."""
    start = subject_start(flat, sentence, cast)
    for place in _first(cast, Span(start, min(sentence.end, start + _FARTHEST))):
        if not _leads_to(flat[start : place.span.start]):
            return None
        if not _is_bypassed(flat, place, sentence, cast):
            return place.person
    return _holder(flat, Span(start, sentence.end), cast)


def _holder(flat: str, sentence: Span, cast: Cast) -> Person | None:
    """ "Wamenlu menekankan": an office that the finder of people did not tie to its holder."""
    named = naming(flat, sentence.start, min(sentence.end, sentence.start + _FARTHEST))
    if named is None or not flat[named.start].isupper():
        return None
    verb = _REPORTS.match(flat, named.end, sentence.end)
    return cast.in_office(named.of(flat)) if verb else None


def subject_start(flat: str, sentence: Span, cast: Cast) -> int:
    """Where the subject may begin: behind the comma of an adverbial, or its first word."""
    first = _FIRST.match(flat, sentence.start, sentence.end)
    if first is None or first[1].casefold() not in _OPENERS or _names(cast, first):
        return sentence.start
    comma = flat.find(", ", sentence.start, min(sentence.end, sentence.start + _FARTHEST))
    return comma + 2 if comma >= 0 else first.end()


def _names(cast: Cast, first: re.Match[str]) -> bool:
    """A name that looks like an adverb ("Lalu Satria")."""
    return any(True for _ in cast.within(Span(first.start(1), first.end())))


def _first(cast: Cast, span: Span) -> list[Place]:
    found = []
    for place in cast.within(span):
        found.append(place)
        if len(found) == _MOST:
            break
    return found


def _speaker(flat: str, sentence: Span, cast: Cast) -> Person | None:
    """ "kata Andi", "menurut Andi", "disampaikan Andi"."""
    end = min(sentence.end, sentence.start + 2 * _FARTHEST)
    for match in _SPEAKER_FOLLOWS.finditer(flat, sentence.start, end):
        named = naming(flat, match.end(), min(sentence.end, match.end() + _FARTHEST))
        if named and (person := cast.named(named)):
            return person
    return None


def _leads_to(before: str) -> bool:
    """Whether only a title can stand in these words: no verb but of a relative clause, nobody's companion."""
    plain = _RELATIVE.sub("", before)
    small = {word for word in _WORD.findall(plain) if word[0].islower()} - _THROUGH_WORDS
    return not any(word in _COMPANIONS or (_VERB.match(word) and word not in _NOUNS) for word in small)


def _is_bypassed(flat: str, place: Place, sentence: Span, cast: Cast) -> bool:
    """ "Bupati Andi melalui Kabag Humas Budi menyampaikan": it is Budi who speaks."""
    end = min(sentence.end, place.span.end + 120)
    through = _THROUGH.search(flat, place.span.end, min(end, place.span.end + 40))
    return through is not None and any(True for _ in cast.within(Span(through.end(), end)))
