"""Agreements with what tells where they stand, by statements written once: parties and public steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from agreements.models import Agreement, AgreementAction, AgreementParty
from pressroom.site.prepared import Among, prepared
from pressroom.site.status import standing_on

NAMES = ("name", "name_en")
# Of a step: what it was, when, whose, and on which law it rests.
STEP = (
    *("agreement", "kind", "earliest", "latest", "label", "label_en"),
    *("party__country", "party__organization__country"),
    *(f"instrument__{column}" for column in ("number", "year", "public_from")),
    *(f"instrument__kind__{column}" for column in ("abbr", *NAMES)),
)


def with_standing(agreements: Sequence[Agreement], now: datetime, day: date | None = None) -> list[Agreement]:
    """With what lists print: the `sides`, and as `stands` where it stands on the day (default: today)."""
    if agreements:
        keys, day = [agreement.pk for agreement in agreements], day or timezone.localdate(now)
        sides, steps = sides_by_agreement(now, keys), steps_by_agreement(now, keys)
        for agreement in agreements:
            stands = standing_on(day, agreement, steps.get(agreement.pk, []))
            agreement.__dict__.update(sides=sides.get(agreement.pk, []), stands=stands)
    return list(agreements)


def sides_by_agreement(now: datetime, agreements: list[int]) -> dict[int, list[dict[str, str]]]:
    """The names of the parties in both languages, in their order."""
    found: dict[int, list[dict[str, str]]] = {}
    for agreement, *names in sides_of(now, agreements):
        found.setdefault(agreement, []).append(dict(zip(NAMES, names, strict=True)))
    return found


def steps_by_agreement(now: datetime, agreements: list[int]) -> dict[int, list[AgreementAction]]:
    found: dict[int, list[AgreementAction]] = {}
    for step in steps_of(now, agreements):
        found.setdefault(step.agreement_id, []).append(step)
    return found


@prepared
def sides_of(now: datetime, agreements: list[int]) -> QuerySet[AgreementParty, tuple[Any, ...]]:
    """A party is a country or an organization, never both."""
    known = AgreementParty.objects.public(now).filter(Among("agreement", agreements))
    names = [Coalesce(f"country__{name}", f"organization__{name}") for name in NAMES]
    return known.values_list("agreement", *names)


@prepared
def parties_of(now: datetime, agreements: list[int]) -> QuerySet[AgreementParty]:
    known = AgreementParty.objects.public(now).filter(Among("agreement", agreements))
    named = (f"{actor}__{name}" for actor in ("country", "organization") for name in NAMES)
    return known.select_related("country", "organization").only("agreement", "capacity", *named)


@prepared
def steps_of(now: datetime, agreements: list[int]) -> QuerySet[AgreementAction]:
    known = AgreementAction.objects.public(now).filter(Among("agreement", agreements))
    return known.select_related("instrument__kind", "party__organization").only(*STEP)
