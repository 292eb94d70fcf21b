"""Where an agreement stands, in words. Reads what `Agreement.objects.with_standing()` has fetched."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.kinds import ActionKind
from agreements.models import Agreement, AgreementAction
from agreements.standing import FORCE_AFTER, Approval, Force, chronology, concerns


def signature_words(agreement: Agreement, language: str) -> str:
    """Such as "ditandatangani 2007"."""
    signed = newest(agreement, ActionKind.SIGNATURE)
    if signed is None:
        return _("penandatanganan belum tercatat")
    when = signed.when_text(language)
    return _("ditandatangani %s") % when if when else _("ditandatangani, tanggal belum tercatat")


def approval_words(agreement: Agreement, language: str) -> str:
    """Such as "pengesahan: sudah (Perpres No. 3 Tahun 2010)"."""
    words = _("pengesahan: %s") % agreement.approval.label
    basis = approval_basis(agreement, language)
    return f"{words} ({basis})" if basis else words


def approval_basis(agreement: Agreement, language: str) -> str:
    """The citation of the instrument by which the home country approved; "" if none is public."""
    if agreement.approval != Approval.GIVEN:
        return ""
    given = newest(agreement, ActionKind.DOMESTIC_APPROVAL)
    if given and given.instrument and given.instrument.is_visible():
        return given.instrument.citation(language)
    return ""


def force_words(agreement: Agreement, language: str, day: date | None = None) -> str:
    """Such as "mulai berlaku: belum tercatat", "mulai berlaku: 12 Mei 2011", "keberlakuan: diakhiri"."""
    day = day or timezone.localdate()
    force = agreement.force_on(day)
    if force in (Force.SIGNED, Force.NOT_RECORDED):
        return _("mulai berlaku: belum tercatat")
    decided = newest(agreement, *(kind for kind, result in FORCE_AFTER.items() if result == force))
    when = decided.when_text(language) if decided else ""
    if force == Force.IN_FORCE and when:
        return _("mulai berlaku: %s") % when
    words = _("keberlakuan: %s") % force.label
    return f"{words} ({when})" if when else words


def newest(agreement: Agreement, *kinds: str) -> AgreementAction | None:
    """The newest public action of these kinds that concerns the home side, joint ones included."""
    taken = [a for a in agreement.actions.all() if a.kind in kinds and concerns(a)]
    return max(taken, key=chronology, default=None)
