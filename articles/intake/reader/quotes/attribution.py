"""The words beside a quote that say who speaks: `," ujar Kepala BNPT Eddy Hartono usai pertemuan`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..cues import words
from ..findings import Span
from .naming import naming
from .speech import CHOOSY, ENDS, PRONOUNS, is_document, pattern

WINDOW = 300
"""No attribution is longer than this."""

_LEAD = r"[\s,.;–—-]{0,4}(?:(?:demikian|begitu|begitulah|demikianlah|masih|hal itu|hal tersebut)\s+){0,2}"
_VERB_FIRST = pattern(rf"{_LEAD}(?P<verb><ROOT>(?P<nya>nya)?|demikian|begitu)(?![\w-])", re.I)
_NAME = r"(?:<PRONOUN>|[A-Z][\w.'’-]*(?:\s+[A-Z(][\w.'’)-]*){0,6})"
_NAME_FIRST = pattern(
    rf"[\s,]{{0,3}}(?P<who>{_NAME}),?\s+(?:(?:juga|pun|turut|kembali|kemudian|lalu)\s+)?"
    r"(?P<verb><REPORTING>|<ENGLISH>)(?!\w)"
)
_UNKNOWN = pattern(
    r"[\s,]{0,3}(?P<verb>(?P<root>[a-z]{3,14}?)(?:(?P<nya>nya)(?!\w)|(?=\s+(?:[A-Z]|(?:dia|ia|beliau)\b))))"
)
_UNMARKED = pattern(r",\s{0,2}(?P<verb><ROOT>(?:nya\b|(?=\s+(?:[A-Z]|<PRONOUN>\b))))")
_NOT_VERBS = frozenset(words("not_speech")) | frozenset(ENDS)


@dataclass(frozen=True, slots=True)
class Attribution:
    """`verb` as printed; `named` the words that name the speaker, None for a bare -nya; `span` both."""

    span: Span
    verb: str
    named: Span | None


def follows(flat: str, start: int, end: int, broken: bool) -> Attribution | None:
    """The attribution that begins at `start`, right behind a quote.

    `broken`: the quote breaks off with a comma (or asks, or calls), so that the sentence must go on.
    """
    end = min(end, start + WINDOW)
    return _verb_first(flat, start, end, broken) or (
        _name_first_or_unknown(flat, start, end) if broken else None
    )


def unmarked(flat: str, start: int, end: int) -> int | None:
    """Where a quote without closing mark ends: at the comma before a verb of speech and its speaker."""
    match = _UNMARKED.search(flat, start, end)
    return match.start() if match else None


def _verb_first(flat: str, start: int, end: int, broken: bool) -> Attribution | None:
    match = _VERB_FIRST.match(flat, start, end)
    if match is None:
        return None
    verb = Span(*match.span("verb"))
    if match["nya"]:
        return Attribution(verb, match["verb"], None)
    named = naming(flat, verb.end, end)
    if named is None:
        return Attribution(verb, match["verb"], None) if broken and _stands_alone(match["verb"]) else None
    if _doubtful(match["verb"], named.of(flat)):
        return None
    return Attribution(Span(verb.start, named.end), match["verb"], named)


def _stands_alone(verb: str) -> bool:
    return verb.lower() not in CHOOSY and verb.lower() not in {"demikian", "begitu"}


def _doubtful(verb: str, named: str) -> bool:
    """ "jelas sekali" is no attribution, "jelas Andi" and "jelas dia" are."""
    sure = named.lower() in PRONOUNS or any(word[0].isupper() for word in named.split())
    sure = sure or is_document(named) or named.endswith(("itu", "tersebut", "ini"))
    return not sure and not _stands_alone(verb)


def _name_first_or_unknown(flat: str, start: int, end: int) -> Attribution | None:
    if match := _NAME_FIRST.match(flat, start, end):
        who = Span(*match.span("who"))
        return Attribution(Span(who.start, match.end()), match["verb"], who)
    match = _UNKNOWN.match(flat, start, end)
    if match is None or match["verb"] in _NOT_VERBS or match["root"] in _NOT_VERBS:
        return None
    named = None if match["nya"] else naming(flat, match.end(), end)
    last = named.end if named else match.end()
    return Attribution(Span(match.start("verb"), last), match["verb"], named)
