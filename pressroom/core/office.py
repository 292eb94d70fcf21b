"""What the press office says of itself: contact, boilerplate, terms of use. One row, kept at the desk."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# Out-of-date contact is worse than none: after so long somebody must say again that it is right.
CONFIRMED_FOR = timedelta(days=180)
international = RegexValidator(
    r"^\+[1-9][0-9 ().-]{6,28}$", _("Tulis nomor dengan kode negara, misalnya +62 21 1234567.")
)


class Office(models.Model):
    """The one row of the press office; whatever is empty is shown as not yet entered, never guessed."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    contact = models.CharField(_("narahubung"), max_length=120, blank=True, help_text=_("Nama unit piket."))
    email = models.EmailField(_("surel"), blank=True)
    phone = models.CharField(_("telepon"), max_length=30, blank=True, validators=[international])
    whatsapp = models.CharField("WhatsApp", max_length=30, blank=True, validators=[international])
    hours = models.CharField(_("jam layanan"), max_length=120, blank=True)
    hours_en = models.CharField(_("jam layanan (Inggris)"), max_length=120, blank=True)
    address = models.TextField(_("alamat kantor"), max_length=500, blank=True)
    confirmed_on = models.DateField(
        _("dipastikan benar pada"),
        null=True,
        blank=True,
        help_text=_("Hari terakhir nomor dan alamat ini dicoba dan ternyata benar."),
    )
    boilerplate_50 = models.TextField(_("tentang kami, sekitar 50 kata"), max_length=800, blank=True)
    boilerplate_50_en = models.TextField(
        _("tentang kami, sekitar 50 kata (Inggris)"), max_length=800, blank=True
    )
    boilerplate_100 = models.TextField(_("tentang kami, sekitar 100 kata"), max_length=1600, blank=True)
    boilerplate_100_en = models.TextField(
        _("tentang kami, sekitar 100 kata (Inggris)"), max_length=1600, blank=True
    )
    boilerplate_200 = models.TextField(_("tentang kami, sekitar 200 kata"), max_length=3200, blank=True)
    boilerplate_200_en = models.TextField(
        _("tentang kami, sekitar 200 kata (Inggris)"), max_length=3200, blank=True
    )
    text_terms = models.TextField(_("syarat pakai teks"), max_length=2000, blank=True)
    text_terms_en = models.TextField(_("syarat pakai teks (Inggris)"), max_length=2000, blank=True)
    photo_terms = models.TextField(_("syarat pakai foto"), max_length=2000, blank=True)
    photo_terms_en = models.TextField(_("syarat pakai foto (Inggris)"), max_length=2000, blank=True)

    class Meta:
        verbose_name = _("kantor humas")
        verbose_name_plural = _("kantor humas")
        constraints = [models.CheckConstraint(condition=Q(id=1), name="core_office_only_one")]

    def __str__(self) -> str:
        return self.contact or settings.AGENCY["short"]

    @property
    def reachable(self) -> bool:
        """Whether anything is known by which somebody could get hold of the office."""
        return bool(self.email or self.phone or self.whatsapp)

    def stale(self, on: date | None = None) -> bool:
        """Whether nobody has said lately (`CONFIRMED_FOR`) that the contact is right."""
        today = on or timezone.localdate()
        return self.confirmed_on is None or self.confirmed_on + CONFIRMED_FOR < today


def office() -> Office:
    """The row; where there is none, or none with a contact, the contact is that of the settings."""
    row = Office.objects.first() or Office()
    if not row.contact and not row.reachable:
        agency = settings.AGENCY
        row.contact, row.email = agency["contact"], agency["contact_email"]
        row.phone = agency["contact_phone"]
    return row
