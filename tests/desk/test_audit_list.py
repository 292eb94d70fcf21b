"""Reading the audit trail: who may, how it is searched, and what is taken along."""

import csv
import io
import json
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from pressroom.core.models import AuditEntry
from pressroom.desk.audit import NewestPaginator
from pressroom.desk.audit_words import field_name, type_name, value_text
from pressroom.desk.exports import csv_lines
from tests import factories as make
from tests.desk.conftest import LogIn
from tests.desk.pages import address, change_address
from tests.desk.test_audit import reader

LIST = "/admin/core/auditentry/"
EXPORT = f"{LIST}export/"
ABOUT = {"subject_type": "entities.topic", "subject_id": "7", "subject": "Terorisme"}


def found(browser: Client, query: str) -> list[AuditEntry]:
    return list(browser.get(LIST + query).context["cl"].result_list)


def text_of(response: HttpResponse) -> str:
    return b"".join(response.streaming_content).decode()


def csv_rows(response: HttpResponse) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text_of(response).removeprefix("\ufeff"))))


@pytest.mark.parametrize("role", ["Penulis", "Penyunting"])
def test_the_trail_is_closed_to_whoever_has_no_permission(log_in: LogIn, role: str) -> None:
    browser, entry = log_in(role), make.audit_entry()
    assert browser.get(LIST).status_code == 403
    assert browser.get(change_address(entry)).status_code == 403
    assert browser.post(EXPORT, {"format": "csv"}).status_code == 403


def test_it_is_open_to_whoever_has(log_in: LogIn) -> None:
    browser, entry = reader(log_in), make.audit_entry()
    assert entry in found(browser, "")
    assert browser.get(change_address(entry)).status_code == 200


def test_nobody_adds_changes_or_deletes_an_entry(desk: Client) -> None:
    entry = make.audit_entry()
    assert desk.get(address(AuditEntry, "add")).status_code == 403
    assert desk.post(change_address(entry), {"reason": "Lain"}).status_code == 403
    assert desk.post(address(AuditEntry, "delete", entry.pk), {"post": "yes"}).status_code == 403
    desk.post(LIST, {"action": "delete_selected", "_selected_action": entry.pk, "post": "yes"})
    assert AuditEntry.objects.filter(pk=entry.pk).exists()


@pytest.mark.parametrize(
    "query",
    ["?q=siti", "?q=Nota", "?q=keliru", "?q=203.0.113.7", "?act__exact=deleted", "?actor=siti"],
)
def test_entries_are_found_by_actor_subject_reason_address_and_act(desk: Client, query: str) -> None:
    wanted = make.audit_entry(
        actor="siti", subject="Nota kesepahaman", reason="Judul keliru", address="203.0.113.7", act="deleted"
    )
    make.audit_entry(actor="budi")
    assert found(desk, query) == [wanted]


def test_entries_are_found_by_date(desk: Client) -> None:
    old = make.audit_entry()
    assert old in found(desk, "?at__lt=2025-01-01")
    assert old not in found(desk, "?at__gte=2025-01-01")


def test_the_newest_comes_first(desk: Client) -> None:
    entries = [make.audit_entry(actor="siti") for _ in range(3)]
    assert found(desk, "?actor=siti") == entries[::-1]


def test_the_list_counts_no_further_than_anybody_turns_pages(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = desk.get(LIST).content.decode()
    assert "berhenti pada" not in page
    monkeypatch.setattr(NewestPaginator, "most", 2)
    for _ in range(3):
        make.audit_entry()
    response = desk.get(LIST)
    assert response.context["cl"].result_count == 2
    assert "berhenti pada" in response.content.decode()


def test_an_entry_is_read_as_a_table(desk: Client) -> None:
    entry = make.audit_entry(details={"name": ["<b>Teror</b>", "Terorisme"]}, **ABOUT)
    page = desk.get(change_address(entry)).content.decode()
    assert '<th scope="row">Nama</th><td>&lt;b&gt;Teror&lt;/b&gt;</td><td>Terorisme</td>' in page
    assert 'href="/admin/entities/topic/7/change/"' in page
    assert "?subject_type=entities.topic&amp;subject_id=7" in page
    assert "Topik: Terorisme" in page


@pytest.mark.parametrize(
    ("fields", "who"),
    [
        ({"actor": "siti"}, "siti"),
        ({"actor": "", "address": "203.0.113.7"}, "belum masuk"),
        ({"actor": ""}, "sistem"),
    ],
)
def test_it_says_who(desk: Client, fields: dict[str, Any], who: str) -> None:
    page = desk.get(change_address(make.audit_entry(**fields))).content.decode()
    assert who in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "name", "words"),
    [
        ("articles.article", "title", "Judul"),
        ("articles.article", "quotes/12", "Kutipan 12"),
        ("articles.article", "quotes/12/text", "Kutipan 12: kutipan"),
        ("entities.appointment", "span", "Masa"),
        ("articles.article", "gone", "Gone"),
        ("articles.article", "expires_at", "Berlaku sampai"),
        ("articles.gone", "title", "Title"),
        ("articles.gone", "parts/3/text", "Parts 3: text"),
        ("", "format", "Format"),
    ],
)
def test_fields_are_named_in_words(kind: str, name: str, words: str) -> None:
    assert field_name(kind, name) == words


