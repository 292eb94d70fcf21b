"""Accepted regulations and agreements with their parties and the steps that the text states."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from agreements.kinds import ActionKind
from agreements.models import Agreement, AgreementAction, AgreementParty, LegalInstrument
from articles.intake.proposals import Proposal
from articles.intake.reader import Evidence
from entities.models import Country, Organization
from pressroom.core.dates import read_when

from .actors import Actors
from .writing import Writing

APPROVED = gettext_noop(
    "Teks menyebut peraturannya, bukan tanggal pengesahannya; tahunnya disimpulkan dari nomor peraturan itu."
)

LONGEST_YEAR = 4


def write_regulations(writing: Writing) -> None:
    for card in writing.answers.accepted("regulation"):
        writing.made[card.key] = writing.existing(card) or new_instrument(writing, card)


def new_instrument(writing: Writing, card: Proposal) -> LegalInstrument:
    value = writing.answers.value
    year = value(card, "year")
    is_year = year.isdecimal() and len(year) <= LONGEST_YEAR
    if not is_year:
        writing.answers.refuse(f"{card.key}-year", _("Tahun ditulis dengan angka, misalnya 2010."))
    instrument = LegalInstrument(
        kind=writing.reference.instrument_kinds.get(value(card, "kind")),
        number=value(card, "number"),
        year=int(year) if is_year else 0,
        title=value(card, "title"),
        issuer=writing.made.get(value(card, "issuer")),
    )
    return writing.rows.add(card.key, instrument)


class Agreements:
    """The agreements of one draft. An existing one gets another source; its differences are concerns."""

    def __init__(self, writing: Writing, actors: Actors) -> None:
        self.writing, self.answers, self.actors = writing, writing.answers, actors

    def write(self) -> None:
        for card in self.answers.accepted("agreement"):
            agreement = self.writing.existing(card) or self.new_agreement(card)
            self.writing.made[card.key] = agreement
            self.writing.cite("agreement", agreement, card.evidence, card.spans[0])

    def new_agreement(self, card: Proposal) -> Agreement:
        value = self.answers.value
        title = value(card, "title")
        agreement = Agreement(title=title, title_en=value(card, "title_en"), kind=value(card, "kind"))
        self.writing.slugs.ask(agreement, title)
        self.writing.rows.add(card.key, agreement)
        parties = self.parties(card, agreement)
        self.signature(card, agreement)
        self.approval(card, agreement, parties)
        return agreement

    def parties(self, card: Proposal, agreement: Agreement) -> list[AgreementParty]:
        parties: list[AgreementParty] = []
        for line in self.answers.lines(card, "parties"):
            party = self.party(card, agreement, line)
            actors = [(other.country, other.organization) for other in parties]
            if party and (party.country, party.organization) not in actors:
                parties.append(self.writing.rows.add(card.key, party))
        return parties

    def party(self, card: Proposal, agreement: Agreement, line: str) -> AgreementParty | None:
        """ "Pemerintah Rusia" is the country acting as a government, "Rusia" as a state."""
        actor = self.actors.find(line)
        capacity = AgreementParty.Capacity
        if isinstance(actor, Organization):
            return AgreementParty(agreement=agreement, organization=actor, capacity=capacity.ORGANIZATION)
        if isinstance(actor, Country):
            government = line.casefold().startswith(("pemerintah", "government"))
            acting = capacity.GOVERNMENT if government else capacity.STATE
            return AgreementParty(agreement=agreement, country=actor, capacity=acting)
        message = _(
            "“%s” bukan negara atau lembaga yang diterima di sini. Terima dahulu lembaganya, atau hapus."
        )
        self.answers.refuse(f"{card.key}-parties", message % line)
        return None

    def signature(self, card: Proposal, agreement: Agreement) -> None:
        typed = self.answers.value(card, "signed")
        if typed:
            action = AgreementAction(agreement=agreement, kind=ActionKind.SIGNATURE)
            self.action(card, action, typed, "signed", card.evidence)

    def approval(self, card: Proposal, agreement: Agreement, parties: list[AgreementParty]) -> None:
        """Consent by the instrument named: a step of the home side, which must be a party for that."""
        law = self.writing.proposals.card(self.answers.value(card, "approval"))
        instrument = self.writing.made.get(law.key) if law else None
        home = next((party for party in parties if is_home(party)), None)
        if law and instrument and home:
            action = AgreementAction(
                agreement=agreement, kind=ActionKind.DOMESTIC_APPROVAL, party=home, instrument=instrument
            )
            evidence = Evidence(law.spans[0], "inferred", APPROVED)
            self.action(card, action, str(instrument.year), "approval", evidence)
        elif instrument:
            message = _("Pengesahan memerlukan pihak Indonesia di antara para pihak.")
            self.answers.refuse(f"{card.key}-parties", message)

    def action(
        self, card: Proposal, action: AgreementAction, typed: str, name: str, evidence: Evidence | None
    ) -> None:
        try:
            action.when = read_when(typed)
        except ValidationError as error:
            self.answers.refuse(f"{card.key}-{name}", " ".join(error.messages))
            return
        self.writing.rows.add(card.key, action)
        self.writing.cite("action", action, evidence, card.spans[0])


def is_home(party: AgreementParty) -> bool:
    return party.nationality == settings.HOME_COUNTRY
