"""The working copy itself: texts, links to everything accepted, quotes, citations, first revision."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from articles import revisions
from articles.intake.proposals import Kind, Proposal
from articles.models import Article, Citation, Quote
from entities.models import Person

from .body import as_html
from .english import english_body
from .happenings import lead_event
from .people import People
from .writing import Writing

LINKS: dict[str, Kind] = {
    "people": "person",
    "organizations": "organization",
    "agreements": "agreement",
    "events": "event",
    "countries": "country",
    "topics": "topic",
}


def new_article(writing: Writing, **columns: Any) -> Article:
    card = writing.proposals.of_kind("release")[0]
    writing.check_day(card)
    value = writing.answers.value
    article = Article(
        title=title_of(writing, card),
        body=as_html(writing.reading.document, writing.edited),
        body_en=english_body(writing),
        event=lead_event(made(writing, "event"), writing.read_day(value(card, "event_date"))),
        **{name: value(card, name) for name in ("kind", "place", "lead")},
        **columns,
    )
    writing.slugs.ask(article, value(card, "title"))
    return writing.rows.add(card.key, article)


def title_of(writing: Writing, card: Proposal) -> str:
    """As typed; a title left as it was takes part in the fixes."""
    typed = writing.answers.value(card, "title")
    original = writing.reading.document.title
    return writing.edited.words(original) if typed == original.of(writing.reading.text) else typed


def made(writing: Writing, kind: str) -> list[Any]:
    """The rows of the accepted cards of one kind, in the order of the cards, none twice."""
    rows = (row for key, row in writing.made.items() if key.startswith(f"{kind}-"))
    return list({id(row) if row.pk is None else row.pk: row for row in rows}.values())


def add_quotes(writing: Writing, article: Article, people: People) -> None:
    accepted = enumerate(writing.answers.accepted("quote"), start=1)
    for ordinal, card in accepted:
        speaker = writing.made.get(writing.answers.value(card, "speaker"))
        if isinstance(speaker, Person):
            writing.rows.add(card.key, new_quote(writing, article, card, ordinal, speaker, people))
        else:
            message = _("Pilih pembicara yang diterima di antara tokoh, atau lewati kutipan ini.")
            writing.answers.refuse(f"{card.key}-speaker", message)


def new_quote(
    writing: Writing, article: Article, card: Proposal, ordinal: int, speaker: Person, people: People
) -> Quote:
    value = writing.answers.value
    return Quote(
        article=article,
        ordinal=ordinal,
        speaker=speaker,
        appointment=people.office_of.get(id(speaker)),
        text=words_of(writing, card),
        **{name: value(card, name) for name in ("attribution", "verb", "kind")},
    )


def words_of(writing: Writing, card: Proposal) -> str:
    """As the draft prints them: fixes spare what stands in quotation marks, but not indirect speech."""
    said, place = " ".join(card.label.split()), card.spans[0]
    return writing.edited.words(place) if place.of(writing.reading.text) == said else said


def link(writing: Writing, article: Article) -> dict[str, list[Any]]:
    """The release speaks of everything that was accepted: those rows by the names of their relations."""
    links = {relation: linked(writing, kind) for relation, kind in LINKS.items()}
    for relation, rows in links.items():
        through = getattr(Article, relation).through
        target = through._meta.get_fields()[2].attname  # id, article, target
        through._default_manager.bulk_create(
            through(article_id=article.pk, **{target: row.pk}) for row in rows
        )
    return links


def linked(writing: Writing, kind: Kind) -> list[Any]:
    reference: dict[str, Mapping[str, Any]] = {
        "country": writing.reference.countries,
        "topic": writing.reference.topics,
    }
    if kind not in reference:
        return made(writing, kind)
    return [reference[kind][card.match.candidates[0].pk] for card in writing.answers.accepted(kind)]


def add_citations(writing: Writing, article: Article) -> None:
    for citation in writing.citations:
        citation.article = article
    Citation.objects.bulk_create(writing.citations)


def remember(writing: Writing, article: Article, links: dict[str, list[Any]], by: User | None) -> None:
    """All parts of the release were just written, in this order."""
    quotes, citations = writing.rows.new[Quote], writing.citations
    parts = {**links, "quotes": quotes, "citations": citations, "images": []}
    revisions.store_first(article, parts, author=by, note=_("Dari naskah yang ditempel."))
