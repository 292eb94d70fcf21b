"""Eight queries a list, however many rows there are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from entities.models import Organization, Person
from tests import house

pytestmark = pytest.mark.django_db

BUDGET = 8
LISTS = {
    "releases": [
        {},
        {"q": "terorisme"},
        {"language": "en"},
        {"person": "t-1"},
        {"published_after": "2024-01-01"},
    ],
    "quotes": [{}, {"person": "t-1"}],
    "people": [{}, {"organization": "l-1"}, {"on": "2024-01-01"}],
    "organizations": [{}],
    "posts": [{}, {"organization": "l-1"}],
    "appointments": [{}, {"person": "t-1"}],
    "countries": [{}],
    "topics": [{}],
    "agreements": [{}, {"status": "signed"}, {"party": "RU"}, {"signed_after": "2000-01-01"}],
    "instruments": [{}, {"kind": "perpres"}],
    "events": [{}, {"after": "2000-01-01"}],
    "changes": [{}, {"kind": "release"}],
}


def queries_of(ask, resource: str, **parameters) -> int:
    with CaptureQueriesContext(connection) as queries:
        answer = ask(resource, **parameters)
    assert answer["results"], (resource, parameters)
    return len(queries)


def test_every_list_keeps_its_budget_in_a_full_house(ask):
    """The house is filled once: that takes longer than all that is asked of it."""
    house.fill()
    check_as_many_for_a_hundred_rows_as_for_two(ask)
    check_the_second_page(ask)
    check_merged_rows(ask)


def check_as_many_for_a_hundred_rows_as_for_two(ask):
    for resource, filters in LISTS.items():
        for parameters in filters:
            few, many = (queries_of(ask, resource, limit=limit, **parameters) for limit in (2, 100))
            assert few == many <= BUDGET, (resource, parameters, few, many)


def check_the_second_page(ask):
    for resource in LISTS.keys() - {"changes", "countries"}:
        first = ask(resource, limit=50)
        with CaptureQueriesContext(connection) as queries:
            ask(first["next"])
        assert len(queries) <= BUDGET, resource


def check_merged_rows(ask):
    """Rows that were merged cost no query of their own."""
    person, body = Person.objects.last(), Organization.objects.last()
    before = {name: queries_of(ask, name, limit=100) for name in LISTS}
    Person.objects.filter(pk__lt=person.pk, pk__gt=person.pk - 150).update(merged_into=person)
    Organization.objects.filter(pk__lt=body.pk, pk__gt=body.pk - 150).update(merged_into=body)
    assert {name: queries_of(ask, name, limit=100) for name in LISTS} == before
