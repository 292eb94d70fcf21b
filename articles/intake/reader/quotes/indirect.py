"""Indirect speech: `Andi menjelaskan bahwa …`, `Menurut Andi, …`, `…, kata dia, …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..cues import any_of, table
from ..findings import Quote, Span
from .cast import Cast
from .naming import naming
from .protagonists import subject, subject_start
from .speakers import Speaker, Talk
from .speech import DIRECTLY, ONLY_QUOTING, PRONOUNS, pattern

_FEWEST_WORDS = 3
_FARTHEST = 320
_LONGEST_OPENING = 4
_HELPERS = any_of(row[0] for row in table("verb_helpers"))
_JOINING = any_of(row[0] for row in table("verb_helpers") if row[1:])
_REPORTING = pattern(rf"(?<![\w-])(?P<verb>(?:{_JOINING}\s+)*(?P<bare><REPORTING>))(?![\w-])")
_HELPED = re.compile(rf"(?:\s+{_HELPERS})*\s*,?\s*$", re.I)
_THAT = re.compile(r"\s*[,:]?\s*(?:bahwa(?:sannya)?|kalau)\s+|\s*[,:]\s*")
_LATER_THAT = re.compile(r"(?:\s+[^\s,.;:]+){0,8}?,?\s+(?:bahwa\s+|(?=(?:agar|supaya|untuk)\s))")
_NO_CLAUSE = re.compile(
    r"\s+(?:hal|demikian|itu|tersebut|hal-hal|kepada|sesuatu|keterangan|sambutan|pertanyaan)\b"
)
_ACCORDING = pattern(r"(?<![\w-])(?P<verb>[Mm]enurut(?P<nya>nya)?)(?![\w-])")
_ASIDE = pattern(r",\s(?P<verb><ASIDE>(?P<nya>nya)?)(?![\w-])")
_CUT = re.compile(r",?\s+(?:yang|bersama|didampingi|(?!menteri)me[mnlrw][a-z]{3,})\s")
_MELALUI = re.compile(r"\s(?:melalui|lewat)\s")


def reported(flat: str, sentence: Span, cast: Cast, talk: Talk) -> Iterator[Quote]:
    """What the sentence says that someone said; at most one. Nothing where nobody known is named."""
    for read in (_aside, _according, _that):
        if quote := read(flat, sentence, cast, talk):
            yield quote
            return


def _aside(flat: str, sentence: Span, cast: Cast, talk: Talk) -> Quote | None:
    """ "Karena itu, kata Andi, …" and "…, kata Andi."."""
    match = _ASIDE.search(flat, sentence.start, sentence.end)
    return _parenthetical(flat, sentence, match, cast, talk) if match else None


def _according(flat: str, sentence: Span, cast: Cast, talk: Talk) -> Quote | None:
    match = _ACCORDING.search(flat, sentence.start, min(sentence.end, sentence.start + _FARTHEST))
    return _parenthetical(flat, sentence, match, cast, talk) if match else None


def _parenthetical(flat: str, sentence: Span, match: re.Match[str], cast: Cast, talk: Talk) -> Quote | None:
    named = None if match["nya"] else naming(flat, match.end(), min(sentence.end, match.end() + _FARTHEST))
    if not match["nya"] and (named is None or not _is_someone(flat, named, cast)):
        return None
    speaker = talk.named(named) if named else talk.referred(match["verb"])
    verb = Span(*match.span("verb"))
    return _quote(
        flat, _around(flat, sentence, match.start(), (named or verb).end, cast), speaker, verb, named
    )


def _around(flat: str, sentence: Span, start: int, end: int, cast: Cast) -> Span:
    """The clause beside an attribution: behind it, before it, or, where it parts the clause, all of it."""
    opening = flat[sentence.start : start].split()
    if (
        len(opening) <= _LONGEST_OPENING and subject_start(flat, sentence, cast) != sentence.start
    ) or not opening:
        comma = _comma(flat, end, sentence.end)
        return Span(comma if comma is not None else end, sentence.end)
    if flat[end : sentence.end].strip(" ."):
        return sentence
    return Span(sentence.start, start)


def _comma(flat: str, start: int, end: int) -> int | None:
    """Behind the comma that ends an attribution ("Menurut Andi saat ditemui, | …")."""
    comma = flat.find(", ", start, min(end, start + _FARTHEST))
    return comma + 2 if comma >= 0 else None


def _that(flat: str, sentence: Span, cast: Cast, talk: Talk) -> Quote | None:
    """ "Andi menjelaskan bahwa …": a verb of speech with its subject before it and a clause behind it."""
    match = _REPORTING.search(flat, sentence.start, min(sentence.end, sentence.start + _FARTHEST))
    if match is None or match["bare"] in ONLY_QUOTING:
        return None
    start = _clause(flat, match, sentence.end)
    if start is None:
        return None
    helped = _HELPED.search(flat, max(sentence.start, match.start() - 60), match.start())
    ahead = Span(sentence.start, helped.start() if helped else match.start())
    found = _subject(flat, ahead, cast, talk)
    if found is None:
        return None
    named, speaker = found
    return _quote(flat, Span(start, sentence.end), speaker, Span(*match.span("verb")), named)


def _clause(flat: str, match: re.Match[str], end: int) -> int | None:
    """Where the reported clause begins, None where the verb has only an object."""
    if that := _THAT.match(flat, match.end(), end):
        return that.end()
    if match["bare"] in DIRECTLY and not _NO_CLAUSE.match(flat, match.end(), end):
        return match.end()
    later = _LATER_THAT.match(flat, match.end(), min(end, match.end() + 120))
    return later.end() if later else None


def _subject(flat: str, ahead: Span, cast: Cast, talk: Talk) -> tuple[Span, Speaker] | None:
    start = subject_start(flat, ahead, cast)
    said = Span(start, ahead.end)
    words = said.of(flat).split()
    if words and words[0].lower() in PRONOUNS and len(words) == 1:
        return said, talk.referred(words[0])
    person = subject(flat, ahead, cast)
    if person is None:
        pointed = words and words[-1] in {"itu", "tersebut"} and cast.in_office(said.of(flat))
        return (said, talk.named(said)) if pointed else None
    return _trimmed(flat, said, cast), talk.person(person)


def _trimmed(flat: str, said: Span, cast: Cast) -> Span:
    """The printed name and office without companions and relative clauses."""
    start, end = said.start, said.end
    if through := _MELALUI.search(flat, start, end):
        start = through.end()
    first = next((place.span.end for place in cast.within(Span(start, end))), start)
    if cut := _CUT.search(flat, first, end):
        end = cut.start()
    return Span(start, end)


def _is_someone(flat: str, named: Span, cast: Cast) -> bool:
    said = named.of(flat)
    known = cast.named(named) or cast.in_office(said)
    return said.lower() in PRONOUNS or known is not None


def _quote(flat: str, span: Span, speaker: Speaker, verb: Span, named: Span | None) -> Quote | None:
    start, end = span.start, span.end
    while start < end and flat[start] in " ,":
        start += 1
    while end > start and flat[end - 1] in " ,":
        end -= 1
    text = Span(start, end)
    if not speaker.name or len(text.of(flat).split()) < _FEWEST_WORDS:
        return None
    evidence = speaker.evidence(
        Span(min(verb.start, named.start), max(verb.end, named.end)) if named else verb
    )
    attribution = named.of(flat).rstrip(" ,") if named else ""
    return Quote(text.of(flat), text, False, speaker.name, evidence, attribution, verb.of(flat))
