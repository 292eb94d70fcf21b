"""Filters whose errors say what to write instead. Descriptions here become those of the OpenAPI document."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import Choices, QuerySet
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, DateFilter, FilterSet, ModelChoiceFilter, NumberFilter
from rest_framework.request import Request

from agreements.models import Agreement
from entities.models import Country, Organization, Person, Topic

# Beyond these, databases and time zones run out of days.
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 12, 31)


class Day(DateFilter):
    """A day from FIRST_DAY to LAST_DAY, written YYYY-MM-DD whatever the language."""

    def __init__(self, help_text: str, **options: Any) -> None:
        invalid = _("Tulislah tanggal sebagai TTTT-BB-HH, misalnya 2024-10-09.")
        super().__init__(
            help_text=f"{help_text} From {FIRST_DAY} to {LAST_DAY}.",
            input_formats=["%Y-%m-%d"],
            validators=[MinValueValidator(FIRST_DAY), MaxValueValidator(LAST_DAY)],
            error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), invalid),
            **options,
        )


class OneOf(ChoiceFilter):
    """One code out of a list."""

    def __init__(self, choices: Any, help_text: str, **options: Any) -> None:
        listed = choices.choices if isinstance(choices, type) and issubclass(choices, Choices) else choices
        codes = ", ".join(str(code) for code, _label in listed)
        invalid = format_lazy(_("Nilai “%(value)s” tidak dikenal; pilihannya: {codes}."), codes=codes)
        super().__init__(
            choices=listed,
            help_text=help_text,
            error_messages={"invalid_choice": invalid},
            null_label=None,
            empty_label=None,
            **options,
        )


class Row(ModelChoiceFilter):
    """A public row, by its id in this API; a hidden one is answered like one that does not exist."""

    def __init__(
        self, rows: Callable[[Request], QuerySet], help_text: str, to_field_name: str = "slug", **options: Any
    ) -> None:
        invalid = _("Tidak ada data publik dengan pengenal ini.")
        super().__init__(
            queryset=rows,
            to_field_name=to_field_name,
            help_text=help_text,
            error_messages={"invalid_choice": invalid},
            empty_label=None,
            **options,
        )


class Year(NumberFilter):
    def __init__(self, help_text: str, **options: Any) -> None:
        invalid = _("Tulislah tahun sebagai bilangan bulat, misalnya 2010.")
        messages = dict.fromkeys(("invalid", "max_decimal_places", "min_value", "max_value"), invalid)
        super().__init__(
            help_text=help_text,
            decimal_places=0,
            min_value=1,
            max_value=9999,
            error_messages=messages,
            **options,
        )


def people(request: Request) -> QuerySet[Person]:
    return Person.objects.visible()


def organizations(request: Request) -> QuerySet[Organization]:
    return Organization.objects.visible()


def topics(request: Request) -> QuerySet[Topic]:
    return Topic.objects.visible()


def countries(request: Request) -> QuerySet[Country]:
    return Country.objects.all()


def agreements(request: Request) -> QuerySet[Agreement]:
    return Agreement.objects.visible()


class OnDay(FilterSet):
    """The day for which something is shown; the view reads it, and no row is left out for it."""

    on = Day("The day to look at; today if left out.", method="keep_all")

    def keep_all(self, queryset: QuerySet, name: str, value: date) -> QuerySet:
        return queryset
