from __future__ import annotations

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.models import AgendaItem, Event
from entities.models import Topic
from pressroom.core.dates.days import interface_language
from pressroom.site import reading
from pressroom.site.asking import Question
from pressroom.site.paging import page_of

PER_PAGE = 60


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    listed = Topic.objects.visible().prefetch_related(Prefetch("parent", queryset=Topic.objects.visible()))
    page = page_of(request, listed, "name", "id", size=PER_PAGE)
    return render(request, "site/topics.html", {"page": page})


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Topic.objects.visible(), slug=slug)
    releases = reading.speaking_of(reading.rows(interface_language()), "topic", [shown.pk])
    context = {
        "topic": shown,
        "question": Question(subjects={"topic": shown}),
        "page": page_of(request, releases, "-published_at", "-id"),
        "parent": parent_of(shown),
        "children": Topic.objects.visible().filter(parent=shown)[: reading.SHOWN],
        "agreements": shown.agreements.visible().with_standing()[: reading.SHOWN],
        "events": events_about(shown),
        "today": timezone.localdate(),
    }
    return render(request, "site/topic.html", context)


def parent_of(topic: Topic) -> Topic | None:
    return topic.parent if topic.parent and topic.parent.is_visible() else None


def events_about(topic: Topic) -> QuerySet[Event]:
    """Events that have the topic on their public agenda."""
    items = AgendaItem.objects.visible().filter(topic=topic)
    return Event.objects.visible().filter(pk__in=items.values("event"))[: reading.SHOWN]
