"""Where an agreement stands: derived from its actions, never stored.

Approval at home (pengesahan), notification, and entry into force are three different things; none is ever
shown for another.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Case, OrderBy, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from agreements.kinds import ActionKind

if TYPE_CHECKING:
    from agreements.models import AgreementAction, AgreementParty


class Approval(models.TextChoices):
    """Pengesahan: consent to be bound under Indonesian law, UU 24/2000 art. 9–11."""

    NOT_NEEDED = "not_needed", _("tidak perlu")
    GIVEN = "given", _("sudah")
    WITHDRAWN = "withdrawn", _("ditarik kembali")
    PENDING = "pending", _("belum")
    UNKNOWN = "unknown", _("belum diketahui")


class Force(models.TextChoices):
    """Keberlakuan: whether an agreement binds a party."""

    IN_FORCE = "in_force", _("berlaku")
    PROVISIONAL = "provisional", _("diterapkan sementara")
    SUSPENDED = "suspended", _("ditangguhkan")
    WITHDRAWN = "withdrawn", _("tidak berlaku lagi: pihak menarik diri")
    TERMINATED = "terminated", _("diakhiri")
    EXPIRED = "expired", _("habis masa berlakunya")
    SIGNED = "signed", _("ditandatangani; tanggal berlaku belum tercatat")
    NOT_RECORDED = "not_recorded", _("belum tercatat")


FORCE_AFTER = {
    ActionKind.PROVISIONAL_APPLICATION: Force.PROVISIONAL,
    ActionKind.ENTRY_INTO_FORCE: Force.IN_FORCE,
    ActionKind.SUSPENSION: Force.SUSPENDED,
    ActionKind.WITHDRAWAL: Force.WITHDRAWN,
    ActionKind.TERMINATION: Force.TERMINATED,
    ActionKind.EXPIRY: Force.EXPIRED,
}
DECIDING_KINDS = tuple(FORCE_AFTER)
APPROVAL_AFTER = {
    ActionKind.DOMESTIC_APPROVAL: Approval.GIVEN,
    ActionKind.RATIFICATION_WITHDRAWAL: Approval.WITHDRAWN,
}
# Whether pengesahan is needed, where nothing has been decided yet.
APPROVAL_BEFORE = {True: Approval.PENDING, None: Approval.UNKNOWN}
# Without a date these still end what came before: what is known to be over is never shown as in force.
ENDINGS = (
    ActionKind.SUSPENSION,
    ActionKind.WITHDRAWAL,
    ActionKind.RATIFICATION_WITHDRAWAL,
    ActionKind.TERMINATION,
    ActionKind.EXPIRY,
)


def approval(needed: bool | None, actions: Iterable[AgreementAction], day: date) -> Approval:
    """Pengesahan by the home country on a day; the newest of approval and its withdrawal decides."""
    if needed is False:
        return Approval.NOT_NEEDED
    at_home = [
        a
        for a in taken_by(day, actions)
        if a.kind in APPROVAL_AFTER and a.party and a.party.country_id == settings.HOME_COUNTRY
    ]
    if not at_home:
        return APPROVAL_BEFORE[needed]
    return APPROVAL_AFTER[ActionKind(max(at_home, key=chronology).kind)]


def approved_as(status: str) -> Q:
    """The database's form of `approval`; `approval_kind` is annotated, the step that decides."""
    if status == Approval.NOT_NEEDED:
        return Q(approval_needed=False)
    decided = [kind for kind, result in APPROVAL_AFTER.items() if result == status]
    if decided:
        return ~Q(approval_needed=False) & Q(approval_kind__in=decided)
    needed = next(needed for needed, result in APPROVAL_BEFORE.items() if result == status)
    asked = Q(approval_needed__isnull=True) if needed is None else Q(approval_needed=needed)
    return asked & Q(approval_kind__isnull=True)


def force(actions: Iterable[AgreementAction], day: date, party: AgreementParty | None = None) -> Force:
    """Keberlakuan for a party (default: the home side) on a day."""
    taken = [a for a in taken_by(day, actions) if concerns(a, party)]
    deciding = [a for a in taken if a.kind in FORCE_AFTER]
    if deciding:
        return FORCE_AFTER[ActionKind(max(deciding, key=chronology).kind)]
    signed = any(a.kind == ActionKind.SIGNATURE for a in taken)
    return Force.SIGNED if signed else Force.NOT_RECORDED


def taken_by(day: date, actions: Iterable[AgreementAction]) -> list[AgreementAction]:
    """Steps certainly taken by then: one dated "2010" from the end of 2010 on, an undated one always."""
    return [a for a in actions if a.latest is None or a.latest <= day]


def concerns(action: AgreementAction, party: AgreementParty | None = None) -> bool:
    """Joint actions concern every party; the home side is the home country and its bodies."""
    if action.party is None:
        return True
    return action.party == party if party else action.party.nationality == settings.HOME_COUNTRY


def home_side() -> Q:
    """The database's form of `concerns` for the home side."""
    of_body = Q(party__organization__country=settings.HOME_COUNTRY)
    return Q(party__isnull=True) | Q(party__country=settings.HOME_COUNTRY) | of_body


def chronology(action: AgreementAction) -> tuple[date, date, int]:
    """Sort key of actions in time; undated ones come first, undated endings last, then the order of entry."""
    undated = date.max if action.kind in ENDINGS else date.min
    return (action.latest or undated, action.earliest or undated, action.pk or 0)


def newest_first() -> tuple[OrderBy | str, ...]:
    """The database's form of `chronology`, reversed."""
    undated = Case(When(kind__in=ENDINGS, then=Value(date.max)), default=Value(date.min))
    return (Coalesce("latest", undated).desc(), Coalesce("earliest", undated).desc(), "-id")
