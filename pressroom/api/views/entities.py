from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import DateField, Model, QuerySet, Value
from django.db.models.functions import Coalesce

from entities.models import Appointment, Country, Organization, Person, Post, Topic
from pressroom.api import registers
from pressroom.api.filters import entities as filters
from pressroom.api.filters.base import OnDay
from pressroom.api.serializers import entities as serializers
from pressroom.api.views.base import Register

LONG_BEFORE = Value(date.min, output_field=DateField())


class People(Register):
    """People who hold an office or speak in a release, by name."""

    keys = ("sort_name", "id")
    lookup_field = "slug"
    queryset = Person.objects.none()
    serializer_class = serializers.PersonSerializer
    filterset_class = filters.PersonFilters
    detail_filterset_class = OnDay

    def get_queryset(self) -> QuerySet[Person]:
        return registers.people()

    def in_list(self, queryset: Any) -> QuerySet[Person]:
        return queryset.standing()

    def cited(self, row: Person) -> Iterable[Model]:
        return (row,)


class Organizations(Register):
    """Agencies, ministries, embassies and other bodies, by name."""

    keys = ("name", "id")
    lookup_field = "slug"
    queryset = Organization.objects.none()
    serializer_class = serializers.OrganizationSerializer
    filterset_class = filters.OrganizationFilters

    def get_queryset(self) -> QuerySet[Organization]:
        return registers.organizations()

    def in_list(self, queryset: Any) -> QuerySet[Organization]:
        return queryset.standing()

    def cited(self, row: Organization) -> Iterable[Model]:
        return (row,)


class Posts(Register):
    """Offices that people hold one after another, by title."""

    keys = ("title", "id")
    queryset = Post.objects.none()
    serializer_class = serializers.PostSerializer
    filterset_class = filters.PostFilters

    def get_queryset(self) -> QuerySet[Post]:
        return registers.posts()

    def cited(self, row: Post) -> Iterable[Model]:
        return (row,)


class Appointments(Register):
    """Who held which office when; the latest known beginnings first, unknown ones last."""

    keys = ("-since", "-id")
    queryset = Appointment.objects.none()
    serializer_class = serializers.AppointmentSerializer
    filterset_class = filters.AppointmentFilters

    def get_queryset(self) -> QuerySet[Any]:
        since = Coalesce("start_latest", "start_earliest", LONG_BEFORE)
        return registers.appointments().annotate(since=since)

    def cited(self, row: Appointment) -> Iterable[Model]:
        return (row,)


class Countries(Register):
    """Countries of ISO 3166-1, and former ones that treaties still name, by Indonesian name."""

    keys = ("name", "iso2")
    queryset = Country.objects.all()
    serializer_class = serializers.CountrySerializer


class Topics(Register):
    """What releases are about, by name."""

    keys = ("name", "id")
    lookup_field = "slug"
    queryset = Topic.objects.none()
    serializer_class = serializers.TopicSerializer

    def get_queryset(self) -> QuerySet[Topic]:
        return registers.topics()
