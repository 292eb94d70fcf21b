"""Where an agreement stands, in words. Reads what `Agreement.objects.with_standing()` has fetched."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.kinds import ActionKind
from agreements.models import Agreement, AgreementAction
from agreements.standing import FORCE_AFTER, Approval, Force, chronology, concerns, taken_by


def signature_words(agreement: Agreement, language: str) -> str:
    """Such as "ditandatangani 2007"."""
    signed = newest(agreement.actions.all(), ActionKind.SIGNATURE)
    if signed is None:
        return _("penandatanganan belum tercatat")
    when = signed.when_text(language)
    return _("ditandatangani %s") % when if when else _("ditandatangani, tanggal belum tercatat")


def approval_words(agreement: Agreement, language: str, day: date | None = None) -> str:
    """Such as "pengesahan: sudah (Perpres No. 3 Tahun 2010)", on a day (default: today)."""
    day = day or timezone.localdate()
    approval = agreement.approval_on(day)
    words = _("pengesahan: %s") % approval.label
    basis = approval_basis(agreement, language, day) if approval == Approval.GIVEN else ""
    return f"{words} ({basis})" if basis else words


def approval_basis(agreement: Agreement, language: str, day: date) -> str:
    """The citation of the instrument by which the home country had approved by then; "" if none is public."""
    given = newest(taken_by(day, agreement.actions.all()), ActionKind.DOMESTIC_APPROVAL)
    if given and given.instrument and given.instrument.is_visible():
        return given.instrument.citation(language)
    return ""


def force_words(agreement: Agreement, language: str, day: date | None = None) -> str:
    """Such as "mulai berlaku: belum tercatat", "mulai berlaku: 12 Mei 2011", "keberlakuan: diakhiri"."""
    day = day or timezone.localdate()
    force = agreement.force_on(day)
    if force in (Force.SIGNED, Force.NOT_RECORDED):
        return _("mulai berlaku: belum tercatat")
    kinds = [kind for kind, result in FORCE_AFTER.items() if result == force]
    decided = newest(taken_by(day, agreement.actions.all()), *kinds)
    when = decided.when_text(language) if decided else ""
    if force == Force.IN_FORCE and when:
        return _("mulai berlaku: %s") % when
    words = _("keberlakuan: %s") % force.label
    return f"{words} ({when})" if when else words


def newest(actions: Iterable[AgreementAction], *kinds: str) -> AgreementAction | None:
    """The newest of the steps of these kinds that concern the home side, joint ones included."""
    taken = [action for action in actions if action.kind in kinds and concerns(action)]
    return max(taken, key=chronology, default=None)
