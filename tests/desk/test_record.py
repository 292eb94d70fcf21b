"""The record at the desk: readable, and closed to everybody."""

from collections.abc import Callable

import pytest
from django.contrib import admin
from django.db import models
from django.test import Client

from articles.models import Edition, EditionText
from pressroom.core import changes
from pressroom.core.models import Change, PendingChange
from tests import factories as make
from tests.desk.conftest import LogIn
from tests.desk.pages import REGISTERED, address, change_address

RECORD: list[Callable[[], models.Model]] = [
    make.edition,
    make.revision,
    lambda: changes.append("topic", "terorisme"),
]
ROLES = ["Penulis", "Penyunting", "Kepala", "admin"]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("factory", RECORD, ids=["edition", "revision", "change"])
def test_nobody_adds_changes_or_deletes_the_record(
    log_in: LogIn, factory: Callable[[], models.Model], role: str
) -> None:
    browser = log_in(role)
    row = factory()
    model = type(row)
    assert browser.get(address(model, "add")).status_code == 403
    assert browser.post(change_address(row), {"note": "Lain"}).status_code == 403
    assert browser.post(address(model, "delete", row.pk), {"post": "yes"}).status_code == 403
    chosen = {"action": "delete_selected", "_selected_action": row.pk, "post": "yes"}
    browser.post(address(model, "changelist"), chosen)
    assert model.objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("factory", RECORD, ids=["edition", "revision", "change"])
def test_every_role_reads_the_record(log_in: LogIn, factory: Callable[[], models.Model], role: str) -> None:
    browser = log_in(role)
    row = factory()
    assert browser.get(address(type(row), "changelist")).status_code == 200
    page = browser.get(change_address(row)).content.decode()
    assert 'name="_save"' not in page


def test_a_sealed_document_is_printed_readably(desk: Client) -> None:
    edition = make.edition(make.article(title="Kunjungan <Kedubes>"))
    page = desk.get(change_address(edition)).content.decode()
    assert "{\n  &quot;body&quot;: &quot;&lt;p&gt;BNPT menerima" in page
    assert "Kunjungan &lt;Kedubes&gt;" in page


def test_projections_are_no_business_of_the_desk() -> None:
    projections = {m for m in EditionText.__mro__[1].__subclasses__() if issubclass(m, models.Model)}
    assert len(projections) >= 4
    assert not projections & set(REGISTERED)


def test_the_record_is_registered() -> None:
    assert admin.site.is_registered(Edition)


def test_the_log_holds_what_fell_due_though_no_worker_runs(desk: Client) -> None:
    due = {"due": make.LONG_AGO, "kind": "topic", "object_id": "jatuh-tempo", "op": "upsert"}
    PendingChange.objects.create(**due)
    assert "jatuh-tempo" in desk.get(address(Change, "changelist")).content.decode()
    assert not PendingChange.objects.exists()
