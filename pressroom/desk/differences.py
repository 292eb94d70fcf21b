"""What a save or a deletion at the desk changes, as pairs "field": [old, new] for the audit trail."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.db import models
from django.forms.models import BaseInlineFormSet, InlineForeignKeyField, ModelMultipleChoiceField

from pressroom.core.dates import Span, UncertainDate
from pressroom.core.page import in_language

Pairs = dict[str, list[Any]]


class Told(list):
    """Django's message about a save, and the pairs that it leaves out."""

    def __init__(self, message: Iterable[Any], pairs: Pairs) -> None:
        super().__init__(message)
        self.pairs = pairs


def differences(form: Any, formsets: Iterable[BaseInlineFormSet] | None, add: bool) -> Pairs:
    """After everything is saved: the fields of the form, then the rows on its page."""
    with in_language(settings.LANGUAGE_CODE):
        pairs = gained(form) if add else changed(form)
        for formset in formsets or ():
            pairs |= parts(formset)
    return pairs


def parts(formset: BaseInlineFormSet) -> Pairs:
    """Rows of one inline: "quotes/12" is the row itself, the same on both sides where it stays."""
    new, gone = formset.new_objects, formset.deleted_objects
    mended = [row for row, _names in formset.changed_objects]
    pairs: Pairs = {}
    for form in formset.forms:
        row: Any = form.instance
        if row in gone:
            pairs |= under(f"{formset.prefix}/{key_before(form)}", [str(row), None], lost(form))
        elif row in new:
            pairs |= under(f"{formset.prefix}/{row.pk}", [None, str(row)], gained(form))
        elif row in mended and (fields := changed(form)):
            pairs |= under(f"{formset.prefix}/{row.pk}", [str(row), str(row)], fields)
    return pairs


def under(name: str, row: list[Any], pairs: Pairs) -> Pairs:
    return {name: row} | {f"{name}/{field}": pair for field, pair in pairs.items()}


def key_before(form: Any) -> Any:
    """The key of a row that is deleted by now and has none any more."""
    return form.fields[form.instance._meta.pk.name].initial


def changed(form: Any) -> Pairs:
    """Without what was only typed differently, such as a moment in another zone."""
    pairs = {name: pair(form, name) for name in own_fields(form) if name in form.changed_data}
    return {name: [old, new] for name, (old, new) in pairs.items() if old != new}


def gained(form: Any) -> Pairs:
    pairs = {name: [None, after(form, name)] for name in own_fields(form)}
    return {name: [old, new] for name, (old, new) in pairs.items() if is_filled(new)}


def lost(form: Any) -> Pairs:
    pairs = {name: [before(form, name), None] for name in own_fields(form)}
    return {name: [old, new] for name, (old, new) in pairs.items() if is_filled(old)}


def own_fields(form: Any) -> list[str]:
    """Fields that stand for something of the row, without its key and its owner."""
    row = row_of(form)
    names = [name for name, field in form.fields.items() if not isinstance(field, InlineForeignKeyField)]
    names += [name for name in form.changed_data if name not in form.fields]  # a password, set on its page
    return [name for name in names if hasattr(row, name) and name != row._meta.pk.name]


def row_of(form: Any) -> Any:
    return form.instance if isinstance(form, forms.BaseModelForm) else form.user


def pair(form: Any, name: str) -> list[Any]:
    """Old and new; of several links only those that went, and those that came."""
    old, new = before(form, name), after(form, name)
    if not isinstance(form.fields.get(name), ModelMultipleChoiceField):
        return [old, new]
    return [[link for link in old if link not in new], [link for link in new if link not in old]]


def before(form: Any, name: str) -> Any:
    field = form.fields.get(name)
    value = form.get_initial_for_field(field, name) if field else None
    if isinstance(field, ModelMultipleChoiceField):
        return [named(field, row) for row in value or ()]
    if isinstance(field, forms.ModelChoiceField) and value:
        rows: Any = field.queryset
        return named(field, rows.model._base_manager.filter(pk=value).first())
    return value


def after(form: Any, name: str) -> Any:
    field = form.fields.get(name)
    if isinstance(field, ModelMultipleChoiceField):
        return [named(field, row) for row in form.cleaned_data.get(name) or ()]
    value = getattr(row_of(form), name)
    return named(field, value) if isinstance(field, forms.ModelChoiceField) and value else value


def named(field: Any, row: models.Model | None) -> str:
    """As the desk names it, with its key: two people may share a name."""
    return f"{field.label_from_instance(row)} (#{row.pk})" if row else ""


def is_filled(value: Any) -> bool:
    return value is not False and value not in (None, "", [], Span(), UncertainDate())


def held(row: models.Model) -> Pairs:
    """Everything that a row says of itself, while it is still there."""
    fields = [field for field in row._meta.concrete_fields if not field.primary_key]
    values: dict[str, Any] = {field.name: getattr(row, field.name) for field in fields}
    values |= {field.name: list(getattr(row, field.name).all()) for field in row._meta.many_to_many}
    return {name: [value, None] for name, value in values.items() if is_filled(value)}
