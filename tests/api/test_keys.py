"""A key in the header: nobody needs one for what is public, and a bad one is refused everywhere."""

from datetime import timedelta

import pytest
from django.utils import timezone

from pressroom.api.models import PartnerKey
from tests import factories as make
from tests.factories import LONG_AGO

pytestmark = pytest.mark.django_db

OPEN = ["", "people/", "releases/", "changes/", "openapi.json", "releases/tiada/"]
CLOSED = ["embargoed/", "embargoed/00000000-0000-0000-0000-000000000000/"]
YESTERDAY = timezone.now() - timedelta(days=1)


def get(client, path, token):
    return client.get(f"/api/v1/{path}", headers={"Authorization": f"Bearer {token}"})


def another_secret(**fields):
    _key, token = make.partner_key_and_token(**fields)
    return token[:-4] + ("AAAA" if token[-4:] != "AAAA" else "BBBB")


def with_fields(**fields):
    return make.partner_key_and_token(scopes=["embargo"], **fields)[1]


BAD = {
    "nothing": lambda: "",
    "no token": lambda: "rahasia",
    "an unknown one": lambda: "prk_0123abcd_" + "x" * 43,
    "another secret": another_secret,
    "expired": lambda: with_fields(created_at=LONG_AGO, expires_at=YESTERDAY),
    "revoked": lambda: with_fields(revoked_at=YESTERDAY),
    "of a partner no more": lambda: with_fields(of=make.partner(active=False)),
    "with more behind it": lambda: with_fields() + " lagi",
    "beyond ASCII": lambda: "prk_0123abcd_" + "é" * 43,
    "very long": lambda: "x" * 4000,
}


@pytest.mark.parametrize("path", OPEN + CLOSED)
@pytest.mark.parametrize("bad", BAD)
def test_a_bad_key_is_refused_everywhere_in_one_way(client, path, bad):
    response = get(client, path, BAD[bad]())

    assert (response.status_code, response["Content-Type"]) == (401, "application/problem+json")
    assert response["WWW-Authenticate"] == 'Bearer realm="pressroom", error="invalid_token"'
    assert response.json() == {
        "type": "about:blank",
        "title": "Kunci tidak berlaku",
        "status": 401,
        "detail": "Sertakan kunci mitra yang berlaku, atau jangan sertakan kunci.",
        "instance": f"/api/v1/{path}",
    }


@pytest.mark.parametrize("path", OPEN)
def test_a_good_key_changes_nothing_in_what_is_open(client, path):
    _key, token = make.partner_key_and_token()

    asked, anonymous = get(client, path, token), client.get(f"/api/v1/{path}")

    assert (asked.status_code, asked.content) == (anonymous.status_code, anonymous.content)


@pytest.mark.parametrize("path", CLOSED)
def test_who_brings_no_key_is_told_to(client, path):
    response = client.get(f"/api/v1/{path}")

    assert response.status_code == 401
    assert response["WWW-Authenticate"] == 'Bearer realm="pressroom"'


@pytest.mark.parametrize("header", ["Basic cGVueXVudGluZzpyYWhhc2lh", "Token abc", "prk_x"])
def test_a_header_of_another_kind_is_none_of_ours(client, header):
    """Such as that of a proxy which asks for a password of its own."""
    assert client.get("/api/v1/people/", headers={"Authorization": header}).status_code == 200
    assert client.get("/api/v1/embargoed/", headers={"Authorization": header}).status_code == 401


def test_the_desk_sees_when_a_key_was_last_used(client):
    key, token = make.partner_key_and_token()

    get(client, "people/", token)

    key.refresh_from_db()
    assert timezone.now() - key.last_used_at < timedelta(minutes=1)


def test_not_every_question_is_a_write(client, django_assert_num_queries):
    recently = timezone.now() - timedelta(seconds=30)
    _key, token = make.partner_key_and_token(last_used_at=recently)

    with django_assert_num_queries(1):
        get(client, "", token)
    assert PartnerKey.objects.get().last_used_at == recently
