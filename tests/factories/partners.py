"""Partners of the API, and keys that open it."""

from typing import Any

from pressroom.api.models import Partner, PartnerKey
from tests.factories.common import serial


def partner(name: str = "", **fields: Any) -> Partner:
    number = next(serial)
    defaults = {"email": f"redaksi-{number}@kantor-berita.example"}
    return Partner.objects.create(name=name or f"Kantor Berita {number}", **{**defaults, **fields})


def partner_key(of: Partner | None = None, **fields: Any) -> PartnerKey:
    """A key whose token nobody has written down."""
    return partner_key_and_token(of, **fields)[0]


def partner_key_and_token(of: Partner | None = None, **fields: Any) -> tuple[PartnerKey, str]:
    return PartnerKey.objects.issue(of or partner(), **{"label": "Server berita", **fields})
