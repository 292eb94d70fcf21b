"""The sentences that the facts of the registers rest on, as the public may see them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from articles.models import Citation, EditionCitation, EditionText
from articles.models.projections import newest_of_each
from pressroom.site.reading import links

Facts = Mapping[str, Iterable[int]]


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


def sources_of(facts: Facts, language: str) -> dict[tuple[str, int], list[Source]]:
    """The newest citations of each fact, in releases and outside; facts are ids by a name of TARGETS.

    A release is linked in the language of the reader, else in Indonesian.
    """
    found: defaultdict[tuple[str, int], list[Source]] = defaultdict(list)
    cited = list(EditionCitation.objects.newest_for(facts))
    releases = releases_of({row.edition_id for row in cited}, language)
    for row in cited:
        found[row.target_type, row.target_id].append(from_release(row, releases))
    for kind, pks in facts.items():
        for citation in outside(kind, pks):
            found[kind, getattr(citation, f"{kind}_id")].append(from_outside(citation))
    return dict(found)


def sources_of_one(kind: str, pks: Iterable[int], language: str) -> list[Source]:
    """The sources of one fact, under whichever of these ids it was recorded."""
    found = sources_of({kind: pks}, language)
    return [source for pk in pks for source in found.get((kind, pk), [])]


def outside(kind: str, pks: Iterable[int]) -> QuerySet[Citation]:
    """Citations of other people's pages belong to no release, and are public with the fact they support."""
    cited = Citation.objects.filter(Q(article__isnull=True), Q(**{f"{kind}_id__in": list(pks)}))
    return newest_of_each(cited, (f"{kind}_id",), ("-retrieved_on", "id"))


def releases_of(editions: set[int], language: str) -> dict[int, EditionText]:
    """The release of each edition, by the edition's id."""
    texts: dict[int, EditionText] = {}
    for shown in dict.fromkeys(("id", language)):
        texts |= {text.edition_id: text for text in links(shown).filter(edition__in=editions)}
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
