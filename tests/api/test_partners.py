"""Partners and their keys: what the database refuses, and what a key is at a moment."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from pressroom.api import tokens
from pressroom.api.models import Partner, PartnerKey
from tests import factories as make
from tests.constraints import Attempt, Rule, broken, check_refused, check_taken, legal, unique_column
from tests.deletion import check_deletion, rows
from tests.factories import LONG_AGO

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)

RULES = {
    "api.Partner.name": unique_column(make.partner, "name", "Kantor Berita Lain"),
    "api.PartnerKey.prefix": unique_column(make.partner_key, "prefix", "0000000f"),
    "api_partnerkey_has_a_secret": Rule(
        make.partner_key, broken=({"sha256": ""},), legal=({"sha256": "ab"},)
    ),
    "api_partnerkey_lives": Rule(
        lambda: make.partner_key(created_at=LONG_AGO),
        broken=({"expires_at": LONG_AGO}, {"expires_at": LONG_AGO - DAY}),
        legal=({"expires_at": None}, {"expires_at": LONG_AGO + DAY}),
    ),
}
DELETIONS = {"PartnerKey.partner": (make.partner_key, "protect")}


@pytest.mark.parametrize("attempt", broken(RULES))
def test_the_database_refuses(attempt: Attempt) -> None:
    check_refused(attempt)


@pytest.mark.parametrize("attempt", legal(RULES))
def test_the_database_takes(attempt: Attempt) -> None:
    check_taken(attempt)


@pytest.mark.parametrize(("factory", "field", "outcome"), rows(DELETIONS))
def test_what_a_deletion_does(factory, field: str, outcome: str) -> None:
    check_deletion(factory, field, outcome)


NOW = timezone.now()
STATES = [
    ({}, True),
    ({"expires_at": NOW + DAY}, True),
    ({"created_at": LONG_AGO, "expires_at": NOW - DAY}, False),
    ({"created_at": LONG_AGO, "expires_at": NOW}, False),
    ({"revoked_at": NOW}, False),
    ({"revoked_at": NOW, "expires_at": NOW + DAY}, False),
]


@pytest.mark.parametrize("active", [True, False])
@pytest.mark.parametrize(("fields", "valid"), STATES)
def test_a_key_is_valid_until_it_ends_or_is_revoked_or_its_partner_is_not_active(
    fields: dict[str, object], valid: bool, active: bool
) -> None:
    key = make.partner_key(make.partner(active=active), **fields)

    assert key.is_valid(NOW) is PartnerKey.objects.valid(NOW).exists() is (valid and active)


def test_of_a_secret_only_its_fingerprint_is_kept() -> None:
    key, token = make.partner_key_and_token()

    prefix, secret = tokens.read(token)
    assert (key.prefix, key.sha256) == (prefix, tokens.fingerprint(secret))
    (stored,) = PartnerKey.objects.values()
    assert secret not in str(stored)


def test_no_two_tokens_are_alike() -> None:
    assert len({tokens.new() for _ in range(1000)}) == 1000
    assert all(tokens.read(tokens.write(*tokens.new())) for _ in range(1000))


def test_a_key_is_revoked_once() -> None:
    key = make.partner_key()

    assert [key.revoke(), key.revoke()] == [True, False]
    assert not PartnerKey.objects.valid().exists()


@pytest.mark.parametrize("scopes", ["embargo", ["semua"], ["embargo", "semua"], [1], {"embargo": True}])
def test_a_scope_that_nobody_knows_is_refused(scopes: object) -> None:
    key = make.partner_key()
    key.scopes = scopes

    with pytest.raises(ValidationError):
        key.full_clean()


@pytest.mark.parametrize("scopes", [[], ["embargo"]])
def test_a_scope_of_the_list_is_taken(scopes: list[str]) -> None:
    key = make.partner_key(scopes=scopes)

    key.full_clean()
    assert key.opens(PartnerKey.Scope.EMBARGO) is bool(scopes)


def test_a_partner_with_keys_is_named_by_both(db: None) -> None:
    key = make.partner_key(make.partner("Antara"), label="Server")

    assert str(key) == f"Antara: Server ({key.prefix})"
    assert str(Partner.objects.get()) == "Antara"
