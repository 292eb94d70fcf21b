"""Agreements, legal instruments, events."""

from datetime import date
from typing import Any

from agreements.models import (
    AgendaItem,
    Agreement,
    AgreementAction,
    AgreementParty,
    AgreementRelation,
    Event,
    EventParticipant,
    InstrumentKind,
    LegalInstrument,
)
from entities.models import Organization
from pressroom.core.dates import UncertainDate
from tests.factories.common import LONG_AGO, THE_DAY, serial
from tests.factories.entities import country, person

INSTRUMENT_KINDS = {
    "uu": ("UU", "Undang-Undang", "Law"),
    "pp": ("PP", "Peraturan Pemerintah", "Government Regulation"),
    "perpres": ("Perpres", "Peraturan Presiden", "Presidential Regulation"),
    "keppres": ("Keppres", "Keputusan Presiden", "Presidential Decree"),
    "permen": ("Permen", "Peraturan Menteri", "Ministerial Regulation"),
    "perban": ("Perban", "Peraturan Badan", "Agency Regulation"),
    "foreign": ("", "Peraturan negara lain", "Foreign regulation"),
}


def instrument_kind(code: str = "perpres") -> InstrumentKind:
    abbr, name, name_en = INSTRUMENT_KINDS[code]
    names = {"abbr": abbr, "name": name, "name_en": name_en, "rank": list(INSTRUMENT_KINDS).index(code) + 1}
    found, _ = InstrumentKind.objects.get_or_create(code=code, defaults=names)
    return found


def instrument(kind: str = "perpres", number: str = "", year: int = 2010, **fields: Any) -> LegalInstrument:
    fields = {"public_from": LONG_AGO, "number": number or str(next(serial)), "year": year, **fields}
    return LegalInstrument.objects.create(kind=instrument_kind(kind), **fields)


def agreement(title: str = "", *, parties: tuple[str, ...] = ("ID", "RU"), **fields: Any) -> Agreement:
    """An MoU between the governments of these countries; `parties=()` for none yet."""
    number = next(serial)
    defaults = {"slug": f"perjanjian-{number}", "kind": "mou", "public_from": LONG_AGO}
    made = Agreement.objects.create(title=title or f"Perjanjian {number}", **{**defaults, **fields})
    for iso2 in parties:
        party(made, iso2, public_from=made.public_from)
    return made


def party(of: Agreement | None = None, actor: str | Organization = "ID", **fields: Any) -> AgreementParty:
    """A country's government (by its code), or an organization, as a party of this agreement."""
    of = of or agreement(parties=())
    if isinstance(actor, str):
        actor_fields = {"country": country(actor), "capacity": "government"}
    else:
        actor_fields = {"organization": actor, "capacity": "organization"}
    return AgreementParty.objects.create(agreement=of, **{"public_from": LONG_AGO, **actor_fields, **fields})


def action(
    of: Agreement | None = None, kind: str = "signature", by: str = "", **fields: Any
) -> AgreementAction:
    """An undated step of this agreement, by the party with that country code, or joint."""
    of = of or agreement()
    fields = {"public_from": LONG_AGO, **fields}
    if by:
        fields["party"] = of.parties.get(country=by)
    return AgreementAction.objects.create(agreement=of, kind=kind, **fields)


def relation(
    source: Agreement | None = None, target: Agreement | None = None, kind: str = "amends", **fields: Any
) -> AgreementRelation:
    fields = {"public_from": LONG_AGO, "kind": kind, **fields}
    return AgreementRelation.objects.create(
        source=source or agreement(parties=()), target=target or agreement(parties=()), **fields
    )


def event(title: str = "", **fields: Any) -> Event:
    """A courtesy call whose day and outcome are unknown, unless told otherwise."""
    number = next(serial)
    defaults = {"slug": f"kegiatan-{number}", "kind": "courtesy_call", "public_from": LONG_AGO}
    return Event.objects.create(title=title or f"Kegiatan {number}", **{**defaults, **fields})


def held_event(day: date = THE_DAY, **fields: Any) -> Event:
    return event(when=UncertainDate.day(day), outcome="held", **fields)


def participant(of: Event | None = None, role: str = "guest", **fields: Any) -> EventParticipant:
    """A guest; a new person unless `person`, `organization` or `country` is given."""
    if not fields.keys() & set(EventParticipant.ACTORS):
        fields["person"] = person()
    fields = {"public_from": LONG_AGO, **fields}
    return EventParticipant.objects.create(event=of or event(), role=role, **fields)


def agenda_item(of: Event | None = None, ordinal: int = 1, **fields: Any) -> AgendaItem:
    fields = {"public_from": LONG_AGO, "text": "Keamanan internasional", **fields}
    return AgendaItem.objects.create(event=of or event(), ordinal=ordinal, **fields)
