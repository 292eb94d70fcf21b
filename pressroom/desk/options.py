"""What every list and form of the desk has in common."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.options import BaseModelAdmin
from django.db import models
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest

from pressroom.core.visibility import Public
from pressroom.desk.audited import Audited
from pressroom.desk.choices import choice_text
from pressroom.desk.locks import one_writer
from pressroom.desk.pictures import PictureField

# In the address of a form: show an empty row of every kind.
ROWS_ASKED = "rows"


class Picking(BaseModelAdmin):
    """Autocompletes fetch and name rows as the lists of those rows do."""

    def get_field_queryset(self, db: str | None, db_field: Any, request: HttpRequest) -> Any:
        if db_field.name in self.autocomplete_fields:
            return self.admin_site.get_model_admin(db_field.remote_field.model).get_queryset(request)
        return super().get_field_queryset(db, db_field, request)

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in self.autocomplete_fields:
            field.label_from_instance = choice_text
        return field


class DeskAdmin(Picking, Audited):
    list_per_page = 50
    # Counting everything beside what was searched for costs a scan of the table.
    show_full_result_count = False
    formfield_overrides = {
        models.URLField: {"assume_scheme": "https"},
        models.ImageField: {"form_class": PictureField},
    }
    # Fetched with every row, in lists and in autocompletes alike.
    fetch: tuple[str, ...] = ()

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        queryset = super().get_queryset(request)
        return queryset.select_related(*self.fetch) if self.fetch else queryset

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        with one_writer(request):
            return super().changeform_view(request, *args, **kwargs)

    def delete_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        with one_writer(request):
            return super().delete_view(request, *args, **kwargs)

    def changelist_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        with one_writer(request):
            return super().changelist_view(request, *args, **kwargs)

    class Media:
        js = ["desk/choices.js", "admin/js/urlify.js", "desk/slugs.js"]


class ReadOnlyAdmin(DeskAdmin):
    """Rows to look at, for whoever may view them; nobody adds, changes or deletes one here."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False


def is_public(row: models.Model) -> bool:
    return isinstance(row, Public) and row.is_visible()


class PartFormSet(BaseInlineFormSet):
    """Rows that the public sees can be mended here, but not deleted."""

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        super().add_fields(form, index)
        if self.can_delete:
            field = form.fields["DELETE"]
            field.widget.attrs["aria-label"] = field.label
            field.disabled = is_public(form.instance)


class PartForm(forms.ModelForm):
    """A row of a table: each input carries the name that is printed only once, above its column."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            control: Any = getattr(field.widget, "widget", field.widget)
            control.attrs.setdefault("aria-label", field.label)


class AddsRows(BaseModelAdmin):
    """A script adds rows; where none runs, an address that asks for them gives one more of each kind."""

    def get_extra(self, request: HttpRequest, obj: models.Model | None = None, **kwargs: Any) -> int:
        return int(ROWS_ASKED in request.GET)


class Part(AddsRows, Picking, admin.TabularInline):
    """Rows that live on their owner's page, one line each."""

    form = PartForm
    formset = PartFormSet


class LongPart(AddsRows, Picking, admin.StackedInline):
    """Rows that live on their owner's page, and need more than a line."""

    formset = PartFormSet
