from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.models import AgendaItem, Agreement, Event, EventParticipant
from entities.models import Appointment
from pressroom.core.dates.days import interface_language
from pressroom.site import reading
from pressroom.site.calendar import by_week, first_of, month_of, name_of, past, upcoming
from pressroom.site.paging import page_of
from pressroom.site.prepared import Among, prepared
from pressroom.site.registers.standing import with_standing
from pressroom.site.sources import sources_of_one

# Participants and points on an agenda that one page prints.
ENTRIES = 100
LIST, MONTH = "minggu", "bulan"


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """The list by week, or with `?tampilan=bulan&bulan=2025-02` that month as a table."""
    shown = request.GET.get("tampilan") or LIST
    if shown == MONTH:
        return month(request, asked_month(request))
    if shown != LIST:
        raise Http404
    return weeks(request)


def weeks(request: HttpRequest) -> HttpResponse:
    """What is coming and what has been; a further page of one is without the other, unless both are asked."""
    now, today = timezone.now(), timezone.localdate()
    context: dict[str, Any] = {"today": today, "this_month": name_of(today)}
    further_ahead, further_back = request.GET.get("upcoming"), request.GET.get("cursor")
    if further_ahead or not further_back:
        ahead = page_of(request, upcoming.given(now, today), "begins", "id", parameter="upcoming")
        context |= {"upcoming": ahead, "coming": by_week(ahead.items)}
    if further_back or not further_ahead:
        over = page_of(request, past.given(now, today), "-earliest", "-id")
        context |= {"past": over, "been": by_week(over.items)}
    return render(request, "site/calendar.html", context)


def asked_month(request: HttpRequest) -> date:
    """The first day of the month in the address, by default of this month; Http404 for what is no month."""
    text = request.GET.get("bulan")
    first = first_of(text) if text else timezone.localdate().replace(day=1)
    if first is None:
        raise Http404
    return first


def month(request: HttpRequest, first: date) -> HttpResponse:
    today = timezone.localdate()
    context = {"month": month_of(first), "today": today, "this_month": name_of(today)}
    return render(request, "site/calendar_month.html", context)


@require_safe
def event(request: HttpRequest, slug: str) -> HttpResponse:
    now, language = timezone.now(), interface_language()
    shown = next(iter(events_at(now, slug)), None)
    if shown is None:
        raise Http404
    participants = participants_of(now, shown.pk)
    context = {
        "event": shown,
        "agenda": agenda_of(now, shown.pk),
        "participants": participants,
        "delegations": by_role(participants),
        "agreements": with_standing(agreements_of(now, shown.pk), now),
        **before_and_after(shown, now),
        "sources": sources_of_one("event", [shown.pk], language),
        "releases": reading.newest_about(now, language, "event", [str(shown.pk)]),
        "limit": reading.SHOWN,
        "today": timezone.localdate(),
    }
    return render(request, "site/event.html", context)


@prepared
def events_at(now: datetime, slug: str) -> QuerySet[Event]:
    return Event.objects.visible(now).filter(slug=slug)


@prepared
def agreements_of(now: datetime, event: int) -> QuerySet[Agreement]:
    return Agreement.objects.visible(now).filter(events=event)[: reading.SHOWN]


def agenda_of(now: datetime, event: int) -> list[AgendaItem]:
    """The agenda; `item.topic` is there only where the topic is public."""
    items = points_of(now, event)
    for item in items:
        if item.topic and not item.topic.is_visible(now):
            item.topic = None
    return items


@prepared
def points_of(now: datetime, event: int) -> QuerySet[AgendaItem]:
    return AgendaItem.objects.visible(now).filter(event=event).select_related("topic")[:ENTRIES]


def participants_of(now: datetime, event: int) -> list[EventParticipant]:
    """Participants whom the public may know of, with the post they came in where that is public."""
    found = attending(now, event)
    if keys := [one.appointment_id for one in found if one.appointment_id]:
        posts = {post.pk: post for post in posts_of(now, keys)}
        for one in found:
            one.appointment = posts.get(one.appointment_id or 0)
    return found


def by_role(participants: list[EventParticipant]) -> dict[str, list[EventParticipant]]:
    """The participants by what they came as, in the order in which each role is first named."""
    found: dict[str, list[EventParticipant]] = {}
    for one in participants:
        found.setdefault(one.get_role_display(), []).append(one)
    return found


@prepared
def attending(now: datetime, event: int) -> QuerySet[EventParticipant]:
    known = EventParticipant.objects.public(now).filter(event=event)
    return known.select_related("person", "organization", "country")[:ENTRIES]


@prepared
def posts_of(now: datetime, appointments: list[int]) -> QuerySet[Appointment]:
    return reading.appointments(now).filter(Among("id", appointments))


def before_and_after(event: Event, now: datetime) -> dict[str, Event | list[Event] | None]:
    """The event that this one continues, and those that continue it."""
    found = continuing(now, event.pk, event.follows_id or 0)
    return {
        "follows": next((other for other in found if other.pk == event.follows_id), None),
        "followed_by": [other for other in found if other.pk != event.follows_id],
    }


@prepared
def continuing(now: datetime, event: int, follows: int) -> QuerySet[Event]:
    return Event.objects.visible(now).filter(Q(pk=follows) | Q(follows=event))[: reading.SHOWN]
