"""What the database itself refuses in the register of agreements and events."""

from collections.abc import Callable
from datetime import date, time

import pytest

from agreements.models import AgendaItem, AgreementAction, AgreementParty, AgreementRelation, LegalInstrument
from agreements.models.instruments import ISSUER_KINDS
from tests import factories
from tests.constraints import Attempt, Rule, broken, check_refused, check_taken, legal, own_pk, unique_column

pytestmark = pytest.mark.django_db

EARLY, LATE = date(2007, 1, 1), date(2007, 12, 31)


def new(make: Callable, *args: object, **fields: object) -> Callable:
    """A value for a change: a new row to point to."""
    return lambda row: make(*args, **fields)


def when_rule(make: Callable) -> Rule:
    """Both bounds or neither, and in order: a CHECK of their order alone passes where one is empty."""
    return Rule(
        make,
        broken=(
            {"earliest": LATE, "latest": EARLY},
            {"earliest": EARLY, "latest": None},
            {"earliest": None, "latest": LATE},
        ),
        legal=(
            {"earliest": None, "latest": None},
            {"earliest": EARLY, "latest": EARLY},
            {"earliest": EARLY, "latest": LATE},
        ),
    )


def second_perpres() -> LegalInstrument:
    factories.instrument("perpres", "3", 2010)
    return factories.instrument("perpres", "4", 2010)


def second_regulation_of_an_agency() -> LegalInstrument:
    first = factories.instrument("perban", "1", 2020, issuer=factories.organization())
    return factories.instrument("perban", "2", 2020, issuer=first.issuer)


def agency_regulation() -> LegalInstrument:
    return factories.instrument("perban", issuer=factories.organization())


def russia() -> AgreementParty:
    return factories.agreement(parties=("ID", "RU")).parties.get(country="RU")


def second_organization() -> AgreementParty:
    first = factories.party(factories.agreement(), factories.organization())
    return factories.party(first.agreement, factories.organization())


def first_organization(second: AgreementParty) -> int:
    parties = AgreementParty.objects.filter(agreement=second.agreement, organization__isnull=False)
    return parties.order_by("pk").first().organization_id


def approval() -> AgreementAction:
    return factories.action(kind="domestic_approval", by="ID", instrument=factories.instrument())


def second_relation() -> AgreementRelation:
    first = factories.relation(kind="amends")
    return factories.relation(first.source, first.target, kind="extends")


def second_agenda_item() -> AgendaItem:
    first = factories.agenda_item(ordinal=1)
    return factories.agenda_item(first.event, ordinal=2)


