"""Reference data from CSV files: countries, honorifics, topics and kinds of legal instrument."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from agreements.models import InstrumentKind
from entities.models import Country, Honorific, Topic


def build_reference(folder: Path) -> None:
    Country.objects.bulk_create(Country(**row) for row in rows(folder / "countries.csv"))
    Honorific.objects.bulk_create(Honorific(**row) for row in rows(folder / "honorifics.csv"))
    InstrumentKind.objects.bulk_create(
        InstrumentKind(**{**row, "needs_issuer": row["needs_issuer"] == "true"})
        for row in rows(folder / "instrument_kinds.csv")
    )
    build_topics(list(rows(folder / "topics.csv")))


def build_topics(topics: list[dict[str, str]]) -> None:
    """Parents first; the file may name them in any order."""
    made: dict[str, Topic] = {}
    for row in sorted(topics, key=lambda row: bool(row["parent"])):
        parent = made[row["parent"]] if row["parent"] else None
        made[row["slug"]] = Topic.objects.create(**{**row, "parent": parent})


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(newline="") as lines:
        yield from csv.DictReader(lines)
