"""The press office at the desk: there is one, and the chief and the administrator keep it right."""

import pytest
from django.test import Client

from pressroom.core import generation
from pressroom.core.models import AuditEntry, Office
from tests.desk.conftest import LogIn
from tests.desk.pages import address, errors, save


def test_the_chief_enters_the_contact_and_readers_see_it_at_once(log_in: LogIn, client: Client) -> None:
    chief, before = log_in("Kepala"), generation.current()
    save(chief, address(Office, "add"), contact="Piket Humas", phone="+62 21 1234567")
    assert "Piket Humas" in client.get("/narahubung/").content.decode()
    assert generation.current() != before
    assert AuditEntry.objects.filter(subject_type="core.office", act="created").exists()
    assert chief.get(address(Office, "add")).status_code == 403
    assert chief.get(address(Office, "delete", 1)).status_code == 403


def test_a_number_that_cannot_be_dialled_from_abroad_is_refused(log_in: LogIn) -> None:
    answer = save(log_in("Administrator"), address(Office, "add"), phone="021-1234567")
    assert errors(answer) == ["Tulis nomor dengan kode negara, misalnya +62 21 1234567."]
    assert not Office.objects.exists()


@pytest.mark.parametrize("role", ["Penulis", "Penyunting"])
def test_others_look_and_change_nothing(log_in: LogIn, role: str) -> None:
    Office.objects.create(contact="Piket Humas")
    browser = log_in(role)
    assert browser.get(address(Office, "change", 1)).status_code == 200
    assert browser.post(address(Office, "change", 1), {"contact": "Lain"}).status_code == 403
