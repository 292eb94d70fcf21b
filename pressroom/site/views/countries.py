from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.models import Agreement, Event
from entities.models import Country
from pressroom.core.dates.days import interface_language
from pressroom.site import reading
from pressroom.site.asking import Question, keys_of
from pressroom.site.countries import concerned, organizations_of, participants_of, parties_of, people_of
from pressroom.site.paging import page_of

PER_PAGE = 60


@require_safe
def countries(request: HttpRequest) -> HttpResponse:
    name = "name_en" if interface_language() == "en" else "name"
    page = page_of(request, concerned(), name, "iso2", size=PER_PAGE)
    return render(request, "site/countries.html", {"page": page})


@require_safe
def country(request: HttpRequest, iso2: str) -> HttpResponse:
    """All that concerns a country, by its code in small letters; 404 where nothing public does."""
    shown = get_object_or_404(concerned(), pk=iso2.upper())
    if iso2 != iso2.lower():
        return redirect("site:country", iso2.lower(), permanent=True)
    releases = reading.speaking_of(reading.rows(interface_language()), "country", keys_of(shown))
    context = {
        "country": shown,
        "question": Question(subjects={"country": shown}),
        "page": page_of(request, releases, "-published_at", "-id"),
        **registers_of(shown),
        "limit": reading.SHOWN,
        "today": timezone.localdate(),
    }
    return render(request, "site/country.html", context)


def registers_of(country: Country) -> dict:
    agreements = Agreement.objects.visible().filter(pk__in=parties_of(country).values("agreement"))
    events = Event.objects.visible().filter(pk__in=participants_of(country).values("event"))
    people = people_of(country).with_public_honorifics().order_by("sort_name", "id")
    return {
        "agreements": agreements.with_standing()[: reading.SHOWN],
        "events": events[: reading.SHOWN],
        "organizations": organizations_of(country).order_by("name", "id")[: reading.SHOWN],
        "people": people[: reading.SHOWN],
    }
