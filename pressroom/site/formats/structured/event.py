"""An event, with as much of its date as is known."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings

from agreements.models import Event, EventParticipant
from pressroom.site.display.registers import access_words
from pressroom.site.display.words import plain
from pressroom.site.formats.structured.days import iso
from pressroom.site.formats.structured.here import Here, Node, pruned
from pressroom.site.formats.structured.registers import brief, country

STATUS: dict[str, str] = {
    Event.Outcome.CANCELLED: "EventCancelled",
    Event.Outcome.POSTPONED: "EventPostponed",
}


def described(event: Event, here: Here) -> list[Node]:
    page, participants = here.page("event", event.slug), list(here.context["participants"])
    hosts = [one for one in participants if one.role == EventParticipant.Role.HOST]
    node = {
        "@type": "Event",
        "@id": f"{page}#pokok",
        "name": plain(event, "title"),
        "description": access_words(event),
        "url": page,
        "mainEntityOfPage": page,
        "startDate": start(event),
        "eventStatus": f"https://schema.org/{STATUS.get(event.outcome, 'EventScheduled')}",
        "location": {"@type": "Place", "name": plain(event, "venue")} if event.venue else {},
        "organizer": [actor(one, here) for one in hosts],
        "attendee": [actor(one, here) for one in participants if one not in hosts],
    }
    return [pruned(node)]


def start(event: Any) -> str:
    """With its offset where the hour is known, as search engines ask."""
    if not event.starts_at:
        return iso(event.when)
    zone = ZoneInfo(settings.TIME_ZONE)
    return datetime.combine(event.earliest, event.starts_at, zone).isoformat(timespec="minutes")


def actor(participant: EventParticipant, here: Here) -> Node:
    if person := participant.person:
        return {"@type": "Person", "@id": f"{here.page('person', person.slug)}#pokok", "name": person.name}
    if participant.organization:
        return brief(participant.organization, here)
    return delegation(participant.country)


def delegation(of: Any) -> Node:
    """A country comes to an event as those whom it sends."""
    return {"@type": "Organization", "name": plain(of, "name"), "areaServed": country(of)}
