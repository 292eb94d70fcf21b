"""Where an agreement stands, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from agreements.kinds import ActionKind
from agreements.models import Agreement, AgreementAction
from agreements.standing import FORCE_AFTER, Approval, Force, approval, chronology, concerns, force, taken_by
from pressroom.core.dates.days import interface_language
from pressroom.core.page import text as _


@cache
def called(language: str, state: Approval | Force) -> str:
    """In the active language, which is that one."""
    return str(state.label)


class Standing(NamedTuple):
    """Where an agreement stands on a day, with all its public steps, from which that is told."""

    day: date
    steps: Sequence[AgreementAction]
    approval: Approval
    force: Force


def standing_on(day: date, agreement: Agreement, steps: Sequence[AgreementAction]) -> Standing:
    """Found once, however much is then said of it."""
    return Standing(day, steps, approval(agreement.approval_needed, steps, day), force(steps, day))


def signature_words(stands: Standing, language: str) -> str:
    """Such as "ditandatangani 2007", whenever that was."""
    signed = newest(stands.steps, ActionKind.SIGNATURE)
    if signed is None:
        return _("penandatanganan belum tercatat")
    when = signed.when_text(language)
    return _("ditandatangani %s") % when if when else _("ditandatangani, tanggal belum tercatat")


def signature_by_then(stands: Standing, language: str) -> str:
    """`signature_words`, but of a day before it "ditandatangani kemudian (2007)"."""
    signed = newest(stands.steps, ActionKind.SIGNATURE)
    if signed and signed.earliest and signed.earliest > stands.day:
        return _("ditandatangani kemudian (%s)") % signed.when_text(language)
    return signature_words(stands, language)


def approval_words(stands: Standing, language: str) -> str:
    """Such as "pengesahan: sudah (Perpres No. 3 Tahun 2010)"."""
    return _("pengesahan: %s") % approval_answer(stands, language)


def approval_answer(stands: Standing, language: str) -> str:
    """`approval_words` where the question stands beside it: "sudah (Perpres No. 3 Tahun 2010)"."""
    said, basis = called(interface_language(), stands.approval), approval_basis(stands, language)
    return f"{said} ({basis})" if basis else said


def approval_basis(stands: Standing, language: str) -> str:
    """The citation of the instrument by which the home country had approved by then; "" if none is public."""
    if stands.approval != Approval.GIVEN:
        return ""
    given = newest(taken_by(stands.day, stands.steps), ActionKind.DOMESTIC_APPROVAL)
    if given and given.instrument and given.instrument.is_visible():
        return given.instrument.citation(language)
    return ""


def force_words(stands: Standing, language: str) -> str:
    """Such as "mulai berlaku: belum tercatat", "mulai berlaku: 12 Mei 2011", "keberlakuan: diakhiri"."""
    if stands.force in (Force.SIGNED, Force.NOT_RECORDED):
        return _("mulai berlaku: belum tercatat")
    when = decided_on(stands, language)
    if stands.force == Force.IN_FORCE and when:
        return _("mulai berlaku: %s") % when
    words = _("keberlakuan: %s") % called(interface_language(), stands.force)
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


def sentence(stands: Standing, language: str) -> str:
    """All three in one: "Ditandatangani 2007, sudah disahkan (Perpres …), dan berlaku sejak 2011."."""
    said = _("%(signed)s, %(approved)s, dan %(binding)s.") % {
        "signed": signature_by_then(stands, language),
        "approved": approval_clause(stands, language),
        "binding": force_clause(stands, language),
    }
    return said[:1].upper() + said[1:]


def approval_clause(stands: Standing, language: str) -> str:
    basis = approval_basis(stands, language)
    return f"{APPROVED[stands.approval]} ({basis})" if basis else str(APPROVED[stands.approval])


def force_clause(stands: Standing, language: str) -> str:
    when = decided_on(stands, language)
    if stands.force == Force.IN_FORCE and when:
        return _("berlaku sejak %s") % when
    return f"{BINDING[stands.force]} ({when})" if when else str(BINDING[stands.force])


def decided_on(stands: Standing, language: str) -> str:
    """When the step was taken that decides about this; "" where none does, or nobody recorded its date."""
    kinds = [kind for kind, result in FORCE_AFTER.items() if result == stands.force]
    decided = newest(taken_by(stands.day, stands.steps), *kinds)
    return decided.when_text(language) if decided else ""


def newest(actions: Iterable[AgreementAction], *kinds: str) -> AgreementAction | None:
    """The newest of the steps of these kinds that concern the home side, joint ones included."""
    taken = [action for action in actions if action.kind in kinds and concerns(action)]
    return max(taken, key=chronology, default=None)
