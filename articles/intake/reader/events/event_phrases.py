"""The noun phrases of events: the subject before "akan digelar", the object behind "menggelar"."""

from __future__ import annotations

import re

from ..cues import any_of, words
from ..findings import Span

LONGEST = 170

_START = re.compile(
    rf"[,;:“”\"(]\s+|[“”\"]|(?<!\w)(?:{any_of(words('clause_starts'))})\s+"
    r"|(?<!yang\s)(?<!untuk\s)(?<!\w)(?:me(?:m|n|ng|ny|l|r|w|y)[a-z]{3,}|said|noted|added)\s+(?:bahwa\s+|that\s+)?",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s+(?:juga|nanti|nantinya|pun|kini|sendiri|masih|yang|also|kembali|dan)$", re.IGNORECASE)
_STOP = re.compile(
    r"[.;:!?“”\"](?:\s|$)|,\s|\s\(|\s(?:di|in|at)\s+(?=[A-Z\d])|\s(?:pada|dalam|in|on)\s+(?=(?:rangka|hari|tanggal|saat|sela)\b)"
    r"|\s(?:berlangsung|digelar|diadakan|dilaksanakan|dilakukan|dihadiri|disaksikan|dipimpin|diikuti|guna|agar|supaya|sehingga|karena|sebagai|setelah|sebelum|usai|bersamaan|yang(?!\s+(?:pertama|kedua|ke-))"
    r"|untuk(?=\s+me)|dengan(?=\s+(?:meng|men|mem))|juga|akan|bakal)\b",
    re.IGNORECASE,
)
_LIST = re.compile(r",\s+(?:[\w-]+\s+){0,5}[\w-]+,?\s+(?:dan|serta|and)\s")
_PREPOSITION = re.compile(
    r"[\s,]+(?:pada|di|in|on|mulai|sejak|untuk|hingga|sampai|paling\s+lambat|dan)?\s*$", re.IGNORECASE
)


def subject_before(flat: str, start: int, end: int) -> Span:
    """The noun phrase that ends here: from the start of its clause, without adverbs at its end."""
    floor = max(start, end - LONGEST)
    for opening in _START.finditer(flat, floor, end):
        if (
            opening.end() < end
            and not _within_relative(flat, floor, opening)
            and not _lists(flat, opening, end)
        ):
            floor = opening.end()
    phrase = flat[floor:end].rstrip()
    while tail := _TAIL.search(phrase):
        phrase = phrase[: tail.start()].rstrip()
    return _trimmed(flat, Span(floor, floor + len(phrase.rstrip(" ,"))))


def _within_relative(flat: str, floor: int, opening: re.Match[str]) -> bool:
    """ "dan" between two capitals joins a name."""
    joins = opening.group().strip().casefold() in {"dan", "serta", "and"}
    return joins and flat[opening.end() : opening.end() + 1].isupper() and opening.start() > floor


def _lists(flat: str, opening: re.Match[str], end: int) -> bool:
    """Whether this comma parts the members of a list ("HKTI, IPB dan FKS")."""
    return opening.group().startswith(",") and bool(_LIST.match(flat, opening.start(), end))


def object_after(flat: str, start: int, end: int, places: bool = False) -> Span:
    """The noun phrase that starts here: to the next pause, purpose, place or relative clause.

    With `places` "di Manila" belongs to it.
    """
    limit, at = min(end, start + LONGEST), start
    while stop := _STOP.search(flat, at, limit):
        goes_on = _LIST.match(flat, stop.start(), limit) if stop.group().startswith(",") else None
        if goes_on or (places and stop.group().strip().casefold() in {"di", "in", "at"}):
            at = goes_on.end() if goes_on else stop.end()
            continue
        limit = stop.start()
        break
    return _trimmed(flat, Span(start, limit))


def before_time(flat: str, phrase: Span, time: int) -> Span:
    """The phrase up to a moment, without the preposition between them."""
    if time < phrase.start or time > phrase.end + 1:
        return phrase
    preposition = _PREPOSITION.search(flat, phrase.start, time)
    return _trimmed(flat, Span(phrase.start, preposition.start() if preposition else time))


def _trimmed(flat: str, span: Span) -> Span:
    words = flat[span.start : span.end]
    left = len(words) - len(words.lstrip(' ,;:“”"•-–'))
    return Span(span.start + left, max(span.start + left, span.start + len(words.rstrip(' ,;:“”"–-'))))
