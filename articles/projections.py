"""From the sealed document of an edition to the rows that the public reads."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from articles.models import (
    Edition,
    EditionCitation,
    EditionFact,
    EditionImage,
    EditionNotice,
    EditionProof,
    EditionQuote,
    EditionSubject,
    EditionText,
    Image,
)
from articles.models.projections import Projection
from articles.sealing import code_of
from articles.search.marks import marks_of
from articles.search.stems import stem_text
from pressroom.core import changes, generation
from pressroom.core.html import plain_text

# A row as values by column, all but its key and `superseded_at`: many are compared, few made instances of.
Row = dict[str, Any]

PROJECTIONS: tuple[type[Projection], ...] = (
    EditionText,
    EditionSubject,
    EditionQuote,
    EditionImage,
    EditionCitation,
    EditionNotice,
    EditionFact,
    EditionProof,
)


def project(edition: Edition) -> None:
    """Write the projections of an edition, and let it supersede those of the editions before it."""
    before = Edition.objects.filter(article=edition.article_id, number__lt=edition.number)
    if earlier := list(before.order_by().values_list("pk", flat=True)):
        for model in PROJECTIONS:
            open_rows = model._default_manager.filter(edition__in=earlier, superseded_at__isnull=True)
            open_rows.update(superseded_at=edition.public_from)
    for model, rows in derive(edition).items():
        model._default_manager.bulk_create([model(**row) for row in rows])


def withdraw(edition: Edition) -> None:
    """Take back what `project` wrote for an edition that was cancelled: the one before it stands on."""
    for model in PROJECTIONS:
        model._default_manager.filter(edition=edition).delete()
        earlier = model._default_manager.filter(edition__article=edition.article_id)
        earlier.filter(superseded_at=edition.public_from).update(superseded_at=None)


@transaction.atomic
def rebuild() -> int:
    """Throw all projections away and derive them again from the record; returns the number of editions.

    Takes the lock of the change log, so that nobody publishes meanwhile.
    """
    changes.lock()
    for model in PROJECTIONS:
        model._default_manager.all().delete()
    count = 0
    editions = Edition.objects.standing().select_related("article").order_by("pk")
    for edition in editions.iterator(chunk_size=200):
        project(edition)
        count += 1
    generation.renew()
    return count


def are_missing() -> bool:
    """Whether an edition stands in the record without the projections that every edition has."""
    return Edition.objects.standing().filter(editionproofs__isnull=True).exists()


def derive(edition: Edition) -> dict[type[Projection], list[Row]]:
    """The rows of an edition by the names of their columns, from its document and nothing else."""
    return {
        EditionText: texts(edition),
        EditionSubject: subjects(edition),
        EditionQuote: quotes(edition),
        EditionImage: images(edition),
        EditionCitation: citations(edition),
        EditionNotice: notices(edition),
        EditionFact: facts(edition),
        EditionProof: [proof(edition)],
    }


def superseded_at(edition: Edition) -> datetime | None:
    """The moment at which the next edition of the same release takes over, if there is one."""
    later = Edition.objects.standing().filter(article=edition.article_id, number__gt=edition.number)
    return later.order_by("number").values_list("public_from", flat=True).first()


def texts(edition: Edition) -> list[Row]:
    entries = edition.document["texts"]
    found = [language for language in languages(edition) if language in entries]
    return [text_row(edition, language, entries[language]) for language in found]


def text_row(edition: Edition, language: str, entry: dict[str, Any]) -> Row:
    document, envelope = edition.document, edition.document["edition"]
    text = plain_text(entry["body"])
    return {
        **span_of(edition),
        "article_id": edition.article_id,
        "language": language,
        "slug": entry["slug"],
        "kind": document["kind"],
        "number": document["number"],
        "place": entry["place"],
        "released_on": date.fromisoformat(document["released_on"]) if document["released_on"] else None,
        "published_at": moment(envelope["published_at"][language]),
        "updated_at": moment(envelope["updated_at"][language]),
        "unofficial": entry["unofficial"],
        "title": entry["title"],
        "lead": entry["lead"],
        "html": entry["body"],
        "text": text,
        "contact": document["contact"],
        "stems": stem_text(f"{entry['title']}\n{entry['lead']}\n{text}", language),
        "marks": marks_of(
            entry["title"],
            language,
            document["kind"],
            moment(envelope["published_at"][language]),
            [(subject["type"], subject["id"]) for subject in document["subjects"]],
        ),
    }


def subjects(edition: Edition) -> list[Row]:
    names, span = ("slug", "label", "label_en", "detail", "detail_en"), span_of(edition)
    return [
        {
            **span,
            "subject_type": entry["type"],
            "subject_id": entry["id"],
            "ordinal": ordinal,
            **{name: entry[name] for name in names},
        }
        for ordinal, entry in enumerate(edition.document["subjects"], start=1)
    ]


def quotes(edition: Edition) -> list[Row]:
    """One row a language in which the edition appears and the quote has words."""
    span = span_of(edition)
    return [
        {
            **span,
            "language": language,
            "ordinal": entry["ordinal"],
            "kind": entry["kind"],
            "speaker_id": entry["speaker"],
            "name": entry["name"][language],
            "role": entry["role"][language],
            "attribution": entry["attribution"] if language == "id" else "",
            "verb": entry["verb"] if language == "id" else "",
            "text": entry["text"][language],
        }
        for language in languages(edition)
        for entry in edition.document["quotes"]
        if entry["text"][language]
    ]


def images(edition: Edition) -> list[Row]:
    """Documents of before photos had a kind and a day lack these two."""
    names = ("width", "height", "alt", "alt_en", "caption", "caption_en", "credit", "rights", "licence")
    span = span_of(edition)
    return [
        {
            **span,
            "image_id": int(entry["id"]),
            "ordinal": ordinal,
            "kind": entry.get("kind", Image.Kind.PHOTO),
            "taken_on": date.fromisoformat(entry["taken_on"]) if entry.get("taken_on") else None,
            **{name: entry[name] for name in names},
        }
        for ordinal, entry in enumerate(edition.document["images"], start=1)
    ]


def citations(edition: Edition) -> list[Row]:
    names, span = ("paragraph", "excerpt", "basis", "note", "note_en"), span_of(edition)
    return [
        {
            **span,
            "target_type": entry["type"],
            "target_id": entry["id"],
            **{name: entry[name] for name in names},
        }
        for entry in edition.document["citations"]
    ]


def notices(edition: Edition) -> list[Row]:
    """Where a text was taken away: what readers find at its address in each language."""
    envelope, span = edition.document["edition"], span_of(edition)
    kept = edition.document.get("notices", {})
    return [
        {
            **span,
            "article_id": edition.article_id,
            "language": language,
            "kind": edition.kind,
            "slug": kept[language]["slug"],
            "title": "" if edition.kind == Edition.Kind.KILL else kept[language]["title"],
            "text": envelope["note_en"] if language == "en" else envelope["note"],
            "successor_id": edition.successor_id,
            "published_at": moment(envelope["published_at"][language]),
        }
        for language in languages(edition)
        if language in kept
    ]


def facts(edition: Edition) -> list[Row]:
    known, span = edition.document.get("facts", []), span_of(edition)
    return [{**span, "fact_type": label, "fact_id": pk} for label, pk in known]


def proof(edition: Edition) -> Row:
    return {**span_of(edition), "article_id": edition.article_id, "code": code_of(edition)}


def languages(edition: Edition) -> list[str]:
    """In the order of publication; PostgreSQL's JSON keeps no order of keys."""
    return edition.document["edition"]["languages"]


def span_of(edition: Edition) -> dict[str, Any]:
    return {"edition_id": edition.pk, "public_from": edition.public_from}


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
