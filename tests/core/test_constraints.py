"""What the database itself refuses in the change log and the audit trail."""

import pytest

from pressroom.core.models import AuditEntry, Change, Office
from tests import factories
from tests.constraints import Attempt, Rule, broken, check_refused, check_taken, legal

pytestmark = pytest.mark.django_db


def change() -> Change:
    return Change(seq=1, at=factories.LONG_AGO, kind="person", object_id="eddy-hartono", op="upsert")


def entry() -> AuditEntry:
    return AuditEntry(at=factories.LONG_AGO, act="changed", subject_type="entities.topic", subject_id="1")


RULES = {
    "core_auditentry_subject": Rule(
        entry,
        broken=({"subject_type": ""}, {"subject_id": ""}),
        legal=({}, {"subject_type": "", "subject_id": ""}),
        doors=("bulk_create",),
    ),
    "core_change_op": Rule(
        change,
        broken=({"op": "insert"}, {"op": ""}),
        legal=({"op": "upsert"}, {"op": "delete"}),
        doors=("bulk_create",),
    ),
    "core_office_only_one": Rule(Office, broken=({"id": 2}, {"id": 0}), legal=({},), doors=("bulk_create",)),
}


@pytest.mark.parametrize("attempt", broken(RULES))
def test_the_database_refuses(attempt: Attempt) -> None:
    check_refused(attempt)


@pytest.mark.parametrize("attempt", legal(RULES))
def test_the_database_takes(attempt: Attempt) -> None:
    check_taken(attempt)
