"""Photographs at the desk: described anew whenever need be, and never another picture once published."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Image
from articles.revisions import store_changed
from pressroom.core.pictures import file_digest
from pressroom.desk.options import DeskAdmin

FOCUS = _(
    "Bagian gambar yang tetap terlihat bila gambar dipotong: 0 dan 0 adalah sudut kiri atas, 100 dan 100 "
    "sudut kanan bawah. Ketikkan angkanya, atau klik gambarnya."
)
PICTURE = '<div class="focal"{hidden}><img src="{src}" alt="{alt}"></div>'


class ImageForm(forms.ModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("focal_x", "focal_y"):
            if name in self.fields:
                self.fields[name].widget.attrs |= {"min": 0, "max": 100}

    def clean_original(self) -> Any:
        original = self.cleaned_data["original"]
        twin = Image.objects.exclude(pk=self.instance.pk).filter(sha256=file_digest(original)).first()
        if twin:
            raise ValidationError(_("Gambar ini sudah tersimpan: %(image)s."), params={"image": twin})
        return original


@admin.register(Image)
class ImageAdmin(DeskAdmin):
    form = ImageForm
    list_display = ("__str__", "kind", "alt", "credit", "taken_on")
    list_filter = ("kind", "decorative")
    search_fields = ("caption", "alt", "credit", "original")
    fieldsets = (
        (None, {"fields": ("kind", "original")}),
        (_("Titik fokus"), {"fields": ("picture", ("focal_x", "focal_y")), "description": FOCUS}),
        (_("Bagi yang tidak melihatnya"), {"fields": ("decorative", "alt", "alt_en")}),
        (
            _("Keterangan dan hak"),
            {"fields": ("caption", "caption_en", "credit", "taken_on", "rights", "licence")},
        ),
        (_("Berkas"), {"fields": ("width", "height", "sha256", "copies")}),
    )

    class Media:
        js = ["desk/focal.js"]
        css = {"all": ["desk/focal.css"]}

    def save_model(self, request: HttpRequest, obj: Image, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        # The words of an image are words of every release that shows it.
        for article in Article.objects.filter(images__image=obj).order_by("pk"):
            store_changed(article, request.user)  # type: ignore[arg-type]

    def get_readonly_fields(self, request: HttpRequest, obj: Image | None = None) -> tuple[str, ...]:
        derived = ("width", "height", "sha256", "picture", "copies")
        return (*derived, "original") if obj and obj.is_published else derived

    @admin.display(description=_("gambar"))
    def picture(self, image: Image) -> SafeString:
        """The picture to click on; of a new one, a place where the script shows the file that was chosen."""
        if image.display:
            return format_html(PICTURE, hidden="", src=image.display.url, alt=image.alt)
        return format_html(PICTURE, hidden=SafeString(" hidden"), src="data:,", alt="")

    @admin.display(description=_("salinan bagi pembaca"))
    def copies(self, image: Image) -> str:
        """How far the worker is with the files that readers get."""
        rendering = getattr(image, "rendering", None)
        if rendering is None or rendering.due:
            return gettext("sedang dibuat")
        if rendering.problem:
            return gettext("Gagal dibuat; pembaca mendapat salinan sederhana. %s") % rendering.problem
        return gettext("sudah dibuat")
