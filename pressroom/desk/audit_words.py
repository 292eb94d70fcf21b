"""The codes of an audit entry in words: what the trail says of fields and values, for people."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# What an entry names, though the table of its subject has several columns for it or none.
WRITTEN = {
    "when": gettext_lazy("tanggal"),
    "span": gettext_lazy("masa"),
    "format": gettext_lazy("format"),
    "filter": gettext_lazy("saringan"),
    "edition": gettext_lazy("edisi"),
    "reviewer": gettext_lazy("pembaca luar"),
    "revision": gettext_lazy("revisi"),
    "expires_at": gettext_lazy("berlaku sampai"),
    "verdict": gettext_lazy("tanggapan"),
}


def model_of(subject_type: str) -> type[models.Model] | None:
    """None for a model that has gone since, or for no subject at all."""
    try:
        return apps.get_model(subject_type) if subject_type else None
    except LookupError:
        return None


def type_name(subject_type: str) -> str:
    model = model_of(subject_type)
    return str(model._meta.verbose_name) if model else subject_type


def field_name(subject_type: str, name: str, *, numbered: bool = True) -> str:
    """Such as "Judul", or "Kutipan 12: teks" for the row of an inline."""
    owner, _slash, rest = name.partition("/")
    key, _slash, field = rest.partition("/")
    model = model_of(subject_type)
    if not rest:
        return str(capfirst(words(model, owner)))
    part: Any = related(model, owner)
    row = part._meta.verbose_name if part else owner
    row = f"{capfirst(row)} {key}" if numbered else str(capfirst(row))
    return f"{row}: {words(part, field)}" if field and numbered else row


def words(model: type[models.Model] | None, name: str) -> str:
    try:
        field: Any = model._meta.get_field(name) if model else None
    except FieldDoesNotExist:
        field = None
    return str(getattr(field, "verbose_name", WRITTEN.get(name, name)))


def related(model: type[models.Model] | None, accessor: str) -> type[models.Model] | None:
    relations = model._meta.related_objects if model else ()
    return next((r.related_model for r in relations if r.get_accessor_name() == accessor), None)


def value_text(value: Any) -> str:
    match value:
        case None | "" | []:
            return "–"
        case bool():
            return _("ya") if value else _("tidak")
        case list():
            return "; ".join(map(str, value))
    return str(value)
