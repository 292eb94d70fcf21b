"""What the parts of a draft share while it is being made."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from articles.intake.proposals import Proposal, Proposals
from articles.intake.reader import Evidence, Span
from articles.intake.reasons import say
from articles.intake.reference import Reference
from articles.models import Citation
from pressroom.core.page import in_language

from .answers import Answers
from .body import without_marker
from .edits import Edited
from .register import Register
from .rows import Rows
from .slugs import Slugs

# Values that become rows of their own, also for somebody whom the register knows.
OF_THE_PERSON = frozenset({"titles", "post", "post_en", "acting", "organization"})


class Writing:
    """One draft in the making. `made` holds the row of each accepted card, existing or new, by its key."""

    def __init__(
        self, proposals: Proposals, given: Mapping[str, str], reference: Reference, register: Register
    ) -> None:
        self.reference, self.register = reference, register
        self.proposals, self.reading = proposals, proposals.reading
        self.answers = Answers(proposals, given)
        self.edited = Edited(self.reading.text, self.fixes())
        self.rows, self.slugs = Rows(self.answers), Slugs(reference.numbers)
        self.made: dict[str, Any] = {}
        self.citations: list[Citation] = []

    def fixes(self) -> list[tuple[Span, str]]:
        concerns = (card.concern for card in self.answers.accepted("concern"))
        return [(concern.span, concern.fix) for concern in concerns if concern and concern.fix is not None]

    def existing(self, card: Proposal) -> Any | None:
        """The row that was chosen for a card; None for a new one."""
        pk = self.answers.match(card)
        row = self.register.rows(card.kind).get(pk)
        if pk and row is None:
            message = _("Pilihan ini tidak ada lagi; baca ulang naskahnya.")
            self.answers.refuse(f"{card.key}-match", message)
        if row is not None:
            self.refuse_edits(card)
        return row

    def refuse_edits(self, card: Proposal) -> None:
        """A row is changed in its register: what was typed for it here would be lost without a word."""
        for field in card.fields:
            typed = self.answers.value(card, field.name)
            if field.name not in OF_THE_PERSON and typed.split() != field.value.split():
                message = _("Baris ini sudah tercatat: ubahlah di registernya, atau pilih “Buat baris baru”.")
                self.answers.refuse(f"{card.key}-{field.name}", message)

    @property
    def day(self) -> date:
        """The day on which offices and titles were seen: the event's, or the release's that looks ahead."""
        card = self.proposals.of_kind("release")[0]
        written = self.reading.document.published or timezone.localdate()
        return min(self.read_day(self.answers.value(card, "event_date")) or written, written)

    def read_day(self, typed: str) -> date | None:
        try:
            return parse_date(typed) if typed else None
        except ValueError:
            return None

    def check_day(self, card: Proposal) -> None:
        typed = self.answers.value(card, "event_date")
        if typed and self.read_day(typed) is None:
            self.answers.refuse(
                f"{card.key}-event_date", _("Tulis tanggal sebagai tahun-bulan-hari: 2024-10-09.")
            )

    def cite(self, target: str, fact: Any, evidence: Evidence | None, span: Span) -> None:
        """The sentence that a fact rests on, in the words of the draft."""
        sentence = sentence_around(self.proposals, evidence.span if evidence else span)
        excerpt = without_marker(self.edited.words(sentence))
        inferred = bool(evidence and evidence.basis == "inferred")
        self.citations.append(
            Citation(
                excerpt=excerpt,
                basis=Citation.Basis.INFERRED if inferred else Citation.Basis.STATED,
                note=reason(evidence, "id"),
                note_en=reason(evidence, "en"),
                **{target: fact},
            )
        )


def reason(evidence: Evidence | None, language: str) -> str:
    with in_language(language):
        return say(evidence) if evidence and evidence.basis == "inferred" else ""


def sentence_around(proposals: Proposals, span: Span) -> Span:
    """The sentence in which the span begins; the title where it stands there; else the span itself."""
    document = proposals.reading.document
    if document.title.holds(Span(span.start, span.start)) and span.start < document.title.end:
        return document.title
    for paragraph in document.paragraphs:
        if paragraph.span.start <= span.start < paragraph.span.end:
            return next((s for s in paragraph.sentences if s.start <= span.start < s.end), span)
    return span
