"""Which of the changes of a form readers can see."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Model

from pressroom.core.visibility import Public


def changed_in_public(form: forms.ModelForm) -> bool:
    """Whether a public row looks different for this save."""
    return any(is_seen(form, name) for name in form.changed_data)


def is_seen(form: forms.ModelForm, name: str) -> bool:
    """A link that was only set to, or taken from, rows that nobody outside knows shows readers nothing."""
    field: Any = form.fields[name]
    if not isinstance(field, forms.ModelChoiceField):
        return True
    before = rows_of(field, form.get_initial_for_field(field, name))
    return not all(map(is_hidden, before ^ rows_of(field, form.cleaned_data[name])))


def rows_of(field: Any, value: Any) -> set[Model]:
    """The rows that a choice stands for, however the form holds it: as rows, or as the key of one."""
    if value is None or value == "":
        return set()
    if isinstance(value, Iterable) and not isinstance(value, str):
        return set(value)
    if isinstance(value, Model):
        return {value}
    return set(field.queryset.model._default_manager.filter(pk=value))


def is_hidden(row: Model) -> bool:
    return isinstance(row, Public) and not row.is_visible()
