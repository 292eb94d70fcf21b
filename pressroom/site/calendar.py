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
