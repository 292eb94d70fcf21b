"""The registers as the public may see them: every row, and whatever hangs on one, has passed the gate."""

from __future__ import annotations

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from agreements.models import (
    AgendaItem,
    Agreement,
    AgreementAction,
    AgreementParty,
    AgreementRelation,
    Event,
    EventParticipant,
    LegalInstrument,
)
from entities.models import Appointment, Organization, Person, PersonHonorific, Post, Topic
from entities.models.posts import AppointmentQuerySet


def is_public(path: str) -> Q:
    """Condition that the row at the end of a relation may be seen; false where there is no row."""
    return Q(**{f"{path}__public_from__lte": timezone.now()})


def appointments() -> AppointmentQuerySet:
    """Appointments whose holder, office and organization are public too."""
    seen = Appointment.objects.visible().filter(
        is_public("person"), is_public("post"), is_public("post__organization")
    )
    return seen.select_related("person__merged_into", "post__organization__merged_into")


def people() -> QuerySet[Person]:
    honorifics = PersonHonorific.objects.visible().select_related("honorific")
    return (
        Person.objects.visible()
        .select_related("nationality", "merged_into")
        .prefetch_related(
            Prefetch("honorifics", queryset=honorifics), Prefetch("appointments", queryset=appointments())
        )
    )


def organizations() -> QuerySet[Organization]:
    return (
        Organization.objects.visible()
        .select_related("country", "host_country", "parent__merged_into", "merged_into")
        .prefetch_related("merged_from__merged_from")
    )


def posts() -> QuerySet[Post]:
    return (
        Post.objects.visible()
        .filter(is_public("organization"))
        .select_related("organization__merged_into", "predecessor")
        .prefetch_related(Prefetch("appointments", queryset=appointments()))
    )


def topics() -> QuerySet[Topic]:
    return Topic.objects.visible().select_related("parent")


def parties() -> QuerySet[AgreementParty]:
    return AgreementParty.objects.public().select_related("country", "organization__merged_into")


def actions() -> QuerySet[AgreementAction]:
    return AgreementAction.objects.public().select_related(
        "instrument__kind", "party__country", "party__organization__merged_into"
    )


def agreements() -> QuerySet[Agreement]:
    steps = actions().prefetch_related(Prefetch("signatories", queryset=appointments()))
    relations = AgreementRelation.objects.public().select_related("target")
    return (
        Agreement.objects.visible()
        .select_related("depositary__merged_into")
        .prefetch_related(
            Prefetch("actions", queryset=steps),
            Prefetch("parties", queryset=parties()),
            Prefetch("relations", queryset=relations.order_by("id")),
            Prefetch("topics", queryset=Topic.objects.visible()),
        )
    )


def instruments() -> QuerySet[LegalInstrument]:
    steps = actions().filter(is_public("agreement"))
    return (
        LegalInstrument.objects.visible()
        .select_related("kind", "issuer__merged_into")
        .prefetch_related(Prefetch("actions", queryset=steps))
    )


def participants() -> QuerySet[EventParticipant]:
    return EventParticipant.objects.public().select_related(
        "country",
        "person__merged_into",
        "organization__merged_into",
        "appointment__person",
        "appointment__post__organization",
    )


def events() -> QuerySet[Event]:
    agenda = AgendaItem.objects.visible().select_related("topic")
    return (
        Event.objects.visible()
        .select_related("follows")
        .prefetch_related(
            Prefetch("participants", queryset=participants()),
            Prefetch("agenda", queryset=agenda),
            Prefetch("agreements", queryset=Agreement.objects.visible()),
        )
    )


def is_same(row: Person | Organization, path: str) -> Q:
    """Condition that a relation leads to that row, under whichever of the rows merged into it."""
    return Q(**{f"{path}__in": row.known_keys()})
