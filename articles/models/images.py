from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.articles import Article
from pressroom.core.pictures import display_copy, file_digest


class Image(models.Model):
    """A photograph or graphic, kept as it was taken; what the public gets is derived from it."""

    original = models.ImageField(_("berkas asli"), upload_to="originals/")
    display = models.ImageField(_("berkas tampilan"), upload_to="images/", editable=False)
    sha256 = models.CharField(_("sidik SHA-256"), max_length=64, unique=True, editable=False)
    width = models.PositiveIntegerField(_("lebar"), editable=False)
    height = models.PositiveIntegerField(_("tinggi"), editable=False)
    focal_x = models.PositiveSmallIntegerField(_("titik fokus mendatar (%)"), default=50)
    focal_y = models.PositiveSmallIntegerField(_("titik fokus tegak (%)"), default=50)
    decorative = models.BooleanField(_("hanya hiasan"), default=False)
    alt = models.CharField(_("teks alternatif"), max_length=250, blank=True)
    alt_en = models.CharField(_("teks alternatif (Inggris)"), max_length=250, blank=True)
    caption = models.TextField(_("keterangan foto"), blank=True)
    caption_en = models.TextField(_("keterangan foto (Inggris)"), blank=True)
    credit = models.CharField(_("kredit foto"), max_length=160, blank=True)
    taken_on = models.DateField(_("tanggal pengambilan"), null=True, blank=True)
    rights = models.CharField(_("hak cipta"), max_length=250, blank=True)
    licence = models.CharField(_("lisensi"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("gambar")
        verbose_name_plural = _("gambar")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(focal_x__lte=100, focal_y__lte=100),
                name="articles_image_focal_point",
                violation_error_message=_("Titik fokus berada antara 0 dan 100 persen."),
            ),
        ]

    def __str__(self) -> str:
        return self.caption[:80] or self.alt or str(self.original)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises ValidationError for a file that we do not take, or another one for a published image."""
        self.derive()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        if self.original:
            self.derive()

    @property
    def is_published(self) -> bool:
        return self.pk is not None and self.published.exists()

    def derive(self) -> None:
        """Bring up to date what follows from the original, unless that is what it was."""
        sha256 = file_digest(self.original)
        if sha256 == self.sha256:
            return
        if self.is_published:
            raise ValidationError(
                _("Gambar ini sudah terbit; berkasnya tetap. Unggah yang lain sebagai gambar baru.")
            )
        copy = display_copy(self.original)
        copy.name = f"{sha256[:20]}.webp"
        self.display, self.sha256 = copy, sha256
        self.width, self.height = copy.upright


class ArticleImage(models.Model):
    """An image of a release; the first one leads."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="images", verbose_name=_("siaran"))
    image = models.ForeignKey(Image, models.PROTECT, related_name="uses", verbose_name=_("gambar"))
    ordinal = models.PositiveSmallIntegerField(_("urutan"), default=1)

    class Meta:
        verbose_name = _("gambar siaran")
        verbose_name_plural = _("gambar siaran")
        ordering = ["ordinal", "id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "image"], name="articles_articleimage_once"),
            models.UniqueConstraint(fields=["article", "ordinal"], name="articles_articleimage_ordinal"),
        ]

    def __str__(self) -> str:
        return str(self.image)
