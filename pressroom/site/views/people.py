from __future__ import annotations

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from entities.models import Appointment, Person, PersonName
from pressroom.core.dates.days import interface_language
from pressroom.site import reading
from pressroom.site.charts.timeline import Axis, axis_of
from pressroom.site.merged import standing_in_for
from pressroom.site.paging import page_of
from pressroom.site.registers.coverage import coverage
from pressroom.site.registers.holders import Holding, held
from pressroom.site.registers.names import LETTERS, asked, countries_of, has_blanks
from pressroom.site.sources import Source, sources_of


@require_safe
def people(request: HttpRequest) -> HttpResponseBase:
    question = asked(request.GET)
    if has_blanks(request.GET):
        return redirect(request.path + question.query())
    context = {
        "question": question,
        "page": page_of(request, question.people(listed()), "sort_name", "id"),
        "letters": LETTERS,
        "all_letters": request.path + question.query(letter=None),
        "countries": countries_of(Person.objects.visible().standing(), "nationality"),
    }
    return render(request, "site/people.html", context)


def listed() -> QuerySet[Person]:
    current = Prefetch("appointments", queryset=reading.appointments().current(), to_attr="current")
    return Person.objects.visible().standing().with_public_honorifics().prefetch_related(current)


@require_safe
def person(request: HttpRequest, slug: str) -> HttpResponse:
    known = Person.objects.visible().with_public_honorifics().select_related("nationality", "merged_into")
    shown = get_object_or_404(known, slug=slug)
    if not shown.stands():
        return redirect("site:person", standing_in_for(shown).slug, permanent=True)
    language, keys = interface_language(), shown.known_keys()
    roles = list(reading.appointments().filter(person__in=keys)[: reading.SHOWN])
    axis = axis_of((role.span for role in roles), timezone.localdate())
    context = {
        "person": shown,
        "names": PersonName.objects.visible().filter(person__in=keys)[: reading.SHOWN],
        "axis": axis,
        "roles": with_sources(roles, axis, language),
        "current": [role for role in roles if role.span.current],
        "quotes": reading.quotes_by(keys, language),
        "coverage": coverage("person", shown.slug, keys),
        "events": reading.events_with(person__in=keys),
        "limit": reading.SHOWN,
    }
    return render(request, "site/person.html", context)


def with_sources(
    roles: list[Appointment], axis: Axis | None, language: str
) -> list[tuple[Holding, list[Source]]]:
    found = sources_of({"appointment": [role.pk for role in roles]}, language)
    return [(held(role, axis), found.get(("appointment", role.pk), [])) for role in roles]
