"""Partners at the desk: keys are made, shown once and revoked; nobody alters one or reads it again."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from pressroom.api.models import Partner, PartnerKey
from pressroom.core.models import AuditEntry
from pressroom.desk.roles import ROLES
from tests import factories as make
from tests.desk.conftest import LogIn
from tests.desk.pages import address, change_address, save

TOKEN = re.compile(r"prk_[0-9a-f]{8}_[-\w]{43}")
KEY = {"label": "Server berita", "scopes": ["embargo"], "expires_at_0": "", "expires_at_1": ""}
MANAGER = "Pengelola Mitra"


def issue_address(partner: Partner) -> str:
    return reverse("admin:api_partner_issue", args=[partner.pk])


def revoke_address(key: PartnerKey) -> str:
    return reverse("admin:api_partnerkey_revoke", args=[key.pk])


@pytest.fixture
def manager(log_in: LogIn) -> Client:
    return log_in(MANAGER)


def test_a_new_key_is_shown_once_and_opens_the_api(manager: Client, client: Client) -> None:
    partner = make.partner("Antara")
    response = manager.post(issue_address(partner), KEY)
    token = TOKEN.search(response.content.decode())
    assert token
    assert "no-store" in response["Cache-Control"]
    bearer = {"Authorization": f"Bearer {token[0]}"}
    assert client.get("/api/v1/embargoed/", headers=bearer).status_code == 200
    key = PartnerKey.objects.get()
    assert (key.partner, key.label, key.scopes, key.expires_at) == (
        partner,
        "Server berita",
        ["embargo"],
        None,
    )
    for url in (change_address(key), change_address(partner), address(PartnerKey, "changelist")):
        page = manager.get(url).content.decode()
        assert key.prefix in page
        assert not TOKEN.search(page)
        assert key.sha256 not in page


def test_who_made_a_key_is_told_and_its_secret_is_not(manager: Client) -> None:
    page = manager.post(issue_address(make.partner("Antara")), KEY).content.decode()
    entry, key = AuditEntry.objects.get(act="created"), PartnerKey.objects.get()
    assert (entry.subject_type, entry.subject_id) == ("api.partnerkey", str(key.pk))
    assert entry.details == {
        "partner": [None, "Antara"],
        "prefix": [None, key.prefix],
        "label": [None, "Server berita"],
        "scopes": [None, ["embargo"]],
    }
    token = TOKEN.search(page)
    assert token
    secret = token[0].rpartition(f"{key.prefix}_")[2]
    kept = str([list(model.objects.values()) for model in (AuditEntry, PartnerKey)])
    assert secret not in kept


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"label": ""}, "label"),
        ({"scopes": ["semua"]}, "scopes"),
        ({"expires_at_0": "2020-01-01", "expires_at_1": "00:00:00"}, "expires_at"),
        ({"expires_at_0": "besok", "expires_at_1": "00:00:00"}, "expires_at"),
    ],
)
def test_what_cannot_be_is_asked_again_with_all_that_was_typed(
    manager: Client, typed: dict[str, object], told: str
) -> None:
    response = manager.post(issue_address(make.partner()), {**KEY, **typed})
    assert list(response.context["form"].errors) == [told]
    assert "Kunci belum dibuat." in response.content.decode()
    assert not PartnerKey.objects.exists()
    assert not AuditEntry.objects.filter(act="created").exists()


def test_a_key_may_end_by_itself(manager: Client) -> None:
    end = timezone.localtime() + timedelta(days=30)
    typed = {"expires_at_0": f"{end:%Y-%m-%d}", "expires_at_1": "12:00:00"}
    manager.post(issue_address(make.partner()), {**KEY, **typed})
    key = PartnerKey.objects.get()
    assert timezone.localtime(key.expires_at).strftime("%Y-%m-%d %H:%M") == f"{end:%Y-%m-%d} 12:00"
    assert not key.is_valid(key.expires_at)


def test_a_revoked_key_opens_nothing_any_more(manager: Client, client: Client) -> None:
    key, token = make.partner_key_and_token(scopes=["embargo"])
    assert revoke_address(key) in manager.get(change_address(key)).content.decode()
    assert manager.get(revoke_address(key)).status_code == 200
    assert PartnerKey.objects.valid().exists()
    response = manager.post(revoke_address(key), {"reason": "Bocor di repositori."}, follow=True)
    assert "sudah dicabut dan tidak membuka apa pun lagi" in response.content.decode()
    assert revoke_address(key) not in response.content.decode()
    bearer = {"Authorization": f"Bearer {token}"}
    assert client.get("/api/v1/embargoed/", headers=bearer).status_code == 401
    entry = AuditEntry.objects.get(act="key_revoked")
    assert (entry.subject_id, entry.reason) == (str(key.pk), "Bocor di repositori.")


def test_it_is_revoked_once_though_two_press_the_button(manager: Client) -> None:
    key = make.partner_key()
    for _ in range(2):
        manager.post(revoke_address(key), {"reason": ""})
    first = PartnerKey.objects.get().revoked_at
    assert AuditEntry.objects.filter(act="key_revoked").count() == 1
    assert PartnerKey.objects.get().revoked_at == first


def test_a_partner_that_is_switched_off_has_no_valid_key(manager: Client) -> None:
    key = make.partner_key()
    empty = {"active": None}
    save(manager, change_address(key.partner), **empty)
    assert not PartnerKey.objects.valid().exists()
    assert AuditEntry.objects.get(act="changed").details == {"active": [True, False]}


MAKES_KEYS = {role: role in {MANAGER, "admin"} for role in [*ROLES, "admin"]}
SEES_PARTNERS = {**MAKES_KEYS, "Administrator": True}


@pytest.mark.parametrize("role", MAKES_KEYS)
def test_only_who_manages_partners_makes_and_revokes_keys(log_in: LogIn, role: str) -> None:
    browser, key = log_in(role), make.partner_key()
    allowed = MAKES_KEYS[role]
    made = browser.post(issue_address(key.partner), KEY)
    revoked = browser.post(revoke_address(key), {"reason": ""})
    assert (made.status_code, revoked.status_code) == ((200, 302) if allowed else (403, 403))
    assert PartnerKey.objects.count() == (2 if allowed else 1)
    key.refresh_from_db()
    assert (key.revoked_at is not None) is allowed


@pytest.mark.parametrize("role", SEES_PARTNERS)
def test_who_sees_partners_and_their_keys(log_in: LogIn, role: str) -> None:
    browser, key = log_in(role), make.partner_key()
    for row in (key, key.partner):
        assert browser.get(change_address(row)).status_code == (200 if SEES_PARTNERS[role] else 403)


@pytest.mark.parametrize("role", SEES_PARTNERS)
def test_nobody_alters_or_deletes_a_key(log_in: LogIn, role: str) -> None:
    browser, key = log_in(role), make.partner_key()
    assert browser.get(address(PartnerKey, "add")).status_code == 403
    assert browser.post(change_address(key), {"label": "Lain", "scopes": ["embargo"]}).status_code == 403
    assert browser.post(address(PartnerKey, "delete", key.pk), {"post": "yes"}).status_code == 403
    browser.post(address(Partner, "delete", key.partner.pk), {"post": "yes"})
    key.refresh_from_db()
    assert (key.label, key.scopes) == ("Server berita", [])


def test_a_key_cannot_be_altered_through_its_partner(desk: Client) -> None:
    key = make.partner_key()
    typed = {"keys-TOTAL_FORMS": 1, "keys-INITIAL_FORMS": 1, "keys-0-id": key.pk, "keys-0-label": "Lain"}
    save(desk, change_address(key.partner), **typed)
    key.refresh_from_db()
    assert key.label == "Server berita"


def test_the_page_of_a_partner_costs_as_much_with_many_keys(desk: Client) -> None:
    partner = make.partner()

    def queries() -> int:
        make.partner_key(partner)
        with CaptureQueriesContext(connection) as captured:
            desk.get(change_address(partner))
        return len(captured)

    first = queries()
    for _ in range(8):
        make.partner_key(partner)
    assert queries() == first


@pytest.mark.parametrize("url", [issue_address, lambda partner: revoke_address(make.partner_key(partner))])
def test_strangers_are_sent_to_the_door(client: Client, db: None, url) -> None:
    response = client.get(url(make.partner()))
    assert (response.status_code, response["Location"].partition("?")[0]) == (302, "/admin/login/")
