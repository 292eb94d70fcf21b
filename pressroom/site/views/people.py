from __future__ import annotations

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from entities.models import Person
from pressroom.core.dates.days import interface_language
from pressroom.site import reading
from pressroom.site.merged import standing_in_for
from pressroom.site.paging import page_of
from pressroom.site.sources import sources_of


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    return render(request, "site/people.html", {"page": page_of(request, listed(), "sort_name", "id")})


def listed() -> QuerySet[Person]:
    current = Prefetch("appointments", queryset=reading.appointments().current(), to_attr="current")
    return Person.objects.visible().standing().with_public_honorifics().prefetch_related(current)


@require_safe
def person(request: HttpRequest, slug: str) -> HttpResponse:
    known = Person.objects.visible().with_public_honorifics()
    shown = get_object_or_404(known.select_related("merged_into"), slug=slug)
    if not shown.stands():
        return redirect("site:person", standing_in_for(shown).slug, permanent=True)
    language, keys = interface_language(), shown.known_keys()
    roles = list(reading.appointments().filter(person__in=keys)[: reading.SHOWN])
    releases = reading.speaking_of(reading.links(language), "person", keys)
    context = {
        "person": shown,
        "roles": with_sources(roles, language),
        "current": [role for role in roles if role.span.current],
        "quotes": reading.quotes_by(keys, language),
        "releases": reading.newest(releases),
        "events": reading.events_with(person__in=keys),
        "limit": reading.SHOWN,
    }
    return render(request, "site/person.html", context)


def with_sources(roles: list, language: str) -> list[tuple]:
    found = sources_of({"appointment": [role.pk for role in roles]}, language)
    return [(role, found.get(("appointment", role.pk), [])) for role in roles]
