"""Merged rows stand for themselves until the row that takes over is public."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from entities.models import Person
from tests import factories

pytestmark = pytest.mark.django_db
NOW = factories.LONG_AGO
MAKERS = [factories.person, factories.organization]


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
@pytest.mark.parametrize(
    ("public_from", "stands"),
    [(None, True), (factories.FAR_AHEAD, True), (factories.LONG_AGO, False)],
    ids=["never announced", "announced later", "public"],
)
def test_a_row_stands_until_its_successor_is_public(
    make: Callable[..., Any], public_from: datetime | None, stands: bool
) -> None:
    row = make(merged_into=make(public_from=public_from))
    assert row.stands() is stands
    assert (row in type(row).objects.standing()) is stands
    assert (row.survivor() == row) is stands


def test_who_stands_can_be_asked_of_any_moment() -> None:
    moment = datetime(2024, 10, 9, tzinfo=UTC)
    row = factories.person(merged_into=factories.person(public_from=moment))
    before = Person.objects.standing(moment - timedelta(microseconds=1))
    assert row in before
    assert row not in Person.objects.standing(moment)


def test_a_row_that_nothing_was_merged_with_stands() -> None:
    row = factories.person()
    assert row.stands()
    assert row in Person.objects.standing()


def test_a_public_row_is_not_known_by_what_hidden_rows_brought_along() -> None:
    last = factories.person()
    known = factories.person(merged_into=last)
    hidden = factories.person(merged_into=last, public_from=None)
    factories.person(merged_into=hidden)
    assert last.known_keys() == [last.pk, known.pk]
