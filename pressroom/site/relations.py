"""How one agreement relates to others, told from either side."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agreements.models import Agreement, AgreementRelation
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


def relations_of(agreement: Agreement) -> list[Relation]:
    """Public relations to public agreements, at most SHOWN from each side; two queries."""
    onward = AgreementRelation.objects.public().filter(source=agreement).select_related("target")
    back = AgreementRelation.objects.visible().filter(target=agreement).select_related("source")
    back = back.filter(source__in=Agreement.objects.visible())
    return [
        *(Relation(row.get_kind_display(), row.target) for row in onward.order_by("id")[:SHOWN]),
        *(Relation(INVERSE[row.kind], row.source) for row in back.order_by("id")[:SHOWN]),
    ]
