"""Working copies of releases at the desk: every save is kept as a revision."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from articles import english, revisions
from articles.models import Article, ArticleImage, Citation, Quote, Revision
from articles.models.citations import TARGETS
from pressroom.core.html import SanitizedHTMLField
from pressroom.desk import publishing
from pressroom.desk.body import BodyWidget, with_nonce
from pressroom.desk.locks import one_writer
from pressroom.desk.notes import PublicNotePart, log_mended
from pressroom.desk.options import DeskAdmin, LongPart, Part
from pressroom.desk.versions import ArticleForm

ADDRESSES = {"slug": "id", "slug_en": "en"}


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
class ArticleAdmin(DeskAdmin):
    form = ArticleForm
    change_form_template = "admin/articles/article/change_form.html"
    list_display = ("title", "kind", "state", "english_ready", "updated_at")
    list_filter = ("state", "kind", "english_ready", "updated_at")
    search_fields = ("title", "title_en", "number", "slug")
    autocomplete_fields = ("event", "topics", "people", "organizations", "countries", "agreements", "events")
    prepopulated_fields = {"slug": ("title",), "slug_en": ("title_en",)}
    readonly_fields = ("state", "version", "created_at", "updated_at")
    formfield_overrides = {SanitizedHTMLField: {"widget": BodyWidget}}
    inlines = (QuotePart, CitationPart, ArticleImagePart, PublicNotePart)
    fieldsets = (
        (None, {"fields": ("kind", "number", "place", "place_en", "released_on", "event")}),
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
        view = self.admin_site.admin_view(self.publish_view)
        return [path("<int:pk>/publish/", view, name="articles_article_publish"), *super().get_urls()]

    def publish_view(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        with one_writer(request):
            return publishing.publish_page(self, request, pk)

    def view_on_site(self, obj: Article) -> str | None:
        return obj.get_absolute_url()  # None before there is a page

    def get_readonly_fields(self, request: HttpRequest, obj: Article | None = None) -> list[str]:
        fields = list(super().get_readonly_fields(request, obj))
        taken = set(obj.slugs.values_list("language", flat=True)) if obj else set()
        return [*fields, *(field for field, language in ADDRESSES.items() if language in taken)]

    def get_prepopulated_fields(self, request: HttpRequest, obj: Article | None = None) -> dict[str, Any]:
        readonly = self.get_readonly_fields(request, obj)
        fields = super().get_prepopulated_fields(request, obj)
        return {name: sources for name, sources in fields.items() if name not in readonly}

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
        context["may_publish"] = article is not None and publishing.may_publish(self, request, article)
        context["english_is_stale"] = article is not None and english.is_stale(article)
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
