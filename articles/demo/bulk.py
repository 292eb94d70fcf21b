"""Many rows at once, past Django's instances-to-SQL machinery, which would take most of the time.

Nothing is checked here but by the database: the caller's rows are such as `save()` would have stored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from operator import attrgetter, itemgetter
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models
from django.db.models import Max

from pressroom.core.canonical import canonical_json

# Rows of one table that are written together.
BATCH = 2_000
# Rows of one statement; SQLite takes 32,766 values.
TOGETHER = 100
Convert = Callable[[Any], Any]
# A row as an instance, or as values by column where instances would take most of the time.
Row = models.Model | dict[str, Any]
# Prepared values by the kind of their column: the rows of an edition share their moments.
Known = dict[type[models.Field], "Prepared"]


class Keys:
    """Primary keys that nobody has, handed out before their rows are written."""

    def __init__(self) -> None:
        self.last: dict[type[models.Model], int] = {}

    def next(self, model: type[models.Model]) -> int:
        if model not in self.last:
            self.last[model] = model._default_manager.aggregate(last=Max("pk"))["last"] or 0
        self.last[model] += 1
        return self.last[model]


class Writer:
    """Collects rows and writes them table by table; foreign keys are checked when the transaction ends."""

    def __init__(self) -> None:
        self.waiting: dict[type[models.Model], list[Any]] = {}
        self.tables: dict[type[models.Model], Table] = {}
        self.known: Known = {}

    def add(self, model: type[models.Model], rows: Iterable[Row]) -> None:
        found = self.waiting.setdefault(model, [])
        found.extend(rows)
        if len(found) >= BATCH:
            self.write(model)

    def write(self, model: type[models.Model]) -> None:
        if rows := self.waiting.pop(model, []):
            if model not in self.tables:
                self.tables[model] = Table(model, self.known, with_key=has_key(model, rows[0]))
            self.tables[model].insert(rows)

    def finish(self) -> None:
        for model in list(self.waiting):
            self.write(model)
        statements = connection.ops.sequence_reset_sql(no_style(), list(self.tables))
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)


class Table:
    """One table, and how the values of its columns are handed to the database."""

    def __init__(self, model: type[models.Model], known: Known, *, with_key: bool) -> None:
        self.fields = [f for f in model._meta.concrete_fields if with_key or not f.primary_key]
        self.names = [f.attname for f in self.fields]
        self.read, self.look_up = attrgetter(*self.names), itemgetter(*self.names)
        found = ((place, converter(field, known)) for place, field in enumerate(self.fields))
        self.convert = [(place, convert) for place, convert in found if convert]
        quote = connection.ops.quote_name
        self.columns = ", ".join(quote(str(f.column)) for f in self.fields)
        self.name = quote(model._meta.db_table)

    def insert(self, rows: list[Row]) -> None:
        values = [self.prepared(row) for row in rows]
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {self.name} ({self.columns}) FROM STDIN") as copy:
                    for row in values:
                        copy.write_row(row)
            else:
                for begun in range(0, len(values), TOGETHER):
                    self.insert_together(values[begun : begun + TOGETHER], cursor)

    def insert_together(self, values: list[list[Any]], cursor: Any) -> None:
        """In one statement: at the end of each, SQLite's full-text index writes out what it has gathered."""
        row = f"({', '.join(['%s'] * len(self.fields))})"
        rows = ", ".join([row] * len(values))
        given = list(chain.from_iterable(values))
        cursor.execute(f"INSERT INTO {self.name} ({self.columns}) VALUES {rows}", given)  # noqa: S608

    def prepared(self, row: Row) -> list[Any]:
        values = list(self.look_up(row) if isinstance(row, dict) else self.read(row))
        for place, convert in self.convert:
            values[place] = convert(values[place])
        return values


class Written(dict[str, Any]):
    """A document with the canonical text that its digest was made of."""

    text: str


def has_key(model: type[models.Model], row: Row) -> bool:
    return model._meta.pk.attname in row if isinstance(row, dict) else row.pk is not None


def converter(field: models.Field, known: Known) -> Convert | None:
    """How a value of this column is prepared; None where it goes as it is."""
    if isinstance(field, models.JSONField):
        return lambda value: value.text if isinstance(value, Written) else canonical_json(value).decode()
    if isinstance(field, models.DateField | models.TimeField | models.UUIDField | models.FileField):
        prepared = known.setdefault(type(field), Prepared(field)).__getitem__
        return (lambda file: prepared(str(file))) if isinstance(field, models.FileField) else prepared
    return None


class Prepared(dict[Any, Any]):
    """Values as a kind of column hands them to the database, each worked out when it is first met."""

    def __init__(self, field: models.Field) -> None:
        super().__init__()
        self.field = field

    def __missing__(self, value: Any) -> Any:
        if len(self) > BATCH:
            self.clear()
        self[value] = prepared = self.field.get_db_prep_save(value, connection)
        return prepared
