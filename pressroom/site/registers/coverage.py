"""The releases that speak of one thing: how many in which year, and the newest of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractYear
from django.utils import timezone

from articles.models import EditionSubject, EditionText
from pressroom.core.dates.days import interface_language
from pressroom.core.kept import kept_in_one_language
from pressroom.site import reading
from pressroom.site.charts.timeline import percent
from pressroom.site.prepared import Among, prepared


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
    now, language, keys = timezone.now(), interface_language(), [str(pk) for pk in pks]
    newest = reading.newest_about(now, language, kind, keys)
    editions = [text.edition_id for text in newest]
    named = said_of(now, keys, editions) if kind == EditionSubject.Type.PERSON else []
    as_named = {row.edition_id: row for row in named}
    with_roles = [(text, as_named.get(text.edition_id)) for text in newest]
    return Coverage(kind, slug, with_roles, years(language, kind, *keys))


@prepared
def said_of(now: datetime, people: list[str], editions: list[int]) -> QuerySet[EditionSubject]:
    """How each of these editions names the person."""
    found = reading.naming(now, EditionSubject.Type.PERSON, people).filter(Among("edition", editions))
    return found.only("edition", "detail", "detail_en")


@kept_in_one_language
def years(language: str, kind: str, *keys: str) -> list[Year]:
    """The newest first. All releases of the thing are counted, so they are counted once in a generation."""
    counted = by_year(timezone.now(), language, kind, list(keys))
    most = max((total for _year, total in counted), default=1)
    return [Year(year, total, percent(100 * total / most)) for year, total in counted]


@prepared
def by_year(
    now: datetime, language: str, kind: str, keys: list[str]
) -> QuerySet[EditionText, tuple[int, int]]:
    """Starts from the thing's own rows, not from all releases there are."""
    found = reading.texts(language, now).filter(edition__in=reading.naming(now, kind, keys).values("edition"))
    counted = found.order_by().values(year=ExtractYear("published_at")).annotate(total=Count("pk"))
    return counted.order_by("-year").values_list("year", "total")
