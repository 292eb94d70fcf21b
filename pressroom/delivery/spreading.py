"""From the change log to letters: who is to be told of a change, at once.

The log is followed by one row of `Progress`, in batches of subscribers. Each batch is one transaction that
first moves that row by a filtered update: of two workers only one moves it, and what it wrote stays or goes
with it. Whatever happens, a change is turned into letters exactly once.
"""

from __future__ import annotations

from itertools import groupby

from django.db import transaction
from django.db.models import Min, Q, QuerySet

from pressroom.core import changes
from pressroom.core.models import Change
from pressroom.delivery.models import Delivery, Letter, Progress, Subscription
from pressroom.delivery.news import News, changes_of_releases, news_of
from pressroom.delivery.questions import Answers, had_answered, question_of

NAME = "alerts"
BATCH = 500
FREQUENCY = Subscription.Frequency
# Letters that may have arrived; one that was pruned had been settled.
REACHED = (Letter.State.SENT, Letter.State.SENDING)


def spread() -> bool:
    """Turn one more change into letters; False where the log holds no more."""
    progress, _made = Progress.objects.get_or_create(name=NAME)
    newest = changes.newest()
    if newest <= progress.seq:
        return False
    change = next_change(progress, newest)
    if change is None:
        move(progress, newest)
        return False
    news = news_of([change]).get(change.seq)
    return spread_news(progress, news) if news and news.told else move(progress, change.seq)


def next_change(progress: Progress, newest: int) -> Change | None:
    """Skips what was before anybody asked, such as an archive that was brought in: it is no news."""
    first = Subscription.objects.confirmed().aggregate(first=Min("confirmed_at"))["first"]
    if first is None:
        return None
    owed = changes_of_releases().filter(seq__gt=progress.seq, seq__lte=newest, at__gte=first)
    return owed.order_by("seq").first()


def spread_news(progress: Progress, news: News) -> bool:
    """All batches of one change; each distinct question is asked of it once."""
    answers = Spreading(news)
    while spread_batch(progress, answers):
        pass
    return True


def move(progress: Progress, seq: int, position: int = 0) -> bool:
    """Whether it was this worker that moved on."""
    here = Progress.objects.filter(pk=progress.pk, seq=progress.seq, position=progress.position)
    moved = bool(here.update(seq=seq, position=position))
    if moved:
        progress.seq, progress.position = seq, position
    return moved


@transaction.atomic
def spread_batch(progress: Progress, spreading: Spreading) -> bool:
    """Write the letters of the next subscribers; False after the last of them, or where another is at it."""
    seq, before = spreading.news.change.seq, progress.seq
    rows, last = batch(spreading.candidates(), progress.position)
    if not move(progress, before if last else seq, last):
        return False
    write(spreading.chosen(rows), spreading.news)
    return bool(last)


def batch(subscriptions: QuerySet[Subscription], position: int) -> tuple[list[Subscription], int]:
    """The next subscriptions, no subscriber's torn apart, and the last subscriber; 0 where none follow."""
    following = subscriptions.filter(subscriber_id__gt=position).order_by("subscriber_id", "id")
    rows = list(following[:BATCH])
    if len(rows) < BATCH:
        return rows, 0
    last = rows[-1].subscriber_id
    whole = [row for row in rows if row.subscriber_id != last] or rows
    return whole, whole[-1].subscriber_id


class Spreading:
    """One change on its way to its readers, with what was found out about each question so far."""

    def __init__(self, news: News) -> None:
        self.news = news
        self.answers = Answers([news.article])
        self.gone: dict[tuple[str, str], bool] = {}

    def candidates(self) -> QuerySet[Subscription]:
        everyone = Subscription.objects.told()
        return everyone if self.news.urgent else everyone.filter(frequency=FREQUENCY.IMMEDIATE)

    def chosen(self, rows: list[Subscription]) -> list[Subscription]:
        """One subscription for each subscriber who is to be told."""
        subscribers = {row.subscriber_id for row in rows}
        change = self.news.change
        told = set(
            Delivery.objects.filter(change=change, subscriber__in=subscribers).values_list(
                "subscriber_id", flat=True
            )
        )
        sent = self.sent(rows) if self.news.urgent else set()
        owed = (row for row in rows if row.subscriber_id not in told and self.owes(row, sent))
        return [next(of_one) for _subscriber, of_one in groupby(owed, key=lambda row: row.subscriber_id)]

    def sent(self, rows: list[Subscription]) -> set[int]:
        """Those of the subscriptions by which the release was sent before."""
        arrived = Q(letter__state__in=REACHED) | Q(letter__isnull=True)
        lines = Delivery.objects.filter(arrived, subscription__in=rows)
        before = lines.filter(change__in=earlier(self.news.change))
        return set(before.values_list("subscription_id", flat=True))

    def owes(self, row: Subscription, sent: set[int]) -> bool:
        if row.pk in sent:
            return True
        asked_before = row.confirmed_at is not None and row.confirmed_at <= self.news.change.at
        return asked_before and self.news.concerns(row.language) and self.answered(row.query, row.language)

    def answered(self, query: str, language: str) -> bool:
        if not self.news.notices:
            return self.news.article in self.answers.of(query, language)
        key = (query, language)
        if key not in self.gone:
            question = question_of(query)
            self.gone[key] = question is not None and had_answered(question, language, self.news.article)
        return self.gone[key]


def earlier(change: Change) -> QuerySet[Change]:
    """What the log said of the same release before."""
    return Change.objects.filter(kind=change.kind, object_id=change.object_id, seq__lt=change.seq)


def write(subscriptions: list[Subscription], news: News) -> None:
    kind = Letter.Kind.AMEND if news.urgent else Letter.Kind.NEWS
    letters = [Letter(subscription=row, kind=kind, urgent=news.urgent) for row in subscriptions]
    Letter.objects.bulk_create(letters)
    pairs = zip(subscriptions, letters, strict=True)
    Delivery.objects.bulk_create(
        Delivery(subscriber_id=row.subscriber_id, subscription=row, change=news.change, letter=letter)
        for row, letter in pairs
    )
