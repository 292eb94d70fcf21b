"""Whatever is edited at the desk leaves an entry in the audit trail, in the transaction of the edit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from pressroom.core import acts, audit
from pressroom.desk.differences import Pairs, Told, differences, held


class Audited(admin.ModelAdmin):
    """Hooks where all saves and deletions pass, those of an admin class written tomorrow too."""

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> list[Any]:
        message = super().construct_change_message(request, form, formsets, add)
        return Told(message, differences(form, formsets, add))

    def log_addition(self, request: HttpRequest, obj: models.Model, message: Any) -> Any:
        audit.record(acts.CREATED, obj, by=request.user, details=getattr(message, "pairs", None))
        return super().log_addition(request, obj, message)

    def log_change(
        self, request: HttpRequest, obj: models.Model, message: Any, act: str = acts.CHANGED
    ) -> Any:
        """A save that changed nothing leaves no entry."""
        pairs = getattr(message, "pairs", None)
        if pairs is None or pairs:
            audit.record(act, obj, by=request.user, details=pairs)
        return super().log_change(request, obj, message)

    def log_deletions(self, request: HttpRequest, queryset: Iterable[models.Model]) -> Any:
        for row in queryset:
            details = held(row) | self.held_parts(request, row)
            audit.record(acts.DELETED, row, by=request.user, details=details)
        return super().log_deletions(request, queryset)  # type: ignore[arg-type]

    def held_parts(self, request: HttpRequest, row: models.Model) -> Pairs:
        """The rows of its page, which go with it."""
        pairs: Pairs = {}
        for formset, _inline in self.get_formsets_with_inlines(request, row):
            name, fk = formset.get_default_prefix(), formset.fk.name
            for part in formset.model._default_manager.filter(**{fk: row}):
                pairs[f"{name}/{part.pk}"] = [str(part), None]
        return pairs

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The audit trail of this row for whoever may read that; the others get Django's short history."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied  # before anyone learns whether there is such a row
        if not request.user.has_perm("core.view_auditentry"):
            return super().history_view(request, object_id, extra_context)
        return redirect(trail_address(self.opts.label_lower, unquote(object_id)))


def trail_address(subject_type: str, subject_id: str) -> str:
    query = {"subject_type": subject_type, "subject_id": subject_id}
    return reverse("admin:core_auditentry_changelist", query=query)
