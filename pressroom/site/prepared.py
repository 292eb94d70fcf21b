"""Querysets whose SQL is written once: composing it takes the ORM many times as long as the database needs.

    @prepared
    def quotes(now: datetime, edition: int) -> QuerySet[EditionQuote]:
        return EditionQuote.objects.current(now).filter(edition=edition)

`quotes(now, 7)` is then the list of rows. The function is called once, with a `Bound` in the place of each
value whose type is in FIELDS; any other argument shapes the statement, and each of its values has a statement
of its own. `prefetch_related` is not followed; `attach` does that with the rows of a second statement.

PostgreSQL, too, reads and plans each statement once for every connection. A search it must not: for a rare
word another plan is right than for the commonest. Such a question is `prepared_anew`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, update_wrapper
from inspect import signature
from typing import Annotated, Any, Generic, ParamSpec, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, connections, models
from django.db.models import BooleanField, Expression, F, Field, Func, Model, QuerySet
from django.db.models.base import ModelState
from django.db.models.query import ModelIterable, get_related_populators

from pressroom.core.binding import binding

Asked = ParamSpec("Asked")
Row = TypeVar("Row")
Shape = Callable[[QuerySet], QuerySet]


class Several(Field):
    """Any number of values in one place of a statement: an array, which SQLite writes as JSON."""

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        return list(value) if connection.vendor == "postgresql" else json.dumps(list(value))


# How the values of these types are written.
FIELDS: dict[Any, type[Field]] = {
    datetime: models.DateTimeField,
    date: models.DateField,
    int: models.BigIntegerField,
    str: models.CharField,
    list[int]: Several,
    list[str]: Several,
}
# The ids under which the record knows one thing. Most have a single one, and its statement is another one:
# of one value an index has the rows in their order, of several they must be sorted.
Ids = Annotated[list[int], "one, unless others were merged into it"]
Names = Annotated[list[str], "the same, as text"]
ALONE: dict[Any, type[Field]] = {Ids: models.BigIntegerField, Names: models.CharField}


class Bound(Expression):
    """The place of a value that is given when the statement runs; the field says how it is written.

    The same name stands for the same value, written the same way, wherever it is bound.
    """

    def __init__(self, name: str, output_field: Field) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        return "%s", [self]

    def written(self, values: dict[str, Any], database: Any) -> Any:
        return self.output_field.get_db_prep_value(values[self.name], database, prepared=False)


class Alone(Bound):
    """The place of the only value of a list."""

    def written(self, values: dict[str, Any], database: Any) -> Any:
        return super().written({self.name: values[self.name][0]}, database)


class Among(Func):
    """Condition that the column has one of the values of a `list`, however many they are."""

    output_field = BooleanField()
    template, arg_joiner = "%(expressions)s)", " = ANY("

    def __init__(self, column: str, values: Any) -> None:
        equal: dict[str, Any] = (
            {"template": "%(expressions)s", "arg_joiner": " = "} if isinstance(values, Alone) else {}
        )
        super().__init__(F(column), values, **equal)

    def as_sqlite(self, compiler: Any, connection: Any, **options: Any) -> Any:
        within = {"template": "%(expressions)s))", "arg_joiner": " IN (SELECT value FROM json_each("}
        return super().as_sql(compiler, connection, **(self.extra or within), **options)


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL with the places of its values, and how its columns become a row."""

    sql: str
    params: tuple[Any, ...]
    bound: tuple[Bound, ...]
    converters: tuple[tuple[int, list[Any], Any], ...]
    made: Callable[[Iterable[Any]], Iterator[Any]]
    planned_once: bool

    def rows(self, values: dict[str, Any]) -> list[Any]:
        # Not through the proxy `connection`, which finds the thread's own at each of a dozen questions.
        database = connections[DEFAULT_DB_ALIAS]
        given = {bound.name: bound.written(values, database) for bound in self.bound}
        params = [given[p.name] if isinstance(p, Bound) else p for p in self.params]
        with self.cursor(database) as cursor:
            cursor.execute(self.sql, params)
            found = cursor.fetchall()
        return list(self.made(self.converted(found, database) if self.converters else found))

    def cursor(self, database: Any) -> AbstractContextManager[Any]:
        opened = database.cursor()
        if self.planned_once and database.vendor == "postgresql":
            opened.cursor = binding(database.connection)
        return opened

    def converted(self, found: list[Any], database: Any) -> Iterator[list[Any]]:
        """As the compiler does it: values that the database has in another form."""
        for line in found:
            row = list(line)
            for position, converters, expression in self.converters:
                for convert in converters:
                    row[position] = convert(row[position], expression, database)
            yield row


