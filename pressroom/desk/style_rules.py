"""The house style at the desk: everybody who edits reads it, the chief and the administrator keep it."""

from __future__ import annotations

from django.contrib import admin

from articles.models import StyleRule
from pressroom.desk.options import DeskAdmin


@admin.register(StyleRule)
class StyleRuleAdmin(DeskAdmin):
    list_display = ("pattern", "replacement", "explanation", "kind", "applies_in_quotes", "active")
    list_filter = ("kind", "active", "applies_in_quotes")
    search_fields = ("pattern", "replacement", "explanation", "explanation_en")
    fields = (
        "kind",
        ("pattern", "replacement"),
        "explanation",
        "explanation_en",
        ("applies_in_quotes", "active"),
    )
