from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Model, QuerySet
from django.db.models.functions import Coalesce

from agreements.models import Agreement, Event, LegalInstrument
from pressroom.api import registers
from pressroom.api.filters import agreements as filters
from pressroom.api.filters.base import OnDay
from pressroom.api.serializers import agreements as serializers
from pressroom.api.views.base import Register
from pressroom.api.views.entities import LONG_BEFORE


class Agreements(Register):
    """Agreements with their parties and every recorded step, by title; `force` follows from the steps."""

    keys = ("title", "id")
    lookup_field = "slug"
    queryset = Agreement.objects.none()
    serializer_class = serializers.AgreementSerializer
    filterset_class = filters.AgreementFilters
    detail_filterset_class = OnDay

    def get_queryset(self) -> QuerySet[Agreement]:
        return registers.agreements()

    def cited(self, row: Agreement) -> Iterable[Model]:
        return (row, *row.actions.all())


class Instruments(Register):
    """Laws and regulations by which steps were taken, the newest first."""

    keys = ("-year", "-id")
    queryset = LegalInstrument.objects.none()
    serializer_class = serializers.InstrumentSerializer
    filterset_class = filters.InstrumentFilters

    def get_queryset(self) -> QuerySet[LegalInstrument]:
        return registers.instruments()

    def cited(self, row: LegalInstrument) -> Iterable[Model]:
        return (row,)


class Events(Register):
    """Meetings, signings and other events, planned or past; the latest first, undated ones last."""

    keys = ("-day", "-id")
    lookup_field = "slug"
    queryset = Event.objects.none()
    serializer_class = serializers.EventSerializer
    filterset_class = filters.EventFilters

    def get_queryset(self) -> QuerySet[Event]:
        return registers.events().annotate(day=Coalesce("earliest", LONG_BEFORE))

    def cited(self, row: Event) -> Iterable[Model]:
        return (row,)
