from __future__ import annotations

import re
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models.articles import Article
from articles.models.renditions import Rendering
from pressroom.core.pictures import display_copy, file_digest

# What cameras and telephones call their files, with or without an ending: "IMG_0042", "DSC01234.JPG".
FILE_NAME = re.compile(
    r"\S+\.(jpe?g|png|webp|gif|tiff?|hei[cf]|avif|svg)"
    r"|(img|dsc[nf]?|p|pxl|mvimg|wa|photo|foto|image|screenshot|whatsapp image)[-_ ]?\d[-_\d ().]*(wa\d+)?",
    re.IGNORECASE,
)

MADE_FROM = ("sha256", "focal_x", "focal_y")


class Image(models.Model):
    """A photograph or graphic, kept as it was taken; what the public gets is derived from it."""

    class Kind(models.TextChoices):
        PHOTO = "photo", _("foto")
        ILLUSTRATION = "illustration", _("ilustrasi")

    kind = models.CharField(
        _("jenis"),
        max_length=12,
        choices=Kind,
        default=Kind.PHOTO,
        help_text=_("Ilustrasi disebut demikian di samping kreditnya, juga di dalam berkasnya."),
    )
    original = models.ImageField(_("berkas asli"), upload_to="originals/")
    # indexed for the gate of the files, which is asked by path
    display = models.ImageField(_("berkas tampilan"), upload_to="images/", editable=False, db_index=True)
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

    # What the files for readers were last asked for; of a new image, nothing yet.
    made_for: tuple[Any, ...] = ()

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
        if self.made_for != self.made_from:
            Rendering.objects.ask_for(self)
            self.made_for = self.made_from

    @classmethod
    def from_db(cls, db: str | None, field_names: Any, values: Any, **kwargs: Any) -> Image:
        image = super().from_db(db, field_names, values, **kwargs)
        image.made_for = image.made_from if set(MADE_FROM) <= set(field_names) else ()
        return image

    @property
    def made_from(self) -> tuple[Any, ...]:
        """What the files for readers depend on: another picture or focal point makes others."""
        return tuple(getattr(self, name) for name in MADE_FROM)

    def clean(self) -> None:
        if self.original:
            self.derive()
        self.check_alt()

    def check_alt(self) -> None:
        """Raises ValidationError for words that tell a blind reader nothing, or contradict "decorative"."""
        problems: dict[str, Any] = {}
        for name in ("alt", "alt_en"):
            said = getattr(self, name).strip()
            if self.decorative and said:
                problems[name] = _("Gambar hiasan tidak mempunyai teks alternatif; hapus salah satunya.")
            elif FILE_NAME.fullmatch(said) or (said and said == PurePath(self.original.name or "").stem):
                problems[name] = _("Ini nama berkas. Tuliskan apa yang terlihat pada gambar.")
        if problems:
            raise ValidationError(problems)

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
