"""One mail with everything since the last: every day at seven, or every Monday at seven, by local time.

Nothing is scheduled: a digest is due when `told_until` lies before the newest such moment. A worker that was
dead for a week finds each subscription due once, and tells it everything at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from pressroom.delivery.models import Delivery, Letter, Subscription
from pressroom.delivery.news import TOLD, News, changes_of_releases, news_of
from pressroom.delivery.questions import Answers

MORNING = time(7)
MONDAY = 0
BATCH = 500
FREQUENCY = Subscription.Frequency


def newest_moment(frequency: str, now: datetime) -> datetime:
    """The last moment, by now, at which digests of this frequency fell due."""
    local = timezone.localtime(now)
    day = local.date() if local.time() >= MORNING else local.date() - timedelta(days=1)
    if frequency == FREQUENCY.WEEKLY:
        day -= timedelta(days=(day.weekday() - MONDAY) % 7)
    return timezone.make_aware(datetime.combine(day, MORNING))


def digest(now: datetime | None = None) -> bool:
    """Make the digests of one more batch; False where none is due."""
    now = now or timezone.now()
    return any(digest_batch(name, now) for name in (FREQUENCY.DAILY, FREQUENCY.WEEKLY))


def due(frequency: str, until: datetime) -> QuerySet[Subscription]:
    told = Subscription.objects.told().filter(frequency=frequency, told_until__lt=until)
    return told.order_by("told_until", "id")


def digest_batch(frequency: str, now: datetime) -> bool:
    until = newest_moment(frequency, now)
    rows = list(due(frequency, until)[:BATCH])
    return bool(rows) and tell(rows, until)


@transaction.atomic
def tell(subscriptions: Sequence[Subscription], until: datetime) -> bool:
    """Write down what each is owed up to that moment; False, and nothing, where another worker was faster.

    The claim comes first: on PostgreSQL the slower one waits for it and then finds nothing to claim.
    """
    keys = [row.pk for row in subscriptions]
    claimed = Subscription.objects.filter(pk__in=keys, told_until__lt=until).update(told_until=until)
    if claimed != len(keys):
        transaction.set_rollback(True)
        return False
    news = news_until(min(row.told_until for row in subscriptions if row.told_until), until)
    write(owed(subscriptions, news))
    return True


def news_until(since: datetime, until: datetime) -> list[News]:
    changes = changes_of_releases().filter(at__gt=since, at__lte=until).order_by("seq")
    return [news for news in news_of(changes).values() if news.kind in TOLD]


def owed(subscriptions: Sequence[Subscription], news: list[News]) -> list[tuple[Subscription, list[News]]]:
    """What each subscription is to tell, leaving out what the same address has been told before."""
    if not news:
        return []
    answers = Answers(one.article for one in news)
    subscribers = {row.subscriber_id for row in subscriptions}
    ledger = Delivery.objects.filter(subscriber__in=subscribers, change__in=[one.change for one in news])
    told = set(ledger.values_list("subscriber_id", "change_id"))
    found = []
    for row in subscriptions:
        matching = answers.of(row.query, row.language)
        fresh = [one for one in news if one.article in matching and is_new(one, row)]
        fresh = [one for one in fresh if (row.subscriber_id, one.change.seq) not in told]
        told |= {(row.subscriber_id, one.change.seq) for one in fresh}
        if fresh:
            found.append((row, fresh))
    return found


def is_new(news: News, to: Subscription) -> bool:
    return to.told_until is not None and news.change.at > to.told_until and news.concerns(to.language)


def write(owed: list[tuple[Subscription, list[News]]]) -> None:
    letters = [Letter(subscription=row, kind=Letter.Kind.DIGEST) for row, _news in owed]
    Letter.objects.bulk_create(letters)
    Delivery.objects.bulk_create(
        Delivery(subscriber_id=row.subscriber_id, subscription=row, change=one.change, letter=letter)
        for (row, news), letter in zip(owed, letters, strict=True)
        for one in news
    )
