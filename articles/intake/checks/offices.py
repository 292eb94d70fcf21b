"""A person in an office that somebody else holds on that day."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.intake.proposals import Concern, Match
from articles.intake.reader.findings import Person as Found
from articles.intake.resolving.offices import names_office
from entities.models import Appointment
from pressroom.core.dates.days import interface_language, write_day

from .context import Context, keys

CODE = "office_held"


def held_by_another(context: Context) -> Iterator[Concern]:
    for person, match in context.people():
        if context.day and person.role and not person.former:
            holders = holders_of(context, person)
            if holders and not is_among(holders, match):
                yield concern(context, person, holders[0])


def holders_of(context: Context, person: Found) -> list[Appointment]:
    """Who certainly holds this office on the day, for an acting head the acting heads."""
    kind = person.acting or Appointment.Kind.SUBSTANTIVE
    bodies = context.bodies_of(person)
    return [
        one
        for one in context.appointments
        if one.kind == kind
        and names_office(person.role, one.post, bodies)
        and context.day
        and one.span.certain_on(context.day)
    ]


def is_among(holders: list[Appointment], match: Match) -> bool:
    return bool({holder.person_id for holder in holders} & set(keys(match)))


def concern(context: Context, person: Found, holder: Appointment) -> Concern:
    message = _("Menurut register, %(office)s pada %(day)s adalah %(holder)s, bukan %(person)s.") % {
        "office": holder.title(),
        "day": write_day(context.day, interface_language()) if context.day else "",
        "holder": holder.person.name,
        "person": person.name,
    }
    span = person.role_span or person.mentions[0]
    return context.concern(CODE, span, message, str(holder), holder)
