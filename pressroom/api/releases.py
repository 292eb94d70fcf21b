"""Releases as they stand: one row a release, the Indonesian text, with its English sibling beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Model, OuterRef, Prefetch, QuerySet, Subquery
from rest_framework.request import Request

from agreements.models import Agreement, AgreementAction, Event
from articles.models import EditionCitation, EditionQuote, EditionSubject, EditionText
from entities.models import Appointment, Country, Organization, Person, PersonHonorific, Topic
from pressroom.api.citations import WORDS, with_release, words
from pressroom.api.history import code_of
from pressroom.api.references import ROUTES, address, identity, survivor
from pressroom.core.visibility import Public

LONG_FIELDS = ("html", "text", "contact")
SUBJECTS: dict[str, type[Model]] = {
    "person": Person,
    "organization": Organization,
    "country": Country,
    "topic": Topic,
    "agreement": Agreement,
    "event": Event,
}


def texts(language: str) -> QuerySet[EditionText]:
    return EditionText.objects.current().filter(language=language)


def releases(*, long: bool) -> QuerySet[EditionText]:
    """Current releases with `uid`; the texts themselves only where they are asked for."""
    left_out = ("stems",) if long else ("stems", *LONG_FIELDS)
    siblings = Prefetch("edition__editiontexts", queryset=texts("en").defer(*left_out))
    return (
        texts("id")
        .select_related("edition")
        .defer(*left_out, "edition__document")
        .annotate(uid=F("article__uid"))
        .prefetch_related(siblings)
    )


def english_of(text: EditionText) -> EditionText | None:
    return next((other for other in text.edition.editiontexts.all() if other.language == "en"), None)


def quotes() -> QuerySet[EditionQuote]:
    """Current quotes, one row a quote, with their release and when it was first published."""
    english = EditionQuote.objects.current().filter(language="en")
    siblings = Prefetch("edition__editionquotes", queryset=english)
    text = EditionText.objects.filter(edition=OuterRef("edition"), language="id")
    return (
        with_release(EditionQuote.objects.current().filter(language="id"))
        .annotate(published_at=Subquery(text.values("published_at")[:1]))
        .select_related("edition", "speaker__merged_into")
        .defer("edition__document")
        .prefetch_related(siblings)
    )


def quote_in_english(quote: EditionQuote) -> EditionQuote | None:
    said = quote.edition.editionquotes.all()
    return next((q for q in said if q.language == "en" and q.ordinal == quote.ordinal), None)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a release speaks of: subjects by type, quotes, the facts that rest on it; and its printed code."""

    subjects: dict[str, list[dict[str, Any]]]
    quotes: list[EditionQuote]
    citations: list[dict[str, Any]]
    code: str | None


def contents_of(text: EditionText, request: Request) -> Contents:
    edition = text.edition_id
    return Contents(
        subjects=subject_entries(EditionSubject.objects.current().filter(edition=edition), request),
        quotes=list(quotes().filter(edition=edition).order_by("ordinal")),
        citations=fact_entries(EditionCitation.objects.current().filter(edition=edition), request),
        code=code_of(text),
    )


def subject_entries(subjects: Iterable[EditionSubject], request: Request) -> dict[str, list[dict[str, Any]]]:
    """Names and roles as they were that day, addresses as they are now."""
    groups: defaultdict[str, list[EditionSubject]] = defaultdict(list)
    for subject in subjects:
        groups[subject.subject_type].append(subject)
    entries: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for kind, group in groups.items():
        rows = {
            str(pk): row
            for pk, row in SUBJECTS[kind]._default_manager.in_bulk([s.subject_id for s in group]).items()
        }
        for subject in group:
            row = rows.get(subject.subject_id)
            if row and (shown := survivor(row)):
                entries[kind].append(subject_entry(subject, shown, request))
    return entries


def subject_entry(subject: EditionSubject, row: Model, request: Request) -> dict[str, Any]:
    public_id = identity(row)
    role = {"id": subject.detail, "en": subject.detail_en or None} if subject.detail else None
    return {
        "id": public_id,
        "name": {"id": subject.label, "en": subject.label_en or None},
        "role": role,
        "url": address(ROUTES[type(row)], public_id, request),
    }


def facts() -> dict[str, QuerySet]:
    """The facts that a release can be cited for, by type."""
    return {
        "organization": Organization.objects.visible(),
        "person_honorific": PersonHonorific.objects.visible().select_related("person"),
        "appointment": Appointment.objects.visible().with_names(),
        "agreement": Agreement.objects.visible(),
        "action": AgreementAction.objects.public().select_related("agreement"),
        "event": Event.objects.visible(),
    }


def fact_entries(citations: QuerySet[EditionCitation], request: Request) -> list[dict[str, Any]]:
    """The citations of a release, each with the resource that shows the fact it supports."""
    cited = list(citations.values("target_type", "target_id", "paragraph", *WORDS))
    found: dict[tuple[str, int], Public] = {}
    for kind in {row["target_type"] for row in cited}:
        pks = {row["target_id"] for row in cited if row["target_type"] == kind}
        found |= {(kind, pk): fact for pk, fact in facts()[kind].in_bulk(pks).items()}
    pairs = ((row, found.get((row["target_type"], row["target_id"]))) for row in cited)
    entries = (fact_entry(row, fact, request) for row, fact in pairs if fact)
    return [entry for entry in entries if entry]


def fact_entry(row: dict[str, Any], fact: Public, request: Request) -> dict[str, Any] | None:
    """None where the resource that shows the fact is not public."""
    shown_by = survivor(fact.change_subject)
    if shown_by is None:
        return None
    return {
        "fact": {
            "type": row["target_type"],
            "id": identity(fact),
            "url": address(ROUTES[type(shown_by)], identity(shown_by), request),
        },
        "paragraph": row["paragraph"],
        **words(row),
    }
