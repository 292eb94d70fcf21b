"""The day of a release's lead event: every day that it names is weighed, the lightest is taken."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ..corrections import wrong_parts
from ..cues import words
from ..findings import Document, Evidence, Moment, Remark
from ..texts import gettext_noop
from .event_weights import DATELINE, OUT, Weights
from .issue_day import issue_day, written_day
from .moments import Outlook
from .nearby import Surroundings
from .years import CONTRADICTED

FROM_REPORT = gettext_noop(
    "Teks tidak menyebut hari peristiwanya; %(day)s adalah hari pernyataannya kepada pers."
)
FROM_DATELINE = gettext_noop(
    "Teks tidak menyebut hari peristiwanya; yang dipakai adalah tanggal siarannya, %(day)s."
)
TOO_VAGUE = gettext_noop("Teks hanya menulis “%(printed)s”: hari peristiwanya tidak dapat disimpulkan.")
NO_DAY = gettext_noop("Teks tidak menyebut hari peristiwanya.")

# Against "pekan lalu" in the lead, a day of this weight is not taken.
DOUBTFUL = 2.0
_MOST_DATES = 200
_VAGUE = frozenset(words("vague_times"))
_WEEKS = ("pekan", "minggu", "sepekan", "seminggu")
_AHEAD = ("depan", "dekat", "dekat ini", "mendatang")
_REACH = 200


@dataclass(frozen=True, slots=True)
class Weighed:
    weight: float
    moment: Moment
    reason: str = ""


def lead_event_date(
    document: Document, moments: tuple[Moment, ...]
) -> tuple[Moment | None, tuple[Remark, ...]]:
    remarks = tuple(contradictions(moments))
    first = moments[:_MOST_DATES]
    best = min(_weighed(document, first), key=lambda one: one.weight, default=None)
    vague = _vague_lead(document, first)
    if best is None or best.weight >= OUT or (vague and best.weight >= DOUBTFUL):
        return None, (*remarks, _unknown(document, moments, vague))
    return _with_reason(best), remarks


def contradictions(moments: tuple[Moment, ...]) -> Iterator[Remark]:
    for moment in moments:
        if moment.evidence.reason == CONTRADICTED:
            yield Remark("weekday_contradicts_date", moment.evidence)


def _with_reason(best: Weighed) -> Moment:
    """A day taken for want of a better one says so."""
    moment, said = best.moment, best.moment.evidence
    if not best.reason or said.reason or moment.first is None:
        return moment
    evidence = Evidence(said.span, "inferred", best.reason, {"printed": moment.printed, "day": moment.first})
    return replace(moment, evidence=evidence)


def _unknown(document: Document, moments: tuple[Moment, ...], vague: Moment | None) -> Remark:
    vague = vague or next((moment for moment in moments if moment.to_the_day and moment.first is None), None)
    if vague is None:
        return Remark("date_unknown", Evidence(document.title, "inferred", NO_DAY))
    reason = vague.evidence.reason if vague.first is None and vague.evidence.reason else TOO_VAGUE
    return Remark(
        "date_unknown", Evidence(vague.evidence.span, "inferred", reason, {"printed": vague.printed})
    )


def _vague_lead(document: Document, moments: tuple[Moment, ...]) -> Moment | None:
    """ "pekan lalu" in the first paragraph: the event is past, its day not told."""
    lead = document.paragraphs[0].span if document.paragraphs else document.title
    for moment in moments:
        if lead.holds(moment.evidence.span) and not moment.to_the_day and _is_vague(document, moment):
            return moment
    return None


def _is_vague(document: Document, moment: Moment) -> bool:
    """A week at most, and over; "tiga bulan kemudian" and "usai Lebaran" tell of something else."""
    printed = moment.printed.casefold()
    if moment.first is None or moment.last is None:
        return (printed in _VAGUE or printed.startswith(_WEEKS)) and not printed.endswith(_AHEAD)
    issued = issue_day(document)
    return issued is not None and moment.last < issued and (moment.last - moment.first).days < 7


def _weighed(document: Document, moments: tuple[Moment, ...]) -> Iterator[Weighed]:
    """The days among these dates; below very many others no lead event is told."""
    text = Surroundings(document.flat[: moments[-1].evidence.span.end + _REACH] if moments else "")
    outlook = Outlook(text)
    wrong = wrong_parts(text.flat)
    wrong_starts = [part.start for part in wrong]
    weights = Weights(document, outlook, text, written_day(document) or _latest(moments, outlook))
    for moment in moments:
        span = moment.evidence.span
        part = bisect_right(wrong_starts, span.start) - 1
        if moment.to_the_day and moment.first and not (part >= 0 and wrong[part].holds(span)):
            yield _with_weight(weights, moment)


def _with_weight(weights: Weights, moment: Moment) -> Weighed:
    weight = weights.of(moment)
    if weight == DATELINE:
        return Weighed(weight, moment, FROM_DATELINE)
    return Weighed(weight, moment, FROM_REPORT if weights.is_report(moment.evidence.span) else "")


def _latest(moments: tuple[Moment, ...], outlook: Outlook) -> date | None:
    """The last day of the past that the text names: what is long before it is background."""
    past = (one for one in moments if one.to_the_day and not outlook.looks_ahead(one.evidence.span))
    return max((one.first for one in past if one.first), default=None)
