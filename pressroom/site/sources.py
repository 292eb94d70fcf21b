"""The sentences that the facts of the registers rest on, as the public may see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from django.db.models import QuerySet
from django.utils import timezone

from articles.models import Citation, EditionCitation, EditionText
from articles.models.projections import newest_of_each
from pressroom.core.kept import kept_in_one_language
from pressroom.site.prepared import Among, prepared
from pressroom.site.reading import texts_of

Fact = Literal["organization", "person_honorific", "appointment", "agreement", "action", "event"]


@dataclass(frozen=True)
class Source:
    """One citation, of a release or of an outside page; paragraph 0 is the release's headline."""

    excerpt: str
    inferred: bool
    note: str
    note_en: str
    release: EditionText | None = None
    paragraph: int = 0
    url: str = ""
    retrieved_on: date | None = None


def sources_of(kind: Fact, pks: Sequence[int], language: str) -> dict[int, list[Source]]:
    """The newest citations of each fact of one kind, in releases and outside.

    A release is linked in the language of the reader, else in Indonesian.
    """
    return found_for(kind, language, *pks) if pks else {}


@kept_in_one_language
def found_for(kind: Fact, language: str, *pks: int) -> dict[int, list[Source]]:
    """All citations of a fact are looked at for the newest, so they are looked at once in a generation."""
    now, found = timezone.now(), {pk: list[Source]() for pk in pks}
    told = inside(now, kind, list(pks))
    releases = releases_of(now, {row.edition_id for row in told}, language)
    for row in told:
        found[row.target_id].append(from_release(row, releases))
    for citation in outside(kind, list(pks)):
        found[getattr(citation, f"{kind}_id")].append(from_outside(citation))
    return found


def sources_of_one(kind: Fact, pks: Sequence[int], language: str) -> list[Source]:
    """The sources of one fact, under whichever of these ids it was recorded."""
    found = sources_of(kind, pks, language)
    return [source for pk in pks for source in found[pk]]


@prepared
def inside(now: datetime, kind: str, pks: list[int]) -> QuerySet[EditionCitation]:
    cited = EditionCitation.objects.current(now).filter(Among("target_id", pks), target_type=kind)
    return newest_of_each(cited, ("target_id",), ("-public_from", "id"))


@prepared
def outside(kind: Fact, pks: list[int]) -> QuerySet[Citation]:
    """Citations of other people's pages belong to no release, and are public with the fact they support."""
    cited = Citation.objects.filter(Among(f"{kind}_id", pks), article__isnull=True)
    return newest_of_each(cited, (f"{kind}_id",), ("-retrieved_on", "id"))


def releases_of(now: datetime, editions: set[int], language: str) -> dict[int, EditionText]:
    """The release of each edition, by the edition's id."""
    texts: dict[int, EditionText] = {}
    for text in texts_of(now, list({"id", language}), list(editions)) if editions else ():
        if text.language == language or text.edition_id not in texts:
            texts[text.edition_id] = text
    return texts


def from_release(row: EditionCitation, releases: Mapping[int, EditionText]) -> Source:
    return Source(
        excerpt=row.excerpt,
        inferred=row.basis == Citation.Basis.INFERRED,
        note=row.note,
        note_en=row.note_en,
        release=releases.get(row.edition_id),
        paragraph=row.paragraph,
    )


def from_outside(citation: Citation) -> Source:
    return Source(
        excerpt=citation.excerpt,
        inferred=citation.basis == Citation.Basis.INFERRED,
        note=citation.note,
        note_en=citation.note_en,
        url=citation.url,
        retrieved_on=citation.retrieved_on,
    )
