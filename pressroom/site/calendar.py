"""What lies ahead and what is over, among the events that the public may know of: as lists, weeks, months."""

from __future__ import annotations

import re
from calendar import Calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby

from django.db.models import DateField, Max, Min, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from agreements.models import Event
from pressroom.core.dates import UncertainDate
from pressroom.core.kept import kept_in_one_language
from pressroom.site.prepared import prepared

# The most events that one month shows; the list has them all.
IN_A_MONTH = 200
MONTH = re.compile(r"([12][0-9]{3})-(0[1-9]|1[0-2])", re.ASCII)
YEARS = range(1900, 2200)


@prepared
def upcoming(now: datetime, today: date) -> QuerySet[Event]:
    """Events of today, those that may still come, and undated ones; the next first, by `begins`."""
    ahead = Q(latest__gte=today) | Q(latest__isnull=True)
    begins = Coalesce("earliest", Value(date.max), output_field=DateField())
    return Event.objects.visible(now).filter(ahead).annotate(begins=begins).order_by("begins", "id")


@prepared
def past(now: datetime, today: date) -> QuerySet[Event]:
    """Events whose last possible day is over, the latest first.

    The bound on the first day says nothing new; with it a database can enter its index of them.
    """
    over = Event.objects.visible(now).filter(latest__lt=today, earliest__lt=today)
    return over.order_by("-earliest", "-id")


@kept_in_one_language
def beside(limit: int) -> tuple[list[Event], list[Event]]:
    """The next events and the last ones, that many of each."""
    now, today = timezone.now(), timezone.localdate()
    return upcoming.given(now, today).first(limit), past.given(now, today).first(limit)


@dataclass(frozen=True, slots=True)
class Group:
    """Events of one week from Monday to Sunday; without a `week` those whose day is not certain."""

    week: UncertainDate | None
    events: list[Event]


def by_week(events: Iterable[Event]) -> list[Group]:
    """The events in their order, week by week; those whose day is not certain in a group of their own."""
    listed = list(events)
    dated = [event for event in listed if event.exact]
    groups = [Group(week_of(monday), list(found)) for monday, found in groupby(dated, monday_of)]
    uncertain = [event for event in listed if not event.exact]
    return [*groups, Group(None, uncertain)] if uncertain else groups


def monday_of(event: Event) -> date:
    day = event.earliest or date.max
    return day - timedelta(days=day.weekday())


def week_of(monday: date) -> UncertainDate:
    return UncertainDate(monday, monday + timedelta(days=6))


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the grid; those `beside` belong to the month before or after, and hold no events."""

    date: date
    beside: bool
    events: list[Event]


@dataclass(frozen=True, slots=True)
class Month:
    """A month as weeks of seven days, and the events that may fall into it on a day nobody knows yet.

    `previous` and `next` are as an address names them, "2025-01"; None where no public event lies that way.
    """

    first: date
    weeks: list[list[Day]]
    uncertain: list[Event]
    previous: str | None
    next: str | None

    @property
    def any(self) -> bool:
        """Whether some day of it holds an event."""
        return any(day.events for week in self.weeks for day in week)


def first_of(text: str) -> date | None:
    """The first day of a month written as "2025-02"; None for anything else."""
    found = MONTH.fullmatch(text)
    if not found or int(found[1]) not in YEARS:
        return None
    return date(int(found[1]), int(found[2]), 1)


def month_of(first: date) -> Month:
    """What the public may know of the month that begins on this day."""
    after = month_after(first)
    found = between(timezone.now(), first, after)
    earliest, latest = ends()
    return Month(
        first=first,
        weeks=grid(first, [event for event in found if event.exact]),
        uncertain=[event for event in found if not event.exact],
        previous=name_of(month_before(first)) if earliest and earliest < first else None,
        next=name_of(after) if latest and latest >= after else None,
    )


@prepared
def between(now: datetime, first: date, after: date) -> QuerySet[Event]:
    """Events that may fall on a day before `after`, and not before `first`."""
    found = Event.objects.visible(now).filter(earliest__lt=after, latest__gte=first)
    return found.order_by("earliest", "id")[:IN_A_MONTH]


@kept_in_one_language
def ends() -> tuple[date | None, date | None]:
    """The first and the last day on which any event may fall."""
    found = Event.objects.visible().aggregate(first=Min("earliest"), last=Max("latest"))
    return found["first"], found["last"]


def grid(first: date, events: Iterable[Event]) -> list[list[Day]]:
    """The weeks of a month from Monday to Sunday; within a day those with an hour come in its order."""
    found: dict[date | None, list[Event]] = {}
    for event in sorted(events, key=lambda event: (event.starts_at is None, event.starts_at or time.min)):
        found.setdefault(event.earliest, []).append(event)
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    return [[Day(day, day.month != first.month, found.get(day, [])) for day in week] for week in weeks]


def month_after(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def month_before(first: date) -> date:
    return (first - timedelta(days=1)).replace(day=1)


def name_of(first: date) -> str:
    """The month as an address names it, such as "2025-02"."""
    return f"{first:%Y-%m}"
