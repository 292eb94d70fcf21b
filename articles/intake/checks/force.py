"""An agreement called in force of which the register holds no such step."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.models import Agreement
from agreements.standing import Force
from articles.intake.proposals import Concern
from articles.intake.reader import Span
from articles.intake.reader.cues import any_of, table
from articles.intake.reader.findings import Agreement as Found

from .context import Context

CALLED = re.compile(
    rf"\b(?P<words>{any_of(row[0] for row in table('force_words') if row[1] == 'ya')})\b", re.IGNORECASE
)
DENIED = re.compile(
    rf"\b{any_of(row[0] for row in table('force_words') if row[1] == 'tidak')}\s+$", re.IGNORECASE
)
LONGEST_DENIAL = 20
BINDING = (Force.IN_FORCE, Force.PROVISIONAL)


def called_in_force(context: Context) -> Iterator[Concern]:
    day = context.day or timezone.localdate()
    for found, row in context.agreements:
        span = where_called(context, found)
        standing = row.force_on(day)
        if span and standing not in BINDING:
            message = _("Teks menyebut perjanjian ini berlaku; menurut register: %(standing)s.")
            held = str(standing.label)
            yield context.concern("in_force", span, message % {"standing": held}, held, fact_of(row))


def fact_of(row: Agreement) -> object:
    """The newest step, which decides; an agreement without any stands for itself."""
    actions = list(row.actions.all())
    return actions[-1] if actions else row


def where_called(context: Context, found: Found) -> Span | None:
    """The words in a sentence that names the agreement."""
    for paragraph in context.reading.document.paragraphs:
        for sentence in paragraph.sentences:
            if any(sentence.overlaps(mention) for mention in found.mentions):
                for match in CALLED.finditer(context.flat, sentence.start, sentence.end):
                    before = context.flat[max(sentence.start, match.start() - LONGEST_DENIAL) : match.start()]
                    if not DENIED.search(before):
                        return Span(*match.span("words"))
    return None
