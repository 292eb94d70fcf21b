"""Who follows the press room by e-mail, and what was written to them."""

from typing import Any

from pressroom.core import changes
from pressroom.core.models import Change
from pressroom.delivery.models import Delivery, Letter, Progress, Subscriber, Subscription
from tests.factories.common import LONG_AGO, serial


def subscriber(email: str = "", **fields: Any) -> Subscriber:
    email = email or f"pembaca-{next(serial)}@contoh.example"
    return Subscriber.objects.create(email=email, **{"since": LONG_AGO, **fields})


def refused_subscriber(days: int = 3, **fields: Any) -> Subscriber:
    """One whose server refused our letters on so many days; paused after three of them."""
    paused = {"paused_at": LONG_AGO} if days >= 3 else {}
    return subscriber(refusals=days, refused_at=LONG_AGO, **{**paused, **fields})


def subscription(query: str = "", of: Subscriber | None = None, **fields: Any) -> Subscription:
    """One that was confirmed long ago and is told of everything at once, in Indonesian."""
    defaults = {"frequency": "immediate", "language": "id", "asked_at": LONG_AGO}
    told = {"confirmed_at": LONG_AGO, "told_until": LONG_AGO}
    return Subscription.objects.create(
        subscriber=of or subscriber(), query=query, **{**defaults, **told, **fields}
    )


def asked_subscription(**fields: Any) -> Subscription:
    """One that nobody has confirmed."""
    return subscription(**{"confirmed_at": None, "told_until": None, **fields})


def letter(of: Subscription | None = None, **fields: Any) -> Letter:
    defaults = {"kind": "news", "due": LONG_AGO, "made_at": LONG_AGO}
    return Letter.objects.create(subscription=of or subscription(), **{**defaults, **fields})


def delivery(of: Letter | None = None, change: Change | None = None, **fields: Any) -> Delivery:
    of = of or letter()
    change = change or changes.append("release", f"siaran-{next(serial)}", version=1)
    whose = {"subscriber": of.subscription.subscriber, "subscription": of.subscription}
    return Delivery.objects.create(letter=of, change=change, **{**whose, **fields})


def progress(**fields: Any) -> Progress:
    return Progress.objects.create(**{"name": f"uji-{next(serial)}", **fields})
