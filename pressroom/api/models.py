"""Partners of the API, and the keys that tell who is asking."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from pressroom.api import tokens


def check_scopes(scopes: Any) -> None:
    """Raises ValidationError for anything but a list of different scopes."""
    known = PartnerKey.Scope.values
    if not isinstance(scopes, list) or not set(scopes) <= set(known):
        raise ValidationError(_("Lingkup ini tidak dikenal; pilihannya: %s.") % ", ".join(known))


class Partner(models.Model):
    """Somebody who asks the API by name, such as a news agency. Whoever is not active has no valid key."""

    name = models.CharField(gettext_lazy("nama"), max_length=120, unique=True)
    email = models.EmailField(gettext_lazy("surel narahubung"))
    active = models.BooleanField(gettext_lazy("aktif"), default=True)
    note = models.TextField(gettext_lazy("catatan"), blank=True)

    class Meta:
        verbose_name = gettext_lazy("mitra")
        verbose_name_plural = gettext_lazy("mitra")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class PartnerKeyQuerySet(models.QuerySet):
    def valid(self, at: datetime | None = None) -> Self:
        """Keys that open something at that moment (default: now)."""
        moment = at or timezone.now()
        unexpired = Q(expires_at__isnull=True) | Q(expires_at__gt=moment)
        return self.filter(unexpired, revoked_at__isnull=True, partner__active=True)


class PartnerKeyManager(models.Manager.from_queryset(PartnerKeyQuerySet)):  # type: ignore[misc]
    def issue(self, partner: Partner, **fields: object) -> tuple[PartnerKey, str]:
        """A new key with its token, which nobody can ever read again."""
        prefix, secret = tokens.new()
        key = self.create(partner=partner, prefix=prefix, sha256=tokens.fingerprint(secret), **fields)
        return key, tokens.write(prefix, secret)


class PartnerKey(models.Model):
    """A key of one partner. Of its secret only the fingerprint is kept; the prefix is known to the desk.

    A key is never altered, only revoked.
    """

    class Scope(models.TextChoices):
        """What a key lets its bearer do beyond what everybody may."""

        EMBARGO = "embargo", gettext_lazy("membaca siaran berembargo")

    partner = models.ForeignKey(
        Partner, models.PROTECT, related_name="keys", verbose_name=gettext_lazy("mitra")
    )
    label = models.CharField(gettext_lazy("kegunaan"), max_length=80)
    prefix = models.CharField(gettext_lazy("awalan"), max_length=tokens.PREFIX_LENGTH, unique=True)
    sha256 = models.CharField(gettext_lazy("sidik SHA-256"), max_length=64)
    scopes = models.JSONField(gettext_lazy("lingkup"), default=list, blank=True, validators=[check_scopes])
    created_at = models.DateTimeField(gettext_lazy("dibuat"), default=timezone.now)
    expires_at = models.DateTimeField(gettext_lazy("berlaku sampai"), null=True, blank=True)
    revoked_at = models.DateTimeField(pgettext_lazy("kunci", "dicabut"), null=True, blank=True)
    last_used_at = models.DateTimeField(gettext_lazy("terakhir dipakai"), null=True, blank=True)

    objects: ClassVar[PartnerKeyManager] = PartnerKeyManager()

    class Meta:
        verbose_name = gettext_lazy("kunci mitra")
        verbose_name_plural = gettext_lazy("kunci mitra")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(sha256=""), name="api_partnerkey_has_a_secret"),
            models.CheckConstraint(
                condition=Q(expires_at__isnull=True) | Q(expires_at__gt=F("created_at")),
                name="api_partnerkey_lives",
                violation_error_message=gettext_lazy("Kunci ini berakhir sebelum dibuat."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partner}: {self.label} ({self.prefix})"

    def is_valid(self, at: datetime | None = None) -> bool:
        """What `valid()` asks of the database."""
        moment = at or timezone.now()
        unexpired = self.expires_at is None or self.expires_at > moment
        return unexpired and self.revoked_at is None and self.partner.active

    def opens(self, scope: Scope) -> bool:
        return scope in self.scopes

    def revoke(self) -> bool:
        """Close the key from now on, for good; False if that had been done before."""
        open_still = PartnerKey.objects.filter(pk=self.pk, revoked_at__isnull=True)
        return bool(open_still.update(revoked_at=timezone.now()))
