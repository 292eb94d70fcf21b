"""The change log: numbered without gaps, in the order of commits."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.transaction import TransactionManagementError
from django.utils import timezone

from pressroom.core import changes
from pressroom.core.models import Change
from pressroom.core.visibility import Public
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_first_change_is_number_one() -> None:
    assert changes.newest() == 0
    assert changes.append("person", "eddy-hartono").seq == 1
    assert changes.newest() == 1


def test_numbers_follow_each_other() -> None:
    for name in "abc":
        changes.append("person", name)
    assert list(Change.objects.values_list("seq", "object_id")) == [(1, "a"), (2, "b"), (3, "c")]


def test_a_change_keeps_what_it_is_told() -> None:
    moment = timezone.now() - timedelta(days=1)
    changes.append("release", "kunjungan", op="delete", version=3, digest="ab" * 32, at=moment)
    row = Change.objects.get()
    assert (row.kind, row.object_id, row.op) == ("release", "kunjungan", "delete")
    assert (row.version, row.digest, row.at) == (3, "ab" * 32, moment)


def test_a_change_happens_now_unless_told_otherwise() -> None:
    before = timezone.now()
    assert before <= changes.append("person", "eddy-hartono").at <= timezone.now()


def test_a_change_that_was_rolled_back_leaves_no_gap() -> None:
    changes.append("person", "a")
    with transaction.atomic():
        changes.append("person", "b")
        transaction.set_rollback(True)
    assert changes.append("person", "c").seq == 2


@pytest.mark.django_db(transaction=True)
def test_the_log_is_written_inside_a_transaction_only() -> None:
    with pytest.raises(TransactionManagementError, match="inside a transaction"):
        changes.append("person", "eddy-hartono")
    assert changes.newest() == 0


def honorific_of_eddy() -> Public:
    return factories.person_honorific(factories.person(slug="eddy-hartono"))


def step_of_the_mou() -> Public:
    return factories.action(factories.agreement(slug="mou-2007"))


@pytest.mark.parametrize(
    ("make", "kind", "object_id"),
    [
        (lambda: factories.person(slug="eddy-hartono"), "person", "eddy-hartono"),
        (lambda: factories.organization(slug="bnpt"), "organization", "bnpt"),
        (lambda: factories.topic(slug="terorisme"), "topic", "terorisme"),
        (lambda: factories.agreement(slug="mou-2007"), "agreement", "mou-2007"),
        (lambda: factories.event(slug="kunjungan"), "event", "kunjungan"),
        (lambda: factories.post(pk=71), "post", "71"),
        (lambda: factories.appointment(pk=72), "appointment", "72"),
        (lambda: factories.instrument(pk=73), "instrument", "73"),
        (honorific_of_eddy, "person", "eddy-hartono"),
        (step_of_the_mou, "agreement", "mou-2007"),
    ],
)
def test_a_fact_is_logged_as_the_resource_that_shows_it(make, kind: str, object_id: str) -> None:
    changes.append_fact(make())
    assert list(Change.objects.values_list("kind", "object_id", "op")) == [(kind, object_id, "upsert")]


def test_every_public_model_is_shown_by_some_resource() -> None:
    for model in (model for model in apps.get_models() if issubclass(model, Public)):
        assert model.change_kind or "change_subject" in vars(model), model


def append_in_a_thread(number: int) -> int:
    try:
        with transaction.atomic():
            return changes.append("person", f"tokoh-{number}").seq
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_time_get_numbers_without_gaps() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("threads share one connection to the SQLite test database in memory")
    with ThreadPoolExecutor(max_workers=8) as pool:
        numbers = list(pool.map(append_in_a_thread, range(40)))
    assert sorted(numbers) == list(range(1, 41))
