"""What a sentence says of an agreement: signed, renewed, ratified or planned; when, and by what law."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from ..cues import any_of, table, words
from ..findings import Moment, Regulation, Span
from ..spellings import any_spelling
from .agreement_mentions import Mention

_BEFORE = re.compile(
    any_spelling(row[0] for row in table("signing_verbs") if row[1] == "mendahului"), re.IGNORECASE
)
_RIGHT_BEFORE = re.compile(
    rf"{any_spelling(row[0] for row in table('signing_verbs') if row[1] == 'keduanya')}(?:\s\w+){{0,3}}\s+$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    any_spelling(row[0] for row in table("signing_verbs") if row[1] in {"menyusul", "keduanya"}),
    re.IGNORECASE,
)
_RATIFIED = re.compile(any_spelling(words("ratifying_verbs")), re.IGNORECASE)
_RENEWED = re.compile(any_spelling(words("renewing_words")), re.IGNORECASE)
_AHEAD = re.compile(
    any_spelling(row[0] for row in table("planning_words") if row[1] != "naskah"), re.IGNORECASE
)
_UNFINISHED = re.compile(
    any_spelling(row[0] for row in table("planning_words") if row[1] == "naskah"), re.IGNORECASE
)
_EXPIRY = re.compile(rf"(?<!\w){any_of(words('expiry_words'))}(?!\w)[^,.;]{{0,25}}$", re.IGNORECASE)
_FIRST = re.compile(r"pertama\s+kali|semula|mula-mula|first", re.IGNORECASE)
_EARLIER = re.compile(r"(?<!\w)(?:telah|sudah|pernah|sebelumnya)(?!\w)", re.IGNORECASE)
_IN_NAME = re.compile(r"(?<!\w)(?P<year>(?:19|20)\d\d)(?![\w-])")
_APPROVAL = re.compile(r"\s+tentang\s+(?:pengesahan|ratifikasi|aksesi)\s+$", re.IGNORECASE)
_REACH, _FAR = 160, 400


@dataclass(frozen=True, slots=True)
class Facts:
    """`year` of a signature, `planned` one of a plan; `first` where the text says that it was the first one.

    `undated` is a signature in the news without its own date: the lead event's will do.
    """

    signed: bool = False
    renewed: bool = False
    planned: bool = False
    undated: bool = False
    first: bool = False
    year: int | None = None
    when: Moment | None = None
    regulation: Regulation | None = None
    ratified_by: Span | None = None


class Clauses:
    """Reads the words around mentions; moments and regulations are looked up by place."""

    def __init__(self, flat: str, moments: Sequence[Moment], regulations: Sequence[Regulation]) -> None:
        self.flat = flat
        self._moments = sorted(moments, key=lambda moment: moment.evidence.span)
        self._starts = [moment.evidence.span.start for moment in self._moments]
        named = sorted((span, index) for index, law in enumerate(regulations) for span in law.mentions)
        self._laws = [(span, regulations[index]) for span, index in named]
        self._law_starts = [span.start for span, _ in self._laws]

    def facts(self, mention: Mention, left: int, right: int) -> Facts:
        """What stands between `left` and the mention, and between the mention and `right`."""
        start, end = mention.text.start, mention.text.end
        before, behind = Span(max(left, start - _FAR), start), Span(end, min(right, end + _FAR))
        law, printed = self._ratification(mention, before, behind)
        verb_before = _last(_BEFORE, self.flat, before) or _RIGHT_BEFORE.search(
            self.flat, max(left, before.end - 60), before.end
        )
        verb_behind = _BEHIND.search(self.flat, behind.start, behind.end)
        renewal = _last(_RENEWED, self.flat, before) or _RENEWED.search(self.flat, behind.start, behind.end)
        planned = self._is_planned(before, behind, verb_before, verb_behind)
        when = self._when(mention, before, behind, verb_before, verb_behind, renewal)
        signed = bool(verb_before or verb_behind)
        told = bool(_EARLIER.search(self.flat, before.start, before.end))
        return Facts(
            signed=signed,
            renewed=bool(renewal),
            planned=planned,
            undated=(signed or bool(renewal)) and not told and not planned and when is None,
            first=when is not None and self._is_first(when),
            year=_year(when) or self._year_in_name(mention),
            when=when,
            regulation=law,
            ratified_by=printed,
        )

    def lies_ahead(self, moment: Moment) -> bool:
        """Whether the text speaks of it as still to come."""
        span = moment.evidence.span
        floor = self.flat.rfind(". ", max(0, span.start - _REACH), span.start)
        return bool(_AHEAD.search(self.flat, max(floor, span.start - _REACH, 0), span.start))

    def list_facts(self, above: Span) -> Facts | None:
        """What the words above a list say of everything in it: at most that it was signed, and when."""
        verb = _BEFORE.search(self.flat, above.start, above.end) or _BEHIND.search(
            self.flat, above.start, above.end
        )
        if verb is None:
            return None
        planned = bool(_AHEAD.search(self.flat, max(above.start, verb.start() - 60), verb.start()))
        later = self._moments_in(Span(verb.end(), above.end))
        when = next((one for one in later if not self._is_expiry(one)), None)
        return Facts(
            signed=True, planned=planned, undated=not planned and when is None, year=_year(when), when=when
        )

    def _ratification(
        self, mention: Mention, before: Span, behind: Span
    ) -> tuple[Regulation | None, Span | None]:
        """The regulation behind "disahkan dengan", or one whose title is the approval of this agreement."""
        verb = _RATIFIED.search(self.flat, behind.start, behind.end)
        at = verb.end() if verb else None
        if at is None and _last(_RATIFIED, self.flat, Span(max(before.start, before.end - 60), before.end)):
            at = behind.start
        if at is not None:
            for span, law in self._laws_in(Span(at, min(at + 90, behind.end))):
                return law, span
        for span, law in self._laws_in(Span(max(before.start, before.end - 120), before.end)):
            if _APPROVAL.fullmatch(self.flat, span.end, before.end):
                return law, span
        return None, None

    def _is_planned(
        self, before: Span, behind: Span, verb_before: re.Match[str] | None, verb_behind: re.Match[str] | None
    ) -> bool:
        near = max(before.start, before.end - 90)
        if _UNFINISHED.search(self.flat, near, before.end) or self._is_ahead(behind, verb_behind):
            return True
        floor = max(before.start, (verb_before.start() if verb_before else before.end) - 60)
        return bool(_AHEAD.search(self.flat, floor, before.end))

    def _is_ahead(self, behind: Span, verb: re.Match[str] | None) -> bool:
        """ "akan ditandatangani", "akan diperbarui", "ditargetkan pada 2025", not "akan berakhir"."""
        limit = verb.start() if verb else min(behind.start + 60, behind.end)
        ahead = _AHEAD.search(self.flat, behind.start, limit)
        if ahead is None or verb:
            return ahead is not None
        near = Span(ahead.end(), min(ahead.end() + 30, behind.end))
        return bool(_RENEWED.search(self.flat, near.start, near.end)) or any(
            not self._is_expiry(moment) for moment in self._moments_in(near)
        )

    def _when(
        self,
        mention: Mention,
        before: Span,
        behind: Span,
        verb_before: re.Match[str] | None,
        verb_behind: re.Match[str] | None,
        renewal: re.Match[str] | None,
    ) -> Moment | None:
        """The moment that belongs to the signature: the first one told as such, else behind, else before."""
        later = [one for one in self._moments_in(behind) if not self._is_expiry(one)]
        first = next((one for one in later if self._is_first(one)), None)
        if first:
            return first
        if later and (verb_behind or verb_before or renewal):
            return later[0]
        if later and re.fullmatch(
            r"[\s,]*(?:(?:pada|di|in)\s+)?", self.flat[behind.start : later[0].evidence.span.start]
        ):
            return later[0]
        if verb_before:
            earlier = [one for one in self._moments_in(before) if not self._is_expiry(one)]
            return earlier[-1] if earlier else None
        return None

    def _year_in_name(self, mention: Mention) -> int | None:
        named = _IN_NAME.search(self.flat, mention.text.start, mention.text.end)
        return int(named["year"]) if named else None

    def _is_first(self, moment: Moment) -> bool:
        at = moment.evidence.span.start
        return bool(_FIRST.search(self.flat, max(0, at - 60), at))

    def _is_expiry(self, moment: Moment) -> bool:
        at = moment.evidence.span.start
        return bool(_EXPIRY.search(self.flat, max(0, at - 45), at))

    def _moments_in(self, part: Span) -> list[Moment]:
        """Those that stand there and are no year of a regulation."""
        low, high = bisect_left(self._starts, part.start), bisect_left(self._starts, part.end)
        found = self._moments[low:high]
        return [one for one in found if _year(one) and not self._laws_in(one.evidence.span, inside=True)]

    def _laws_in(self, part: Span, inside: bool = False) -> list[tuple[Span, Regulation]]:
        start = part.start - 80 if inside else part.start
        low, high = bisect_left(self._law_starts, start), bisect_left(self._law_starts, part.end)
        found = self._laws[low:high]
        return [one for one in found if one[0].overlaps(part)] if inside else found


def _last(pattern: re.Pattern[str], flat: str, part: Span) -> re.Match[str] | None:
    found = deque(pattern.finditer(flat, max(part.start, part.end - _REACH), part.end), maxlen=1)
    return found.pop() if found else None


def _year(moment: Moment | None) -> int | None:
    """The year; of a moment that could not be resolved, the one it prints."""
    if moment is None:
        return None
    if moment.first:
        return moment.first.year
    printed = re.search(r"(?:19|20)\d\d", moment.printed)
    return int(printed.group()) if printed else None
