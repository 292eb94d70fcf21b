"""Accepted events with their participants and agenda."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from agreements.models import AgendaItem, Event, EventParticipant
from articles.intake.proposals import Proposal
from entities.models import Person
from pressroom.core.dates import read_when

from .actors import Actor, Actors
from .writing import Writing

Role = EventParticipant.Role


class Events:
    def __init__(self, writing: Writing, actors: Actors) -> None:
        self.writing, self.answers, self.actors = writing, writing.answers, actors

    def write(self) -> None:
        for card in self.answers.accepted("event"):
            event = self.writing.existing(card) or self.new_event(card)
            self.writing.made[card.key] = event
            self.writing.cite("event", event, card.evidence, card.spans[0])

    def new_event(self, card: Proposal) -> Event:
        value = self.answers.value
        title = value(card, "title")
        event = Event(title=title, **{name: value(card, name) for name in ("kind", "venue", "outcome")})
        self.writing.slugs.ask(event, title)
        self.date(card, event)
        self.writing.rows.add(card.key, event)
        self.participants(card, event)
        for ordinal, item in enumerate(self.answers.lines(card, "agenda"), start=1):
            self.writing.rows.add(card.key, AgendaItem(event=event, ordinal=ordinal, text=item[:300]))
        return event

    def date(self, card: Proposal, event: Event) -> None:
        try:
            event.when = read_when(self.answers.value(card, "when"))
        except ValidationError as error:
            self.answers.refuse(f"{card.key}-when", " ".join(error.messages))
        if event.outcome == Event.Outcome.HELD and event.earliest is None:
            self.answers.refuse(f"{card.key}-when", _("Kegiatan yang terlaksana memerlukan tanggal."))

    def participants(self, card: Proposal, event: Event) -> None:
        """Names, one a line; nobody takes part twice, and nobody whom the editor left out."""
        taking_part: list[Actor] = []
        for line in self.answers.lines(card, "participants"):
            actor = self.actors.find(line)
            if actor is None and self.actors.is_left_out(line):
                continue
            if actor is None:
                message = _("“%s” bukan tokoh, lembaga, atau negara yang diterima di sini.")
                self.answers.refuse(f"{card.key}-participants", message % line)
            elif actor not in taking_part:
                taking_part.append(actor)
                self.writing.rows.add(card.key, participant(event, actor))


def participant(event: Event, actor: Actor) -> EventParticipant:
    """Who is host or guest only the editor knows: people plan or join, others send delegations."""
    column = actor._meta.model_name
    is_person = isinstance(actor, Person)
    planned = event.outcome != Event.Outcome.HELD
    role = Role.PLANNER if is_person and planned else Role.DELEGATION
    return EventParticipant(event=event, role=role, **{str(column): actor})


def lead_event(events: list[Event], day: date | None) -> Event | None:
    """The release's own event: the first that was held, on that day where it is known."""
    held = (event for event in events if event.outcome == Event.Outcome.HELD)
    return next((event for event in held if day is None or takes_place(event, day)), None)


def takes_place(event: Event, day: date) -> bool:
    return bool(event.earliest and event.latest and event.earliest <= day <= event.latest)
