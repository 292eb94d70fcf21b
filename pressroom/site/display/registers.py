"""The registers in words: names with their titles, parties, and where an agreement or an event stands."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from agreements.models import Agreement, AgreementParty, Event, LegalInstrument
from agreements.standing import Approval, Force
from entities.models import Appointment, Country, Person, PersonHonorific
from pressroom.core.dates.days import interface_language
from pressroom.site import status
from pressroom.site.countries import TRACES
from pressroom.site.display.words import indonesian, plain, readable, words


def kind_words(thing: Any) -> str:
    """What `thing.kind` is called, as `get_kind_display()` says, which looks through all kinds each time."""
    return choices_of(thing._meta, "kind", interface_language()).get(thing.kind, thing.kind)


@cache
def choices_of(meta: Any, field: str, language: str) -> dict[str, str]:
    """Words by code in that, the active language."""
    return {code: str(words) for code, words in meta.get_field(field).flatchoices}


def styled(person: Person) -> str:
    """The name with the titles held today."""
    return person.styled(language=interface_language())


def honorific_text(held: PersonHonorific) -> str:
    return held.text(interface_language())


def title_of(appointment: Appointment) -> str:
    """The post as printed for its holder."""
    return readable(appointment.title)


def party_name(party: AgreementParty) -> str:
    return readable(party.name)


def between(agreement: Agreement) -> SafeString:
    """The short names of the `sides`: "Indonesia – Rusia"."""
    sides: list[dict[str, str]] = agreement.__dict__["sides"]
    return SafeString(" – ".join(conditional_escape(words(side, "name")) for side in sides))


def citation(instrument: LegalInstrument) -> str:
    if interface_language() == "en" and not instrument.kind.name_en:
        return indonesian(instrument.citation())
    return instrument.citation(interface_language())


def traces(country: Country) -> str:
    """What there is of a country of `concerned()`: "Siaran pers · Perjanjian"."""
    return " · ".join(str(name) for trace, name in TRACES.items() if getattr(country, trace))


def event_status(event: Event) -> str:
    """What became of an event, or what is still to be said about it."""
    if event.outcome:
        return choices_of(event._meta, "outcome", interface_language()).get(event.outcome, event.outcome)
    return _("perlu konfirmasi") if event.needs_confirmation() else _("direncanakan")


def access_words(event: Event) -> str:
    """Whether media may come to an event, and how, as plain text; "" where nobody has said."""
    kind = _("Akses media: %s") % event.get_access_display() if event.access else ""
    return "\n".join(filter(None, (kind, plain(event, "access_note"))))


# Of an agreement that was fetched `with_standing`, on the day it was asked for.
def signature_words(agreement: Agreement) -> str:
    return status.signature_words(agreement.__dict__["stands"], interface_language())


def approval_words(agreement: Agreement) -> str:
    return status.approval_words(agreement.__dict__["stands"], interface_language())


def force_words(agreement: Agreement) -> str:
    return status.force_words(agreement.__dict__["stands"], interface_language())


def sentence_per(agreement: Agreement) -> str:
    return status.sentence(agreement.__dict__["stands"], interface_language())


def approved(agreement: Agreement) -> bool:
    return bool(agreement.__dict__["stands"].approval == Approval.GIVEN)


def in_force(agreement: Agreement) -> bool:
    return bool(agreement.__dict__["stands"].force == Force.IN_FORCE)
