from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.models import AgendaItem, Agreement, Event
from entities.models import Topic
from pressroom.core.dates.days import interface_language
from pressroom.site import reading
from pressroom.site.asking import Question
from pressroom.site.paging import page_of
from pressroom.site.prepared import prepared
from pressroom.site.registers.standing import with_standing

PER_PAGE = 60


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    page = page_of(request, listed.given(now), "name", "id", size=PER_PAGE)
    for row in page.items:
        row.parent = parent_of(row)
    return render(request, "site/topics.html", {"page": page})


@prepared
def listed(now: datetime) -> QuerySet[Topic]:
    return Topic.objects.visible(now).select_related("parent")


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    shown = next(iter(topics_at(now, slug)), None)
    if shown is None:
        raise Http404
    releases = reading.about(now, interface_language(), "topic", [str(shown.pk)])
    context = {
        "topic": shown,
        "question": Question(subjects={"topic": shown}),
        "page": page_of(request, releases, "-published_at", "-id"),
        "parent": parent_of(shown),
        "children": children_of(now, shown.pk),
        "agreements": with_standing(agreements_of(now, shown.pk), now),
        "events": events_about(now, shown.pk),
        "today": timezone.localdate(),
    }
    return render(request, "site/topic.html", context)


def parent_of(topic: Topic) -> Topic | None:
    return topic.parent if topic.parent and topic.parent.is_visible() else None


@prepared
def topics_at(now: datetime, slug: str) -> QuerySet[Topic]:
    return Topic.objects.visible(now).select_related("parent").filter(slug=slug)


@prepared
def children_of(now: datetime, topic: int) -> QuerySet[Topic]:
    return Topic.objects.visible(now).filter(parent=topic)[: reading.SHOWN]


@prepared
def agreements_of(now: datetime, topic: int) -> QuerySet[Agreement]:
    return Agreement.objects.visible(now).filter(topics=topic)[: reading.SHOWN]


@prepared
def events_about(now: datetime, topic: int) -> QuerySet[Event]:
    """Events that have the topic on their public agenda."""
    items = AgendaItem.objects.visible(now).filter(topic=topic)
    return Event.objects.visible(now).filter(pk__in=items.values("event"))[: reading.SHOWN]
