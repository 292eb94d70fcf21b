"""Working copies of releases at the desk: every save is kept as a revision."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from articles import revisions
from articles.models import Article, ArticleImage, Citation, Image, PublicNote, Quote, Revision
from articles.models.images import file_digest
from pressroom.core.html import SanitizedHTMLField
from pressroom.desk import publishing
from pressroom.desk.body import BodyWidget, with_nonce
from pressroom.desk.options import DeskAdmin, LongPart, Part

ADDRESSES = {"slug": "id", "slug_en": "en"}
CITED = ("organization", "person_honorific", "appointment", "agreement", "action", "event")


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
    autocomplete_fields = CITED
    fields = ("excerpt", "basis", "note", "note_en", *CITED)


class ArticleImagePart(Part):
    model = ArticleImage
    autocomplete_fields = ("image",)
    fields = ("ordinal", "image")


class PublicNotePart(LongPart):
    """Publishing writes these; the desk mends their wording."""

    model = PublicNote
    fields = (("at", "kind"), "text", "text_en")
    readonly_fields = ("at", "kind")

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False


@admin.register(Article)
class ArticleAdmin(DeskAdmin):
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
        return publishing.view(self, request, pk)

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
        return super().render_change_form(request, with_nonce(request, context), *args, **kwargs)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        revisions.store(form.instance, author=request.user)  # type: ignore[arg-type]


@admin.register(Citation)
class CitationAdmin(DeskAdmin):
    list_display = ("excerpt_start", "article", "url", "basis")
    list_filter = ("basis", ("url", admin.EmptyFieldListFilter))
    search_fields = ("excerpt", "url", "article__title")
    autocomplete_fields = ("article", *CITED)
    fetch = ("article",)
    fieldsets = (
        (_("Sumber"), {"fields": ("article", "url", "retrieved_on", "excerpt")}),
        (_("Kekuatan"), {"fields": ("basis", "note", "note_en")}),
        (_("Fakta yang didukung"), {"fields": CITED}),
    )

    @admin.display(description=_("petikan"), ordering="excerpt")
    def excerpt_start(self, row: Citation) -> str:
        return str(row)


class ImageForm(forms.ModelForm):
    def clean_original(self) -> Any:
        original = self.cleaned_data["original"]
        twin = Image.objects.exclude(pk=self.instance.pk).filter(sha256=file_digest(original)).first()
        if twin:
            raise ValidationError(_("Gambar ini sudah tersimpan: %(image)s."), params={"image": twin})
        return original


@admin.register(Image)
class ImageAdmin(DeskAdmin):
    form = ImageForm
    list_display = ("__str__", "alt", "credit", "taken_on")
    list_filter = ("decorative",)
    search_fields = ("caption", "alt", "credit", "original")
    readonly_fields = ("width", "height", "sha256")
    fieldsets = (
        (None, {"fields": ("original", ("focal_x", "focal_y"))}),
        (_("Bagi yang tidak melihatnya"), {"fields": ("decorative", "alt", "alt_en")}),
        (
            _("Keterangan dan hak"),
            {"fields": ("caption", "caption_en", "credit", "taken_on", "rights", "licence")},
        ),
        (_("Berkas"), {"fields": ("width", "height", "sha256")}),
    )
