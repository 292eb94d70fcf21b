"""Querysets whose SQL is written once: composing it takes the ORM many times as long as the database needs.

A statement is built as any queryset is, with a `Bound` wherever a value of the request belongs. What it finds
are ordinary rows of the model; `prefetch_related` is not followed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db import connections
from django.db.models import Expression, Field, Model, QuerySet
from django.db.models.query import get_related_populators

Row = TypeVar("Row", bound=Model)


class Bound(Expression):
    """The place of a value that is given when the statement runs; the field says how it is written.

    The same name stands for the same value, written the same way, wherever it is bound.
    """

    def __init__(self, name: str, output_field: Field) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        return "%s", [self]

    def written(self, values: dict[str, Any], connection: Any) -> Any:
        return self.output_field.get_db_prep_value(values[self.name], connection, prepared=False)


@dataclass(frozen=True)
class Statement:
    """SQL with the places of its values, and how its columns become a row of the model."""

    sql: str
    params: tuple[Any, ...]
    bound: list[Bound]
    compiler: Any
    converters: dict[int, Any]
    columns: slice
    names: list[str]
    populators: list[Any]


class Prepared(threading.local, Generic[Row]):
    """Calling it with the bound values by name runs the statement; each thread has one for its connection."""

    def __init__(self, build: Callable[[], QuerySet[Row]]) -> None:
        self.build = build
        self.statement: Statement | None = None

    def __call__(self, **values: Any) -> list[Row]:
        queryset = None if self.statement else self.build()
        self.statement = statement = self.statement or compiled(queryset)
        connection = statement.compiler.connection
        given = {bound.name: bound.written(values, connection) for bound in statement.bound}
        params = [given[p.name] if isinstance(p, Bound) else p for p in statement.params]
        with connection.cursor() as cursor:
            cursor.execute(statement.sql, params)
            found = cursor.fetchall()
        return list(instances(statement, found))


def compiled(queryset: Any) -> Statement:
    connection = connections[queryset.db]
    compiler = queryset.query.get_compiler(connection=connection)
    sql, params = compiler.as_sql()
    fields = compiler.klass_info["select_fields"]
    columns = slice(fields[0], fields[-1] + 1)
    return Statement(
        sql=sql,
        params=tuple(params),
        bound=list({param.name: param for param in params if isinstance(param, Bound)}.values()),
        compiler=compiler,
        converters=compiler.get_converters(expression for expression, _sql, _alias in compiler.select),
        columns=columns,
        names=[column[0].target.attname for column in compiler.select[columns]],
        # The stubs are those of Django 6, which asks for one argument more.
        populators=get_related_populators(compiler.klass_info, compiler.select, queryset.db),  # type: ignore[call-arg]
    )


def instances(statement: Statement, found: list[Any]) -> Iterator[Any]:
    """As Django's own ModelIterable makes them."""
    compiler = statement.compiler
    model, alias = compiler.klass_info["model"], compiler.using or compiler.connection.alias
    for row in compiler.apply_converters(found, statement.converters):
        instance = model.from_db(alias, statement.names, row[statement.columns])
        for populator in statement.populators:
            populator.populate(row, instance)
        for name, position in (compiler.annotation_col_map or {}).items():
            setattr(instance, name, row[position])
        yield instance
