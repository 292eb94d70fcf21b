"""The event that the release tells of: the one in the sentence of its date."""

from __future__ import annotations

import re

from ..cues import words
from ..findings import Document, Event, Evidence, Moment, Span
from .event_phrases import before_time, object_after
from .event_words import NOUN, kind_of

_SIGNING = re.compile(r"(?<!\w)(?:menandatangani|meneken|menanda\s+tangani)\s", re.IGNORECASE)
_MARKS = re.compile(r"[“”\"]")
_QUOTED = re.compile(r"[“\"‘][^“”\"’‘]{0,1500}[”\"’]")
_GENERIC = frozenset({"kegiatan", "acara", "event", "agenda"})
_NEAR = 400
_TIMES = frozenset(words("time_words"))
_PLACE = re.compile(
    r"(?<!\w)(?:di|bertempat\s+di|at|in)\s+(?P<place>[A-Z][\w’'./-]*(?:,?\s(?:[A-Z][\w’'./-]*|\d{1,3}|\([A-Z]{2,12}\)|dan(?=\s[A-Z]))){0,9})"
)


def held_event(document: Document, moment: Moment, participants: tuple[str, ...]) -> Event | None:
    """The nearest word for an event before the date, outside quotes; None where there is none."""
    flat, at = document.flat, moment.evidence.span
    sentence = sentence_of(document, at.start)
    if sentence is None:
        return None
    title = _title(flat, sentence, at)
    if title is None or title.end <= title.start:
        return None
    said = title.of(flat)
    kind = "signing" if _SIGNING.match(said + " ") else kind_of(said)
    return Event(
        title=said,
        kind=kind,
        evidence=Evidence(title),
        planned=False,
        when=moment,
        place=place_in(flat, Span(title.end, sentence.end)),
        participants=participants,
    )


def sentence_of(document: Document, at: int) -> Span | None:
    for paragraph in document.paragraphs:
        if paragraph.span.start <= at < paragraph.span.end:
            return next((one for one in paragraph.sentences if one.start <= at < one.end), None)
    return None


def _title(flat: str, sentence: Span, at: Span) -> Span | None:
    quotes = [Span(*match.span()) for match in _QUOTED.finditer(flat, sentence.start, sentence.end)]
    nouns = [
        noun
        for noun in NOUN.finditer(flat, sentence.start, sentence.end)
        if not any(quote.start <= noun.start() < quote.end for quote in quotes)
    ]
    named = [noun for noun in nouns if noun.group().casefold() not in _GENERIC]
    before = [noun for noun in named if noun.end() <= at.start]
    start = before[-1].start() if before else None
    if signing := _SIGNING.search(flat, sentence.start, sentence.end):
        start = signing.start() if start is None else start
    if start is None:
        return None
    phrase = object_after(flat, start, sentence.end)
    return before_time(flat, phrase, at.start)


def place_in(flat: str, part: Span) -> str:
    """ "di Kantor BNPT Jakarta" behind an event's title, up to a quotation mark."""
    limit = min(part.end, part.start + _NEAR)
    mark = _MARKS.search(flat, part.start, limit)
    for found in _PLACE.finditer(flat, part.start, mark.start() if mark else limit):
        words = found["place"].split()
        dated = (index for index, word in enumerate(words) if word.strip(",.").casefold() in _TIMES)
        if place := " ".join(words[: next(dated, len(words))]).rstrip(" ,."):
            return place
    return ""
