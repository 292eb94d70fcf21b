"""The factories make legal rows: others build on them."""

import inspect
from collections.abc import Callable

import pytest
from django.db import models

from tests import factories

pytestmark = pytest.mark.django_db

NEED_AN_ARGUMENT = {"party", "citation", "outside_citation"}
NO_ROWS = {"picture_file", "partner_key_and_token"}
MAKERS = [
    maker
    for name, maker in inspect.getmembers(factories, inspect.isfunction)
    if name not in NEED_AN_ARGUMENT | NO_ROWS
]


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_what_a_factory_makes_passes_its_own_validation(make: Callable[[], models.Model]) -> None:
    row = make()
    row.refresh_from_db()
    row.full_clean(exclude=["password"])
    assert str(row)


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_a_factory_can_be_called_twice(make: Callable[[], models.Model]) -> None:
    make()
    make()


def test_citations_need_only_their_fact() -> None:
    event = factories.held_event()
    factories.citation(event=event).full_clean()
    factories.outside_citation(event=event).full_clean()
    assert event.citations.count() == 2


def test_an_agreement_comes_with_the_parties_that_are_named() -> None:
    agreement = factories.agreement(parties=("ID", "AU"))
    assert [party.country_id for party in agreement.parties.all()] == ["ID", "AU"]
    assert factories.action(agreement, "domestic_approval", by="ID").party == agreement.parties.first()
