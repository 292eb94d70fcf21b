"""The sentences that the facts of the registers rest on, as the public may see them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from articles.models import Citation, EditionCitation, EditionText
from pressroom.site.reading import rows

# A fact that many releases repeat is shown with the ones that stated it first.
SHOWN = 10

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
    """Up to SHOWN citations of each fact and kind of source; facts are ids by a name of `citations.TARGETS`.

    A release is linked in the language of the reader, else in Indonesian.
    """
    found: defaultdict[tuple[str, int], list[Source]] = defaultdict(list)
    cited = list(first_of_each(in_releases(facts), "target_type", "target_id"))
    releases = releases_of({row.edition_id for row in cited}, language)
    for row in cited:
        found[row.target_type, row.target_id].append(from_release(row, releases))
    for kind, pks in facts.items():
        for citation in first_of_each(outside(kind, pks), f"{kind}_id"):
            found[kind, getattr(citation, f"{kind}_id")].append(from_outside(citation))
    return dict(found)


def in_releases(facts: Facts) -> QuerySet[EditionCitation]:
    wanted = Q(pk__in=[])
    for kind, pks in facts.items():
        wanted |= Q(target_type=kind, target_id__in=list(pks))
    return EditionCitation.objects.current().filter(wanted)


def outside(kind: str, pks: Iterable[int]) -> QuerySet[Citation]:
    """Citations of other people's pages belong to no release, and are public with the fact they support."""
    return Citation.objects.filter(**{"article__isnull": True, f"{kind}_id__in": list(pks)})


def first_of_each(citations: QuerySet, *fact: str) -> QuerySet:
    place = Window(RowNumber(), partition_by=[F(column) for column in fact], order_by="id")
    return citations.annotate(place=place).filter(place__lte=SHOWN).order_by("id")


def releases_of(editions: set[int], language: str) -> dict[int, EditionText]:
    """The release of each edition, by the edition's id."""
    texts: dict[int, EditionText] = {}
    for shown in dict.fromkeys(("id", language)):
        texts |= {text.edition_id: text for text in rows(shown).filter(edition__in=editions)}
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
