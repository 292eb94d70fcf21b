"""Who is asking: `Authorization: Bearer prk_…`. Nobody needs a key for what is public."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from pressroom.api import tokens
from pressroom.api.models import PartnerKey

if TYPE_CHECKING:
    from rest_framework.views import APIView

SCHEME = "Bearer"
# How exactly it is kept when a key was last used; more would be a write with every question.
USE_NOTED_EVERY = timedelta(minutes=1)
# What the secret of an unknown prefix is compared with, so that it takes as long as that of a known one.
NOBODY = tokens.fingerprint("")


class KeyAuthentication(BaseAuthentication):
    """Leaves the key in `request.auth`; a key that is wrong, expired or revoked is refused everywhere."""

    def authenticate(self, request: Request) -> tuple[None, PartnerKey] | None:
        scheme, _space, token = get_authorization_header(request).decode("latin-1").partition(" ")
        if scheme.lower() != SCHEME.lower():
            return None
        key = key_of(token.strip())
        if key is None:
            raise AuthenticationFailed
        note_use(key)
        return None, key

    def authenticate_header(self, request: Request) -> str:
        offered = ', error="invalid_token"' if get_authorization_header(request) else ""
        return f'{SCHEME} realm="pressroom"{offered}'


class MayReadEmbargoed(BasePermission):
    """Answers before anything is looked up: it tells nobody whether there is something to read."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        return isinstance(request.auth, PartnerKey) and request.auth.opens(PartnerKey.Scope.EMBARGO)


def key_of(token: str) -> PartnerKey | None:
    """The valid key that a token proves."""
    prefix, secret = tokens.read(token) or ("", "")
    key = PartnerKey.objects.valid().select_related("partner").filter(prefix=prefix).first()
    proved = tokens.is_same(tokens.fingerprint(secret), key.sha256 if key else NOBODY)
    return key if proved else None


def note_use(key: PartnerKey) -> None:
    now = timezone.now()
    if key.last_used_at is None or key.last_used_at < now - USE_NOTED_EVERY:
        PartnerKey.objects.filter(pk=key.pk).update(last_used_at=now)
