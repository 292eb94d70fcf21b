"""Sentences that are too long to be read aloud in one breath."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.intake.proposals import Concern
from articles.intake.reader import Span
from articles.intake.style.context import Context

LONGEST = 25
WORD = re.compile(r"\w[^\s]{0,200}")


def slips(context: Context) -> Iterator[Concern]:
    for paragraph in context.reading.document.paragraphs:
        for sentence in paragraph.sentences:
            count = words_outside_quotes(context, sentence)
            if count > LONGEST:
                message = _("Kalimat ini %(count)d kata; usahakan paling banyak %(most)d.")
                yield Concern("long_sentence", sentence, message % {"count": count, "most": LONGEST})


def words_outside_quotes(context: Context, sentence: Span) -> int:
    """Whoever is quoted may speak at length."""
    words = WORD.finditer(context.flat, sentence.start, sentence.end)
    return sum(not context.quoted(Span(*word.span())) for word in words)
