"""What a release speaks of, cites, or needs to be understood, followed through the registers.

Each step asks for rows by their keys: a query that joins its way from a release to a fact would also read
what all the other releases say of that fact.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.db.models import Model, Q
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
from articles.models import Article
from entities.models import (
    Appointment,
    Organization,
    OrganizationName,
    Person,
    PersonHonorific,
    PersonName,
    Post,
    Topic,
)
from pressroom.core.visibility import Public

Keys = set[Any]

# Everything that a release can make known, by the name under which `Mentions` follows it.
FOLLOWED: dict[type[Public], str] = {
    Agreement: "agreements",
    AgreementAction: "actions",
    AgreementParty: "parties",
    AgreementRelation: "relations",
    AgendaItem: "agenda",
    Event: "events",
    EventParticipant: "participants",
    LegalInstrument: "instruments",
    Appointment: "appointments",
    Organization: "organizations",
    OrganizationName: "organization_names",
    Person: "people",
    PersonHonorific: "honorifics",
    PersonName: "person_names",
    Post: "posts",
    Topic: "topics",
}


def column(rows: Iterable[Model], name: str) -> Keys:
    return {getattr(row, name) for row in rows} - {None}


def by_key(model: type[Public], *keys: Keys) -> list[Any]:
    return list(model._default_manager.filter(pk__in=set().union(*keys)).order_by())


class Mentions:
    """The facts of one working copy, found when they are first asked for.

    Of what leads no further, such as an event or a topic, the key is enough and nothing is read.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.citations = list(article.citations.all())
        self.quotes = list(article.quotes.all())

    def keys(self, model: type[Public]) -> Keys:
        found = getattr(self, FOLLOWED[model])
        return found if isinstance(found, set) else column(found, "pk")

    def linked(self, name: str) -> Keys:
        return column(getattr(self.article, name).all(), "pk")

    def cited(self, target: str) -> Keys:
        return column(self.citations, f"{target}_id")

    @cached_property
    def not_embargoed(self) -> Q:
        """Holds for those parts of a fact that do not wait for the moment of another release."""
        ours = list(self.article.editions.standing().order_by().values_list("public_from", flat=True))
        public = Q(public_from__isnull=True) | Q(public_from__lte=timezone.now())
        return public | Q(public_from__in=ours)

    def parts(self, model: type[Public], **owners: Keys) -> list[Any]:
        return list(model._default_manager.filter(self.not_embargoed, **owners).order_by())

    @cached_property
    def events(self) -> Keys:
        leading = {self.article.event_id} - {None}
        return self.linked("events") | leading | self.cited("event")

    @cached_property
    def participants(self) -> list[EventParticipant]:
        return self.parts(EventParticipant, event__in=self.events)

    @cached_property
    def agenda(self) -> list[AgendaItem]:
        return self.parts(AgendaItem, event__in=self.events)

    @cached_property
    def actions(self) -> list[AgreementAction]:
        return by_key(AgreementAction, self.cited("action"))

    @cached_property
    def instruments(self) -> Keys:
        return column(self.actions, "instrument_id")

    @cached_property
    def agreements(self) -> Keys:
        return self.linked("agreements") | column(self.actions, "agreement_id") | self.cited("agreement")

    @cached_property
    def parties(self) -> list[AgreementParty]:
        return self.parts(AgreementParty, agreement__in=self.agreements)

    @cached_property
    def relations(self) -> list[AgreementRelation]:
        return self.parts(AgreementRelation, source__in=self.agreements)

    @cached_property
    def honorifics(self) -> list[PersonHonorific]:
        return by_key(PersonHonorific, self.cited("person_honorific"))

    @cached_property
    def appointments(self) -> list[Appointment]:
        signatures = AgreementAction.signatories.through.objects.filter(
            agreementaction__in=column(self.actions, "pk")
        )
        return by_key(
            Appointment,
            column(self.quotes, "appointment_id"),
            column(self.participants, "appointment_id"),
            column(signatures, "appointment_id"),
            self.cited("appointment"),
        )

    @cached_property
    def posts(self) -> list[Post]:
        return by_key(Post, column(self.appointments, "post_id"))

    @cached_property
    def people(self) -> Keys:
        parts = (self.appointments, self.participants, self.honorifics)
        known = set().union(*(column(rows, "person_id") for rows in parts))
        return self.linked("people") | column(self.quotes, "speaker_id") | known

    @cached_property
    def organizations(self) -> Keys:
        parts = (self.posts, self.participants, self.parties)
        known = set().union(*(column(rows, "organization_id") for rows in parts))
        return self.linked("organizations") | self.cited("organization") | known

    @cached_property
    def person_names(self) -> list[PersonName]:
        return self.parts(PersonName, person__in=self.people)

    @cached_property
    def organization_names(self) -> list[OrganizationName]:
        return self.parts(OrganizationName, organization__in=self.organizations)

    @cached_property
    def topics(self) -> Keys:
        filed = Agreement.topics.through.objects.filter(agreement__in=self.agreements)
        return self.linked("topics") | column(self.agenda, "topic_id") | column(filed, "topic_id")
