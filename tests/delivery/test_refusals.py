"""Addresses that refuse us are left alone after a while, and say so; letters are not kept for ever."""

from datetime import timedelta
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from pressroom.core import changes
from pressroom.delivery import links, pruning, refusals
from pressroom.delivery.models import Delivery, Letter, Subscriber, Subscription
from tests import factories as make
from tests.delivery.conftest import Work
from tests.delivery.test_sending import Server
from tests.sentinel.clock import Clock
from tests.site import lives
from tests.site.html import Page

pytestmark = pytest.mark.django_db

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SARI = "sari@contoh.example"


def refusal(code: int = 550) -> SMTPRecipientsRefused:
    return SMTPRecipientsRefused({SARI: (code, b"no such user")})


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("django.utils.timezone.now", clock)
    return clock


@pytest.fixture
def server(settings: Any) -> type[Server]:
    settings.EMAIL_BACKEND = "tests.delivery.test_sending.Server"
    Server.answers = []
    return Server


@pytest.mark.parametrize(
    ("after", "answers", "days", "paused"),
    [
        ([DAY, DAY], [refusal(), refusal()], 2, False),
        ([DAY, DAY, DAY], [refusal(), refusal(553), refusal(521)], 3, True),
        ([HOUR, HOUR, HOUR], [refusal(), refusal(), refusal()], 1, False),
        ([DAY, DAY, DAY], [refusal(450), refusal(450), refusal(450)], 0, False),
        ([DAY, DAY, DAY], [refusal(), refusal(), None], 0, False),
    ],
)
def test_an_address_is_paused_after_three_days_of_refusal(
    worked: Work, server: type[Server], clock: Clock, after: list, answers: list, days: int, paused: bool
) -> None:
    of = make.subscription(of=make.subscriber(SARI))
    for pause, answer in zip(after, answers, strict=True):
        clock.now += pause
        make.letter(of, kind="known", due=clock.now)
        server.answers = [answer] if answer else []
        Letter.objects.filter(state="waiting", attempts__gt=0).delete()
        worked()
    subscriber = Subscriber.objects.get()
    assert (subscriber.refusals, bool(subscriber.paused_at)) == (days, paused)


def test_nothing_is_written_to_a_paused_address_but_what_its_owner_asks_for(worked: Work) -> None:
    paused = make.refused_subscriber()
    make.subscription(of=paused)
    make.subscription("kind=press_release", of=paused, frequency="daily")
    other = make.subscription().subscriber
    lives.released()
    assert [mail.to for mail in worked()] == [[other.email]]
    assert not Letter.objects.filter(subscription__subscriber=paused).exists()
    make.letter(paused.subscriptions.first(), kind="known")
    assert [mail.to for mail in worked()] == [[paused.email]]
    paused.refresh_from_db()
    assert paused.paused_at is not None


def test_what_waited_when_an_address_was_paused_is_not_sent(worked: Work) -> None:
    subscriber = make.refused_subscriber(days=2)
    of = make.subscription(of=subscriber)
    refused, waiting, asked = (make.letter(of, kind=kind) for kind in ("news", "news", "confirm"))
    other = make.letter()
    refusals.note(refused)
    states = dict(Letter.objects.values_list("pk", "state"))
    assert (states[waiting.pk], states[asked.pk], states[other.pk]) == ("skipped", "waiting", "waiting")


def test_the_page_of_a_paused_address_says_so_and_ends_it(client: Client, worked: Work) -> None:
    paused = make.refused_subscriber()
    row = make.subscription(of=paused, frequency="daily")
    page = links.path(links.MANAGE, paused.uid, "id")
    assert "Kami berhenti menulis ke alamat ini" in Page(client.get(page)).text
    lives.released()
    answer = Page(client.post(page, {"do": "resume"})).text
    assert "Kami menulis lagi ke alamat ini" in answer
    assert "Kami berhenti menulis" not in answer
    paused.refresh_from_db()
    row.refresh_from_db()
    assert (paused.paused_at, paused.refusals, paused.refused_at) == (None, 0, None)
    assert row.told_until is not None
    assert row.told_until > timezone.now() - HOUR
    assert worked() == []


def test_whoever_confirms_has_had_our_letter(client: Client) -> None:
    paused = make.refused_subscriber()
    row = make.asked_subscription(of=paused, asked_at=timezone.now())
    client.post(links.path(links.CONFIRM, row.uid, "id"))
    paused.refresh_from_db()
    assert paused.paused_at is None


def settled(age: timedelta, state: str = "sent") -> Letter:
    made_at = timezone.now() - age
    return make.letter(state=state, made_at=made_at, sent_at=made_at if state == "sent" else None)


@pytest.mark.parametrize(
    ("state", "days", "stays"),
    [
        ("sent", 31, False),
        ("skipped", 31, False),
        ("sent", 29, True),
        ("skipped", 29, True),
        ("failed", 31, True),
        ("waiting", 31, True),
        ("sending", 31, True),
    ],
)
def test_settled_letters_are_kept_for_a_time_that_can_be_set(
    settings: Any, state: str, days: int, stays: bool
) -> None:
    settings.LETTERS_KEPT = timedelta(days=30)
    line = make.delivery(settled(timedelta(days=days), state))
    pruning.prune()
    assert Letter.objects.exists() == stays
    line.refresh_from_db()
    assert (line.letter is not None, line.subscription is not None) == (stays, stays or state == "sent")


def test_a_withdrawal_reaches_whom_a_pruned_letter_told(worked: Work, settings: Any) -> None:
    row = make.subscription()
    article = lives.released()
    assert len(worked()) == 1
    Letter.objects.update(claimed_at=timezone.now() - timedelta(days=400))
    pruning.prune()
    assert not Letter.objects.exists()
    assert Delivery.objects.get().change_id <= changes.newest()
    Subscription.objects.filter(pk=row.pk).update(query="kind=speech")
    lives.withdraw(article)
    assert len(worked()) == 1
