"""Every list of the desk: few queries, and no more of them with a thousand rows."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db import connection, models
from django.test import Client
from django.test.utils import CaptureQueriesContext

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
from articles.models import Article, Citation, Edition, Image, Revision, StyleRule
from entities.models import (
    Appointment,
    Country,
    Honorific,
    Organization,
    OrganizationName,
    Person,
    PersonHonorific,
    PersonName,
    Post,
    Topic,
)
from pressroom.api.models import Partner, PartnerKey
from pressroom.core import changes
from pressroom.core.models import AuditEntry, Change, Office
from pressroom.delivery.models import Letter, Subscriber, Subscription
from tests import factories as make
from tests.desk.pages import REGISTERED, address, change_address

FEW, MANY = 3, 1_000
BUDGET = 12

# How to make one row, and what tells the copies of it apart.
Row = tuple[Callable[[], models.Model], Callable[[int], dict[str, Any]]]


def slugged() -> Callable[[int], dict[str, Any]]:
    return lambda n: {"slug": f"salinan-{n}"}


ROWS: dict[type[models.Model], Row] = {
    AgendaItem: (make.agenda_item, lambda n: {"ordinal": n + 2}),
    Agreement: (make.agreement, slugged()),
    AgreementAction: (lambda: make.action(by="ID"), lambda n: {}),
    AgreementParty: (make.party, lambda n: {"agreement_id": parent(n)}),
    AgreementRelation: (make.relation, lambda n: {"source_id": parent(n)}),
    Appointment: (lambda: make.appointment(kind="member"), lambda n: {}),
    Article: (make.article, lambda n: {"slug": f"salinan-{n}", "uid": uuid4()}),
    AuditEntry: (make.audit_entry, lambda n: {}),
    Change: (lambda: changes.append("topic", "topik"), lambda n: {"seq": n + 2}),
    Citation: (lambda: make.citation(event=make.event()), lambda n: {}),
    Country: (make.country, lambda n: {"iso2": letters(n), "iso3": f"X{letters(n)}"}),
    Edition: (make.edition, lambda n: {"number": n + 2, "kind": "minor", "chain": f"{n:064}"}),
    Event: (make.held_event, slugged()),
    EventParticipant: (make.participant, lambda n: {}),
    Group: (lambda: Group.objects.create(name="Grup"), lambda n: {"name": f"Grup {n}"}),
    Honorific: (make.honorific, lambda n: {"code": f"salinan-{n}"}),
    Image: (make.image, lambda n: {"sha256": f"{n:064}"}),
    InstrumentKind: (make.instrument_kind, lambda n: {"code": f"j{n}"}),
    LegalInstrument: (make.instrument, lambda n: {"number": f"salinan-{n}"}),
    Office: (lambda: Office.objects.create(contact="Humas"), lambda n: {}),
    Letter: (make.letter, lambda n: {"uid": uuid4()}),
    Organization: (lambda: make.organization(country=make.country()), slugged()),
    OrganizationName: (make.organization_name, lambda n: {"name": f"Salinan {n}"}),
    Partner: (make.partner, lambda n: {"name": f"Salinan {n}"}),
    PartnerKey: (make.partner_key, lambda n: {"prefix": f"{n:08x}"}),
    Person: (lambda: make.person(nationality=make.country()), slugged()),
    PersonHonorific: (make.person_honorific, lambda n: {}),
    PersonName: (make.person_name, lambda n: {"name": f"Salinan {n}"}),
    Post: (make.post, lambda n: {"title": f"Salinan {n}"}),
    Revision: (lambda: make.revision(author=make.user()), lambda n: {"number": n + 2}),
    StyleRule: (make.style_rule, lambda n: {"pattern": f"salinan {n}"}),
    Subscriber: (make.subscriber, lambda n: {"uid": uuid4(), "email": f"salinan-{n}@contoh.example"}),
    Subscription: (make.subscription, lambda n: {"uid": uuid4(), "query": f"q=salinan-{n}"}),
    Topic: (lambda: make.topic(parent=make.topic()), slugged()),
    User: (make.user, lambda n: {"username": f"salinan-{n}"}),
}


def parent(n: int) -> int:
    """Another agreement, as a party and a relation stand in each only once."""
    return Agreement.objects.create(slug=f"induk-{n}", kind="mou", title="Induk").pk


def letters(n: int) -> str:
    return chr(65 + n // 26 % 26) + chr(65 + n % 26)


def copies(model: type[models.Model], first: int, number: int) -> None:
    """More rows like the first, as fast as the database takes them; countries end at ZZ, offices at one."""
    make_one, apart = ROWS[model]
    sample = model._default_manager.first() or make_one()
    fields = [f for f in model._meta.concrete_fields if not (f.primary_key and f.auto_created)]
    values = {f.attname: getattr(sample, f.attname) for f in fields}
    numbers = range(first, min(first + number, 26 * 26) if model is Country else first + number)
    rows = [model(**{**values, **apart(n)}) for n in numbers]
    model._default_manager.bulk_create(rows, batch_size=1000, ignore_conflicts=model in (Country, Office))


def queries_of(browser: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert browser.get(url).status_code == 200
    return len(captured)


def test_every_registered_model_is_measured() -> None:
    assert set(ROWS) == set(REGISTERED)


@pytest.mark.table
@pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model._meta.label)
def test_a_list_asks_as_few_queries_of_a_thousand_rows_as_of_three(
    desk: Client, model: type[models.Model]
) -> None:
    copies(model, 0, FEW)
    url = address(model, "changelist")
    with_few = queries_of(desk, url)
    copies(model, FEW, MANY)
    with_many = queries_of(desk, url)
    assert with_many <= BUDGET
    assert with_many == with_few


@pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model._meta.label)
def test_a_search_in_a_list_keeps_to_the_budget(desk: Client, model: type[models.Model]) -> None:
    copies(model, 0, FEW)
    assert queries_of(desk, address(model, "changelist") + "?q=salinan") <= BUDGET


@pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model._meta.label)
def test_lists_are_paged_and_searchable(model: type[models.Model]) -> None:
    model_admin = admin.site._registry[model]
    assert model_admin.list_per_page == 50
    assert model_admin.show_full_result_count is False
    assert model_admin.search_fields


def test_events_that_wait_for_confirmation_can_be_listed(desk: Client) -> None:
    held = make.held_event(title="Sudah terlaksana")
    overdue = make.event(title="Perlu ditanyakan", when=held.when)
    page = desk.get(address(Event, "changelist") + "?overdue=yes").content.decode()
    assert overdue.title in page
    assert held.title not in page


@pytest.mark.parametrize("rows", [1, 8])
def test_a_page_with_many_choices_of_parties_reads_them_once(desk: Client, rows: int) -> None:
    agreement = make.agreement()
    for number in range(rows):
        make.action(agreement, reference=f"Nota {number}")
    with CaptureQueriesContext(connection) as captured:
        desk.get(change_address(agreement))
    of_parties = [q for q in captured if 'FROM "agreements_agreementparty"' in q["sql"]]
    assert len(of_parties) <= 3
