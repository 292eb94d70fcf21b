from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django_filters import FilterSet
from rest_framework.request import Request

from entities.models import Appointment, Country, Organization, Person, Post
from entities.models.posts import AppointmentQuerySet
from pressroom.api.filters.base import Day, OneOf, Row, countries, organizations, people
from pressroom.api.registers import appointments, is_same


def posts(request: Request) -> QuerySet[Post]:
    return Post.objects.visible()


class PersonFilters(FilterSet):
    organization = Row(
        organizations, "Holds or held an office in it (on `on`, if given).", method="in_office_at"
    )
    on = Day("Certainly holds an office on this day; titles are shown as of it.", method="in_office_on")

    def in_office_at(self, queryset: QuerySet, name: str, value: Organization) -> QuerySet:
        held = held_by_each().filter(is_same(value, "post__organization"))
        day = self.form.cleaned_data["on"]
        return queryset.filter(Exists(held.certain_on(day) if day else held))

    def in_office_on(self, queryset: QuerySet, name: str, value: date) -> QuerySet:
        return queryset.filter(Exists(held_by_each().certain_on(value)))


def held_by_each() -> AppointmentQuerySet:
    """Appointments of the person of the outer query."""
    return appointments().filter(person=OuterRef("pk"))


class OrganizationFilters(FilterSet):
    kind = OneOf(Organization.Kind, "Kind of organization.")
    country = Row(countries, "Of this country (ISO 3166-1 alpha-2).", "iso2", method="of_country")

    def of_country(self, queryset: QuerySet, name: str, value: Country) -> QuerySet:
        return queryset.filter(country=value)


class PostFilters(FilterSet):
    organization = Row(organizations, "Offices in this organization.", method="in_organization")

    def in_organization(self, queryset: QuerySet, name: str, value: Organization) -> QuerySet:
        return queryset.filter(is_same(value, "organization"))


class AppointmentFilters(FilterSet):
    person = Row(people, "Held by this person.", method="held_by")
    post = Row(posts, "To this office.", "pk", method="to_post")
    organization = Row(organizations, "To an office in this organization.", method="in_organization")
    kind = OneOf(Appointment.Kind, "Substantive, acting (plt, plh, pj) or member.")
    on = Day("Certainly held on this day.", method="on_day")

    def held_by(self, queryset: QuerySet, name: str, value: Person) -> QuerySet:
        return queryset.filter(is_same(value, "person"))

    def to_post(self, queryset: QuerySet, name: str, value: Post) -> QuerySet:
        return queryset.filter(post=value)

    def in_organization(self, queryset: QuerySet, name: str, value: Organization) -> QuerySet:
        return queryset.filter(is_same(value, "post__organization"))

    def on_day(self, queryset: Any, name: str, value: date) -> QuerySet:
        return queryset.certain_on(value)
