"""What a posted form says, field by field and row by row, in values that can be compared.

It reads what was typed even where that is not valid or its row is gone, so that nothing typed is lost.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import BaseInlineFormSet
from django.http import QueryDict

from articles.comparing import BODIES
from articles.documents import rows_of
from articles.models import Article
from articles.models.citations import TARGETS
from pressroom.core.html import sanitize
from pressroom.desk.numbers import typed_number
from pressroom.desk.versions import SEEN

Row = dict[str, Any]

# Rows of one inline that are read; a form of ours never has as many.
MOST_ROWS = 1000


@dataclass(frozen=True)
class Part:
    """An inline of the article's form: its formset as a fresh page would show it."""

    prefix: str
    formset: BaseInlineFormSet

    @property
    def form_class(self) -> type[forms.ModelForm]:
        return self.formset.form

    @property
    def names(self) -> list[str]:
        return list(self.form_class.base_fields)


def field_names(form: forms.ModelForm) -> list[str]:
    return [name for name in form.fields if name not in SEEN]


def fields_in(form_class: type[forms.ModelForm], article: Article, data: QueryDict) -> Row:
    """The article's own fields as posted."""
    form = form_class(data, instance=article)
    return {name: value_of(form[name]) for name in field_names(form)}


def rows_in(part: Part, data: QueryDict) -> dict[str, Row]:
    """The rows of an inline as posted, without those to be deleted; new ones are called new-0, new-1, …"""
    rows = {}
    for place in range(posted_count(part, data)):
        prefix = f"{part.prefix}-{place}"
        form = part.form_class(data, prefix=prefix)
        key = data.get(f"{prefix}-id") or f"new-{place}"
        if f"{prefix}-DELETE" not in data and (data.get(f"{prefix}-id") or form.has_changed()):
            rows[key] = {name: value_of(form[name]) for name in part.names}
    return rows


def places_in(part: Part, data: QueryDict) -> dict[str, int]:
    """Where in the posted data each row stands, by the names that `rows_in` gives."""
    places = range(posted_count(part, data))
    return {data.get(f"{part.prefix}-{place}-id") or f"new-{place}": place for place in places}


def posted_count(part: Part, data: QueryDict) -> int:
    return min(typed_number(data.get(f"{part.prefix}-TOTAL_FORMS", "")) or 0, MOST_ROWS)


def value_of(field: forms.BoundField) -> Any:
    """The posted value as a document would hold it; as it was typed where it is not valid."""
    raw = field.data
    try:
        return plain(field.name, field.field.clean(raw))
    except ValidationError:
        return raw


def plain(name: str, value: Any) -> Any:
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, models.QuerySet | list):
        return sorted(str(getattr(row, "pk", row)) for row in value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        text = sanitize(value) if name in BODIES else value
        return "\n".join(text.splitlines()).strip()
    return value


def fields_at(document: Mapping[str, Any], names: list[str]) -> Row:
    """The article's own fields as a revision holds them, under the names of the form."""
    return {name: plain(name, document.get(name, document.get(f"{name}_id"))) for name in names}


def rows_at(document: Mapping[str, Any], part: Part, images: Mapping[str, int]) -> dict[str, Row] | None:
    """The rows of a part as a revision holds them; None where it does not, or does not name them."""
    rows = rows_of(document, part.prefix)
    if part.prefix not in document or not all("row" in row for row in rows):
        return None
    return {str(row["row"]): row_at(row, part, images) for row in rows}


def row_at(row: Row, part: Part, images: Mapping[str, int]) -> Row:
    known = {key.removesuffix("_id"): value for key, value in row.items()}
    if part.prefix == "images":
        known["image"] = images.get(row["sha256"])
    if part.prefix == "citations":
        known |= {target: row["id"] if target == row["type"] else None for target in TARGETS}
    return {name: plain(name, known.get(name)) for name in part.names}


def sent(field: forms.BoundField) -> dict[str, list[str]]:
    """What a browser sends for a field that nobody touched."""
    widget, value = widget_of(field), field.value()
    if hasattr(widget, "decompress"):
        parts = zip(html_names(field), widget.widgets, widget.decompress(value), strict=True)
        return {name: [written(inner, part)] for name, inner, part in parts}
    if isinstance(widget, forms.CheckboxInput):
        return {field.html_name: ["on"]} if value else {}
    if isinstance(widget, forms.SelectMultiple):
        return {field.html_name: [str(getattr(row, "pk", row)) for row in value or []]}
    return {field.html_name: [written(widget, value)]}


def widget_of(field: forms.BoundField) -> Any:
    """The control itself; the admin wraps links to other rows around some."""
    return getattr(field.field.widget, "widget", field.field.widget)


def written(widget: Any, value: Any) -> str:
    formatted = widget.format_value(value)
    return str(formatted[0] if isinstance(formatted, list) else "" if formatted is None else formatted)


def html_names(field: forms.BoundField) -> list[str]:
    """The names under which a browser sends the field."""
    return [field.html_name + suffix for suffix in getattr(widget_of(field), "widgets_names", [""])]
