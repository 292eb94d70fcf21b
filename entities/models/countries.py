from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Country(models.Model):
    """A country or territory of ISO 3166-1, or a former one that treaties still name (SU)."""

    iso2 = models.CharField(_("kode ISO dua huruf"), max_length=2, primary_key=True)
    iso3 = models.CharField(_("kode ISO tiga huruf"), max_length=3, unique=True)
    name = models.CharField(_("nama"), max_length=100)
    name_en = models.CharField(_("nama (Inggris)"), max_length=100)
    official = models.CharField(_("nama resmi"), max_length=150, blank=True)
    official_en = models.CharField(_("nama resmi (Inggris)"), max_length=150, blank=True)

    class Meta:
        verbose_name = _("negara")
        verbose_name_plural = _("negara")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(iso2__regex=r"^[A-Z]{2}$"),
                name="entities_country_iso2",
                violation_error_message=_("Kode negara terdiri atas dua huruf kapital, misalnya ID."),
            )
        ]

    def __str__(self) -> str:
        return self.name
