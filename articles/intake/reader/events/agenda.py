"""The items of an agenda: "dengan agenda (1) …, (2) …", "agenda lain seperti A, B, dan C"."""

from __future__ import annotations

import re

from ..cues import words
from ..findings import Span
from ..spellings import any_spelling

_AGENDA = re.compile(
    any_spelling(words("agenda_words")) + r"\s*(?:(?:yaitu|yakni|antara\s+lain|:)\s*)?", re.IGNORECASE
)
_END = re.compile(r"[.;“”\"](?:\s|$)")
_NUMBERED = re.compile(r"(?:,?\s*(?:dan|serta|and)?\s*)\((?:\d{1,2}|[a-h])\)\s*")
_LISTED = re.compile(r",\s*(?:dan\s+|serta\s+|and\s+)?|\s+(?:dan|serta)\s+(?=upaya|pembahasan)")
_SAYING = re.compile(
    r"^(?:pembahasan(?:\s+(?:tentang|mengenai|soal))?|membahas|discussing)\s+", re.IGNORECASE
)
_LONGEST = 600


def agenda_in(flat: str, part: Span) -> tuple[str, ...]:
    """What the words of this part put on an agenda, each item as printed."""
    for opening in _AGENDA.finditer(flat, part.start, min(part.end, part.start + _LONGEST)):
        limit = min(part.end, opening.end() + _LONGEST)
        end = _END.search(flat, opening.end(), limit)
        return _items(flat[opening.end() : end.start() if end else limit])
    return ()


def _items(said: str) -> tuple[str, ...]:
    parting = _NUMBERED if _NUMBERED.match(said) else _LISTED
    parts = parting.split(said) if parting is _NUMBERED or said.count(",") > 0 else [said]
    return tuple(item for part in parts if (item := _SAYING.sub("", " ".join(part.split()).strip(" ,."))))
