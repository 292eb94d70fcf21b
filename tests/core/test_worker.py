"""The worker: what is due goes into the log to the moment, whatever happens around it."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from pressroom.core import changes
from pressroom.core.management.commands import worker
from pressroom.core.models import Change, PendingChange
from tests import factories
from tests.cutting import cut


def due_in(seconds: float, name: str = "a") -> None:
    PendingChange.objects.create(
        due=timezone.now() + timedelta(seconds=seconds), kind="person", object_id=name, op="upsert"
    )


@pytest.mark.django_db
def test_once_it_moves_what_is_due_and_ends() -> None:
    due_in(-1, "tiba")
    due_in(60, "belum")
    call_command("worker", "--once")
    assert [change.object_id for change in Change.objects.all()] == ["tiba"]
    assert PendingChange.objects.get().object_id == "belum"


@pytest.mark.django_db
def test_a_step_sleeps_a_second_where_nothing_is_to_come(caplog: pytest.LogCaptureFixture) -> None:
    assert worker.step() == worker.LONGEST_SLEEP
    assert not caplog.text


@pytest.mark.django_db
def test_it_sleeps_no_longer_than_to_the_next_moment() -> None:
    due_in(0.9)
    due_in(30, "b")
    assert 0.0 <= worker.until_next() <= 0.9


@pytest.mark.django_db
def test_it_never_sleeps_longer_than_a_second_as_another_may_be_put_before() -> None:
    due_in(3600)
    assert worker.step() == worker.LONGEST_SLEEP


@pytest.mark.django_db
def test_what_is_due_by_now_is_not_waited_for() -> None:
    due_in(-5)
    assert worker.until_next() == 0.0
    assert worker.step() == worker.LONGEST_SLEEP


def rename(table: str, to: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} RENAME TO {to}")


@pytest.mark.django_db(transaction=True)
def test_a_database_that_does_not_answer_is_asked_again(caplog: pytest.LogCaptureFixture) -> None:
    due_in(-1)
    rename("core_change", "core_change_gone")
    try:
        assert worker.step() == worker.LONGEST_SLEEP
    finally:
        rename("core_change_gone", "core_change")
    assert "could not be advanced" in caplog.text
    worker.step()
    assert Change.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_was_cut_is_opened_again() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has no connection that somebody else could cut")
    due_in(-1)
    cut()
    assert worker.step() == worker.LONGEST_SLEEP
    assert not Change.objects.exists()
    worker.step()
    assert Change.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_write_each_row_once() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("threads share one connection to the SQLite test database in memory")
    for number in range(50):
        due_in(-1, f"tokoh-{number}")

    def work(_: int) -> float:
        try:
            return worker.step()
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=4) as pool:
        list(pool.map(work, range(8)))
    assert list(Change.objects.values_list("seq", flat=True)) == list(range(1, 51))
    assert not PendingChange.objects.exists()


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_cleanly_when_it_is_told_to(tmp_path: Path, name: signal.Signals) -> None:
    """Even where the database has never answered; that is also said."""
    process = subprocess.Popen(
        [sys.executable, "manage.py", "worker"],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DATABASE_URL": f"sqlite:///{tmp_path / 'empty.sqlite3'}"},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr
    first = process.stderr.readline()
    process.send_signal(name)
    _, rest = process.communicate(timeout=30)
    assert "could not be advanced" in first
    assert process.returncode == 0, rest
    assert "Traceback" not in first + rest


@pytest.mark.django_db
def test_it_gives_back_the_signals_that_it_took() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with worker.asked_to_stop() as stop:
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(0.01)
        assert stop == [signal.SIGTERM]
    assert signal.getsignal(signal.SIGTERM) is before


@pytest.mark.django_db
def test_whoever_writes_needs_no_worker_for_what_is_due() -> None:
    due_in(-1, "lebih dahulu")
    changes.append("person", factories.person().slug)
    assert Change.objects.first().object_id == "lebih dahulu"
