"""Photographs at the desk: described anew whenever need be, and never another picture once published."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Image
from articles.revisions import store_changed
from pressroom.core.pictures import file_digest
from pressroom.desk.options import DeskAdmin


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
    fieldsets = (
        (None, {"fields": ("original", ("focal_x", "focal_y"))}),
        (_("Bagi yang tidak melihatnya"), {"fields": ("decorative", "alt", "alt_en")}),
        (
            _("Keterangan dan hak"),
            {"fields": ("caption", "caption_en", "credit", "taken_on", "rights", "licence")},
        ),
        (_("Berkas"), {"fields": ("width", "height", "sha256")}),
    )

    def save_model(self, request: HttpRequest, obj: Image, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        # The words of an image are words of every release that shows it.
        for article in Article.objects.filter(images__image=obj).order_by("pk"):
            store_changed(article, request.user)  # type: ignore[arg-type]

    def get_readonly_fields(self, request: HttpRequest, obj: Image | None = None) -> tuple[str, ...]:
        derived = ("width", "height", "sha256")
        return (*derived, "original") if obj and obj.is_published else derived