def test_a_kind_that_has_gone_keeps_its_code() -> None:
    assert type_name("articles.gone") == "articles.gone"


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, "–"), ("", "–"), ([], "–"), (True, "ya"), (False, "tidak"), (0, "0"), (["a", "b"], "a; b")],
)
def test_values_are_told_in_words(value: Any, text: str) -> None:
    assert value_text(value) == text


def test_exactly_the_filtered_rows_are_taken_along(desk: Client) -> None:
    wanted = [make.audit_entry(actor="siti", reason=f"Alasan {n}", **ABOUT) for n in range(60)]
    make.audit_entry(actor="budi")
    rows = csv_rows(desk.post(f"{EXPORT}?actor=siti&q=Alasan&p=2", {"format": "csv"}))
    assert [row["reason"] for row in rows] == [entry.reason for entry in wanted[::-1]]
    assert rows[0]["at"] == "2024-01-01T00:00:00+00:00"
    assert (rows[0]["subject_type"], rows[0]["subject_id"]) == ("entities.topic", "7")


def test_the_same_rows_as_lines_of_json(desk: Client) -> None:
    make.audit_entry(actor="siti", reason="Ejaan “é”", details={"name": ["a", None]}, **ABOUT)
    response = desk.post(f"{EXPORT}?actor=siti", {"format": "jsonl"})
    (row,) = map(json.loads, text_of(response).splitlines())
    assert (row["reason"], row["details"], row["act"]) == ("Ejaan “é”", {"name": ["a", None]}, "changed")
    assert response["Content-Type"] == "application/jsonl; charset=utf-8"
    assert 'filename="audit-' in response["Content-Disposition"]


def test_the_export_is_told_in_the_trail_and_does_not_hold_itself(desk: Client) -> None:
    rows = csv_rows(desk.post(f"{EXPORT}?act__exact=exported", {"format": "csv"}))
    entry = AuditEntry.objects.get(act="exported")
    assert rows == []
    assert entry.details == {"format": [None, "csv"], "filter": [None, "act__exact=exported"]}
    assert entry.actor


@pytest.mark.parametrize("typed", [{}, {"format": "xlsx"}])
def test_an_unknown_format_is_refused_and_not_told(desk: Client, typed: dict[str, str]) -> None:
    assert desk.post(EXPORT, typed).status_code == 400
    assert not AuditEntry.objects.filter(act="exported").exists()


def test_looking_at_the_address_of_the_export_takes_nothing(desk: Client) -> None:
    assert desk.get(EXPORT).status_code == 405
    assert not AuditEntry.objects.filter(act="exported").exists()


def test_a_filter_that_makes_no_sense_leads_back_to_the_list(desk: Client) -> None:
    response = desk.post(f"{EXPORT}?at__gte=kemarin", {"format": "csv"})
    assert response.status_code == 302


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+62", "'+62"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    lines = "".join(csv_lines(["reason"], [{"reason": text}]))
    assert list(csv.reader(io.StringIO(lines.removeprefix("\ufeff")))) == [["reason"], [cell]]


def test_the_list_carries_the_filter_over_to_the_export(desk: Client) -> None:
    page = desk.get(f"{LIST}?actor=siti&q=a%22b").content.decode()
    assert f'action="{EXPORT}?actor=siti&amp;q=a%22b"' in page
