from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from entities.models import Organization
from pressroom.core.visibility import Public, PublicQuerySet

# Issued by many bodies, so that a number alone names none of them.
ISSUER_KINDS = ("permen", "perban", "foreign")


class InstrumentKind(models.Model):
    """A kind of legal instrument, ranked after UU 12/2011 art. 7–8."""

    code = models.SlugField(_("kode"), primary_key=True, max_length=10)
    abbr = models.CharField(_("singkatan"), max_length=20, blank=True)
    name = models.CharField(_("nama"), max_length=100)
    name_en = models.CharField(_("nama (Inggris)"), max_length=100, blank=True)
    needs_issuer = models.BooleanField(_("memerlukan lembaga penerbit"), default=False)
    rank = models.PositiveSmallIntegerField(_("jenjang"))

    class Meta:
        verbose_name = _("jenis peraturan")
        verbose_name_plural = _("jenis peraturan")
        ordering = ["rank", "code"]

    def __str__(self) -> str:
        return self.name


class LegalInstrument(Public):
    """A law or regulation. Its number is text: "3", "86/TPA", "12A"."""

    change_kind = "instrument"

    kind = models.ForeignKey(
        InstrumentKind, models.PROTECT, related_name="instruments", verbose_name=_("jenis")
    )
    issuer = models.ForeignKey(
        Organization,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="instruments",
        verbose_name=_("lembaga penerbit"),
    )
    number = models.CharField(_("nomor"), max_length=40)
    year = models.PositiveSmallIntegerField(_("tahun"))
    title = models.CharField(_("tentang"), max_length=300, blank=True)
    title_en = models.CharField(_("tentang (Inggris)"), max_length=300, blank=True)
    enacted_on = models.DateField(_("ditetapkan"), null=True, blank=True)
    promulgated_on = models.DateField(_("diundangkan"), null=True, blank=True)
    gazette = models.CharField(_("Lembaran Negara (LN)"), max_length=40, blank=True)
    gazette_supplement = models.CharField(_("Tambahan Lembaran Negara (TLN)"), max_length=40, blank=True)
    url = models.URLField(_("tautan naskah"), blank=True)

    objects = PublicQuerySet.as_manager()

    class Meta:
        verbose_name = _("peraturan")
        verbose_name_plural = _("peraturan")
        ordering = ["-year", "kind", "number", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "number", "year"],
                condition=Q(issuer__isnull=True),
                name="agreements_legalinstrument_once",
                violation_error_message=_("Peraturan ini sudah tercatat."),
            ),
            models.UniqueConstraint(
                fields=["kind", "issuer", "number", "year"],
                condition=Q(issuer__isnull=False),
                name="agreements_legalinstrument_once_per_issuer",
                violation_error_message=_("Peraturan ini sudah tercatat."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=ISSUER_KINDS, issuer__isnull=False)
                | (~Q(kind__in=ISSUER_KINDS) & Q(issuer__isnull=True)),
                name="agreements_legalinstrument_issuer",
                violation_error_message=_(
                    "Lembaga penerbit diisi hanya untuk peraturan menteri, badan, dan negara lain."
                ),
            ),
            models.CheckConstraint(
                condition=Q(year__gte=1945, year__lte=2100),
                name="agreements_legalinstrument_year",
                violation_error_message=_("Tahun peraturan harus antara 1945 dan 2100."),
            ),
        ]

    def __str__(self) -> str:
        return self.citation()

    def citation(self, language: str = "id") -> str:
        """How it is cited: "Perpres No. 3 Tahun 2010", "Presidential Regulation No. 3 of 2010"."""
        if language == "en":
            return f"{self.kind.name_en or self.kind.name} No. {self.number} of {self.year}"
        return f"{self.kind.abbr or self.kind.name} No. {self.number} Tahun {self.year}"
