from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django_filters import FilterSet
from rest_framework.request import Request

from agreements.kinds import ActionKind
from agreements.models import Agreement, AgreementAction, Event, InstrumentKind
from agreements.models.agreements import agreements_of_country
from agreements.standing import Approval, Force
from entities.models import Country
from pressroom.api.filters.base import Day, OnDay, OneOf, Row, Year, agreements, countries

UNCONFIRMED = "unconfirmed"
OUTCOMES = [*Event.Outcome.choices, (UNCONFIRMED, "no outcome recorded")]


class AgreementFilters(OnDay):
    kind = OneOf(Agreement.Kind, "Kind of agreement.")
    party = Row(countries, "This country is a party (ISO 3166-1 alpha-2).", "iso2", method="of_country")
    status = OneOf(Force, "Its `force` on `on` has this code.", method="in_force")
    approval = OneOf(Approval, "Its `approval` on `on` has this code.", method="approved")
    signed_after = Day("May have been signed on this day or later.", method="not_signed_before")
    signed_before = Day("May have been signed on this day or earlier.", method="not_signed_after")

    def of_country(self, queryset: QuerySet, name: str, value: Country) -> QuerySet:
        return agreements_of_country(queryset, value.iso2)

    def in_force(self, queryset: Any, name: str, value: str) -> QuerySet:
        return queryset.in_force_status(value, self.day())

    def approved(self, queryset: Any, name: str, value: str) -> QuerySet:
        return queryset.in_approval_status(value, self.day())

    def day(self) -> date:
        return self.form.cleaned_data.get("on") or timezone.localdate()

    def not_signed_before(self, queryset: QuerySet, name: str, value: date) -> QuerySet:
        return queryset.filter(Exists(signatures().filter(latest__gte=value)))

    def not_signed_after(self, queryset: QuerySet, name: str, value: date) -> QuerySet:
        return queryset.filter(Exists(signatures().filter(earliest__lte=value)))


def signatures() -> QuerySet[AgreementAction]:
    """Public signatures of the agreement of the outer query."""
    return AgreementAction.objects.public().filter(agreement=OuterRef("pk"), kind=ActionKind.SIGNATURE)


def kinds(request: Request) -> QuerySet[InstrumentKind]:
    return InstrumentKind.objects.all()


class InstrumentFilters(FilterSet):
    kind = Row(kinds, "Code of a kind of instrument, such as perpres.", "code", method="of_kind")
    year = Year("Year of the number.")

    def of_kind(self, queryset: QuerySet, name: str, value: InstrumentKind) -> QuerySet:
        return queryset.filter(kind=value)


class EventFilters(FilterSet):
    after = Day("May fall on this day or later; undated events are left out.", method="not_before")
    before = Day("May fall on this day or earlier; undated events are left out.", method="not_after")
    outcome = OneOf(OUTCOMES, "How it ended.", method="ended")
    agreement = Row(agreements, "Concerns this agreement.", method="about_agreement")

    def not_before(self, queryset: QuerySet, name: str, value: date) -> QuerySet:
        return queryset.filter(latest__gte=value)

    def not_after(self, queryset: QuerySet, name: str, value: date) -> QuerySet:
        return queryset.filter(earliest__lte=value)

    def ended(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(outcome="" if value == UNCONFIRMED else value)

    def about_agreement(self, queryset: QuerySet, name: str, value: Agreement) -> QuerySet:
        return queryset.filter(
            Exists(Event.agreements.through.objects.filter(event=OuterRef("pk"), agreement=value))
        )
