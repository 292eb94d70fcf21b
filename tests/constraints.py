"""How constraints are tested: through the ORM's back doors, which skip `save()`, `clean()` and every form.

Each room has a table from the name of a constraint (or "app.Model.field" for a unique column) to a `Rule`; a
test over all models asks that no constraint is missing from the tables.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

OUR_APPS = ("core", "entities", "agreements", "articles", "api", "delivery", "desk")

Changes = dict[str, Any]


@dataclass(frozen=True)
class Rule:
    """A legal row, changes to it that the database refuses, and neighbouring ones that it takes.

    A value that is callable gets the row. Where the table refuses any UPDATE, `make` returns an unsaved row
    and `bulk_create` is the only door.
    """

    make: Callable[[], models.Model]
    broken: tuple[Changes, ...]
    legal: tuple[Changes, ...]
    doors: tuple[str, ...] = ("update", "bulk_create")


Rules = dict[str, Rule]
Attempt = tuple[str, Rule, Changes, str]


def unique_column(make: Callable[[], models.Model], field: str, other: Any) -> Rule:
    """The rule of a column whose values differ in all rows; `other` is a value that is still free."""

    def make_the_second() -> models.Model:
        make()
        return make()

    return Rule(make_the_second, broken=({field: value_of_the_first(field)},), legal=({field: other},))


def value_of_the_first(field: str) -> Callable[[models.Model], Any]:
    return lambda row: type(row)._base_manager.exclude(pk=row.pk).values_list(field, flat=True).get()


def own_pk(row: models.Model) -> Any:
    return row.pk


def broken(rules: Rules) -> list[Any]:
    """pytest parameters `attempt` that the database must refuse."""
    return _attempts(rules, lambda rule: rule.broken)


def legal(rules: Rules) -> list[Any]:
    """pytest parameters `attempt` that the database must take."""
    return _attempts(rules, lambda rule: rule.legal)


def _attempts(rules: Rules, changes_of: Callable[[Rule], tuple[Changes, ...]]) -> list[Any]:
    return [
        pytest.param((name, rule, changes, door), id=f"{name}-{number}-{door}")
        for name, rule in rules.items()
        for number, changes in enumerate(changes_of(rule), start=1)
        for door in rule.doors
    ]


def check_refused(attempt: Attempt) -> None:
    name, rule, changes, door = attempt
    row = rule.make()
    with refused_by(type(row), name):
        push(row, changes, door)


def check_taken(attempt: Attempt) -> None:
    _name, rule, changes, door = attempt
    push(rule.make(), changes, door)
    connection.check_constraints()


def push(row: models.Model, changes: Changes, door: str) -> None:
    """Bring the changed row into the database through that door."""
    values = {field: value(row) if callable(value) else value for field, value in changes.items()}
    rows = type(row)._base_manager
    if door == "update":
        assert rows.filter(pk=row.pk).update(**values) == 1
        return
    pk = row.pk
    if not row._state.adding:
        row.delete()
    row.pk = pk
    for field, value in values.items():
        setattr(row, field, value)
    rows.bulk_create([row])


@contextmanager
def refused_by(model: type[models.Model], name: str) -> Iterator[None]:
    """Expect the refusal of exactly this constraint, and leave the transaction usable."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        yield
    assert in_database_words(model, name) in str(refusal.value)


def in_database_words(model: type[models.Model], name: str) -> str:
    """What the database's message says of this constraint: its name, or the columns that must be unique."""
    constraint = next((c for c in model._meta.constraints if c.name == name), None)
    if constraint is None:
        column = model._meta.get_field(name.rpartition(".")[2]).column
        return f"({column})" if connection.vendor == "postgresql" else f"{model._meta.db_table}.{column}"
    if connection.vendor == "postgresql" or isinstance(constraint, models.CheckConstraint):
        return constraint.name
    columns = [model._meta.get_field(field).column for field in constraint.fields]
    return ", ".join(f"{model._meta.db_table}.{column}" for column in columns)


def every_name() -> set[str]:
    """The constraints and unique columns of all our models."""
    ours = [model for label in OUR_APPS for model in apps.get_app_config(label).get_models()]
    named = {constraint.name for model in ours for constraint in model._meta.constraints}
    columns = {
        f"{model._meta.label}.{field.name}"
        for model in ours
        for field in model._meta.local_concrete_fields
        if field.unique and not field.primary_key
    }
    return named | columns
