"""What the database itself refuses in the change log."""

import pytest

from pressroom.core.models import Change
from tests import factories
from tests.constraints import Attempt, Rule, broken, check_refused, check_taken, legal

pytestmark = pytest.mark.django_db


def change() -> Change:
    return Change(seq=1, at=factories.LONG_AGO, kind="person", object_id="eddy-hartono", op="upsert")


RULES = {
    "core_change_op": Rule(
        change,
        broken=({"op": "insert"}, {"op": ""}),
        legal=({"op": "upsert"}, {"op": "delete"}),
        doors=("bulk_create",),
    ),
}


@pytest.mark.parametrize("attempt", broken(RULES))
def test_the_database_refuses(attempt: Attempt) -> None:
    check_refused(attempt)


@pytest.mark.parametrize("attempt", legal(RULES))
def test_the_database_takes(attempt: Attempt) -> None:
    check_taken(attempt)
