"""When events are: the moments of a text, and occasions that are no date ("seusai Lebaran", "masa reses")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from ..cues import any_of, words
from ..findings import Document, Evidence, Moment, Span

_OCCASION = re.compile(
    rf"(?<!\w)(?:(?:seusai|usai|setelah|sesudah|sebelum|menjelang|pasca|sehabis|masa|bulan|awal|akhir|selama"
    rf"|\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?)\s+){{1,3}}(?:masa\s+|bulan\s+)?(?:{any_of(words('occasions'))})"
    rf"(?:\s+(?:\d{{4}}|mendatang|depan|nanti|tahun\s+depan))?(?!\w)|(?<!\w)(?:masa|musim)\s+\w+\s+(?:tahun\s+depan|mendatang)",
    re.IGNORECASE,
)


class Times:
    """Moments and occasions by place. `today` is the newest day that the text itself counts as past."""

    def __init__(self, document: Document, moments: Sequence[Moment], today: date | None) -> None:
        occasions = [_occasion(match) for match in _OCCASION.finditer(document.flat)]
        spans = [one.evidence.span for one in occasions]
        outside = [
            one for one in moments if not any(span.holds(one.evidence.span) for span in _near(spans, one))
        ]
        self._all = sorted((*occasions, *outside), key=lambda one: one.evidence.span)
        self._starts = [one.evidence.span.start for one in self._all]
        self.today = today

    def within(self, start: int, end: int) -> list[Moment]:
        return self._all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def may_lie_ahead(self, moment: Moment) -> bool:
        """False for days that are over."""
        return moment.last is None or self.today is None or moment.last > self.today

    def lies_ahead(self, moment: Moment) -> bool:
        if moment.first is None:
            return moment.printed.endswith(("depan", "mendatang", "nanti", "dekat", "dekat ini"))
        return self.today is not None and moment.first > self.today


def _near(spans: list[Span], moment: Moment) -> list[Span]:
    at = bisect_left(spans, moment.evidence.span)
    return spans[max(0, at - 1) : at + 1]


def _occasion(match: re.Match[str]) -> Moment:
    return Moment(" ".join(match.group().split()), None, None, Evidence(Span(*match.span())))
