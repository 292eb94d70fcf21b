from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from entities.models.countries import Country
from entities.models.merging import Mergeable, MergeableQuerySet
from entities.models.names import AlternativeName
from pressroom.core.visibility import Public


class Organization(Mergeable):
    """A body that acts: agency, ministry, embassy, company … Its former names are `OrganizationName` rows."""

    change_kind = "organization"

    class Kind(models.TextChoices):
        AGENCY = "agency", _("badan atau lembaga")
        MINISTRY = "ministry", _("kementerian")
        EMBASSY = "embassy", _("kedutaan besar")
        POLICE = "police", _("kepolisian")
        MILITARY = "military", _("militer")
        INTERNATIONAL = "international", _("organisasi internasional")
        ASSOCIATION = "association", _("perkumpulan")
        COMPANY = "company", _("perusahaan")
        OTHER = "other", _("lainnya")

    slug = models.SlugField(_("alamat halaman"), unique=True)
    name = models.CharField(_("nama"), max_length=200)
    name_en = models.CharField(_("nama (Inggris)"), max_length=200, blank=True)
    short = models.CharField(_("singkatan"), max_length=30, blank=True)
    kind = models.CharField(_("jenis"), max_length=20, choices=Kind)
    country = models.ForeignKey(
        Country, models.PROTECT, null=True, blank=True, related_name="organizations", verbose_name=_("negara")
    )
    host_country = models.ForeignKey(
        Country,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="hosted_organizations",
        verbose_name=_("negara penerima"),
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("lembaga induk"),
    )

    objects = MergeableQuerySet.as_manager()

    class Meta:
        verbose_name = _("lembaga")
        verbose_name_plural = _("lembaga")
        ordering = ["name"]
        constraints = [
            *Mergeable.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(kind="embassy") | Q(country__isnull=False, host_country__isnull=False),
                name="entities_organization_embassy",
                violation_error_message=_("Kedutaan besar memerlukan negara pengirim dan negara penerima."),
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="entities_organization_not_own_parent",
                violation_error_message=_("Lembaga tidak dapat menjadi induknya sendiri."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class OrganizationName(AlternativeName):
    organization = models.ForeignKey(
        Organization, models.CASCADE, related_name="names", verbose_name=_("lembaga")
    )

    class Meta(AlternativeName.Meta):
        verbose_name = _("nama lain lembaga")
        verbose_name_plural = _("nama lain lembaga")
        constraints = [
            models.UniqueConstraint(fields=["organization", "name"], name="entities_organizationname_once"),
        ]

    @property
    def change_subject(self) -> Public:
        return self.organization
