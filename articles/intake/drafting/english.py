"""The English side prepared: the Indonesian text with every name, office and law that is known in English.

It is working text for whoever translates: nothing of it is marked ready, so no reader sees it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from articles.intake.proposals import Proposal
from articles.intake.reader import Span
from entities.models import Organization
from pressroom.core.dates import UncertainDate, write_when

from .body import as_html
from .edits import Edited, Replacement
from .writing import Writing


def english_body(writing: Writing) -> str:
    """ "" where nothing is known in English: an untouched Indonesian text would only pretend."""
    replacements = [*writing.fixes(), *terms(writing)]
    if len(replacements) == len(writing.fixes()):
        return ""
    return as_html(writing.reading.document, Edited(writing.reading.text, replacements))


def terms(writing: Writing) -> Iterator[Replacement]:
    for card in writing.answers.accepted("organization"):
        yield from organization_terms(writing, card)
    for card in writing.answers.accepted("person"):
        yield from office_terms(writing, card)
    for card in writing.answers.accepted("regulation"):
        yield from ((span, writing.made[card.key].citation("en")) for span in card.spans)
    yield from country_terms(writing)
    yield from date_terms(writing)


def organization_terms(writing: Writing, card: Proposal) -> Iterator[Replacement]:
    """Long forms become the English name; acronyms stay."""
    row: Organization = writing.made[card.key]
    text = writing.reading.text
    if row.name_en:
        yield from ((span, row.name_en) for span in card.spans if " " in span.of(text))


def office_terms(writing: Writing, card: Proposal) -> Iterator[Replacement]:
    number = int(card.key.rpartition("-")[2])
    english = writing.answers.value(card, "post_en") if card.fields else ""
    if english and number < len(writing.reading.people):
        person = writing.reading.people[number]
        yield from ((span, english) for span in (person.role_span, *person.titles) if span)


def country_terms(writing: Writing) -> Iterator[Replacement]:
    """Only the plain name: an adjective or an abbreviation has other forms in English."""
    for card in writing.answers.accepted("country"):
        country = writing.reference.countries[card.match.candidates[0].pk]
        spans = (span for span in card.spans if span.of(writing.reading.text) == country.name)
        yield from ((span, country.name_en) for span in spans)


def date_terms(writing: Writing) -> Iterator[tuple[Span, Any]]:
    moment = writing.reading.event_date
    if moment and moment.first and moment.last:
        yield moment.evidence.span, write_when(UncertainDate(moment.first, moment.last), "en")
