"""What may go from the register of agreements and events, and what goes with it."""

from collections.abc import Callable

import pytest
from django.db.models import RestrictedError

from agreements.models import AgreementAction, AgreementParty, EventParticipant, LegalInstrument
from tests import factories
from tests.deletion import Rules, check_deletion, rows

pytestmark = pytest.mark.django_db


def regulation() -> LegalInstrument:
    return factories.instrument("perban", issuer=factories.organization())


def approval() -> AgreementAction:
    return factories.action(kind="domestic_approval", by="ID", instrument=factories.instrument())


def party_organization() -> AgreementParty:
    return factories.party(factories.agreement(), factories.organization())


def party_country() -> AgreementParty:
    return factories.agreement().parties.get(country="RU")


def attending_ambassador() -> EventParticipant:
    role = factories.appointment()
    return factories.participant(person=role.person, appointment=role)


RULES: Rules = {
    "LegalInstrument.kind": (regulation, "protect"),
    "LegalInstrument.issuer": (regulation, "protect"),
    "Agreement.depositary": (lambda: factories.agreement(depositary=factories.organization()), "protect"),
    "AgreementParty.agreement": (party_organization, "cascade"),
    "AgreementParty.country": (party_country, "protect"),
    "AgreementParty.organization": (party_organization, "protect"),
    "AgreementAction.agreement": (approval, "cascade"),
    "AgreementAction.party": (approval, "restrict"),
    "AgreementAction.instrument": (approval, "protect"),
    "AgreementRelation.source": (factories.relation, "cascade"),
    "AgreementRelation.target": (factories.relation, "protect"),
    "Event.follows": (lambda: factories.event(follows=factories.event()), "set_null"),
    "EventParticipant.event": (factories.participant, "cascade"),
    "EventParticipant.person": (factories.participant, "protect"),
    "EventParticipant.organization": (
        lambda: factories.participant(organization=factories.organization()),
        "protect",
    ),
    "EventParticipant.country": (lambda: factories.participant(country=factories.country()), "protect"),
    "EventParticipant.appointment": (attending_ambassador, "protect"),
    "AgendaItem.event": (factories.agenda_item, "cascade"),
    "AgendaItem.topic": (lambda: factories.agenda_item(topic=factories.topic()), "set_null"),
}


@pytest.mark.parametrize(("make", "field", "outcome"), rows(RULES))
def test_deleting_what_a_row_points_to(make: Callable, field: str, outcome: str) -> None:
    check_deletion(make, field, outcome)


def test_an_agreement_goes_with_its_parties_and_their_steps() -> None:
    agreement = approval().agreement
    agreement.delete()
    assert not AgreementParty.objects.exists()
    assert not AgreementAction.objects.exists()


def test_a_party_that_has_acted_stays_while_its_agreement_does() -> None:
    step = approval()
    idle = step.agreement.parties.get(country="RU")
    idle.delete()
    with pytest.raises(RestrictedError):
        step.party.delete()
