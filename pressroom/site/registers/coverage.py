"""The releases that speak of one thing: how many in which year, and the newest of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, DateTimeField, Max, QuerySet
from django.db.models.functions import ExtractYear
from django.utils import timezone

from articles.models import EditionSubject, EditionText
from pressroom.core.dates.days import interface_language
from pressroom.core.kept import kept_in_one_language
from pressroom.site import reading
from pressroom.site.charts.timeline import percent
from pressroom.site.prepared import Among, Bound, Names, prepared, prepared_anew

# The rail of a page has room for so many; the list of releases has the others.
BESIDE = 8


@dataclass(frozen=True, slots=True)
class Year:
    """A year, its number of releases, that number as a share of the year with most, and the `last` moment."""

    year: int
    total: int
    width: str
    last: datetime


@dataclass(frozen=True, slots=True)
class Coverage:
    """The `newest` releases, each with the role that it gives the person, and the number of all by year.

    A role is `detail` in two languages; None where the thing is no person, or nothing was said of the role.
    """

    kind: str
    slug: str
    newest: list[tuple[EditionText, dict[str, str] | None]]
    years: list[Year]

    @property
    def more(self) -> bool:
        return sum(year.total for year in self.years) > len(self.newest)


def coverage(kind: str, slug: str, pks: Iterable[int]) -> Coverage:
    """Of a person, organization or agreement, in the language of the interface.

    Three queries for a person, two for anything else, which has no role; none where nothing was said.
    """
    now, language, keys = timezone.now(), interface_language(), [str(pk) for pk in pks]
    counted = years(language, kind, *keys)
    newest = newest_of(now, language, kind, keys, counted[0].last) if counted else []
    roles = roles_in(now, newest, keys) if newest and kind == EditionSubject.Type.PERSON else {}
    return Coverage(kind, slug, [(text, roles.get(text.edition_id)) for text in newest], counted)


def newest_of(now: datetime, language: str, kind: str, keys: list[str], last: datetime) -> list[EditionText]:
    """The newest releases of a thing; those of many are found by walking back from the `last` of them."""
    found = reading.about(now, language, kind, keys)
    if found.question is reading.naming_texts:
        return found.rows(newest_until, last=last)
    return found.rows(newest)


def newest(releases: QuerySet[EditionText]) -> QuerySet[EditionText]:
    return reading.newest(releases)[:BESIDE]


def newest_until(releases: QuerySet[EditionText]) -> QuerySet[EditionText]:
    """What was given out after the `last` of them would be looked at in vain."""
    return newest(releases.filter(published_at__lte=Bound("last", DateTimeField())))


def roles_in(now: datetime, texts: Iterable[EditionText], keys: list[str]) -> dict[int, dict[str, str]]:
    """The role that each edition gives the person, by the edition's id."""
    named = people_in(now, [text.edition_id for text in texts])
    return {
        edition: {"detail": detail, "detail_en": detail_en}
        for edition, person, detail, detail_en in named
        if person in keys
    }


@prepared
def people_in(now: datetime, editions: list[int]) -> QuerySet[EditionSubject, tuple[int, str, str, str]]:
    """All whom these editions name: were it asked for one, a database might read whatever was said of him."""
    named = EditionSubject.objects.current(now).filter(Among("edition", editions), subject_type="person")
    return named.values_list("edition", "subject_id", "detail", "detail_en")


@kept_in_one_language
def years(language: str, kind: str, *keys: str) -> list[Year]:
    """The newest first. All releases of the thing are counted, so they are counted once in a generation."""
    counted = by_year(timezone.now(), language, kind, list(keys))
    most = max((total for _year, total, _last in counted), default=1)
    return [Year(year, total, percent(100 * total / most), last) for year, total, last in counted]


@prepared_anew
def by_year(
    now: datetime, language: str, kind: str, keys: Names
) -> QuerySet[EditionText, tuple[int, int, datetime]]:
    """Starts from the thing's own rows, not from all releases there are."""
    found = reading.texts(language, now).filter(edition__in=reading.naming(now, kind, keys).values("edition"))
    counted = (
        found.order_by()
        .values(year=ExtractYear("published_at"))
        .annotate(total=Count("pk"), last=Max("published_at"))
    )
    return counted.order_by("-year").values_list("year", "total", "last")
