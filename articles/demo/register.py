"""The facts of an invented world: rows with keys, which nobody knows until a release makes them known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from django.db.models import Model

from articles.demo.bulk import Keys
from pressroom.core.visibility import Public

# A fact as an edition seals it: the label of its model, and its key.
Fact = tuple[str, int]
Facts = frozenset[Fact]
Row = TypeVar("Row", bound=Public)


class Register:
    """Every fact that was invented, by its name, and the rows that are written together with it."""

    def __init__(self, keys: Keys) -> None:
        self.keys = keys
        self.rows: dict[Fact, Public] = {}
        self.attached: dict[Fact, list[Model]] = {}

    def new(self, model: type[Row], **fields: Any) -> Row:
        row = model(pk=self.keys.next(model), **fields)
        self.rows[fact(row)] = row
        return row

    def keep(self, row: Public) -> None:
        """Take in a row that the database has already."""
        self.rows[fact(row)] = row

    def attach(self, row: Public, rows: Iterable[Model]) -> None:
        self.attached.setdefault(fact(row), []).extend(rows)


def fact(row: Public) -> Fact:
    return row._meta.label_lower, row.pk


def facts(*rows: Public) -> Facts:
    return frozenset(map(fact, rows))
