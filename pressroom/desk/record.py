"""The record at the desk: to be read, by whoever may, and changed by nobody."""

from __future__ import annotations

import json
from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.models import Edition, Revision
from pressroom.core import changes
from pressroom.core.models import Change
from pressroom.desk.options import ReadOnlyAdmin


class DocumentAdmin(ReadOnlyAdmin):
    """Rows with a JSON document, which lists leave in the database and pages print readably."""

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return super().get_queryset(request).defer("document")

    @admin.display(description=_("dokumen"))
    def readable(self, row: Any) -> SafeString:
        text = json.dumps(row.document, ensure_ascii=False, indent=2, sort_keys=True)
        return format_html('<pre class="document">{}</pre>', text)

    class Media:
        css = {"all": ["desk/record.css"]}


@admin.register(Edition)
class EditionAdmin(DocumentAdmin):
    list_display = ("article", "number", "kind", "languages", "public_from", "published_by")
    list_filter = ("kind", "public_from")
    search_fields = ("article__title", "=digest", "=chain")
    fetch = ("article", "revision", "published_by", "approved_by")
    fields = (
        "article",
        "number",
        "kind",
        "languages",
        "public_from",
        "at",
        "approved_by",
        "published_by",
        "reason",
        "note",
        "note_en",
        "revision",
        "digest",
        "chain",
        "readable",
    )


@admin.register(Revision)
class RevisionAdmin(DocumentAdmin):
    list_display = ("article", "number", "author", "at", "note")
    list_filter = ("at",)
    search_fields = ("article__title", "=digest")
    fetch = ("article", "author")
    fields = ("article", "number", "author", "at", "note", "digest", "readable")


@admin.register(Change)
class ChangeAdmin(ReadOnlyAdmin):
    list_display = ("seq", "at", "kind", "object_id", "op", "version")
    list_filter = ("op", "kind", "at")
    search_fields = ("=object_id", "kind")
    ordering = ("-seq",)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        changes.advance()
        return super().get_queryset(request)
