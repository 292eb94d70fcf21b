"""Where an agreement stands, in words. Reads what `Agreement.objects.with_standing()` has fetched."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.kinds import ActionKind
from agreements.models import Agreement, AgreementAction
from agreements.standing import FORCE_AFTER, Approval, Force, chronology, concerns, taken_by


def signature_words(agreement: Agreement, language: str, day: date | None = None) -> str:
    """Such as "ditandatangani 2007"; of a day before it "ditandatangani kemudian (2007)"."""
    signed = newest(agreement.actions.all(), ActionKind.SIGNATURE)
    if signed is None:
        return _("penandatanganan belum tercatat")
    when = signed.when_text(language)
    if day and signed.earliest and signed.earliest > day:
        return _("ditandatangani kemudian (%s)") % when
    return _("ditandatangani %s") % when if when else _("ditandatangani, tanggal belum tercatat")


def approval_words(agreement: Agreement, language: str, day: date | None = None) -> str:
    """Such as "pengesahan: sudah (Perpres No. 3 Tahun 2010)", on a day (default: today)."""
    return _("pengesahan: %s") % approval_answer(agreement, language, day)


def approval_answer(agreement: Agreement, language: str, day: date | None = None) -> str:
    """`approval_words` where the question stands beside it: "sudah (Perpres No. 3 Tahun 2010)"."""
    day = day or timezone.localdate()
    approval = agreement.approval_on(day)
    basis = approval_basis(agreement, language, day) if approval == Approval.GIVEN else ""
    return f"{approval.label} ({basis})" if basis else str(approval.label)


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
    when = decided_on(agreement, force, language, day)
    if force == Force.IN_FORCE and when:
        return _("mulai berlaku: %s") % when
    words = _("keberlakuan: %s") % force.label
    return f"{words} ({when})" if when else words


APPROVED: dict[Approval, Promise] = {
    Approval.NOT_NEEDED: gettext_lazy("tidak memerlukan pengesahan"),
    Approval.GIVEN: gettext_lazy("sudah disahkan"),
    Approval.WITHDRAWN: gettext_lazy("pengesahannya ditarik kembali"),
    Approval.PENDING: gettext_lazy("belum disahkan"),
    Approval.UNKNOWN: gettext_lazy("pengesahannya belum diketahui"),
}
BINDING: dict[Force, Promise] = {
    Force.IN_FORCE: gettext_lazy("berlaku"),
    Force.PROVISIONAL: gettext_lazy("diterapkan sementara"),
    Force.SUSPENDED: gettext_lazy("ditangguhkan"),
    Force.WITHDRAWN: gettext_lazy("tidak berlaku lagi karena pihak menarik diri"),
    Force.TERMINATED: gettext_lazy("sudah diakhiri"),
    Force.EXPIRED: gettext_lazy("sudah habis masa berlakunya"),
    Force.SIGNED: gettext_lazy("tanggal mulai berlakunya belum tercatat"),
    Force.NOT_RECORDED: gettext_lazy("keberlakuannya belum tercatat"),
}


def sentence(agreement: Agreement, language: str, day: date | None = None) -> str:
    """All three in one: "Ditandatangani 2007, sudah disahkan (Perpres …), dan berlaku sejak 2011."."""
    day = day or timezone.localdate()
    said = _("%(signed)s, %(approved)s, dan %(binding)s.") % {
        "signed": signature_words(agreement, language, day),
        "approved": approval_clause(agreement, language, day),
        "binding": force_clause(agreement, language, day),
    }
    return said[:1].upper() + said[1:]


def approval_clause(agreement: Agreement, language: str, day: date) -> str:
    approval = agreement.approval_on(day)
    basis = approval_basis(agreement, language, day) if approval == Approval.GIVEN else ""
    return f"{APPROVED[approval]} ({basis})" if basis else str(APPROVED[approval])


def force_clause(agreement: Agreement, language: str, day: date) -> str:
    force = agreement.force_on(day)
    when = decided_on(agreement, force, language, day)
    if force == Force.IN_FORCE and when:
        return _("berlaku sejak %s") % when
    return f"{BINDING[force]} ({when})" if when else str(BINDING[force])


def decided_on(agreement: Agreement, force: Force, language: str, day: date) -> str:
    """When the step was taken that decides about this; "" where none does, or nobody recorded its date."""
    kinds = [kind for kind, result in FORCE_AFTER.items() if result == force]
    decided = newest(taken_by(day, agreement.actions.all()), *kinds)
    return decided.when_text(language) if decided else ""


def newest(actions: Iterable[AgreementAction], *kinds: str) -> AgreementAction | None:
    """The newest of the steps of these kinds that concern the home side, joint ones included."""
    taken = [action for action in actions if action.kind in kinds and concerns(action)]
    return max(taken, key=chronology, default=None)
