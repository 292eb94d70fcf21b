"""Addresses that nobody has yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import count
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Model
from django.utils.text import slugify

from articles.models import Article, ArticleSlug

# Room for "-2", "-3" … behind a name that fills its column.
ROOM = 8


class Place(NamedTuple):
    """An address among the rows of a model."""

    model: type[Model]
    slug: str

    def numbered(self, number: int) -> Place:
        return Place(self.model, f"{self.slug}-{number}")


class Slugs:
    """Gives the new rows of one draft their addresses, in one query for all; no two get the same.

    `numbers` says where to go on counting behind an address; an archive's import keeps it for all drafts.
    """

    def __init__(self, numbers: dict[Place, int]) -> None:
        self.numbers = numbers
        self.asked: list[tuple[Any, Place]] = []

    def ask(self, row: Any, name: str) -> None:
        """The row wants this name as its address, numbered from 2 where it is taken."""
        model = type(row)
        length = (model._meta.get_field("slug").max_length or 50) - ROOM
        base = slugify(name)[:length].strip("-") or str(model._meta.model_name)
        self.asked.append((row, Place(model, base)))

    def give(self) -> None:
        bases = {base for _row, base in self.asked}
        taken = taken_among({*bases, *(self.next_to(base) for base in bases)})
        given: dict[Place, Place] = {}
        for row, base in self.asked:
            given[base] = self.free(base, taken)
            row.slug = given[base].slug
            taken.add(given[base])
        self.numbers |= {base: number_of(place) + 1 for base, place in given.items() if place != base}

    def next_to(self, base: Place) -> Place:
        return base.numbered(self.numbers.get(base, 2))

    def free(self, base: Place, taken: set[Place]) -> Place:
        for place in (base, self.next_to(base)):
            if place not in taken:
                return place
        taken |= taken_behind(base)
        return next(place for place in map(base.numbered, count(2)) if place not in taken)


def number_of(place: Place) -> int:
    return int(place.slug.rpartition("-")[2])


def taken_among(places: Iterable[Place]) -> set[Place]:
    """In one statement of our own: the ORM would take much longer over it than the database."""
    wanted: defaultdict[type[Model], list[str]] = defaultdict(list)
    for place in places:
        wanted[place.model].append(place.slug)
    models = list(wanted)
    selects = [(number, table) for number, model in enumerate(models) for table in tables(model)]
    with connection.cursor() as cursor:
        cursor.execute(
            " UNION ALL ".join(select(number, table, wanted[models[number]]) for number, table in selects),
            [slug for number, _table in selects for slug in wanted[models[number]]],
        )
        return {Place(models[number], slug) for number, slug in cursor.fetchall()}


def select(number: int, table: type[Model], slugs: list[str]) -> str:
    listed = ", ".join(["%s"] * len(slugs))
    return f"SELECT {number}, slug FROM {table._meta.db_table} WHERE slug IN ({listed})"  # noqa: S608 (our own)


def taken_behind(base: Place) -> set[Place]:
    """The numbered addresses after this one."""
    found = (table._default_manager.filter(slug__startswith=f"{base.slug}-") for table in tables(base.model))
    return {Place(base.model, slug) for rows in found for slug in rows.values_list("slug", flat=True)}


def tables(model: type[Model]) -> tuple[type[Model], ...]:
    """An address once public stays taken."""
    return (model, ArticleSlug) if model is Article else (model,)
