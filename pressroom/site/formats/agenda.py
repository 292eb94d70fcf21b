"""The calendar for calendars (iCalendar, RFC 5545 and 7986): events whose day is certain, and no others.

An event keeps its UID for good. A cancelled one stays, with that status, so that it leaves the calendars that
have it; SEQUENCE counts what the change log says became of the event. "Early 2025" is no date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.db.models import CharField, Count, F, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from icalendar import Timezone

from agreements.models import AgendaItem, Event, EventParticipant
from articles.models import EditionSubject
from pressroom.core.dates.days import interface_language
from pressroom.core.models import Change
from pressroom.site.asking import Question, asked, keys_of
from pressroom.site.display.registers import access_words, kind_words
from pressroom.site.display.words import plain
from pressroom.site.formats.ics import line, text
from pressroom.site.formats.titles import wishes
from pressroom.site.languages import address_in
from pressroom.site.reading import links

# A calendar of everything: the events that begin last.
MOST = 1_000
TYPE = "text/calendar; charset=utf-8"
REFRESHED = "PT1H"
DAY, MOMENT = "%Y%m%d", "%Y%m%dT%H%M%S"
END_OF_LINE = b"\r\n"
STATUS = {
    "": "CONFIRMED",
    Event.Outcome.HELD: "CONFIRMED",
    Event.Outcome.POSTPONED: "TENTATIVE",
    Event.Outcome.CANCELLED: "CANCELLED",
}


@require_safe
def calendar_ics(request: HttpRequest) -> HttpResponse:
    """All events, or those that concern a question (`pressroom.site.asking`)."""
    question, language = asked(request.GET), interface_language()
    events = with_changes(concerning(question, language)).order_by("-earliest", "-id")[:MOST]
    name = " · ".join([_("Agenda %s") % settings.AGENCY["short"], *wishes(question)])
    return answer(events, name, request, address_in(language, "calendar_ics") + question.query())


@require_safe
def event_ics(request: HttpRequest, slug: str) -> HttpResponse:
    """One event; a 404 while its day is not certain."""
    event = get_object_or_404(with_changes(dated()), slug=slug)
    source = address_in(interface_language(), "event_ics", slug)
    return answer([event], plain(event, "title"), request, source)


def dated() -> QuerySet[Event]:
    return Event.objects.visible().filter(earliest__isnull=False, earliest=F("latest"))


def with_changes(events: QuerySet[Event]) -> QuerySet[Event]:
    """`changes`: how often the public was told something new of each; `changed`: when, for the last time."""
    rows = Change.objects.filter(kind=Event.change_kind, object_id=OuterRef("slug")).order_by()
    of_each = rows.values("object_id")
    return events.annotate(
        changes=Subquery(of_each.annotate(n=Count("pk")).values("n")),
        changed=Subquery(of_each.annotate(last=Max("at")).values("last")),
    )


def concerning(question: Question, language: str) -> QuerySet[Event]:
    """Events that the releases speak of which answer the question, or that its subjects take part in."""
    if not question.parameters():
        return dated()
    editions = question.texts(links(language), language).values("edition")
    spoken = EditionSubject.objects.current().filter(subject_type="event", edition__in=editions)
    told = Q(key__in=spoken.values("subject_id"))
    events = dated().annotate(key=Cast("pk", CharField()))
    return events.filter(told if question.words or question.kind else told | registered(question))


def registered(question: Question) -> Q:
    """Condition that the register ties an event to all that is asked for."""
    ties = Q(earliest__year=question.year) if question.year else Q()
    for name, subject in question.subjects.items():
        ties &= Q(pk__in=tied(name, keys_of(subject)))
    return ties


def tied(name: str, keys: list[Any]) -> QuerySet:
    """The ids of the events to which the public knows one of these to belong."""
    if name == "event":
        return Event.objects.filter(pk__in=keys).values("pk")
    if name == "agreement":
        return Event.objects.filter(agreements__in=keys).values("pk")
    if name == "topic":
        return AgendaItem.objects.visible().filter(topic__in=keys).values("event")
    return EventParticipant.objects.public().filter(**{f"{name}__in": keys}).values("event")


def answer(events: Iterable[Event], name: str, request: HttpRequest, source: str) -> HttpResponse:
    listed, origin = list(events), request.build_absolute_uri("/")[:-1]
    written = [
        *head(name, request.build_absolute_uri(source)),
        *(zone() if any(event.starts_at for event in listed) else ()),
        *(said for event in listed for said in entry(event, origin)),
        line("END", "VCALENDAR"),
    ]
    return HttpResponse(b"".join(said + END_OF_LINE for said in written), content_type=TYPE)


def head(name: str, source: str) -> Iterator[bytes]:
    yield line("BEGIN", "VCALENDAR")
    yield line("VERSION", "2.0")
    yield text("PRODID", f"-//{settings.AGENCY['short']}//Ruang Pers//ID")
    yield line("METHOD", "PUBLISH")
    # Readers take both names as they are; a question may hold the end of a line.
    yield line("NAME", " ".join(name.splitlines()))
    yield line("X-WR-CALNAME", " ".join(name.splitlines()))
    yield line("REFRESH-INTERVAL;VALUE=DURATION", REFRESHED)
    yield line("SOURCE;VALUE=URI", source)
    yield line("X-PUBLISHED-TTL", REFRESHED)


def zone() -> list[bytes]:
    """What the agency's zone is, for calendars that do not know it by its name."""
    return Timezone.from_tzid(settings.TIME_ZONE).to_ical().splitlines()


def entry(event: Any, origin: str) -> Iterator[bytes]:
    """`origin` is scheme and host, under which the event has its page."""
    changed = f"{(event.changed or event.public_from).astimezone(UTC):{MOMENT}Z}"
    yield line("BEGIN", "VEVENT")
    yield text("SUMMARY", summary(event))
    yield from times(event)
    yield line("DTSTAMP", changed)
    yield text("UID", f"{uuid5(NAMESPACE_URL, f'event:{event.pk}')}@{origin.partition('://')[2]}")
    yield line("SEQUENCE", event.changes or 0)
    yield text("CATEGORIES", kind_words(event))
    if access := access_words(event):
        yield text("DESCRIPTION", access)
    yield line("LAST-MODIFIED", changed)
    if event.venue:
        yield text("LOCATION", plain(event, "venue"))
    yield line("STATUS", STATUS[event.outcome])
    if not event.starts_at:
        yield line("TRANSP", "TRANSPARENT")
    yield line("URL", origin + address_in(interface_language(), "event", event.slug))
    yield line("END", "VEVENT")


def summary(event: Event) -> str:
    """iCalendar has no word for "postponed"; the title says it."""
    title = plain(event, "title")
    return _("Ditunda: %s") % title if event.outcome == Event.Outcome.POSTPONED else title


def times(event: Any) -> Iterator[bytes]:
    """From an hour in the agency's zone, with no end that nobody recorded; else the whole day."""
    if event.starts_at:
        begins = datetime.combine(event.earliest, event.starts_at)
        yield line(f"DTSTART;TZID={settings.TIME_ZONE}", f"{begins:{MOMENT}}")
    else:
        yield line("DTSTART;VALUE=DATE", f"{event.earliest:{DAY}}")
        yield line("DTEND;VALUE=DATE", f"{event.earliest + timedelta(days=1):{DAY}}")
