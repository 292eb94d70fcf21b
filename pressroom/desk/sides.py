"""The questions of the page where two edits meet: what each side did, and whose is to stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.comparing import changes_in
from articles.merging import UNKNOWN, Difference, Side
from articles.words import Kind, Run
from pressroom.desk.posted import Part
from pressroom.desk.readable import Names, Reference, as_html, written_day

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

    from pressroom.desk.conflicts import Conflict

Lines = list[SafeString]
Fields = dict[str, forms.Field]


@dataclass(frozen=True)
class Question:
    """A part that ended differently. `side` is preselected; `settled` says that only one side changed it."""

    name: str
    label: str
    base: Lines
    mine: Lines
    theirs: Lines
    side: Side | None
    settled: Side | None


def questions(desk: ModelAdmin, request: HttpRequest, conflict: Conflict) -> list[Question]:
    names = Names(desk, request, list(references(conflict)))
    sides = conflict.sides
    fields: Fields = conflict.form.fields
    asked = [
        question(
            d.name, field_label(fields[d.name]), d, sides[d.name], Printer(names, {d.name: fields[d.name]})
        )
        for d in conflict.fields
    ]
    for part in conflict.parts:
        for d in conflict.rows[part.prefix]:
            name = f"{part.prefix}:{d.name}"
            printer = Printer(names, dict(part.form_class.base_fields))
            asked.append(question(name, row_label(part, d), d, sides[name], printer))
    return asked


def question(name: str, label: str, difference: Difference, side: Side | None, printer: Printer) -> Question:
    base, mine, theirs = difference.base, difference.mine, difference.theirs
    return Question(
        name=name,
        label=label,
        base=[] if base is UNKNOWN else printer.lines(base, base),
        mine=printer.lines(base, mine),
        theirs=printer.lines(base, theirs),
        side=side,
        settled=difference.settled,
    )


@dataclass(frozen=True)
class Printer:
    """Prints the values of a field, or of the fields of a row, with what changed since the beginning."""

    names: Names
    fields: Fields

    def lines(self, base: Any, value: Any) -> Lines:
        if value is None:
            return [format_html("<em>{}</em>", _("tidak ada"))] if len(self.fields) > 1 else []
        if not isinstance(value, dict):
            [name] = self.fields
            return list(self.printed(name, value if base is UNKNOWN else base, value))
        start = base if isinstance(base, dict) else value
        return [
            format_html("<strong>{}:</strong> {}", field_label(field), line)
            for name, field in self.fields.items()
            for line in self.printed(name, start.get(name), value.get(name))
        ]

    def printed(self, name: str, base: Any, value: Any) -> Iterator[SafeString]:
        if isinstance(value, list):
            yield from self.links(name, base or [], value)
            return
        passages = changes_in(name, base, value, lambda _name, found: self.show(name, found))
        yield from (as_html(passage) for passage in passages if any(run.text for run in passage))

    def links(self, name: str, base: list[str], value: list[str]) -> Iterator[SafeString]:
        for pk in [*value, *(pk for pk in base if pk not in value)]:
            kind = Kind.DELETED if pk not in value else Kind.SAME if pk in base else Kind.INSERTED
            yield as_html([Run(self.show(name, pk), kind)])

    def show(self, name: str, value: Any) -> str:
        field: Any = self.fields[name]
        if isinstance(field, forms.BooleanField):
            return _("ya") if value else _("tidak")
        if value in (None, ""):
            return ""
        if isinstance(field, forms.ModelChoiceField):
            return self.names.of(register_of(field), value)
        if isinstance(field, forms.DateField):
            return written_date(value)
        return str(dict(getattr(field, "choices", [])).get(value, value))


def register_of(field: Any) -> Any:
    return field.queryset.model


def written_date(value: str) -> str:
    try:
        return written_day(date.fromisoformat(value))
    except ValueError:
        return value


def field_label(field: forms.Field) -> str:
    return capfirst(str(field.label))


def row_label(part: Part, difference: Difference) -> str:
    kind = capfirst(str(part.form_class._meta.model._meta.verbose_name))
    row = difference.mine or difference.theirs or {}
    return f"{kind} {row['ordinal']}" if "ordinal" in row else kind


def references(conflict: Conflict) -> Iterator[Reference]:
    """Every row of the registers that a side names."""
    for difference in conflict.fields:
        field = conflict.form.fields[difference.name]
        yield from named_by({difference.name: field}, [{difference.name: end} for end in ends(difference)])
    for part in conflict.parts:
        rows = [end for d in conflict.rows[part.prefix] for end in ends(d) if isinstance(end, dict)]
        yield from named_by(dict(part.form_class.base_fields), rows)


def ends(difference: Difference) -> tuple[Any, Any, Any]:
    return difference.base, difference.mine, difference.theirs


def named_by(fields: Fields, rows: list[dict[str, Any]]) -> Iterator[Reference]:
    for name, field in fields.items():
        if isinstance(field, forms.ModelChoiceField):
            values = [row.get(name) for row in rows]
            pks = [pk for value in values for pk in (value if isinstance(value, list) else [value])]
            yield from ((register_of(field), pk) for pk in pks if pk not in (None, "", UNKNOWN))
