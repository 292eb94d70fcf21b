"""iCalendar (RFC 5545, RFC 7986): what icalendar reads, and what a calendar must have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from icalendar import Calendar, Component

from tests.validation.answers import Answer, Finding

CALENDAR = "text/calendar"
LONGEST = 75  # octets of a line, without its end
STATUSES = {"TENTATIVE", "CONFIRMED", "CANCELLED"}
ONE_DAY = "DATE"


def mistakes(answer: Answer) -> Iterator[Finding]:
    yield from (Finding(answer.url, f"{CALENDAR}: {what}") for what in of_calendar(answer))


def of_calendar(answer: Answer) -> Iterator[str]:
    yield from lines(answer.body)
    try:
        calendar = Calendar.from_ical(answer.body)
    except ValueError as error:
        yield f"icalendar: {error}"
        return
    yield from (f"{part.name}: {error}" for part in calendar.walk() for error in part.errors)
    if (calendar.get("VERSION"), bool(calendar.get("PRODID"))) != ("2.0", True):
        yield "no VERSION 2.0 or no PRODID"
    events = calendar.walk("VEVENT")
    uids = [str(event.get("UID")) for event in events]
    yield from (f"two events are {one}" for one in {one for one in uids if uids.count(one) > 1})
    zones = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
    for event in events:
        yield from (f"{event.get('UID')}: {what}" for what in of_event(event, zones))


def lines(body: bytes) -> Iterator[str]:
    """They end with CR and LF, and those that are too long are folded between two letters."""
    if body.count(b"\n") != body.count(b"\r\n") or not body.endswith(b"END:VCALENDAR\r\n"):
        yield "a line that does not end with CR and LF"
    for line in body.split(b"\r\n"):
        if len(line) > LONGEST:
            yield f"a line of {len(line)} octets"
        try:
            line.decode()
        except UnicodeDecodeError:
            yield "a line folded within a letter"


def of_event(event: Component, zones: set[str]) -> Iterator[str]:
    needed = ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "URL", "SEQUENCE", "LAST-MODIFIED", "STATUS")
    yield from (f"no {name}" for name in needed if name not in event)
    if event.get("STATUS") not in STATUSES:
        yield f"no such status: {event.get('STATUS')}"
    for name in ("DTSTAMP", "LAST-MODIFIED"):
        if name in event and not is_utc(event[name].dt):
            yield f"{name} is not in UTC"
    zone = event["DTSTART"].params.get("TZID") if "DTSTART" in event else None
    if zone and zone not in zones:
        yield f"the zone {zone} is not defined"
    if "DTEND" in event and event["DTEND"].dt <= event["DTSTART"].dt:
        yield "it ends before it begins"


def is_utc(moment: datetime) -> bool:
    return isinstance(moment, datetime) and moment.utcoffset() == datetime.now(UTC).utcoffset()
