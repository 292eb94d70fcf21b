"""Where a sentence ends in Indonesian: not after "Pol.", "No.", an initial or a number of a list."""

from __future__ import annotations

import re

from ..cues import words
from ..findings import Span

_END = re.compile(r"(?<![.?!…])(?P<stop>[.?!…]+)[”\"’'“)\]]{0,3}\s+(?=[“\"‘'(\[]{0,3}(?:[A-Z0-9À-ÖØ-Þ]))")
_WORD_BEFORE = re.compile(r"[\w./’'-]{1,24}$")
_LIST_NUMBER = re.compile(r"\(?(?:[0-9]{1,2}|[a-zA-Z]|[ivx]{1,4})")
_ABBREVIATIONS = frozenset(words("abbreviations"))
_LONGEST_WORD = 24


def split_sentences(flat: str, span: Span) -> tuple[Span, ...]:
    """The sentences of a paragraph, without the blanks between them."""
    start, found = span.start, []
    for match in _END.finditer(flat, span.start, span.end):
        if match["stop"] == "." and _is_abbreviation(flat, start, match.start()):
            continue
        found.append(Span(start, _trimmed(flat, start, match.end())))
        start = match.end()
    return (*found, Span(start, span.end)) if start < span.end else tuple(found)


def _is_abbreviation(flat: str, start: int, stop: int) -> bool:
    """Whether the word that ends at `stop` is shortened, an initial, or the number of an item."""
    before = _WORD_BEFORE.search(flat, max(start, stop - _LONGEST_WORD), stop)
    if before is None:
        return False
    word = before.group()
    if before.start() <= start + 1:
        return bool(_LIST_NUMBER.fullmatch(word)) or word in _ABBREVIATIONS
    return word in _ABBREVIATIONS or (len(word) == 1 and word.isupper())


def _trimmed(flat: str, start: int, end: int) -> int:
    while end > start and flat[end - 1] == " ":
        end -= 1
    return end
