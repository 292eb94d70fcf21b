"""How letters leave the house: headers, both parts, failures, and never twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from pressroom.core.models import Change
from pressroom.delivery import sending, spreading, writing
from pressroom.delivery.models import Delivery, Letter, Progress
from pressroom.delivery.work import work
from tests import factories as make
from tests.delivery.conftest import Work
from tests.sentinel.clock import Clock
from tests.site import lives


@pytest.mark.django_db
def test_a_mail_has_what_mailboxes_ask_for_and_nothing_that_watches(worked: Work, settings: Any) -> None:
    settings.SITE_URL, settings.DEFAULT_FROM_EMAIL = "https://pers.example", "humas@contoh.example"
    make.subscription()
    lives.released(title="Judul\r\nBcc: korban@contoh.example\u2028dua")
    (sent,) = worked()
    message = sent.message()
    assert sent.recipients() == sent.to
    assert message["Subject"] == "Judul Bcc: korban@contoh.example dua"
    assert "Bcc" not in message
    assert message["From"] == "Ruang Pers BNPT <humas@contoh.example>"
    assert message["Date"]
    assert message["Message-ID"] == f"<{Letter.objects.get().uid}@pers.example>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["List-Unsubscribe"].startswith("<https://pers.example/langganan/berhenti/")
    assert message["List-Unsubscribe"].strip("<>") in sent.body
    text, html = message.get_payload()
    assert (text.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    page = sent.alternatives[0].content
    assert "<img" not in page
    assert "http" not in page.replace("https://pers.example/", "")
    assert "&" not in sent.body.replace("&amp;", "&") or "&amp;" not in sent.body


class Server(EmailBackend):
    """A mail server that answers each mail with what the test has laid ready, then takes everything."""

    answers: list[Exception] = []

    def send_messages(self, messages: Any) -> int:
        if self.answers:
            raise self.answers.pop(0)
        return super().send_messages(messages)


class AwayServer(EmailBackend):
    def open(self) -> bool:
        raise ConnectionRefusedError


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("django.utils.timezone.now", clock)
    return clock


@pytest.mark.django_db
def test_what_the_server_refuses_waits_longer_each_time_and_holds_up_no_other(
    worked: Work, settings: Any, clock: Clock
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Server"
    make.subscription()
    make.subscription()
    lives.released()
    refusal = SMTPRecipientsRefused({"a@contoh.example": (550, b"no such user")})
    Server.answers = [SMTPServerDisconnected("bye"), refusal]
    assert worked() == []
    waiting, failed = Letter.objects.order_by("id")
    assert (waiting.state, waiting.attempts, waiting.error) == ("waiting", 1, "SMTPServerDisconnected")
    assert waiting.due == clock.now + timedelta(minutes=1)
    assert (failed.state, failed.error) == ("failed", "SMTPRecipientsRefused [550]")
    clock.now += timedelta(minutes=1)
    assert len(worked()) == 1
    Server.answers = [SMTPServerDisconnected("bye")] * 9
    Letter.objects.filter(pk=waiting.pk).update(state="waiting", sent_at=None, attempts=0)
    for _ in range(9):
        clock.now += timedelta(days=1)
        worked()
    assert Letter.objects.get(pk=waiting.pk).state == "failed"
    assert Letter.objects.get(pk=waiting.pk).attempts == len(sending.WAITS) + 1
    Server.answers = []


@pytest.mark.django_db
def test_a_server_that_is_away_costs_no_letter_an_attempt(
    worked: Work, settings: Any, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.AwayServer"
    make.subscription()
    lives.released()
    assert worked() == []
    assert "does not answer" in caplog.text
    assert Letter.objects.get().attempts == 0
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert worked() == []
    clock.now += timedelta(minutes=1)
    assert len(worked()) == 1


@pytest.mark.django_db
def test_a_letter_that_cannot_be_written_steps_aside_loudly(
    worked: Work, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    poison = make.subscription()
    make.subscription()
    lives.released()
    written = writing.Pack.message

    def message(self: writing.Pack, letter: Letter) -> Any:
        if letter.subscription_id == poison.pk:
            raise ValueError("poison")
        return written(self, letter)

    monkeypatch.setattr(writing.Pack, "message", message)
    assert len(worked()) == 1
    assert "cannot be written" in caplog.text
    assert Letter.objects.get(subscription=poison).error == "ValueError"


@pytest.mark.django_db
def test_a_letter_under_way_when_a_worker_died_is_sent_again_by_decision_only(
    worked: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.subscription()
    lives.released()
    settle = sending.settle
    monkeypatch.setattr(sending, "settle", lambda *_: (_ for _ in ()).throw(SystemExit))
    with pytest.raises(SystemExit):
        worked()
    monkeypatch.setattr(sending, "settle", settle)
    (first,) = mail.outbox
    assert worked() == []
    assert not Letter.objects.stuck().exists()  # it may be on its way
    Letter.objects.update(claimed_at=timezone.now() - timedelta(minutes=6))
    assert Letter.objects.stuck().send_again() == 1
    (again,) = worked()
    assert again.extra_headers["Message-ID"] == first.extra_headers["Message-ID"]
    assert not Letter.objects.stuck().exists()


@pytest.mark.django_db
def test_one_letter_is_claimed_once_and_one_change_is_told_once() -> None:
    """As two workers would meet at it, both having read the same rows."""
    make.subscription()
    lives.released()
    news = spreading.news_of(Change.objects.filter(kind="release"))
    (one,) = news.values()
    mine, theirs = (Progress.objects.get_or_create(name=spreading.NAME)[0] for _ in range(2))
    assert not spreading.spread_batch(mine, spreading.Spreading(one))
    assert not spreading.spread_batch(theirs, spreading.Spreading(one))
    assert Delivery.objects.count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        spreading.write(list(spreading.Spreading(one).candidates()), one)
    letter = Letter.objects.get()
    assert [sending.claim(letter), sending.claim(letter)] == [True, False]


@pytest.mark.django_db(transaction=True)
def test_four_workers_send_each_letter_once() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("threads share one connection to the SQLite test database in memory")
    for _ in range(20):
        make.subscription()
        make.subscription(frequency="daily", told_until=timezone.now() - timedelta(days=3))
    lives.released()
    make.edition_text()

    def run(_: int) -> None:
        try:
            for _again in range(20):
                try:
                    work()
                except IntegrityError:
                    continue
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=4) as pool:
        list(pool.map(run, range(4)))
    assert len(mail.outbox) == 20 == len({sent.to[0] for sent in mail.outbox})
