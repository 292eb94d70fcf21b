"""All public names of the registers: of people, bodies, agreements, topics, countries and events.

Rows and their other names pass `visible()`; of merged rows the one that took over is named, also by the names
of the others.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast

from agreements.models import Agreement, Event
from entities.models import Country, Organization, OrganizationName, Person, PersonName, Topic
from entities.models.merging import LONGEST_CHAIN

# A register that has more names than a process should hold is read in part.
MOST = 50_000


class Known(NamedTuple):
    """Something with a page: its kind, key, address, names, and the name by which another row knows it."""

    kind: str
    key: str
    address: str
    name: str
    name_en: str
    other: str

    def called(self, language: str) -> str:
        return self.name_en if language == "en" and self.name_en else self.name

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for name in (self.name, self.name_en, self.other) if name))


class Table(NamedTuple):
    """Where names stand, and the columns of them: address, name in both languages, another name."""

    kind: str
    rows: Callable[[], QuerySet]
    columns: tuple[str, str, str, str]


def people() -> QuerySet:
    return Person.objects.visible().standing()


def bodies() -> QuerySet:
    return Organization.objects.visible().standing()


TABLES = (
    Table("person", people, ("slug", "name", "", "")),
    Table(
        "person",
        lambda: PersonName.objects.visible().filter(person__in=people()),
        ("person__slug", "person__name", "", "name"),
    ),
    Table(
        "person",
        lambda: Person.objects.visible().filter(merged_into__in=people()),
        ("merged_into__slug", "merged_into__name", "", "name"),
    ),
    Table("organization", bodies, ("slug", "name", "name_en", "short")),
    Table(
        "organization",
        lambda: OrganizationName.objects.visible().filter(organization__in=bodies()),
        ("organization__slug", "organization__name", "organization__name_en", "name"),
    ),
    Table(
        "organization",
        lambda: Organization.objects.visible().filter(merged_into__in=bodies()),
        ("merged_into__slug", "merged_into__name", "merged_into__name_en", "name"),
    ),
    Table("agreement", Agreement.objects.visible, ("slug", "title", "title_en", "")),
    Table("topic", Topic.objects.visible, ("slug", "name", "name_en", "")),
    Table("country", Country.objects.all, ("iso2", "name", "name_en", "")),
    Table("event", Event.objects.visible, ("slug", "title", "title_en", "")),
)
COLUMNS = ("known_kind", "known_key", "known_address", "known_name", "known_name_en", "known_other")


def known() -> list[Known]:
    """In one question, in an order that every database has: who bears a name before other names."""
    first, *others = (columns_of(table, place) for place, table in enumerate(TABLES))
    rows = first.union(*others, all=True).order_by("known_place", "known_id")[:MOST]
    return [Known(*row[2:]) for row in rows]


def columns_of(table: Table, place: int) -> QuerySet:
    owner = table.columns[0].rpartition("__")[0]
    named = {
        f"known_{number}": F(column) if column else Value("", CharField())
        for number, column in enumerate(table.columns)
    }
    fixed = {
        "known_place": Value(place),
        "known_id": Cast("pk", CharField()),
        "known_kind": Value(table.kind, CharField()),
        "known_key": Cast(f"{owner}__pk" if owner else "pk", CharField()),
    }
    rows: Any = table.rows().order_by()
    annotated: QuerySet = rows.annotate(**fixed, **named).values_list(*fixed, *named)
    return annotated


def merged() -> dict[tuple[str, str], str]:
    """The key of the row that readers see instead of each merged one, by kind and key."""
    gone: dict[str, QuerySet] = {
        "person": Person.objects.visible().filter(merged_into__in=Person.objects.visible()),
        "organization": Organization.objects.visible().filter(merged_into__in=Organization.objects.visible()),
    }
    pairs = {
        (kind, str(pk)): str(into)
        for kind, rows in gone.items()
        for pk, into in rows.values_list("pk", "merged_into")
    }
    return {(kind, key): last_of(pairs, kind, key) for kind, key in pairs}


def last_of(pairs: dict[tuple[str, str], str], kind: str, key: str) -> str:
    for _step in range(LONGEST_CHAIN):
        key = pairs.get((kind, key), key)
    return key
