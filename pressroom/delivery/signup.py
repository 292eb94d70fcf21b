"""What can be done with a subscription: ask, confirm, change, leave, be forgotten.

Every answer to somebody who types an address is the same, whether it is known or not; what is different
is in the mail that its owner gets. The mail is sent by the worker, so that the answer takes as long too.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from pressroom.delivery import digests
from pressroom.delivery.links import LIFETIME
from pressroom.delivery.models import Letter, Subscriber, Subscription
from pressroom.delivery.refusals import ASKED_FOR, resume

# One address follows no more questions than this, and is asked no oftener.
MOST_SUBSCRIPTIONS = 50
MOST_LETTERS_A_DAY = 10
FREQUENCY = Subscription.Frequency


@transaction.atomic
def ask(email: str, query: str, frequency: str, language: str) -> None:
    """Somebody, we do not know who, wants this address to follow this question.

    One that follows it already gets the link to its settings, and nothing is changed.
    """
    subscriber, _new = Subscriber.objects.get_or_create(email=email.lower())
    if not may_be_asked(subscriber):
        return
    subscription, _new = Subscription.objects.get_or_create(
        subscriber=subscriber, query=query, language=language, defaults={"frequency": frequency}
    )
    if subscription.confirmed_at is None:
        Subscription.objects.filter(pk=subscription.pk).update(frequency=frequency, asked_at=timezone.now())
    kind = Letter.Kind.KNOWN if subscription.confirmed_at else Letter.Kind.CONFIRM
    Letter.objects.create(subscription=subscription, kind=kind, urgent=True)


def may_be_asked(subscriber: Subscriber) -> bool:
    """Nobody's mailbox is filled by others who type its address."""
    since = timezone.now() - timedelta(days=1)
    letters = Letter.objects.filter(subscription__subscriber=subscriber, made_at__gt=since)
    few = subscriber.subscriptions.count() < MOST_SUBSCRIPTIONS
    return few and letters.filter(kind__in=ASKED_FOR).count() < MOST_LETTERS_A_DAY


def confirm(subscription: Subscription) -> None:
    """From now on; once more changes nothing. Whoever confirms has had our letter: no pause outlasts that."""
    now = timezone.now()
    asked = Subscription.objects.filter(pk=subscription.pk, confirmed_at__isnull=True)
    if asked.update(confirmed_at=now, told_until=now):
        resume(subscription.subscriber)


@transaction.atomic
def change(subscription: Subscription, frequency: str, language: str) -> bool:
    """False where the address follows the same question in that language already.

    Who no longer waits for digests gets a last one, with what has happened since the one before.
    """
    now = timezone.now()
    if frequency == FREQUENCY.IMMEDIATE != subscription.frequency:
        digests.tell([subscription], now)
    elif subscription.frequency == FREQUENCY.IMMEDIATE != frequency:
        Subscription.objects.filter(pk=subscription.pk).update(told_until=now)
    try:
        with transaction.atomic():
            Subscription.objects.filter(pk=subscription.pk).update(frequency=frequency, language=language)
    except IntegrityError:
        return False
    return True


@transaction.atomic
def leave(subscription: Subscription) -> None:
    """End one subscription. An address that follows nothing more is forgotten."""
    subscriber = subscription.subscriber
    subscription.delete()
    if not subscriber.subscriptions.exists():
        erase(subscriber)


def erase(subscriber: Subscriber) -> None:
    """Forget an address, with everything that was ever written down about it."""
    subscriber.delete()


def expire(now: datetime | None = None) -> None:
    """Forget what was not confirmed in time, and the mails that asked for it."""
    before = (now or timezone.now()) - LIFETIME
    stale = Subscription.objects.filter(confirmed_at__isnull=True, asked_at__lt=before)
    if not stale.exists():
        return
    with transaction.atomic():
        subscribers = list(stale.values_list("subscriber_id", flat=True)[:500])
        stale.filter(subscriber__in=subscribers).delete()
        Subscriber.objects.filter(pk__in=subscribers, subscriptions__isnull=True).delete()
