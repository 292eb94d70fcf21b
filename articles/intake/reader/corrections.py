"""Correction releases repeat what was wrong ("tertulis …") before what is right ("seharusnya …")."""

from __future__ import annotations

import re

from .cues import any_of, table
from .findings import Span

REACH = 400

_WRONG = re.compile(rf"\b{any_of(row[0] for row in table('correction_words') if row[1] == 'salah')}\b", re.I)
_RIGHT = re.compile(rf"\b{any_of(row[0] for row in table('correction_words') if row[1] == 'benar')}\b", re.I)


def wrong_parts(flat: str) -> list[Span]:
    """From "tertulis" to "seharusnya": what stands there is not what the release says."""
    parts, end = [], 0
    for wrong in _WRONG.finditer(flat):
        if wrong.start() < end:
            continue
        right = _RIGHT.search(flat, wrong.end(), wrong.end() + REACH)
        if right:
            end = right.start()
            parts.append(Span(wrong.start(), end))
    return parts
