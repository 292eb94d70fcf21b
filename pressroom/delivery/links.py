"""Signed links: whoever has one acts for the address, without an account and without a cookie.

Each purpose signs with a salt of its own, so that no link can be turned into another. The link that confirms
ends with the request; those to manage and to leave stand in old mails and hold for as long as the address
is known.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer, TimestampSigner

from pressroom.delivery.models import Subscriber, Subscription
from pressroom.site.languages import address_in

LIFETIME = timedelta(hours=48)
CONFIRM, MANAGE, LEAVE = "confirm", "manage", "leave"


def absolute(path: str) -> str:
    """An address that works from outside; mails know no request to take the host from."""
    return f"{settings.SITE_URL.rstrip('/')}{path}"


def path(purpose: str, uid: UUID, language: str) -> str:
    return address_in(language, f"alerts_{purpose}", signer(purpose).sign(uid.hex))


def link(purpose: str, uid: UUID, language: str) -> str:
    return absolute(path(purpose, uid, language))


def confirm_link(subscription: Subscription) -> str:
    return link(CONFIRM, subscription.uid, subscription.language)


def manage_link(subscriber: Subscriber, language: str) -> str:
    return link(MANAGE, subscriber.uid, language)


def leave_link(subscription: Subscription) -> str:
    return link(LEAVE, subscription.uid, subscription.language)


def uid_of(purpose: str, token: str) -> UUID | None:
    """What the token stands for; None if it was altered, was made for something else or is too old."""
    made_by = signer(purpose)
    try:
        if isinstance(made_by, TimestampSigner):
            return UUID(hex=made_by.unsign(token, max_age=LIFETIME))
        return UUID(hex=made_by.unsign(token))
    except (BadSignature, ValueError):
        return None


def signer(purpose: str) -> Signer:
    made = TimestampSigner if purpose == CONFIRM else Signer
    return made(salt=f"delivery:{purpose}", sep=".")
