"""The releases that speak of one thing: how many in which year, and the newest of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractYear

from articles.models import EditionSubject, EditionText
from pressroom.core.dates.days import interface_language
from pressroom.site import reading
from pressroom.site.charts.timeline import percent


@dataclass(frozen=True, slots=True)
class Year:
    """A year, its number of releases, and that number as a share of the year with most."""

    year: int
    total: int
    width: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """The `newest` releases, each with its person as named that day, and the number of all by year."""

    kind: str
    slug: str
    newest: list[tuple[EditionText, EditionSubject | None]]
    years: list[Year]

    @property
    def more(self) -> bool:
        return sum(year.total for year in self.years) > len(self.newest)


def coverage(kind: str, slug: str, pks: Iterable[int]) -> Coverage:
    """Of a person, organization or agreement, in the language of the interface.

    Three queries for a person, two for anything else, which has no role.
    """
    language, keys = interface_language(), list(pks)
    spoken = EditionSubject.objects.current().filter(subject_type=kind, subject_id__in=map(str, keys))
    newest = reading.newest(reading.speaking_of(reading.links(language), kind, keys))
    named = said_of(newest, spoken) if kind == EditionSubject.Type.PERSON else {}
    with_roles = [(text, named.get(text.edition_id)) for text in newest]
    return Coverage(kind, slug, with_roles, years_of(reading.texts(language), spoken))


def said_of(texts: list[EditionText], spoken: QuerySet[EditionSubject]) -> dict[int, EditionSubject]:
    """How each of these releases names the person, by the id of its edition."""
    return {row.edition_id: row for row in spoken.filter(edition__in=[text.edition_id for text in texts])}


def years_of(texts: QuerySet[EditionText], spoken: QuerySet[EditionSubject]) -> list[Year]:
    """The newest year first. Starts from the thing's own rows, not from all releases there are."""
    found = texts.filter(edition__in=spoken.values("edition"))
    counted = found.order_by().values(year=ExtractYear("published_at")).annotate(total=Count("pk"))
    rows = list(counted.order_by("-year"))
    most = max((row["total"] for row in rows), default=1)
    return [Year(row["year"], row["total"], percent(100 * row["total"] / most)) for row in rows]
