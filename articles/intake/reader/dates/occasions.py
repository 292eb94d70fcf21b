"""Times told by an occasion and not by a date: "seusai Lebaran", "masa reses", "jelang Pilkada 2024"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..cues import any_of, table, words
from ..findings import Span
from .sayings import UNKNOWN, Clock, Known

OPENERS = words("occasion_openers")
_OCCASION = re.compile(
    rf"(?:{any_of(OPENERS)}\s){{1,3}}{any_of(words('occasions'))}(?:\s[0-9]{{4}})?"
    rf"(?:\s{any_of(row[0] for row in table('turns'))})?(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """No calendar is kept here: which days an occasion takes is for the editor to say."""

    span: Span
    printed: str
    turn: None = None
    exact: bool = False

    def reckon(self, clock: Clock, ahead: bool) -> Known:
        return UNKNOWN


def occasion(flat: str, start: int) -> Occasion | None:
    match = _OCCASION.match(flat, start)
    return Occasion(span := Span(*match.span()), span.of(flat)) if match else None
