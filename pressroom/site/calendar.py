"""What lies ahead and what is over, among the events that the public may know of."""

from __future__ import annotations

from datetime import date

from django.db.models import DateField, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from agreements.models import Event


def upcoming() -> QuerySet[Event]:
    """Events of today, those that may still come, and undated ones; the next first, by `begins`."""
    ahead = Q(latest__gte=timezone.localdate()) | Q(latest__isnull=True)
    begins = Coalesce("earliest", Value(date.max), output_field=DateField())
    return Event.objects.visible().filter(ahead).annotate(begins=begins).order_by("begins", "id")


def past() -> QuerySet[Event]:
    """Events whose last possible day is over, the latest first."""
    return Event.objects.visible().filter(latest__lt=timezone.localdate()).order_by("-earliest", "-id")


def beside(limit: int) -> tuple[list[Event], list[Event]]:
    """The next events and the last ones, that many of each, for one query."""
    either = Q(pk__in=upcoming().values("pk")[:limit]) | Q(pk__in=past().values("pk")[:limit])
    found, today = list(Event.objects.visible().filter(either)), timezone.localdate()
    over = [event for event in found if event.latest and event.latest < today]
    ahead = [event for event in found if event not in over]
    return (
        sorted(ahead, key=lambda event: (event.earliest or date.max, event.pk)),
        sorted(over, key=lambda event: (event.earliest or date.min, event.pk), reverse=True),
    )
