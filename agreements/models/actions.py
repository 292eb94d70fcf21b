from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from agreements.kinds import ActionKind
from agreements.models.agreements import Agreement, AgreementParty
from agreements.models.instruments import LegalInstrument
from entities.models import Appointment
from pressroom.core.models import When
from pressroom.core.visibility import Public, PublicQuerySet, public_or_absent


class AgreementActionQuerySet(PublicQuerySet):
    def public(self, at: datetime | None = None) -> AgreementActionQuerySet:
        """Visible steps whose party is public too: else a step of one would look like a step of all."""
        party, body = public_or_absent("party", at), public_or_absent("party__organization", at)
        return self.visible(at).filter(party, body)


class AgreementAction(When, Public):
    """One step in the life of an agreement. Their order is never constrained: states do act out of order."""

    Kind = ActionKind

    agreement = models.ForeignKey(
        Agreement, models.CASCADE, related_name="actions", verbose_name=_("perjanjian")
    )
    party = models.ForeignKey(
        AgreementParty,
        models.RESTRICT,
        null=True,
        blank=True,
        related_name="actions",
        verbose_name=_("pihak"),
        help_text=_("Kosong: tindakan bersama semua pihak."),
    )
    kind = models.CharField(_("tindakan"), max_length=25, choices=ActionKind)
    instrument = models.ForeignKey(
        LegalInstrument,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="actions",
        verbose_name=_("dasar hukum"),
    )
    reference = models.CharField(_("rujukan"), max_length=120, blank=True)
    place = models.CharField(_("tempat"), max_length=120, blank=True)
    place_en = models.CharField(_("tempat (Inggris)"), max_length=120, blank=True)
    signatories = models.ManyToManyField(
        Appointment, blank=True, related_name="signed_actions", verbose_name=_("penanda tangan")
    )

    objects = AgreementActionQuerySet.as_manager()

    class Meta:
        verbose_name = _("tindakan")
        verbose_name_plural = _("tindakan")
        ordering = [F("latest").asc(nulls_first=True), F("earliest").asc(nulls_first=True), "id"]
        constraints = [
            *When.Meta.constraints,
            models.CheckConstraint(
                condition=Q(instrument__isnull=True) | Q(kind__in=("domestic_approval", "termination")),
                name="agreements_agreementaction_instrument",
                violation_error_message=_("Dasar hukum hanya dicatat pada pengesahan atau pengakhiran."),
            ),
            models.CheckConstraint(
                condition=~Q(kind="domestic_approval") | Q(party__isnull=False),
                name="agreements_agreementaction_approval_has_party",
                violation_error_message=_("Pengesahan adalah tindakan satu pihak; pilih pihaknya."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.when_text()}".strip()

    @property
    def change_subject(self) -> Public:
        return self.agreement

    def clean(self) -> None:
        super().clean()
        if self.party and self.party.agreement_id != self.agreement_id:
            raise ValidationError({"party": _("Pihak ini bukan pihak dalam perjanjian tersebut.")})
