"""How one agreement relates to others, told from either side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agreements.models import Agreement, AgreementRelation
from pressroom.core.visibility import public_or_absent
from pressroom.site.prepared import prepared
from pressroom.site.reading import SHOWN

Kind = AgreementRelation.Kind
# The kinds as the other side sees them.
INVERSE: dict[str, Promise] = {
    Kind.AMENDS: _("diubah oleh"),
    Kind.SUPERSEDES: _("digantikan oleh"),
    Kind.IMPLEMENTS: _("dilaksanakan oleh"),
    Kind.EXTENDS: _("diperpanjang oleh"),
}


@dataclass(frozen=True, slots=True)
class Relation:
    """Such as "mengubah" or "diubah oleh", and the agreement that it leads to."""

    words: str | Promise
    agreement: Agreement


def relations_of(agreement: Agreement, now: datetime) -> list[Relation]:
    """Public relations to public agreements, at most SHOWN from each side; two queries."""
    return [
        *(Relation(row.get_kind_display(), row.target) for row in onward(now, agreement.pk)),
        *(Relation(INVERSE[row.kind], row.source) for row in back(now, agreement.pk)),
    ]


@prepared
def onward(now: datetime, agreement: int) -> QuerySet[AgreementRelation]:
    found = AgreementRelation.objects.visible(now).filter(public_or_absent("target", now), source=agreement)
    return found.select_related("target").order_by("id")[:SHOWN]


@prepared
def back(now: datetime, agreement: int) -> QuerySet[AgreementRelation]:
    found = AgreementRelation.objects.visible(now).filter(public_or_absent("source", now), target=agreement)
    return found.select_related("source").order_by("id")[:SHOWN]
