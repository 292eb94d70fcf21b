from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from entities.models import Appointment, Person, PersonName
from pressroom.core.dates.days import interface_language
from pressroom.core.kept import kept_for_generation
from pressroom.site import reading
from pressroom.site.charts.timeline import Axis, axis_of
from pressroom.site.merged import keys_of, standing_in_for, with_absorbed
from pressroom.site.paging import page_of
from pressroom.site.prepared import Among, Given, prepared
from pressroom.site.registers.coverage import coverage
from pressroom.site.registers.holders import Holding, held
from pressroom.site.registers.names import LETTERS, NameQuestion, asked, countries_of, has_blanks
from pressroom.site.sources import Source, sources_of


@require_safe
def people(request: HttpRequest) -> HttpResponseBase:
    question = asked(request.GET)
    if has_blanks(request.GET):
        return redirect(request.path + question.query())
    now = timezone.now()
    page = page_of(request, listed(question, now), "sort_name", "id")
    context = {
        "question": question,
        "page": replace(page, items=with_current_roles(page.items, now)),
        "letters": LETTERS,
        "all_letters": request.path + question.query(letter=None),
        "countries": nationalities(),
    }
    return render(request, "site/people.html", context)


def listed(question: NameQuestion, now: datetime) -> QuerySet[Person] | Given[Person]:
    if question.query():
        return question.people(Person.objects.visible(now).standing(now))
    return everybody.given(now)


@prepared
def everybody(now: datetime) -> QuerySet[Person]:
    return Person.objects.visible(now).standing(now)


def with_current_roles(people: list[Person], now: datetime) -> list[Person]:
    """With their titles, and in `current` what they hold."""
    roles = current_roles_of(now, [person.pk for person in people]) if people else []
    for person in people:
        person.__dict__["current"] = [role for role in roles if role.person_id == person.pk]
    return reading.with_honorifics(people, now)


@prepared
def current_roles_of(now: datetime, people: list[int]) -> QuerySet[Appointment]:
    return reading.appointments(now).current().filter(Among("person", people))


@kept_for_generation
def nationalities() -> list[tuple[str, str]]:
    return list(countries_of(Person.objects.visible().standing(), "nationality"))


@require_safe
def person(request: HttpRequest, slug: str) -> HttpResponse:
    now, language = timezone.now(), interface_language()
    shown = next(iter(reading.with_honorifics(people_at(now, slug), now)), None)
    if shown is None:
        raise Http404
    if not shown.stands():
        return redirect("site:person", standing_in_for(shown).slug, permanent=True)
    keys = keys_of(shown)
    roles = roles_of(now, keys)
    axis = axis_of((role.span for role in roles), timezone.localdate())
    context = {
        "person": shown,
        "names": names_of(now, keys),
        "axis": axis,
        "roles": with_sources(roles, axis, language),
        "current": [role for role in roles if role.span.current],
        "quotes": reading.quotes_by(now, keys, language),
        "coverage": coverage("person", shown.slug, keys),
        "events": reading.events_with("person", *keys),
        "limit": reading.SHOWN,
    }
    return render(request, "site/person.html", context)


@prepared
def people_at(now: datetime, slug: str) -> QuerySet[Person]:
    known = Person.objects.visible(now).select_related("nationality", "merged_into").filter(slug=slug)
    return with_absorbed(known, now)


@prepared
def roles_of(now: datetime, people: list[int]) -> QuerySet[Appointment]:
    return reading.appointments(now).filter(Among("person", people))[: reading.SHOWN]


@prepared
def names_of(now: datetime, people: list[int]) -> QuerySet[PersonName]:
    return PersonName.objects.visible(now).filter(Among("person", people))[: reading.SHOWN]


def with_sources(
    roles: list[Appointment], axis: Axis | None, language: str
) -> list[tuple[Holding, list[Source]]]:
    found = sources_of("appointment", [role.pk for role in roles], language)
    return [(held(role, axis), found[role.pk]) for role in roles]
