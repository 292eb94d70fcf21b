"""Those who must not know before the moment, and one partner who may."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from pressroom.api.models import Partner, PartnerKey
from tests import factories as make

Reader = Callable[[], Client]


def anonymous() -> Client:
    return Client(raise_request_exception=False)


def writer_without_access() -> Client:
    """Somebody with an account at the desk who may do nothing there yet."""
    reader = anonymous()
    reader.force_login(make.user(is_staff=True))
    return reader


def partner(*scopes: str) -> Client:
    agency = Partner.objects.create(name="Kantor Berita", email="meja@kantor.example")
    _key, token = PartnerKey.objects.issue(agency, label="Uji", scopes=list(scopes))
    return Client(raise_request_exception=False, headers={"Authorization": f"Bearer {token}"})


def partner_without_the_scope() -> Client:
    return partner()


READERS: tuple[Reader, ...] = (anonymous, writer_without_access, partner_without_the_scope)
