"""From the editor's decisions to rows of the registers, each fact with its sources."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model
from django.utils.translation import gettext as _

from agreements.models import (
    AgendaItem,
    Agreement,
    AgreementAction,
    AgreementParty,
    Event,
    EventParticipant,
    LegalInstrument,
)
from articles.intake.proposing.guesses import kind_of_regulation
from articles.models import Article, Citation
from articles.seed.source import Source
from entities.models import (
    Appointment,
    Country,
    Honorific,
    Organization,
    OrganizationName,
    Person,
    PersonHonorific,
    Post,
    Topic,
)
from pressroom.core.dates import Span, read_when


class Register:
    """Fills the registers for one release. `facts` remembers what each new fact rests on."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.facts: list[tuple[str, Model, list[dict[str, str]]]] = []

    def build(self) -> None:
        self.instruments()
        decisions = self.source.decisions
        for build, entries in (
            (self.organization, decisions["organization"]),
            (self.person, decisions["person"]),
            (self.appointment, decisions["appointment"]),
            (self.agreement, decisions["agreement"]),
            (self.event, decisions["event"]),
        ):
            for entry in entries:
                build(dict(entry))

    def cite(self, article: Article) -> None:
        """Store every remembered source as a citation of this release."""
        for target, fact, sources in self.facts:
            for entry in sources:
                citation = Citation(
                    article=article, excerpt=self.source.sentence(entry["sentence"]), **{target: fact}
                )
                for name in ("basis", "note", "note_en"):
                    setattr(citation, name, entry.get(name, getattr(citation, name)))
                store(citation)

    def find(self, model: type[Model], **lookup: Any) -> Any:
        """A row that an earlier decision or the reference data made; anything else is refused by line."""
        try:
            return model._default_manager.get(**lookup)
        except ObjectDoesNotExist:
            value = next(iter(lookup.values()))
            reason = _("%(kind)s “%(value)s” tidak dikenal.") % {
                "kind": model._meta.verbose_name,
                "value": value,
            }
            raise self.source.refuse(value, reason) from None

    def country(self, iso2: str | None) -> Country | None:
        return self.find(Country, iso2=iso2) if iso2 else None

    def topics(self, names: Iterable[str]) -> list[Topic]:
        return [self.find(Topic, name=name) for name in names]

    def organization(self, entry: dict[str, Any]) -> None:
        sources, names = entry.pop("sources"), entry.pop("names", [])
        for name in ("country", "host_country"):
            entry[name] = self.country(entry.get(name))
        organization = store(Organization(**entry))
        for name in names:
            store(OrganizationName(organization=organization, **name))
        self.facts.append(("organization", organization, sources))

    def person(self, entry: dict[str, Any]) -> None:
        honorifics = entry.pop("honorifics", [])
        person = store(Person(**entry))
        for ordinal, item in enumerate(honorifics, start=1):
            held = PersonHonorific(
                person=person, ordinal=ordinal, honorific=self.find(Honorific, code=item["code"])
            )
            held.span = Span.seen_on(item["seen"])
            self.facts.append(("person_honorific", store(held), item["sources"]))

    def appointment(self, entry: dict[str, Any]) -> None:
        organization = self.find(Organization, slug=entry["organization"])
        post = store(Post(organization=organization, title=entry["post"], title_en=entry["post_en"]))
        appointment = Appointment(person=self.find(Person, slug=entry["person"]), post=post)
        appointment.span = Span.seen_on(entry["seen"])
        self.facts.append(("appointment", store(appointment), entry["sources"]))

    def instruments(self) -> None:
        """Every regulation of which the text gives number and year."""
        for law in self.source.reading.regulations:
            if law.number and law.year:
                store(LegalInstrument(kind_id=kind_of_regulation(law), number=law.number, year=law.year))

    def agreement(self, entry: dict[str, Any]) -> None:
        sources, parties, actions, topics = (
            entry.pop(name) for name in ("sources", "parties", "action", "topics")
        )
        agreement = store(Agreement(**entry))
        agreement.topics.set(self.topics(topics))
        for party in parties:
            country = self.country(party["country"])
            store(AgreementParty(agreement=agreement, country=country, capacity=party["capacity"]))
        self.facts.append(("agreement", agreement, sources))
        for action in actions:
            self.action(agreement, action)

    def action(self, agreement: Agreement, entry: dict[str, Any]) -> None:
        action = AgreementAction(agreement=agreement, kind=entry["kind"])
        action.when = read_when(entry["when"])
        if "party" in entry:
            action.party = self.find(AgreementParty, country=entry["party"], agreement=agreement)
        if "instrument" in entry:
            action.instrument = self.cited_instrument(entry["instrument"])
        self.facts.append(("action", store(action), entry["sources"]))

    def cited_instrument(self, citation: str) -> LegalInstrument:
        for instrument in LegalInstrument.objects.select_related("kind"):
            if instrument.citation() == citation:
                return instrument
        raise self.source.refuse(citation, _("peraturan “%s” tidak dikenal.") % citation)

    def event(self, entry: dict[str, Any]) -> None:
        sources, participants, when = (entry.pop(name) for name in ("sources", "participants", "when"))
        agenda, follows = entry.pop("agenda", []), entry.pop("follows", None)
        event = Event(**entry, follows=self.find(Event, slug=follows) if follows else None)
        event.when = read_when(when)
        store(event)
        for participant in participants:
            self.participant(event, participant)
        for ordinal, item in enumerate(agenda, start=1):
            topic = self.find(Topic, name=item["topic"])
            store(
                AgendaItem(
                    event=event, ordinal=ordinal, text=item["text"], text_en=item["text_en"], topic=topic
                )
            )
        self.facts.append(("event", event, sources))

    def participant(self, event: Event, entry: dict[str, str]) -> None:
        person = self.find(Person, slug=entry["person"]) if "person" in entry else None
        store(
            EventParticipant(
                event=event,
                person=person,
                appointment=person.appointments.first() if person else None,
                country=self.country(entry.get("country")),
                role=entry["role"],
            )
        )


def store(row: Any) -> Any:
    """Save a row that passes its own rules; fixtures are held to the same ones as editors."""
    row.full_clean()
    row.save()
    return row
