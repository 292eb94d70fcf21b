from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from agreements.models import Event
from articles.models.articles import Article
from entities.models import Appointment, Person


class Quote(models.Model):
    """What somebody said in a release. `text` stands in the release word for word; indirect speech too."""

    class Kind(models.TextChoices):
        DIRECT = "direct", _("langsung")
        INDIRECT = "indirect", _("tidak langsung")

    article = models.ForeignKey(Article, models.CASCADE, related_name="quotes", verbose_name=_("siaran"))
    ordinal = models.PositiveSmallIntegerField(_("urutan"))
    speaker = models.ForeignKey(Person, models.PROTECT, related_name="quotes", verbose_name=_("pembicara"))
    appointment = models.ForeignKey(
        Appointment,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="quotes",
        verbose_name=_("jabatan saat berbicara"),
    )
    attribution = models.CharField(
        _("penyebutan dalam teks"),
        max_length=200,
        blank=True,
        help_text=_("Kosong bila hanya “-nya” (ujarnya)."),
    )
    verb = models.CharField(_("kata kerja"), max_length=40, blank=True)
    kind = models.CharField(_("jenis"), max_length=8, choices=Kind, default=Kind.DIRECT)
    text = models.TextField(_("kutipan"))
    text_en = models.TextField(_("kutipan (Inggris)"), blank=True)
    event = models.ForeignKey(
        Event, models.SET_NULL, null=True, blank=True, related_name="quotes", verbose_name=_("kegiatan")
    )

    class Meta:
        verbose_name = _("kutipan")
        verbose_name_plural = _("kutipan")
        ordering = ["ordinal", "id"]
        constraints = [models.UniqueConstraint(fields=["article", "ordinal"], name="articles_quote_ordinal")]

    def __str__(self) -> str:
        return self.text[:80]

    def clean(self) -> None:
        if self.appointment and self.appointment.person_id != self.speaker_id:
            raise ValidationError({"appointment": _("Jabatan ini bukan jabatan pembicara tersebut.")})
