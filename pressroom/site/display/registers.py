"""The registers in words: names with their titles, parties, and where an agreement or an event stands."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from django.utils import timezone
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
    return str(kinds_of(thing._meta).get(thing.kind, thing.kind))


@cache
def kinds_of(meta: Any) -> dict[str, Any]:
    """Words by code; not yet in any language."""
    return dict(meta.get_field("kind").flatchoices)


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
    """The parties' short names: "Indonesia – Rusia"."""
    actors = (party.country or party.organization for party in agreement.parties.all())
    return SafeString(" – ".join(conditional_escape(words(actor, "name")) for actor in actors))


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
        return event.get_outcome_display()
    return _("perlu konfirmasi") if event.needs_confirmation() else _("direncanakan")


def access_words(event: Event) -> str:
    """Whether media may come to an event, and how, as plain text; "" where nobody has said."""
    kind = _("Akses media: %s") % event.get_access_display() if event.access else ""
    return "\n".join(filter(None, (kind, plain(event, "access_note"))))


def signature_words(agreement: Agreement, day: date | None = None) -> str:
    return status.signature_words(agreement, interface_language(), day)


def approval_words(agreement: Agreement) -> str:
    return status.approval_words(agreement, interface_language())


def approval_per(agreement: Agreement, day: date) -> str:
    """`approval_words` for a column that says what it answers."""
    return status.approval_answer(agreement, interface_language(), day)


def force_words(agreement: Agreement, day: date | None = None) -> str:
    return status.force_words(agreement, interface_language(), day)


def sentence_per(agreement: Agreement, day: date) -> str:
    return status.sentence(agreement, interface_language(), day)


def approved(agreement: Agreement, day: date | None = None) -> bool:
    return agreement.approval_on(day or timezone.localdate()) == Approval.GIVEN


def in_force(agreement: Agreement, day: date | None = None) -> bool:
    return agreement.force_on(day or timezone.localdate()) == Force.IN_FORCE
