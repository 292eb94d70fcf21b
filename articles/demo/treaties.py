"""Invented agreements and the steps they take one after another, each told by a release of its own."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from agreements.models import Agreement, AgreementAction, AgreementParty, LegalInstrument
from articles.demo.cast import Body, Cast, Holder
from articles.demo.phrases import Phrase
from articles.demo.register import Facts, Register, fact, facts
from entities.models import Country, Topic
from pressroom.core.dates import UncertainDate

DECREE = "perpres"
STEPS = {
    "signing": AgreementAction.Kind.SIGNATURE,
    "ratification": AgreementAction.Kind.DOMESTIC_APPROVAL,
    "force": AgreementAction.Kind.ENTRY_INTO_FORCE,
}


class Treaty(NamedTuple):
    """An agreement with a partner, what one must know of it, and what it is about."""

    agreement: Agreement
    partner: Body
    home: AgreementParty
    facts: Facts
    theme: Phrase
    topics: list[Topic]


class Step(NamedTuple):
    """What the release `kind` (signing, ratification, force) says happened to a treaty."""

    kind: str
    treaty: Treaty
    action: AgreementAction
    facts: Facts
    instrument: LegalInstrument | None = None


class Treaties:
    def __init__(self, dice: Random, register: Register, cast: Cast) -> None:
        self.dice, self.register, self.cast = dice, register, cast
        # What will happen: from which day, which step of which treaty.
        self.ahead: list[tuple[date, str, Treaty]] = []
        self.decrees = 0

    def due(self, day: date) -> tuple[str, Treaty] | None:
        """The step of a treaty that falls on this day or fell before it, once."""
        for place, (when, kind, treaty) in enumerate(self.ahead):
            if when <= day:
                del self.ahead[place]
                return kind, treaty
        return None

    def agree(self, partner: Body, theme: Phrase, topics: list[Topic]) -> Treaty:
        """A new agreement of the agency with a body at home, or of the country with that of an embassy."""
        abroad = partner.organization.host_country is not None
        agreement = self.register.new(
            Agreement, slug=self.cast.slug(f"perjanjian {theme.id}"), **self.titles(partner, theme, abroad)
        )
        self.register.attach(
            agreement, [Agreement.topics.through(agreement=agreement, topic=topic) for topic in topics]
        )
        home, other = self.parties(agreement, partner, abroad)
        known = facts(agreement, home, other, *topics)
        if not abroad:
            known |= partner.facts | self.cast.agency.facts
        return Treaty(agreement, partner, home, known, theme, topics)

    def titles(self, partner: Body, theme: Phrase, abroad: bool) -> dict[str, object]:
        if abroad:
            country = partner.organization.country or self.cast.home
            title = f"Persetujuan Contoh tentang {theme.id} dengan {country.name}"
            title_en = f"Sample Agreement on {theme.en} with {country.name_en}"
            return {"kind": "agreement", "title": title, "title_en": title_en, "approval_needed": True}
        title = f"Nota Kesepahaman Contoh tentang {theme.id} antara BCN dan {partner.phrase.id}"
        title_en = f"Sample Memorandum of Understanding on {theme.en} between BCN and {partner.phrase.en}"
        return {"kind": "mou", "title": title, "title_en": title_en, "approval_needed": False}

    def parties(
        self, agreement: Agreement, partner: Body, abroad: bool
    ) -> tuple[AgreementParty, AgreementParty]:
        if abroad:
            return self.country(agreement, self.cast.home), self.country(
                agreement, partner.organization.country
            )
        return self.body(agreement, self.cast.agency), self.body(agreement, partner)

    def country(self, agreement: Agreement, country: Country | None) -> AgreementParty:
        return self.register.new(
            AgreementParty, agreement=agreement, country=country, capacity=AgreementParty.Capacity.GOVERNMENT
        )

    def body(self, agreement: Agreement, body: Body) -> AgreementParty:
        return self.register.new(
            AgreementParty,
            agreement=agreement,
            organization=body.organization,
            capacity=AgreementParty.Capacity.ORGANIZATION,
        )

    def step(self, kind: str, treaty: Treaty, day: date, place: str, signers: list[Holder]) -> Step:
        """Take a step now, and let the next one follow some day, or never."""
        instrument = self.decree(treaty, day) if kind == "ratification" else None
        signing = kind == "signing"
        action = self.register.new(
            AgreementAction,
            agreement=treaty.agreement,
            kind=STEPS[kind],
            party=treaty.home if instrument else None,
            instrument=instrument,
            place=place if signing else "",
            place_en=place if signing else "",
        )
        action.when = UncertainDate.day(day)
        known = treaty.facts | {fact(action)} | (facts(instrument) if instrument else frozenset())
        if signing:
            appointments = [holder.appointment for holder in signers]
            through = AgreementAction.signatories.through
            self.register.attach(
                action, [through(agreementaction=action, appointment=held) for held in appointments]
            )
            known = known.union(*(holder.facts for holder in signers))
        self.expect(kind, treaty, day)
        return Step(kind, treaty, action, known, instrument)

    def expect(self, kind: str, treaty: Treaty, day: date) -> None:
        following = {"signing": "ratification" if treaty.agreement.approval_needed else "force"}
        following["ratification"] = "force"
        if kind in following and self.dice.random() < 0.75:
            self.ahead.append((day + timedelta(days=self.dice.randint(30, 500)), following[kind], treaty))

    def decree(self, treaty: Treaty, day: date) -> LegalInstrument:
        self.decrees += 1
        return self.register.new(
            LegalInstrument,
            kind_id=DECREE,
            number=f"{self.decrees}-CONTOH",
            year=day.year,
            title=f"pengesahan {treaty.agreement.title}",
            title_en=f"approval of the {treaty.agreement.title_en}",
        )
