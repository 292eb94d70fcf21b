"""Digests: when they fall due, what stands in them, and what a worker that was dead makes good."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.publishing import publish
from pressroom.delivery import digests, signup
from pressroom.delivery.models import Delivery, Letter, Subscription
from tests import factories as make
from tests.delivery.conftest import Work
from tests.sentinel.clock import Clock

pytestmark = pytest.mark.django_db

# Seven in the morning in Jakarta, of a Monday.
MONDAY = datetime(2031, 3, 3, 0, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    clock.now = MONDAY + HOUR
    monkeypatch.setattr("django.utils.timezone.now", clock)
    return clock


@pytest.mark.parametrize(
    ("after", "daily", "weekly"),
    [
        (timedelta(0), MONDAY, MONDAY),
        (-timedelta(seconds=1), MONDAY - DAY, MONDAY - 7 * DAY),
        (17 * HOUR, MONDAY, MONDAY),  # midnight in Jakarta, already Tuesday there
        (DAY - timedelta(seconds=1), MONDAY, MONDAY),
        (DAY, MONDAY + DAY, MONDAY),
        (7 * DAY, MONDAY + 7 * DAY, MONDAY + 7 * DAY),
    ],
)
def test_they_fall_due_at_seven_and_on_mondays(after: timedelta, daily: datetime, weekly: datetime) -> None:
    assert digests.newest_moment("daily", MONDAY + after) == daily
    assert digests.newest_moment("weekly", MONDAY + after) == weekly


def follower(clock: Clock, **fields: object) -> Subscription:
    row = make.subscription(**{"confirmed_at": clock.now, "told_until": clock.now, **fields})
    clock.now += timedelta(minutes=1)
    return row


def test_everything_since_the_last_in_one_mail_and_none_for_nothing(worked: Work, clock: Clock) -> None:
    daily, weekly = follower(clock, frequency="daily"), follower(clock, frequency="weekly")
    for title in ("Pertama", "Kedua"):
        publish(make.article(title), reason="Arsip.")
        clock.now += HOUR
    assert worked() == []
    clock.now = MONDAY + DAY
    (mail,) = worked()
    assert (mail.to, mail.subject) == ([daily.subscriber.email], "2 siaran dari Ruang Pers BNPT")
    assert mail.body.index("Kedua") < mail.body.index("Pertama")
    clock.now += DAY
    assert worked() == []
    clock.now = MONDAY + 7 * DAY
    (mail,) = worked()
    assert mail.to == [weekly.subscriber.email]


def test_a_dead_worker_catches_up_once(worked: Work, clock: Clock) -> None:
    follower(clock, frequency="daily")
    for number in range(3):
        publish(make.article(f"Siaran {number}"), reason="Arsip.")
        clock.now += DAY
    (mail,) = worked()
    assert mail.subject.startswith("3 ")
    assert worked() == []


def test_a_release_stands_in_a_digest_once_and_only_as_it_is_now(worked: Work, clock: Clock) -> None:
    follower(clock, frequency="daily")
    article = make.article("Lama")
    publish(article, reason="Arsip.")
    article.title = "Baru"
    article.save()
    clock.now += HOUR
    publish(article, kind="update", note="Judul.", reason="Arsip.")
    clock.now += DAY
    (mail,) = worked()
    assert "Lama" not in mail.body
    assert mail.body.count("Baru") == 1
    assert Delivery.objects.count() == 2


def test_two_workers_make_one_digest(clock: Clock) -> None:
    row = follower(clock, frequency="daily")
    publish(make.article(), reason="Arsip.")
    until = clock.now + DAY
    assert digests.tell([row], until)
    assert not digests.tell([row], until)
    assert Letter.objects.count() == 1


def test_who_stops_waiting_for_digests_misses_nothing(worked: Work, clock: Clock) -> None:
    row = follower(clock, frequency="daily")
    publish(make.article("Di antaranya"), reason="Arsip.")
    clock.now += HOUR
    assert signup.change(row, "immediate", "id")
    publish(make.article("Sesudahnya"), reason="Arsip.")
    assert sorted(mail.subject for mail in worked()) == ["1 siaran dari Ruang Pers BNPT", "Sesudahnya"]
    row.refresh_from_db()
    signup.change(row, "daily", "id")
    clock.now += DAY
    assert worked() == []


def test_the_queries_do_not_grow_with_the_readers(clock: Clock) -> None:
    publish(make.article(), reason="Arsip.")
    found = []
    for number in (1, 20):
        clock.now = MONDAY + HOUR
        for _ in range(number):
            follower(clock, frequency="daily", told_until=MONDAY)
        clock.now = MONDAY + DAY
        with CaptureQueriesContext(connection) as captured:
            digests.digest()
        found.append(len(captured))
        Letter.objects.all().delete()
        Delivery.objects.all().delete()
    assert found[0] == found[1]
