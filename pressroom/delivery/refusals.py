"""Addresses whose server refuses our letters for good: after some days of it we stop, and their page says so.

Only what the server answers while we send is known here. A bounce that comes back later by mail is read by
nobody: it goes to the sender's mailbox, and whoever keeps that erases the address at the desk.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from pressroom.delivery.models import Letter, Subscriber

# One bad day, such as when our own server is listed as a sender of spam, silences nobody.
DAYS = 3
DAY = timedelta(days=1)
# Letters that somebody has just asked for are sent all the same: by them a paused address wakes up.
ASKED_FOR = (Letter.Kind.CONFIRM, Letter.Kind.KNOWN)


@transaction.atomic
def note(letter: Letter) -> None:
    """This letter was refused for good: count the day, and pause the address where there were too many."""
    now = timezone.now()
    address = Subscriber.objects.filter(pk=letter.subscription.subscriber_id)
    another_day = Q(refused_at__isnull=True) | Q(refused_at__lte=now - DAY)
    address.filter(another_day).update(refusals=F("refusals") + 1, refused_at=now)
    if address.filter(refusals__gte=DAYS, paused_at__isnull=True).update(paused_at=now):
        unsent = Letter.objects.filter(subscription__subscriber=letter.subscription.subscriber_id)
        news = unsent.filter(state=Letter.State.WAITING).exclude(kind__in=ASKED_FOR)
        news.update(state=Letter.State.SKIPPED)


def forget(letter: Letter) -> None:
    """This letter was taken: the days of before no longer count. A pause lasts until its owner ends it."""
    address = Subscriber.objects.filter(pk=letter.subscription.subscriber_id, refusals__gt=0)
    address.filter(paused_at__isnull=True).update(refusals=0, refused_at=None)


@transaction.atomic
def resume(subscriber: Subscriber) -> None:
    """Write to the address again, of what comes from now on."""
    paused = Subscriber.objects.filter(pk=subscriber.pk, paused_at__isnull=False)
    if paused.update(refusals=0, refused_at=None, paused_at=None):
        subscriber.subscriptions.confirmed().update(told_until=timezone.now())
