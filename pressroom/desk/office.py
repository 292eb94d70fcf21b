"""The press office at the desk: one row, which the chief and the administrator keep right."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from pressroom.core.models import Office
from pressroom.desk.options import DeskAdmin


@admin.register(Office)
class OfficeAdmin(DeskAdmin):
    list_display = ("__str__", "email", "phone", "hours", "confirmed_on")
    search_fields = ("contact", "email")
    fieldsets = (
        (
            _("Narahubung media"),
            {
                "fields": (
                    "contact",
                    "email",
                    ("phone", "whatsapp"),
                    ("hours", "hours_en"),
                    "address",
                    "confirmed_on",
                )
            },
        ),
        (
            _("Tentang kami"),
            {"fields": tuple(f"boilerplate_{n}{end}" for n in (50, 100, 200) for end in ("", "_en"))},
        ),
        (
            _("Syarat pakai"),
            {"fields": ("text_terms", "text_terms_en", "photo_terms", "photo_terms_en")},
        ),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        """There is one office: it is added once, and changed from then on.

        Only its own pages ask whether it is there: the dashboard, with every register, has no query to spare.
        """
        is_here = request.path.startswith(reverse("admin:core_office_changelist"))
        return is_here and super().has_add_permission(request) and not Office.objects.exists()

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        return {}
