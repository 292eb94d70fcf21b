"""Agreements with what tells where they stand, by statements written once: parties and public steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db.models import QuerySet

from agreements.models import Agreement, AgreementAction, AgreementParty
from pressroom.site.prepared import Among, attach, prepared

NAMES = ("name", "name_en")
# Of a step: what it was, when, whose, and on which law it rests.
STEP = (
    *("agreement", "kind", "earliest", "latest", "label", "label_en"),
    *("party__country", "party__organization__country"),
    *(f"instrument__{column}" for column in ("number", "year", "public_from")),
    *(f"instrument__kind__{column}" for column in ("abbr", *NAMES)),
)


def with_standing(agreements: Sequence[Agreement], now: datetime) -> list[Agreement]:
    """As `Agreement.objects.with_standing()`, but of each step only what its standing is told by."""
    if agreements:
        keys = [agreement.pk for agreement in agreements]
        attach(agreements, "parties", parties_of(now, keys), "agreement_id")
        attach(agreements, "actions", steps_of(now, keys), "agreement_id")
    return list(agreements)


@prepared
def parties_of(now: datetime, agreements: list[int]) -> QuerySet[AgreementParty]:
    known = AgreementParty.objects.public(now).filter(Among("agreement", agreements))
    named = (f"{actor}__{name}" for actor in ("country", "organization") for name in NAMES)
    return known.select_related("country", "organization").only("agreement", "capacity", *named)


@prepared
def steps_of(now: datetime, agreements: list[int]) -> QuerySet[AgreementAction]:
    known = AgreementAction.objects.public(now).filter(Among("agreement", agreements))
    return known.select_related("instrument__kind", "party__organization").only(*STEP)