class Prepared(Generic[Asked, Row]):
    """A question to the database; calling it with its values asks."""

    def __init__(self, build: Callable[Asked, QuerySet[Any, Row]], planned_once: bool = True) -> None:
        self.build: Callable[..., QuerySet[Any, Row]] = build
        self.planned_once = planned_once
        self.statements: dict[Hashable, Statement] = {}
        self.querysets: dict[Hashable, QuerySet[Any, Row]] = {}
        update_wrapper(self, build)

    @cached_property
    def places(self) -> dict[str, Any]:
        """The types of its parameters by name."""
        return {n: p.annotation for n, p in signature(self.build, eval_str=True).parameters.items()}

    @cached_property
    def shaping(self) -> list[str]:
        """The parameters that have no place of their own."""
        return [name for name, kind in self.places.items() if kind not in FIELDS and kind not in ALONE]

    @cached_property
    def keys(self) -> list[str]:
        return [name for name, kind in self.places.items() if kind in ALONE]

    def __call__(self, *args: Asked.args, **named: Asked.kwargs) -> list[Row]:
        return self.given(*args, **named).rows()

    def given(self, *args: Asked.args, **named: Asked.kwargs) -> Given[Row]:
        """The question with its values, to be asked in a shape of its own."""
        return Given(self, dict(zip(self.places, args, strict=False)) | named)

    def queryset(self, values: dict[str, Any]) -> QuerySet[Any, Row]:
        key = self.chosen(values)
        if key not in self.querysets:
            places = {name: place(name, kind, values[name]) for name, kind in self.places.items()}
            self.querysets[key] = self.build(**places)
        return self.querysets[key]

    def statement(self, values: dict[str, Any], shape: Shape | None) -> Statement:
        key = (shape, self.chosen(values))
        if key not in self.statements:
            queryset = self.queryset(values)
            self.statements[key] = compiled(shape(queryset) if shape else queryset, self.planned_once)
        return self.statements[key]

    def chosen(self, values: dict[str, Any]) -> Hashable:
        """The values that shape the statement, and of which keys there is one."""
        given = [values[name] for name in self.shaping]
        return (*given, *[len(values[name]) == 1 for name in self.keys])


def place(name: str, kind: Any, value: Any) -> Any:
    """What stands for a value in the statement; the value itself where it shapes it."""
    if kind in ALONE:
        return Alone(name, ALONE[kind]()) if len(value) == 1 else Bound(name, Several())
    return Bound(name, FIELDS[kind]()) if kind in FIELDS else value


@dataclass(frozen=True, slots=True)
class Given(Generic[Row]):
    question: Prepared[..., Row]
    values: dict[str, Any]

    @property
    def queryset(self) -> QuerySet[Any, Row]:
        return self.question.queryset(self.values)

    def rows(self, shape: Shape | None = None, **more: Any) -> list[Row]:
        """A `shape` goes on with the queryset, perhaps to bind `more`; equal ones share a statement."""
        return self.question.statement(self.values, shape).rows(self.values | more)

    def first(self, limit: int) -> list[Row]:
        return self.rows(First(limit))


@dataclass(frozen=True, slots=True)
class First:
    """So many rows, as a shape."""

    limit: int

    def __call__(self, rows: QuerySet) -> QuerySet:
        return rows[: self.limit]


prepared = Prepared


def prepared_anew(build: Callable[Asked, QuerySet[Any, Row]]) -> Prepared[Asked, Row]:
    """Its SQL is written once, but how it is answered best depends on its values."""
    return Prepared(build, planned_once=False)


def compiled(queryset: Any, planned_once: bool) -> Statement:
    compiler = queryset.query.get_compiler(connection=connection)
    sql, params = compiler.as_sql()
    converters = compiler.get_converters(expression for expression, _sql, _alias in compiler.select)
    return Statement(
        sql=sql,
        params=tuple(params),
        bound=tuple({param.name: param for param in params if isinstance(param, Bound)}.values()),
        converters=tuple((place, *pair) for place, pair in converters.items()),
        made=instances(compiler, queryset.db) if queryset._iterable_class is ModelIterable else map_to_tuples,
        planned_once=planned_once,
    )


def map_to_tuples(found: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    return map(tuple, found)


def instances(compiler: Any, alias: str) -> Callable[[Iterable[Any]], Iterator[Any]]:
    """Makes rows of the model, as Django's own ModelIterable does."""
    model, fields = compiler.klass_info["model"], compiler.klass_info["select_fields"]
    columns = slice(fields[0], fields[-1] + 1)
    names = [column[0].target.attname for column in compiler.select[columns]]
    # The stubs are those of Django 6, which asks for one argument more.
    related = get_related_populators(compiler.klass_info, compiler.select, alias)  # type: ignore[call-arg]
    populators = quietly(related)
    annotations = tuple((compiler.annotation_col_map or {}).items())

    def made(found: Iterable[Any]) -> Iterator[Any]:
        for row in found:
            instance = loaded(model, names, row[columns], alias)
            for populator in populators:
                populator.populate(row, instance)
            for name, position in annotations:
                setattr(instance, name, row[position])
            yield instance

    return made


def loaded(model: type[Model], names: Sequence[str], values: Iterable[Any], alias: str) -> Model:
    """As `Model.from_db`, without the signals of a new instance: pages make hundreds, and nobody listens."""
    instance = model.__new__(model)
    instance.__dict__.update(zip(names, values, strict=True))
    instance._state = ModelState()
    instance._state.db, instance._state.adding = alias, False
    return instance


@dataclass(frozen=True, slots=True)
class Quiet:
    """Stands for the model of a related row, which is then `loaded` like the row itself."""

    model: type[Model]

    def from_db(self, alias: str, names: Sequence[str], values: Iterable[Any]) -> Model:
        return loaded(self.model, names, values, alias)


def quietly(populators: Iterable[Any]) -> list[Any]:
    for populator in (found := list(populators)):
        populator.model_cls = Quiet(populator.model_cls)
        quietly(populator.related_populators)
    return found


def attach(owners: Iterable[Model], name: str, rows: Iterable[Any], key: str) -> None:
    """Let `owner.<name>.all()` be those of the rows whose `key` is the owner, in their order."""
    of_each: dict[Any, list[Any]] = {}
    for row in rows:
        of_each.setdefault(getattr(row, key), []).append(row)
    for owner in owners:
        owner.__dict__.setdefault("_prefetched_objects_cache", {})[name] = of_each.get(owner.pk, [])
