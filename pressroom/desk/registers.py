"""Editing the registers: what the public already knows is logged when it changes, and never deleted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.reveal import announce
from pressroom.core import acts, changes
from pressroom.core.visibility import Public
from pressroom.desk.options import DeskAdmin, is_public
from pressroom.desk.seen import changed_in_public

# How many refusals one action reports sentence by sentence.
REPORTED = 20


def log(facts: Iterable[Public]) -> None:
    """Log that these facts changed for the public: each API resource once, in the order given."""
    subjects = [fact.change_subject for fact in facts]
    for subject in {(subject.change_kind, subject.public_id): subject for subject in subjects}.values():
        changes.append_fact(subject)


def changed_facts(form: forms.ModelForm, formsets: Sequence[BaseInlineFormSet]) -> list[Public]:
    """The rows that one save altered before the eyes of the public, that of the page first."""
    parts = [part.instance for formset in formsets for part in formset.forms if part.has_changed()]
    parts = [part for part in parts if is_public(part)]
    rows = [form.instance] if parts or changed_in_public(form) else []
    return [row for row in [*rows, *parts] if is_public(row)]


class PublicFilter(admin.SimpleListFilter):
    title = gettext_lazy("publik")
    parameter_name = "public"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", gettext_lazy("ya")), ("no", gettext_lazy("belum"))]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        now = timezone.now()
        if self.value() == "yes":
            return queryset.visible(now)  # type: ignore[attr-defined]
        return queryset.exclude(public_from__lte=now) if self.value() == "no" else queryset


def is_settled(row: models.Model | None) -> bool:
    """Public, or named by a release that will make it so."""
    return isinstance(row, Public) and row.public_from is not None


class RegisterAdmin(DeskAdmin):
    """Rows of a register. `frozen` fields are an address, which stays once it is public or about to be.

    The log of changes already names a row that waits for its release by that address.
    """

    frozen: tuple[str, ...] = ("slug",)
    actions: tuple[str, ...] = ("announce",)

    @admin.display(boolean=True, description=gettext_lazy("publik"), ordering="public_from")
    def public(self, row: Public) -> bool:
        return row.is_visible()

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        return [*super().get_list_filter(request), PublicFilter]

    def get_readonly_fields(self, request: HttpRequest, obj: models.Model | None = None) -> list[str]:
        fields = list(super().get_readonly_fields(request, obj))
        return [*fields, *self.frozen] if is_settled(obj) else fields

    def get_prepopulated_fields(
        self, request: HttpRequest, obj: models.Model | None = None
    ) -> dict[str, Any]:
        fields = super().get_prepopulated_fields(request, obj)
        readonly = self.get_readonly_fields(request, obj)
        return {name: sources for name, sources in fields.items() if name not in readonly}

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return not is_settled(obj) and super().has_delete_permission(request, obj)

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.announce_fact")

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        log(changed_facts(form, formsets))

    @admin.action(description=gettext_lazy("Jadikan publik"), permissions=["publish"])
    def announce(self, request: HttpRequest, queryset: Iterable[Public]) -> None:
        """Each row by itself: one that is refused holds up no other."""
        announced, refused = 0, []
        for fact in queryset:
            try:
                self.announce_one(request, fact)
                announced += 1
            except ValidationError as reasons:
                refused.append(f"{fact}: {' '.join(reasons.messages)}")
        report(request, announced, refused)

    def announce_one(self, request: HttpRequest, fact: Public) -> None:
        """Raises ValidationError where the fact is not fit to be public, or is public already."""
        if fact.is_visible():
            raise ValidationError(_("Ini sudah publik."))
        announce(fact)
        self.log_change(request, fact, _("Dijadikan publik."), acts.ANNOUNCED)


def report(request: HttpRequest, announced: int, refused: list[str]) -> None:
    if announced:
        done = ngettext("%d baris kini publik.", "%d baris kini publik.", announced)
        messages.success(request, done % announced)
    for sentence in refused[:REPORTED]:
        messages.error(request, sentence)
    if rest := len(refused[REPORTED:]):
        more = ngettext("%d baris lain ditolak pula.", "%d baris lain ditolak pula.", rest)
        messages.error(request, more % rest)


class PickOnlyAdmin(RegisterAdmin):
    """Rows that are edited on their owner's page; listed so that autocompletes can find them.

    Whoever may make them public finds the lists on the first page too.
    """

    frozen = ()

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_publish_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False
