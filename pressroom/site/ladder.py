"""The steps of an agreement from signature to end, with what is known of each and what is not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agreements.kinds import ActionKind
from agreements.models import AgreementAction


@dataclass(frozen=True)
class Rung:
    """One kind of step and the actions taken; `unknown` are the words for none."""

    name: Promise
    actions: list[AgreementAction]
    unknown: Promise


RUNGS = (
    (_("ditandatangani"), (ActionKind.SIGNATURE,), _("belum ada data")),
    (_("disahkan"), (ActionKind.DOMESTIC_APPROVAL,), _("belum ada data")),
    (_("nota dipertukarkan"), (ActionKind.NOTIFICATION,), _("belum ada data")),
    (_("mulai berlaku"), (ActionKind.ENTRY_INTO_FORCE,), _("belum tercatat")),
    (
        _("berakhir"),
        (ActionKind.TERMINATION, ActionKind.EXPIRY, ActionKind.WITHDRAWAL),
        _("belum ada data"),
    ),
)
ON_THE_LADDER = frozenset(kind for _name, kinds, _unknown in RUNGS for kind in kinds)


def ladder(actions: Iterable[AgreementAction]) -> list[Rung]:
    """The five rungs, with the actions of each in the order given."""
    taken = list(actions)
    return [Rung(name, [a for a in taken if a.kind in kinds], unknown) for name, kinds, unknown in RUNGS]


def beside_the_ladder(actions: Iterable[AgreementAction]) -> list[AgreementAction]:
    """Steps that not every agreement goes through: extensions, amendments, reservations …"""
    return [action for action in actions if action.kind not in ON_THE_LADDER]
