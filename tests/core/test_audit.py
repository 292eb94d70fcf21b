"""The audit trail: who did what, when and from where, in the transaction of the act, and no secrets."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils import timezone
from django.utils.translation import gettext_lazy, override
from pytest_django import Settings

from entities.models import Topic
from pressroom.core import acts, audit, origin
from pressroom.core.dates import UncertainDate, read_span
from pressroom.core.models import AuditEntry
from tests import factories as make

pytestmark = pytest.mark.django_db


def request_of(username: str = "", method: str = "POST", **meta: str) -> HttpRequest:
    request = RequestFactory().generic(method, "/admin/", **meta)
    request.user = make.user(username) if username else AnonymousUser()
    return request


def during(request: HttpRequest, act: Callable[[], Any]) -> Any:
    """What the act gives while this request is answered."""
    given = []

    def answer(_request: HttpRequest) -> HttpResponse:
        given.append(act())
        return HttpResponse()

    origin.OriginMiddleware(answer)(request)
    return given[0]


def stored(details: dict[str, Any]) -> dict[str, Any]:
    audit.record(acts.CHANGED, details=details)
    return AuditEntry.objects.get().details


def test_an_entry_says_who_did_what_to_which_thing_when_from_where_and_why() -> None:
    topic, before = make.topic("Terorisme"), timezone.now()
    request = request_of("kepala", REMOTE_ADDR="203.0.113.7")
    during(
        request,
        lambda: audit.record(acts.CHANGED, topic, reason="Ejaan.", details={"name": ["Teror", "Terorisme"]}),
    )
    entry = AuditEntry.objects.get()
    assert (entry.actor, entry.address, entry.act) == ("kepala", "203.0.113.7", "changed")
    assert (entry.subject_type, entry.subject_id) == ("entities.topic", str(topic.pk))
    assert (entry.subject, entry.reason) == ("Terorisme", "Ejaan.")
    assert entry.details == {"name": ["Teror", "Terorisme"]}
    assert before <= entry.at <= timezone.now()


def test_a_command_acts_as_nobody_from_nowhere() -> None:
    entry = audit.record(acts.CREATED, make.topic())
    assert (entry.actor, entry.address) == ("", "")


def test_the_request_is_forgotten_once_it_is_answered() -> None:
    during(request_of("kepala"), lambda: None)
    assert (origin.actor(), origin.address()) == ("", "")


def test_so_it_is_when_the_answer_failed() -> None:
    def fail() -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        during(request_of("kepala"), fail)
    assert origin.actor() == ""


@pytest.mark.parametrize(("by", "actor"), [("partner", "partner"), ("", ""), (None, "kepala")])
def test_the_actor_can_be_named(by: str | None, actor: str) -> None:
    assert during(request_of("kepala"), lambda: audit.record(acts.CREATED, by=by)).actor == actor


def test_a_user_can_be_named_as_actor() -> None:
    assert audit.record(acts.CREATED, by=make.user("penulis")).actor == "penulis"
    assert audit.record(acts.CREATED, by=AnonymousUser()).actor == ""


def test_what_is_rolled_back_leaves_no_entry() -> None:
    with transaction.atomic():
        audit.record(acts.CHANGED, make.topic())
        transaction.set_rollback(True)
    assert not AuditEntry.objects.exists()


def test_an_act_that_nobody_named_is_refused() -> None:
    with pytest.raises(ValueError, match="'changd' is no act of the audit trail"):
        audit.record("changd")


def test_rooms_name_their_own_acts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(acts, "NAMES", dict(acts.NAMES))
    acts.add({"approved": gettext_lazy("dibuat")})
    audit.record("approved")
    assert AuditEntry.objects.get().get_act_display() == "dibuat"


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_reader_never_waits_in_vain_for_an_entry_that_cannot_be_written(
    method: str, caplog: pytest.LogCaptureFixture
) -> None:
    unsaved = Topic(name="Tanpa kunci")
    assert during(request_of(method=method), lambda: audit.record(acts.CHANGED, unsaved)) is None
    assert "The audit trail lacks an entry: changed" in caplog.text
    assert not AuditEntry.objects.exists()


def test_an_act_that_cannot_be_recorded_fails() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        during(request_of(), lambda: audit.record(acts.CHANGED, Topic(name="Tanpa kunci")))


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (None, None),
        (True, True),
        (3, 3),
        ("Teks", "Teks"),
        ("", ""),
        (gettext_lazy("dibuat"), "dibuat"),
        (make.THE_DAY, "2024-10-09"),
        (make.LONG_AGO, "2024-01-01T00:00:00+00:00"),
        (UncertainDate.year(2007), "2007"),
        (read_span("sejak 2023"), "sejak 2023"),
        (["a", "b"], ["a", "b"]),
        ("x" * 501, "x" * 499 + "…"),
        ("a\0b", "ab"),
        (["a"] * 60, ["a"] * 50),
    ],
)
def test_details_are_kept_short_and_readable(value: Any, kept: Any) -> None:
    assert stored({"field": [value, None]}) == {"field": [kept, None]}


def test_rows_are_kept_by_name() -> None:
    topic = make.topic("Terorisme")
    assert stored({"parent": [topic, Topic.objects.all()]}) == {"parent": ["Terorisme", ["Terorisme"]]}


def test_of_very_many_fields_the_rest_is_counted() -> None:
    details = stored({f"field-{n}": [None, n] for n in range(audit.MOST_FIELDS + 3)})
    assert len(details) == audit.MOST_FIELDS + 1
    assert details["…"] == [None, 3]


@pytest.mark.parametrize("name", ["password", "Password2", "keys/3/token_hash", "client_secret"])
def test_no_secret_is_kept(name: str) -> None:
    assert stored({name: ["lama-rahasia", "baru-rahasia"]}) == {name: ["•••", "•••"]}
    assert "rahasia" not in json.dumps(list(AuditEntry.objects.values()), default=str)


def test_long_names_are_cut_to_their_columns() -> None:
    entry = audit.record(acts.CHANGED, make.topic("x" * 80), by="y" * 200)
    entry.full_clean()
    assert len(entry.actor) == 150


def test_the_trail_is_written_in_one_language() -> None:
    honorific = make.action(when=UncertainDate.year(2007))
    with override("en"):
        entry = audit.record(acts.CHANGED, honorific)
    assert entry.subject == "penandatanganan 2007"


@pytest.mark.parametrize(
    ("behind_proxy", "remote", "forwarded", "address"),
    [
        (False, "203.0.113.7", "", "203.0.113.7"),
        (False, "203.0.113.7", "198.51.100.1", "203.0.113.7"),
        (True, "10.0.0.1", "198.51.100.1", "198.51.100.1"),
        (True, "10.0.0.1", "192.0.2.9, 198.51.100.1", "198.51.100.1"),
        (True, "10.0.0.1", "", "10.0.0.1"),
        (True, "10.0.0.1", "bukan alamat", "10.0.0.1"),
        (True, "", "198.51.100.1", "198.51.100.1"),
        (False, "", "", ""),
        (False, "2001:DB8:0::1", "", "2001:db8::1"),
        (False, "fe80::1%eth0", "", "fe80::1"),
        (False, "::ffff:203.0.113.7", "", "203.0.113.7"),
    ],
)
def test_where_a_request_comes_from(
    settings: Settings, behind_proxy: bool, remote: str, forwarded: str, address: str
) -> None:
    settings.BEHIND_PROXY = behind_proxy
    request = request_of(REMOTE_ADDR=remote, HTTP_X_FORWARDED_FOR=forwarded)
    assert during(request, origin.address) == address