RULES = {
    "agreements_legalinstrument_once": Rule(
        second_perpres,
        broken=({"number": "3"},),
        legal=({"number": "3A"}, {"number": "3", "year": 2011}, {"number": "3", "kind_id": "keppres"}),
    ),
    "agreements_legalinstrument_once_per_issuer": Rule(
        second_regulation_of_an_agency,
        broken=({"number": "1"},),
        legal=({"number": "1", "year": 2021}, {"number": "1", "issuer": new(factories.organization)}),
    ),
    "agreements_legalinstrument_issuer": Rule(
        agency_regulation,
        broken=({"issuer": None}, {"kind_id": "uu"}, {"kind_id": "keppres"}),
        legal=(*({"kind_id": kind} for kind in ISSUER_KINDS), {"kind_id": "perpres", "issuer": None}),
    ),
    "agreements_legalinstrument_year": Rule(
        factories.instrument,
        broken=({"year": 1944}, {"year": 2101}, {"year": 0}),
        legal=({"year": 1945}, {"year": 2100}),
    ),
    "agreements_agreement_original_language": Rule(
        factories.agreement,
        broken=({"title_original": "Memorandum of Understanding"},),
        legal=(
            {"title_original": "Memorandum of Understanding", "original_language": "en"},
            {"original_language": "en"},
        ),
    ),
    "agreements.Agreement.slug": unique_column(factories.agreement, "slug", "lain"),
    "agreements_agreementparty_one_actor": Rule(
        russia,
        broken=(
            {"country": None},
            {"organization": new(factories.organization)},
            {"country": None, "organization": new(factories.organization)},
            {"capacity": "organization"},
            {"capacity": "organization", "organization": new(factories.organization)},
            {"capacity": "organization", "country": None},
            {"capacity": "observer"},
        ),
        legal=(
            {"capacity": "state"},
            {"capacity": "organization", "country": None, "organization": new(factories.organization)},
        ),
    ),
    "agreements_agreementparty_country_once": Rule(
        russia,
        broken=({"country_id": "ID"}, {"country_id": "ID", "capacity": "state"}),
        legal=(
            {"country": new(factories.country, "AU")},
            {"country_id": "ID", "agreement": new(factories.agreement, parties=())},
        ),
    ),
    "agreements_agreementparty_organization_once": Rule(
        second_organization,
        broken=({"organization_id": first_organization},),
        legal=({"organization_id": first_organization, "agreement": new(factories.agreement)},),
    ),
    "agreements_agreementrelation_not_self": Rule(
        factories.relation,
        broken=({"target_id": lambda row: row.source_id},),
        legal=({"target": new(factories.agreement)},),
    ),
    "agreements_agreementrelation_once": Rule(
        second_relation,
        broken=({"kind": "amends"},),
        legal=({"kind": "implements"}, {"kind": "amends", "target": new(factories.agreement)}),
    ),
    "agreements_agreementaction_when": when_rule(factories.action),
    "agreements_agreementaction_instrument": Rule(
        approval,
        broken=tuple({"kind": kind} for kind in ("signature", "ratification_deposit", "entry_into_force")),
        legal=({"kind": "termination"}, {"kind": "signature", "instrument": None}),
    ),
    "agreements_agreementaction_approval_has_party": Rule(
        approval,
        broken=({"party": None},),
        legal=({"party": None, "kind": "termination"}, {"instrument": None}),
    ),
    "agreements_event_when": when_rule(factories.event),
    "agreements_event_time_needs_day": Rule(
        factories.event,
        broken=(
            {"starts_at": time(9)},
            {"starts_at": time(9), "earliest": EARLY, "latest": LATE},
            {"starts_at": time(0), "earliest": EARLY, "latest": LATE},
        ),
        legal=({"starts_at": time(9), "earliest": EARLY, "latest": EARLY}, {"starts_at": None}),
    ),
    "agreements_event_held_is_dated": Rule(
        factories.event,
        broken=({"outcome": "held"},),
        legal=(
            {"outcome": "held", "earliest": EARLY, "latest": LATE},
            {"outcome": "cancelled"},
            {"outcome": "postponed"},
        ),
    ),
    "agreements_event_not_after_itself": Rule(
        factories.event,
        broken=({"follows_id": own_pk},),
        legal=({"follows": new(factories.event)}, {"follows": None}),
    ),
    "agreements.Event.slug": unique_column(factories.event, "slug", "lain"),
    "agreements_eventparticipant_one_actor": Rule(
        factories.participant,
        broken=(
            {"person": None},
            {"organization": new(factories.organization)},
            {"country": new(factories.country)},
            {
                "person": None,
                "organization": new(factories.organization),
                "country": new(factories.country),
            },
            {"organization": new(factories.organization), "country": new(factories.country)},
        ),
        legal=(
            {"person": None, "organization": new(factories.organization)},
            {"person": None, "country": new(factories.country)},
        ),
    ),
    "agreements_eventparticipant_appointment_of_person": Rule(
        lambda: factories.participant(organization=factories.organization()),
        broken=({"appointment": new(factories.appointment)},),
        legal=(
            {
                "appointment": new(factories.appointment),
                "person": new(factories.person),
                "organization": None,
            },
        ),
    ),
    "agreements_agendaitem_ordinal": Rule(
        second_agenda_item,
        broken=({"ordinal": 1},),
        legal=({"ordinal": 3}, {"ordinal": 1, "event": new(factories.event)}),
    ),
}


@pytest.fixture(autouse=True)
def _reference(reference: None) -> None:
    """Changes refer to kinds of instrument and to countries by their code."""


@pytest.mark.parametrize("attempt", broken(RULES))
def test_the_database_refuses(attempt: Attempt) -> None:
    check_refused(attempt)


@pytest.mark.parametrize("attempt", legal(RULES))
def test_the_database_takes(attempt: Attempt) -> None:
    check_taken(attempt)
