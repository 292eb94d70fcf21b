from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agreements.models import Agreement, AgreementAction, Event
from articles.models.articles import Article
from entities.models import Appointment, Organization, PersonHonorific
from pressroom.core.visibility import Public

TARGETS = ("organization", "person_honorific", "appointment", "agreement", "action", "event")


def exactly_one(fields: tuple[str, ...]) -> Q:
    """CHECK that exactly one of these columns is filled."""
    condition = Q()
    for filled in fields:
        condition |= Q(**{f"{field}__isnull": field != filled for field in fields})
    return condition


class Citation(models.Model):
    """The exact words that a fact of the registers rests on, in a release of ours or in an outside source."""

    class Basis(models.TextChoices):
        STATED = "stated", _("dinyatakan")
        INFERRED = "inferred", _("disimpulkan")

    article = models.ForeignKey(
        Article, models.PROTECT, null=True, blank=True, related_name="citations", verbose_name=_("siaran")
    )
    url = models.URLField(_("sumber luar"), max_length=500, blank=True)
    retrieved_on = models.DateField(_("diambil pada"), null=True, blank=True)
    excerpt = models.TextField(_("petikan"))
    basis = models.CharField(_("dasar"), max_length=8, choices=Basis, default=Basis.STATED)
    note = models.TextField(_("alasan"), blank=True)
    note_en = models.TextField(_("alasan (Inggris)"), blank=True)
    organization = models.ForeignKey(
        Organization,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("lembaga"),
    )
    person_honorific = models.ForeignKey(
        PersonHonorific,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("gelar tokoh"),
    )
    appointment = models.ForeignKey(
        Appointment,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("masa jabatan"),
    )
    agreement = models.ForeignKey(
        Agreement,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("perjanjian"),
    )
    action = models.ForeignKey(
        AgreementAction,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
        verbose_name=_("tindakan"),
    )
    event = models.ForeignKey(
        Event, models.CASCADE, null=True, blank=True, related_name="citations", verbose_name=_("kegiatan")
    )

    class Meta:
        verbose_name = _("rujukan sumber")
        verbose_name_plural = _("rujukan sumber")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(article__isnull=False, url="", retrieved_on__isnull=True)
                | (Q(article__isnull=True, retrieved_on__isnull=False) & ~Q(url="")),
                name="articles_citation_one_source",
                violation_error_message=_(
                    "Sumbernya satu siaran kita, atau satu tautan beserta tanggal pengambilan."
                ),
            ),
            models.CheckConstraint(
                condition=Q(basis="stated") | (Q(basis="inferred") & ~Q(note="")),
                name="articles_citation_inferred_says_why",
                violation_error_message=_("Kesimpulan memerlukan alasan."),
            ),
            models.CheckConstraint(
                condition=exactly_one(TARGETS),
                name="articles_citation_one_fact",
                violation_error_message=_("Satu rujukan mendukung tepat satu fakta."),
            ),
        ]

    def __str__(self) -> str:
        return self.excerpt[:80]

    @property
    def target_type(self) -> str:
        """Which of TARGETS this citation supports."""
        return next(name for name in TARGETS if getattr(self, f"{name}_id") is not None)

    @property
    def target(self) -> Public:
        return getattr(self, self.target_type)
