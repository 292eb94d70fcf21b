"""Editing the registers: what the public already knows is logged when it changes, and never deleted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from pressroom.core import changes
from pressroom.core.visibility import Public
from pressroom.desk.options import DeskAdmin, is_public


def changed_facts(form: forms.ModelForm, formsets: Sequence[BaseInlineFormSet]) -> list[Public]:
    """The public facts that one save altered: each API resource once, that of the page first."""
    changed = [formset for formset in formsets if formset.has_changed()]
    rows = [form.instance] if form.has_changed() or changed else []
    rows += [part.instance for formset in changed for part in formset.forms if part.has_changed()]
    subjects = [row.change_subject for row in rows if is_public(row)]
    return list({(subject.change_kind, subject.public_id): subject for subject in subjects}.values())


class RegisterAdmin(DeskAdmin):
    """Rows of a register. `frozen` fields are an address, which stays once the public has it."""

    frozen: tuple[str, ...] = ("slug",)

    @admin.display(boolean=True, description=_("publik"), ordering="public_from")
    def public(self, row: Public) -> bool:
        return row.is_visible()

    def get_readonly_fields(self, request: HttpRequest, obj: models.Model | None = None) -> list[str]:
        fields = list(super().get_readonly_fields(request, obj))
        return [*fields, *self.frozen] if obj is not None and is_public(obj) else fields

    def get_prepopulated_fields(
        self, request: HttpRequest, obj: models.Model | None = None
    ) -> dict[str, Any]:
        fields = super().get_prepopulated_fields(request, obj)
        readonly = self.get_readonly_fields(request, obj)
        return {name: sources for name, sources in fields.items() if name not in readonly}

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        deletable = obj is None or not is_public(obj)
        return deletable and super().has_delete_permission(request, obj)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        for fact in changed_facts(form, formsets):
            changes.append_fact(fact)


class PickOnlyAdmin(RegisterAdmin):
    """Rows that are edited on their owner's page; listed so that autocompletes can find them."""

    frozen = ()

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False
