"""How unlikely each day that a release names is to be the day of its lead event.

What weighs on a day: a place far down the text, a side clause, a statement to the press, age, things past or
planned that the release only mentions. Where the lead is itself a statement, its day weighs little.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date, timedelta
from functools import cached_property

from ..cues import any_of, table, words
from ..findings import Document, Moment, Span
from .date_words import RELATIVE_DAYS
from .issue_day import bears_date
from .moments import Outlook
from .nearby import Cues, Surroundings

# OUT is never taken; the others are added up.
SIDE, SAID, TITLE, RELATIVE = 1.2, 1.5, 1.5, 1.5
OLD, REPORT, DATELINE, BACKGROUND, OUT = 2.5, 4.0, 7.0, 7.2, 9.0
SAID_IN_LEAD, REPORT_IN_LEAD = 0.3, 1.3
ANNOUNCED, PLANNED = 0.5, 1.0
A_PARAGRAPH, FAR_DOWN = 0.3, 2.4
AGES = ((3, 0.0), (7, 0.4), (14, 0.8), (60, 1.2))
RECENT, RECALLED = timedelta(days=14), timedelta(days=60)

_RELATIVE = tuple(RELATIVE_DAYS)
_REPORT, _BACKGROUND = Cues(words("report_words")), Cues(words("background_words"))
_LIMITS, _PLANNED, _ANNOUNCING = (
    Cues(words(name)) for name in ("limit_words", "ahead_words", "announcing_verbs")
)
_ASIDE, _HOLDING = Cues(words("aside_openers")), Cues(words("holding_verbs"))
_ARRANGING = Cues(row[0] for row in table("holding_verbs") if row[1:] == ("pelaku", "kuat"))
_STATING = Cues(
    (
        *(row[0] for row in table("reporting_verbs") if row[1] == "langsung"),
        *words("statement_verbs"),
    )
)
_ACTING = Cues((*words("holding_verbs"), *words("signing_verbs")))
_LABELS = words("event_labels")
_SPOKEN = any_of(words("speech_verbs"))
_SAID = re.compile(
    rf"[\"”“’',]\s{_SPOKEN}(?:nya)?\b|\b(?:hal|demikian)\s(?:\w+\s)?{any_of(words('passive_speech'))}\b",
    re.IGNORECASE,
)
_SAYS = re.compile(rf",?\s{any_of(row[0] for row in table('reporting_verbs'))}\b", re.IGNORECASE)
_DECREE = re.compile(r"\b(?:nomor|no)\b[^,]{1,80}\b(?:tanggal|tgl)\.?\s$", re.IGNORECASE)
_COMMEMORATED = re.compile(r"\b(?:[Hh]ari|HUT)\s(?:[A-Z][\w-]+\s){1,5}(?:pada\s|tanggal\s|setiap\s)*$")
_ENDS = re.compile(r"\s{0,2}(?:[.!?”\"]|$)")
_BACK, _NEAR, _ON, _LONGEST_TITLE, _LONGEST_LABEL, _LONGEST_DECREE = 140, 60, 26, 300, 40, 120
_LINES_ABOVE, _LONGEST_BYLINE, _LONGEST_LEAD = 6, 80, 400


class Weights:
    """Weighs the days of one release; `today` is the day it bears, or the last past day that it names."""

    def __init__(self, document: Document, outlook: Outlook, text: Surroundings, today: date | None) -> None:
        self._document, self._flat, self._text, self._today = document, document.flat, text, today
        self._outlook = outlook
        self._starts = [paragraph.span.start for paragraph in document.paragraphs]
        self._report, self._background = _REPORT.places(text), _BACKGROUND.places(text)
        self._aside, self._holding = _ASIDE.places(text), _HOLDING.places(text)
        self._arranging = _ARRANGING.places(text)

    def of(self, moment: Moment) -> float:
        span = moment.evidence.span
        paragraph = bisect_right(self._starts, span.start) - 1
        if self._bears_date(span, paragraph):
            return DATELINE if paragraph <= self._lead else OUT
        if self._is_labelled(span):
            return 0.0
        below = paragraph - self._lead
        weight = TITLE if paragraph < 0 else min(max(below, 0) * A_PARAGRAPH, FAR_DOWN)
        return weight + self._of_words(moment, below) + self._of_day(moment, below) + self._of_report(span)

    def is_report(self, span: Span) -> bool:
        """ "dalam keterangannya, Rabu (5/11)"; also "Rabu (5/11) kepada wartawan"."""
        start = self._text.sentence_start(span.start, _NEAR)
        if self._report.between(start, span.start):
            return not self._arranging.between(self._text.sentence_start(span.start, _BACK), span.start)
        return self._report.between(span.end, span.end + _ON)

    @cached_property
    def _lead(self) -> int:
        """The first paragraph that is no byline."""
        dateline = self._document.dateline
        for index, paragraph in enumerate(self._document.paragraphs[:_LINES_ABOVE]):
            here = paragraph.span
            if here.end - here.start > _LONGEST_BYLINE or (dateline and here.holds(dateline.span)):
                return index
        return 0

    @cached_property
    def _lead_sentence(self) -> Span:
        paragraphs = self._document.paragraphs[self._lead :]
        sentences = paragraphs[0].sentences if paragraphs else ()
        return sentences[0] if sentences else self._document.title

    @cached_property
    def _lead_states(self) -> bool:
        """Whether the release is about something said: "Komnas HAM mengecam …"."""
        start, end = self._lead_sentence.start, self._lead_sentence.end
        words_of_lead = Surroundings(self._flat[start : min(end, start + _LONGEST_LEAD)])
        stating, acting = _STATING.places(words_of_lead).first, _ACTING.places(words_of_lead).first
        if stating is None:
            stating = said.start() if (said := _SAID.search(words_of_lead.flat)) else None
        return stating is not None and (acting is None or stating < acting)

    def _of_words(self, moment: Moment, below: int) -> float:
        span = moment.evidence.span
        weight = SIDE if self._is_aside(span) else 0.0
        if below > 0 and moment.printed.casefold().startswith(_RELATIVE):
            weight += RELATIVE
        if self._is_said(span):
            weight += SAID_IN_LEAD if self._lead_states else SAID
        return weight

    def _of_report(self, span: Span) -> float:
        if not self.is_report(span):
            return 0.0
        return REPORT_IN_LEAD if self._lead_states else REPORT

    def _is_said(self, span: Span) -> bool:
        start = self._text.sentence_start(span.start, _BACK)
        return bool(_SAID.search(self._flat, start, span.start) or _SAYS.match(self._flat, span.end))

    def _is_aside(self, span: Span) -> bool:
        """ "tersangka yang ditangkap pada Minggu (3/11) diperiksa"; not "…, Minggu (3/11)." at the end."""
        start = self._clause_start(span, _BACK)
        return self._aside.between(start, span.start) and not self._holding.between(start, span.start)

    def _clause_start(self, span: Span, reach: int) -> int:
        """A day at the end of its sentence belongs to what stands behind the last comma."""
        start = self._text.sentence_start(span.start, reach)
        if _ENDS.match(self._flat, span.end):
            return max(start, self._flat.rfind(", ", start, span.start) + 1)
        return start

    def _of_day(self, moment: Moment, below: int) -> float:
        first, span = moment.first, moment.evidence.span
        if first is None:
            return OUT
        if first > self._today if self._today else self._outlook.looks_ahead(span):
            return self._of_plan(span, below)
        age = self._today - first if self._today else timedelta(0)
        if self._is_background(span):
            return BACKGROUND if age <= RECENT else OUT
        if age > RECALLED:
            return OLD if below < 1 else OUT
        return next(weight for days, weight in AGES if age.days <= days)

    def _of_plan(self, span: Span, below: int) -> float:
        """What lies ahead is the lead only where the title or the first sentence announces it."""
        if below > 1:
            return OUT
        if self._is_announced:
            return ANNOUNCED
        if span.start >= self._lead_sentence.end:
            return OUT
        start = self._text.sentence_start(span.start, _BACK)
        return OUT if self._aside.between(start, span.start) and not self._announces(start, span) else PLANNED

    @cached_property
    def _is_announced(self) -> bool:
        title = self._document.title
        words_of_title = self._flat[title.start : min(title.end, title.start + _LONGEST_TITLE)]
        return _PLANNED.places(Surroundings(words_of_title)).first is not None

    def _announces(self, start: int, span: Span) -> bool:
        return _ANNOUNCING.places(Surroundings(self._flat[start : span.start])).first is not None

    def _is_background(self, span: Span) -> bool:
        start = self._clause_start(span, _NEAR)
        if self._background.between(start, span.start) or _LIMITS.before(self._flat, span.start):
            return True
        before = self._flat[max(0, span.start - _LONGEST_DECREE) : span.start]
        return bool(_DECREE.search(before) or _COMMEMORATED.search(before[-_NEAR:]))

    def _is_labelled(self, span: Span) -> bool:
        """ "Hari/tanggal: Selasa, 30 Agustus 2022", as an invitation has it."""
        before = self._flat[max(0, span.start - _LONGEST_LABEL) : span.start].rstrip()
        return before.endswith(":") and before[:-1].rstrip().casefold().endswith(_LABELS)

    def _bears_date(self, span: Span, paragraph: int) -> bool:
        """In the dateline, in a line above the lead, or alone on its line as above a signature."""
        dateline = self._document.dateline
        if dateline and dateline.span.holds(span):
            return True
        if 0 <= paragraph < self._lead:
            return not self._is_labelled(span)
        return paragraph >= 0 and bears_date(self._flat, self._document.paragraphs[paragraph].span)
