"""Working copies of releases at the desk: every save is kept as a revision."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _

from articles import english, revisions
from articles.models import Article, ArticleImage, Citation, Quote, Revision
from articles.models.citations import TARGETS
from articles.overview import standing_of, with_standing
from articles.standing import Standing, current
from pressroom.core.html import SanitizedHTMLField
from pressroom.desk import (
    acts,
    autosave,
    conflicts,
    links,
    presence,
    preview,
    reviews,
    workflow_list,
    workflow_panel,
)
from pressroom.desk import revisions as history
from pressroom.desk.addresses import AddressedForm
from pressroom.desk.body import BodyWidget, with_nonce
from pressroom.desk.locks import one_writer
from pressroom.desk.notes import PublicNotePart, log_mended
from pressroom.desk.options import DeskAdmin, LongPart, Part


class QuotePart(LongPart):
    model = Quote
    autocomplete_fields = ("speaker", "appointment", "event")
    fields = (
        ("ordinal", "kind"),
        ("speaker", "appointment"),
        ("attribution", "verb"),
        "text",
        "text_en",
        "event",
    )


class CitationPart(LongPart):
    model = Citation
    autocomplete_fields = TARGETS
    fields = ("excerpt", "basis", "note", "note_en", *TARGETS)


class ArticleImagePart(Part):
    model = ArticleImage
    autocomplete_fields = ("image",)
    fields = ("ordinal", "image")


@admin.register(Article)
class ArticleAdmin(workflow_list.StandingColumns, DeskAdmin):
    form = AddressedForm
    change_form_template = "admin/articles/article/change_form.html"
    list_display = ("title", "kind", "state", "standing", "scheduled", "english_ready", "updated_at")
    list_filter = (
        *("state", workflow_list.StandingFilter, workflow_list.WaitingFilter),
        *("kind", "english_ready", "updated_at"),
    )
    search_fields = ("title", "title_en", "number", "slug")
    autocomplete_fields = ("event", "topics", "people", "organizations", "countries", "agreements", "events")
    prepopulated_fields = {"slug": ("title",), "slug_en": ("title_en",)}
    readonly_fields = ("state", "version", "created_at", "updated_at")
    formfield_overrides = {SanitizedHTMLField: {"widget": BodyWidget}}
    inlines = (QuotePart, CitationPart, ArticleImagePart, PublicNotePart)
    fieldsets = (
        (None, {"fields": ("kind", "number", "place", "place_en", "released_on", "event", "without_quotes")}),
        (_("Bahasa Indonesia"), {"fields": ("title", "slug", "lead", "body")}),
        (
            _("Bahasa Inggris"),
            {"fields": ("title_en", "slug_en", "lead_en", "body_en", "english_ready", "english_unofficial")},
        ),
        (
            _("Yang dibicarakan"),
            {"fields": ("topics", "people", "organizations", "countries", "agreements", "events")},
        ),
        (_("Narahubung"), {"fields": ("contact",)}),
        (_("Catatan naskah"), {"fields": ("state", "version", "created_at", "updated_at")}),
    )

    def get_urls(self) -> list[URLPattern]:
        return [
            *acts.urls(self),
            *history.urls(self),
            *autosave.urls(self),
            *links.urls(self),
            *presence.urls(self),
            *preview.urls(self),
            *super().get_urls(),
        ]

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, *args: Any, **kw: Any
    ) -> Any:
        with one_writer(request):
            conflict = conflicts.settle(self, request, object_id)
            return conflict or super().changeform_view(request, object_id, *args, **kw)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return with_standing(super().get_queryset(request))

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        return super().get_actions(request) | workflow_list.actions(request)

    def view_on_site(self, obj: Article) -> str | None:
        return workflow_panel.public_page(current(obj)) or None  # None before there is a page

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """Nobody edits what was killed: it never gets another text."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or standing_of(obj) != Standing.KILLED)

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        deletable = obj is None or not obj.editions.exists()
        return deletable and super().has_delete_permission(request, obj)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        listed, counts, lacking, protected = super().get_deleted_objects(objs, request)
        # A draft takes its revisions along, which nobody may delete by themselves.
        return listed, counts, lacking - {Revision._meta.verbose_name}, protected

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        article = context.get("original")
        if article is not None:
            context["english_is_stale"] = english.is_stale(article)
            context["panel"] = workflow_panel.panel(self, request, article)
            context["said"] = reviews.answers_to(article)
        if article is not None and self.has_change_permission(request, article):
            context |= {"may_change": True, "others": presence.report(request, article)}
        return super().render_change_form(request, with_nonce(request, context), *args, **kwargs)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        article = form.instance
        english.remember_source(article, form.changed_data)
        if change and (form.has_changed() or any(formset.has_changed() for formset in formsets)):
            article.version += 1
        article.save(update_fields=["english_source", "version"])
        revisions.store(article, author=request.user)  # type: ignore[arg-type]
        log_mended(article, formsets)

    class Media:
        css = {"all": ["desk/workflow.css", "desk/reviewing.css"]}
        js = ["desk/autosave.js", "desk/presence.js", "desk/jump.js", "desk/rows.js"]
