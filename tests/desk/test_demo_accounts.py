"""Demo accounts: made once, for a database that nobody can log in to."""

import io
import stat
from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.management import call_command
from pytest_django import Settings

from tests import factories as make

pytestmark = pytest.mark.django_db
ROLE_OF = {
    "penulis": ["Penulis"],
    "penyunting": ["Penyunting"],
    "kepala": ["Kepala"],
    "mitra": ["Pengelola Mitra"],
    "administrator": ["Administrator"],
    "admin": [],
}


@pytest.fixture(autouse=True)
def note(settings: Settings, tmp_path: Path) -> Path:
    """Where the passwords are written down."""
    settings.LOCAL_DIR = tmp_path / "local"
    return settings.LOCAL_DIR / "demo-accounts.txt"


def run() -> str:
    out = io.StringIO()
    call_command("demo_accounts", stdout=out)
    return out.getvalue()


def test_an_empty_database_gets_an_account_for_every_role(note: Path) -> None:
    run()
    roles = {u.username: [group.name for group in u.groups.all()] for u in User.objects.all()}
    assert roles == ROLE_OF
    assert [u.username for u in User.objects.filter(is_superuser=True)] == ["admin"]
    assert all(u.is_staff and u.is_active for u in User.objects.all())


def test_the_passwords_that_are_printed_and_written_down_open_the_door(note: Path) -> None:
    printed = run()
    lines = note.read_text().splitlines()
    assert len(lines) == len(ROLE_OF)
    for line in lines:
        username, password = line.split()
        assert line in printed
        assert authenticate(username=username, password=password)


def test_only_the_owner_reads_the_note(note: Path) -> None:
    note.parent.mkdir()
    note.write_text("lama")
    note.chmod(0o644)
    run()
    assert stat.S_IMODE(note.stat().st_mode) == 0o600
    assert "lama" not in note.read_text()


def test_two_databases_get_different_passwords(note: Path) -> None:
    run()
    first = note.read_text()
    User.objects.all().delete()
    run()
    assert note.read_text() != first


def test_where_somebody_can_log_in_nothing_happens(note: Path) -> None:
    make.user("editor")
    assert run() == ""
    assert User.objects.count() == 1
    assert not note.exists()


def test_accounts_put_out_of_use_are_taken_up_again(note: Path) -> None:
    make.user("penulis", is_active=False, is_superuser=True)
    run()
    writer = User.objects.get(username="penulis")
    assert (writer.is_active, writer.is_superuser) == (True, False)
    assert User.objects.count() == len(ROLE_OF)


def test_production_gets_no_demo_accounts(settings) -> None:
    settings.PRODUCTION = True
    call_command("demo_accounts")
    assert not User.objects.exists()
