"""One card for each finding, in the order in which an editor decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.conf import settings
from django.utils.functional import cached_property

from articles.intake import posts
from articles.intake.checks import offices
from articles.intake.proposals import Candidate, Concern, Field, Match, Proposal
from articles.intake.reader import Evidence, Reading, Span
from articles.intake.reader.findings import Agreement, Event, Organization, Person, Quote, Regulation
from articles.intake.reference import Reference, bare
from articles.intake.resolving import Known, Resolution

from . import fields, guesses


class Deck:
    """The cards of one reading. Keys count within a kind, so the same text always has the same keys."""

    def __init__(self, reading: Reading, resolution: Resolution, reference: Reference) -> None:
        self.reading, self.resolution, self.reference = reading, resolution, reference
        self.contested: set[Span] = set()

    def cards(self, concerns: Iterable[Concern]) -> Iterator[Proposal]:
        """Whatever a card needs comes before it, and a card is certain only if all that it needs is."""
        concerns, certain = tuple(concerns), set[str]()
        self.contested = {concern.span for concern in concerns if concern.code == offices.CODE}
        for card in self.all_cards(concerns):
            if card.certain and certain.issuperset(card.needs):
                certain.add(card.key)
            yield replace(card, certain=card.key in certain)

    def all_cards(self, concerns: Iterable[Concern]) -> Iterator[Proposal]:
        yield self.release()
        yield from self.organizations()
        yield from self.people()
        yield from self.countries()
        yield from self.regulations()
        yield from self.agreements()
        yield from self.events()
        yield from self.quotes()
        yield from self.topics()
        yield from concern_cards(concerns)

    def release(self) -> Proposal:
        title, moment = self.reading.document.title, self.reading.event_date
        spans = (title, moment.evidence.span) if moment else (title,)
        return Proposal(
            "release-0",
            "release",
            self.reading.title,
            spans,
            evidence=moment.evidence if moment else None,
            fields=fields.of_release(self.reading),
            certain=True,
        )

    def organizations(self) -> Iterator[Proposal]:
        found = zip(self.reading.organizations, self.resolution.organizations, strict=True)
        for number, (organization, match) in enumerate(found):
            yield self.organization(f"organization-{number}", organization, match)
        known = (entry for entry in self.resolution.known if entry.kind == "organization")
        for number, entry in enumerate(known, start=len(self.reading.organizations)):
            yield known_card(f"organization-{number}", "organization", entry)

    def organization(self, key: str, organization: Organization, match: Match) -> Proposal:
        return Proposal(
            key,
            "organization",
            guesses.label_of(organization),
            organization.mentions,
            organization.evidence,
            match,
            fields.of_organization(organization, self.codes),
            certain=is_certain(match, organization.evidence)
            and not guesses.guesses_country(match, organization),
        )

    @cached_property
    def codes(self) -> list[str]:
        return [country.code for country in self.reading.countries]

    @cached_property
    def organization_keys(self) -> dict[str, str]:
        return {body.name: f"organization-{number}" for number, body in enumerate(self.reading.organizations)}

    @cached_property
    def person_keys(self) -> dict[str, str]:
        return {person.name: f"person-{number}" for number, person in enumerate(self.reading.people)}

    def people(self) -> Iterator[Proposal]:
        found = zip(self.reading.people, self.resolution.people, strict=True)
        for number, (person, match) in enumerate(found):
            yield self.person(f"person-{number}", person, match)
        known = (entry for entry in self.resolution.known if entry.kind == "person")
        for number, entry in enumerate(known, start=len(self.reading.people)):
            yield known_card(f"person-{number}", "person", entry)

    def person(self, key: str, person: Person, match: Match) -> Proposal:
        organization = self.organization_keys.get(person.organization, "")
        return Proposal(
            key,
            "person",
            f"{person.full} – {person.role}" if person.role else person.full,
            tuple(sorted((*person.mentions, *person.titles, *filter(None, [person.role_span])))),
            person.evidence,
            match,
            fields.of_person(person, organization, self.organization_choices, self.organization_named),
            certain=(match.certain is not None or self.may_enter(person)) and not self.is_contested(person),
            needs=(organization,) if organization else (),
        )

    def is_contested(self, person: Person) -> bool:
        """Somebody else holds the office: as it stands the card would be refused."""
        return (person.role_span or person.mentions[0]) in self.contested

    def may_enter(self, person: Person) -> bool:
        """A full name in a stated office."""
        is_stated = is_certain(Match(), person.evidence) and " " in person.name
        return is_stated and not guesses.is_private(person.role)

    @cached_property
    def organization_choices(self) -> list[tuple[str, str]]:
        bodies = self.reading.organizations
        return [(self.organization_keys[body.name], guesses.label_of(body)) for body in bodies]

    def organization_named(self, name: str) -> Organization | None:
        return next((body for body in self.reading.organizations if body.name == name), None)

    def countries(self) -> Iterator[Proposal]:
        for country in self.reading.countries:
            if row := self.reference.countries.get(country.code):
                match = Match((Candidate(row.pk, row.name, "existing", ""),))
                key = f"country-{row.pk}"
                yield Proposal(key, "country", row.name, country.mentions, match=match, certain=True)

    def regulations(self) -> Iterator[Proposal]:
        found = zip(self.reading.regulations, self.resolution.regulations, strict=True)
        for number, (regulation, match) in enumerate(found):
            yield self.regulation(f"regulation-{number}", regulation, match)

    def regulation(self, key: str, regulation: Regulation, match: Match) -> Proposal:
        """A law known by its name only informs: the register needs a number and a year."""
        complete = bool(regulation.number and regulation.year)
        issuer = self.organization_keys.get(posts.issuer_of(regulation, self.reading), "")
        return Proposal(
            key,
            "regulation",
            regulation.mentions[0].of(self.reading.text),
            regulation.mentions,
            match=match,
            fields=self.regulation_fields(regulation, issuer) if complete else (),
            certain=complete and (match.certain is not None or fields.storable(regulation, issuer)),
            needs=(issuer,) if issuer else (),
            decidable=complete,
        )

    def regulation_fields(self, regulation: Regulation, issuer: str) -> tuple[Field, ...]:
        kinds = [(row.code, row.name) for row in self.reference.instrument_kinds.values()]
        return fields.of_regulation(regulation, issuer, kinds, self.organization_choices)

    def agreements(self) -> Iterator[Proposal]:
        found = zip(self.reading.agreements, self.resolution.agreements, strict=True)
        for number, (agreement, match) in enumerate(found):
            yield self.agreement(f"agreement-{number}", agreement, match)
        known = (entry for entry in self.resolution.known if entry.kind == "agreement")
        for number, entry in enumerate(known, start=len(self.reading.agreements)):
            yield known_card(f"agreement-{number}", "agreement", entry)

    def agreement(self, key: str, agreement: Agreement, match: Match) -> Proposal:
        approval = self.regulation_key(agreement.regulation)
        parties = guesses.parties_of(agreement, self.home) if approval else agreement.parties
        is_whole = bool(agreement.subject) and self.are_known(parties)
        return Proposal(
            key,
            "agreement",
            agreement.text,
            agreement.mentions,
            agreement.evidence,
            match,
            fields.of_agreement(agreement, parties, approval, self.regulation_choices),
            certain=match.certain is not None or (is_whole and is_certain(match, agreement.evidence)),
            needs=tuple(filter(None, (approval, *self.bodies_among(parties)))),
        )

    @cached_property
    def home(self) -> str:
        row = self.reference.countries.get(settings.HOME_COUNTRY)
        return row.name if row else ""

    def bodies_among(self, lines: Iterable[str]) -> list[str]:
        """The keys of the organizations that these lines name."""
        found = (self.organization_by_name.get(bare(line), "") for line in lines)
        return list(dict.fromkeys(filter(None, found)))

    @cached_property
    def organization_by_name(self) -> dict[str, str]:
        bodies = self.reading.organizations
        named = (
            (name, self.organization_keys[body.name]) for body in bodies for name in (body.name, body.acronym)
        )
        return {bare(name): key for name, key in named if name}

    def are_known(self, lines: Iterable[str]) -> bool:
        """Whether each names an organization of the text or a country."""
        return all(self.bodies_among([line]) or self.reference.country_of(line) for line in lines)

    def regulation_key(self, regulation: Regulation | None) -> str:
        if regulation is None or regulation not in self.reading.regulations:
            return ""
        return f"regulation-{self.reading.regulations.index(regulation)}"

    @cached_property
    def regulation_choices(self) -> list[tuple[str, str]]:
        laws = enumerate(self.reading.regulations)
        return [(f"regulation-{n}", law.mentions[0].of(self.reading.text)) for n, law in laws if law.number]

    def events(self) -> Iterator[Proposal]:
        found = zip(self.reading.events, self.resolution.events, strict=True)
        for number, (event, match) in enumerate(found):
            yield self.event(f"event-{number}", event, match)

    def event(self, key: str, event: Event, match: Match) -> Proposal:
        spans = {event.evidence.span, event.when.evidence.span} if event.when else {event.evidence.span}
        return Proposal(
            key,
            "event",
            f"{event.title} ({event.when.printed})" if event.when else event.title,
            tuple(sorted(spans)),
            event.when.evidence if event.when else event.evidence,
            match,
            fields.of_event(event, self.reading),
            certain=match.certain is not None or (is_telling(event) and is_certain(match, event.evidence)),
        )

    def quotes(self) -> Iterator[Proposal]:
        for number, quote in enumerate(self.reading.quotes):
            yield self.quote(f"quote-{number}", quote)

    def quote(self, key: str, quote: Quote) -> Proposal:
        """Only a person of the register speaks in the record; what a document says informs."""
        speaker = self.person_keys.get(quote.speaker, "")
        return Proposal(
            key,
            "quote",
            quote.text,
            (quote.span,),
            quote.evidence,
            fields=fields.of_quote(quote, speaker, self.person_choices),
            certain=bool(speaker),
            needs=(speaker,) if speaker else (),
            decidable=bool(self.person_keys),
        )

    @cached_property
    def person_choices(self) -> list[tuple[str, str]]:
        return [(key, name) for name, key in self.person_keys.items()]

    def topics(self) -> Iterator[Proposal]:
        for number, topic in enumerate(self.reading.topics):
            name = self.reference.topics[topic.key].name
            match = Match((Candidate(topic.key, name, "existing", ""),))
            yield Proposal(f"topic-{number}", "topic", name, topic.mentions, match=match, certain=True)


def is_telling(event: Event) -> bool:
    """Of a known kind on a known day; whatever else is planned may be nothing for a calendar."""
    return event.when is not None and event.kind != "other"


def is_certain(match: Match, evidence: Evidence) -> bool:
    """Known for certain, or new and stated: whatever is only probable waits for the editor's eye."""
    return match.certain is not None or (match.verdict == "new" and evidence.basis == "stated")


def known_card(key: str, kind: str, entry: Known) -> Proposal:
    match = Match((Candidate(entry.pk, entry.label, "existing", ""),))
    return Proposal(key, kind, entry.label, entry.mentions, match=match, certain=True)  # type: ignore[arg-type]


def concern_cards(concerns: Iterable[Concern]) -> Iterator[Proposal]:
    for number, concern in enumerate(concerns):
        yield Proposal(
            f"concern-{number}",
            "concern",
            str(concern.message),
            (Span(concern.span.start, concern.span.end),),
            concern=concern,
            decidable=concern.fix is not None,
        )
