from __future__ import annotations

from datetime import date

from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.models import AgendaItem, Event
from entities.models import Topic
from pressroom.core.dates.days import interface_language
from pressroom.site import reading
from pressroom.site.calendar import by_week, first_of, month_of, name_of, past, upcoming
from pressroom.site.paging import page_of
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
    """What is coming and what has been, each leafed through on its own."""
    ahead = page_of(request, upcoming(), "begins", "id", parameter="upcoming")
    over = page_of(request, past(), "-earliest", "-id")
    today = timezone.localdate()
    context = {
        "upcoming": ahead,
        "coming": by_week(ahead.items),
        "past": over,
        "been": by_week(over.items),
        "today": today,
        "this_month": name_of(today),
    }
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
    shown = get_object_or_404(Event.objects.visible(), slug=slug)
    language = interface_language()
    releases = reading.speaking_of(reading.links(language), "event", [shown.pk])
    context = {
        "event": shown,
        "agenda": agenda_of(shown),
        "participants": reading.participants().filter(event=shown)[:ENTRIES],
        "agreements": shown.agreements.visible().with_standing()[: reading.SHOWN],
        **before_and_after(shown),
        "sources": sources_of_one("event", [shown.pk], language),
        "releases": reading.newest(releases),
        "limit": reading.SHOWN,
        "today": timezone.localdate(),
    }
    return render(request, "site/event.html", context)


def agenda_of(event: Event) -> QuerySet[AgendaItem]:
    """The agenda; `item.topic` is there only where the topic is public."""
    topics = Prefetch("topic", queryset=Topic.objects.visible())
    return AgendaItem.objects.visible().filter(event=event).prefetch_related(topics)[:ENTRIES]


def before_and_after(event: Event) -> dict:
    """The event that this one continues, and those that continue it."""
    found = Event.objects.visible().filter(Q(pk=event.follows_id) | Q(follows=event))[: reading.SHOWN]
    return {
        "follows": next((other for other in found if other.pk == event.follows_id), None),
        "followed_by": [other for other in found if other.pk != event.follows_id],
    }
