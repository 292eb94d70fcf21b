from __future__ import annotations

from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.models import AgendaItem, Event
from entities.models import Topic
from pressroom.core.dates.days import interface_language
from pressroom.site import reading
from pressroom.site.calendar import past, upcoming
from pressroom.site.paging import page_of
from pressroom.site.sources import sources_of_one

# Participants and points on an agenda that one page prints.
ENTRIES = 100


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """What is coming and what has been, each leafed through on its own."""
    context = {
        "upcoming": page_of(request, upcoming(), "begins", "id", parameter="upcoming"),
        "past": page_of(request, past(), "-earliest", "-id"),
        "today": timezone.localdate(),
    }
    return render(request, "site/calendar.html", context)


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
