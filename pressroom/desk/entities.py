"""The register of people and organizations at the desk."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext as _

from entities.models import (
    Appointment,
    Country,
    Honorific,
    Organization,
    OrganizationName,
    Person,
    PersonHonorific,
    PersonName,
    Post,
    Topic,
)
from pressroom.desk.dates import ShowsSpan, SpanPartForm
from pressroom.desk.options import DeskAdmin, Part
from pressroom.desk.parts import LinePart, WholeAdmin
from pressroom.desk.registers import PickOnlyAdmin, RegisterAdmin


class OrganizationNamePart(LinePart):
    model = OrganizationName


class PersonNamePart(LinePart):
    model = PersonName


class PersonHonorificPart(ShowsSpan, Part):
    model = PersonHonorific
    form = SpanPartForm
    autocomplete_fields = ("honorific",)
    fields = ("honorific", "retired", "ordinal", "span")


class AppointmentPart(ShowsSpan, Part):
    model = Appointment
    form = SpanPartForm
    autocomplete_fields = ("person", "post")
    fields = ("person", "post", "kind", "span", "basis")
    show_change_link = True


@admin.register(Country)
class CountryAdmin(DeskAdmin):
    list_display = ("name", "name_en", "iso2", "iso3")
    search_fields = ("name", "name_en", "official", "official_en", "=iso2", "=iso3")

    def get_readonly_fields(self, request: HttpRequest, obj: models.Model | None = None) -> tuple[str, ...]:
        return ("iso2",) if obj else ()  # another key would make a second country


@admin.register(Topic)
class TopicAdmin(RegisterAdmin):
    list_display = ("name", "name_en", "parent", "medtop", "public")
    search_fields = ("name", "name_en", "medtop")
    autocomplete_fields = ("parent",)
    prepopulated_fields = {"slug": ("name",)}
    fields = ("name", "name_en", "slug", "parent", "medtop")
    fetch = ("parent",)


@admin.register(Organization)
class OrganizationAdmin(WholeAdmin):
    parts = ("names",)
    list_display = ("name", "short", "kind", "country", "public")
    list_filter = ("kind",)
    search_fields = ("name", "name_en", "short", "names__name")
    autocomplete_fields = ("country", "host_country", "parent")
    prepopulated_fields = {"slug": ("name",)}
    fields = ("name", "name_en", "short", "slug", "kind", "country", "host_country", "parent")
    inlines = (OrganizationNamePart,)
    fetch = ("country",)


@admin.register(OrganizationName)
class OrganizationNameAdmin(PickOnlyAdmin):
    list_display = ("organization", "name", "kind", "public")
    search_fields = ("name", "organization__name")
    fields = ("organization", "name", "kind")
    fetch = ("organization",)


@admin.register(Honorific)
class HonorificAdmin(DeskAdmin):
    list_display = ("abbr", "name", "name_en", "kind", "service", "position", "precedence")
    list_filter = ("kind", "service", "position")
    search_fields = ("abbr", "abbr_en", "name", "name_en", "code")
    prepopulated_fields = {"code": ("abbr",)}


@admin.register(Person)
class PersonAdmin(WholeAdmin):
    parts = ("honorifics", "names")
    list_display = ("name", "sort_name", "nationality", "public")
    search_fields = ("name", "sort_name", "names__name")
    autocomplete_fields = ("nationality",)
    prepopulated_fields = {"slug": ("name",)}
    fields = ("name", "sort_name", "slug", "nationality", "portrait", "bio", "bio_en")
    inlines = (PersonHonorificPart, AppointmentPart, PersonNamePart)
    fetch = ("nationality",)


@admin.register(PersonName)
class PersonNameAdmin(PickOnlyAdmin):
    list_display = ("person", "name", "kind", "public")
    search_fields = ("name", "person__name")
    fields = ("person", "name", "kind")
    fetch = ("person",)


@admin.register(PersonHonorific)
class PersonHonorificAdmin(ShowsSpan, PickOnlyAdmin):
    list_display = ("person", "honorific", "span", "public")
    search_fields = ("person__name", "honorific__abbr", "honorific__name")
    fields = ("person", "honorific", "retired", "ordinal", "span")
    fetch = ("person", "honorific")


@admin.register(Post)
class PostAdmin(RegisterAdmin):
    frozen = ()
    list_display = ("title", "title_en", "organization", "public")
    search_fields = ("title", "title_en", "organization__name", "organization__short")
    autocomplete_fields = ("organization", "predecessor")
    fields = ("organization", "title", "title_en", "predecessor")
    inlines = (AppointmentPart,)
    fetch = ("organization",)


@admin.register(Appointment)
class AppointmentAdmin(ShowsSpan, RegisterAdmin):
    frozen = ()
    list_display = ("person", "post", "kind", "span", "public")
    list_filter = ("kind",)
    search_fields = ("person__name", "post__title", "post__organization__short", "basis")
    autocomplete_fields = ("person", "post")
    fields = ("person", "post", "kind", "span", "basis")
    fetch = ("person", "post__organization")

    def save_model(self, request: HttpRequest, obj: Appointment, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        for other in obj.overlapping().with_names():
            warning = _("Masa jabatan ini beririsan dengan masa jabatan %(other)s (%(span)s).")
            messages.warning(request, warning % {"other": other, "span": other.span_text()})
