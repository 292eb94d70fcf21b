from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.models import Agreement, Event
from entities.models import Country, Organization, Person
from pressroom.core.dates.days import interface_language
from pressroom.site import reading
from pressroom.site.asking import Question
from pressroom.site.countries import known_countries, organizations_of, participants_of, parties_of, people_of
from pressroom.site.paging import page_of
from pressroom.site.prepared import Among, prepared
from pressroom.site.registers.standing import with_standing

PER_PAGE = 60


@require_safe
def countries(request: HttpRequest) -> HttpResponse:
    name = "name_en" if interface_language() == "en" else "name"
    listed = among.given([*known_countries()])
    page = page_of(request, listed, name, "iso2", size=PER_PAGE)
    page = replace(page, items=[known_countries()[country.pk] for country in page.items])
    return render(request, "site/countries.html", {"page": page})


@require_safe
def country(request: HttpRequest, iso2: str) -> HttpResponse:
    """All that concerns a country, by its code in small letters; 404 where nothing public does."""
    shown = known_countries().get(iso2.upper())
    if shown is None:
        raise Http404
    if iso2 != iso2.lower():
        return redirect("site:country", iso2.lower(), permanent=True)
    now = timezone.now()
    releases = reading.about(now, interface_language(), "country", [shown.pk])
    context = {
        "country": shown,
        "question": Question(subjects={"country": shown}),
        "page": page_of(request, releases, "-published_at", "-id"),
        **registers_of(shown, now),
        "limit": reading.SHOWN,
        "today": timezone.localdate(),
    }
    return render(request, "site/country.html", context)


@prepared
def among(codes: list[str]) -> QuerySet[Country]:
    return Country.objects.filter(Among("iso2", codes))


def registers_of(country: Country, now: datetime) -> dict[str, list]:
    code = country.pk
    return {
        "agreements": with_standing(agreements_of(now, code), now),
        "events": events_of(now, code),
        "organizations": bodies_of(now, code),
        "people": reading.with_honorifics(nationals_of(now, code), now),
    }


@prepared
def agreements_of(now: datetime, code: str) -> QuerySet[Agreement]:
    parties = parties_of(code, now)
    return Agreement.objects.visible(now).filter(pk__in=parties.values("agreement"))[: reading.SHOWN]


@prepared
def events_of(now: datetime, code: str) -> QuerySet[Event]:
    participations = participants_of(code, now)
    return Event.objects.visible(now).filter(pk__in=participations.values("event"))[: reading.SHOWN]


@prepared
def bodies_of(now: datetime, code: str) -> QuerySet[Organization]:
    return organizations_of(code, now).order_by("name", "id")[: reading.SHOWN]


@prepared
def nationals_of(now: datetime, code: str) -> QuerySet[Person]:
    return people_of(code, now).order_by("sort_name", "id")[: reading.SHOWN]
