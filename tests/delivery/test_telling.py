"""Who is told of what: questions, kinds of edition, languages, corrections, and nothing before its moment."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.publishing import publish
from pressroom.core import changes
from pressroom.core.models import Change
from pressroom.delivery import spreading
from pressroom.delivery.models import Delivery, Letter
from pressroom.delivery.sending import send_due
from tests import factories as make
from tests.delivery.conftest import Work
from tests.sentinel.clock import Clock
from tests.site import lives

pytestmark = pytest.mark.django_db


def subjects(mails: list) -> list[str]:
    return [mail.subject for mail in mails]


def test_every_kind_of_edition_is_told_as_it_should_be(worked: Work) -> None:
    """Small mends are not told, a correction at once and to digests too, each only once."""
    now, weekly = make.subscription(), make.subscription(frequency="weekly", told_until=timezone.now())
    make.asked_subscription()
    article = lives.released()
    (first,) = worked()
    assert (first.to, first.subject) == ([now.subscriber.email], lives.SECRET)
    lives.again(article, "minor")
    assert worked() == []
    lives.update(article, at=None)
    assert subjects(worked()) == [f"[Pembaruan] {lives.SECRET}"]
    lives.correct(article, at=None)
    mails = worked()
    assert {mail.to[0] for mail in mails} == {now.subscriber.email, weekly.subscriber.email}
    assert set(subjects(mails)) == {f"[Ralat] {lives.SECRET}"}
    assert "Keliru 1." in mails[0].body
    assert "Betul 1." in mails[0].body
    lives.withdraw(article)
    mails = worked()
    assert subjects(mails) == [f"[Dicabut] {lives.SECRET}"] * 2 or subjects(mails) == [
        f"[Dicabut] {lives.SECRET}"
    ]
    assert "Salah orang." in mails[0].body
    assert worked() == []


def test_a_killed_release_is_not_named_again(worked: Work) -> None:
    make.subscription()
    article = lives.released()
    worked()
    lives.kill(article)
    (mail,) = worked()
    html = mail.alternatives[0].content
    assert mail.subject.startswith("[Dibatalkan] Jangan gunakan siaran Rabu, 9 Oktober 2024")
    assert lives.SECRET not in mail.subject + mail.body + html
    assert "/siaran-pers/kunjungan/" in mail.body


def test_only_whoever_asks_for_it_is_told(worked: Work) -> None:
    person = make.person(slug="tokoh")
    make.person(slug="lain")
    make.topic(slug="topik")
    questions = {
        "": True,
        "person=tokoh": True,
        "person=lain": False,
        "person=tokoh&topic=topik": False,
        "q=Rahasiawati": True,
        "q=zebra": False,
        "kind=press_release": True,
        "kind=speech": False,
        "year=2024": True,
        "year=2023": False,
        "person=hilang": False,
    }
    for query in questions:
        make.subscription(
            query, make.subscriber(f"{len(query)}-{questions[query]}-{query[-4:]}@contoh.example")
        )
    article = lives.released()
    article.people.add(person)
    publish(article, kind="update", note="Tokoh.", note_en="Person.", reason="Arsip.")
    mails = worked()
    told = {
        line.letter.subscription.query for line in Delivery.objects.select_related("letter__subscription")
    }
    assert told == {query for query, expected in questions.items() if expected}
    assert all("-True-" in mail.to[0] for mail in mails)


def test_one_address_is_told_once_whatever_it_follows(worked: Work) -> None:
    subscriber = make.subscriber()
    for query in ("", "q=Rahasiawati"):
        make.subscription(query, subscriber)
    make.subscription("kind=press_release", subscriber, frequency="daily")
    lives.released()
    assert len(worked()) == 1


def test_english_readers_get_english_or_are_told_that_there_is_none(worked: Work) -> None:
    make.subscription(language="en")
    article = make.article("Hanya Indonesia", slug="hanya")
    publish(article, reason="Arsip.")
    (mail,) = worked()
    assert "Belum tersedia dalam bahasa Inggris" in mail.body or "Not yet in English" in mail.body
    assert "/siaran-pers/hanya/" in mail.body
    article.refresh_from_db()
    article.title_en, article.slug_en, article.english_ready = "Now in English", "now", True
    article.body_en = "<p>BNPT received a courtesy call.</p>"
    article.save()
    publish(article, kind="translation", reason="Arsip.")
    (mail,) = worked()
    assert mail.subject == "Now in English"
    assert "/en/" in mail.body
    assert mail.extra_headers["Content-Language"] == "en"


def test_what_happened_before_somebody_asked_is_no_news(worked: Work) -> None:
    make.subscription(confirmed_at=timezone.now(), told_until=timezone.now())
    lives.released()
    assert worked() == []


def test_nothing_is_told_before_its_moment(worked: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    make.subscription()
    clock = Clock()
    monkeypatch.setattr("django.utils.timezone.now", clock)
    at = clock.now + timedelta(hours=1)
    article = make.article("Kelak", slug="kelak")
    publish(article, reason="Arsip.", at=at)
    clock.now = at - timedelta(seconds=1)
    assert worked() == []
    assert not Letter.objects.exists()
    clock.now = at
    assert subjects(worked()) == ["Kelak"]


def test_what_is_gone_by_the_time_of_sending_is_not_sent(worked: Work) -> None:
    """The letter waits, the release is withdrawn: only the withdrawal is told."""
    make.subscription()
    article = lives.released()
    while spreading.spread():
        pass
    lives.withdraw(article)
    assert subjects(worked()) == [f"[Dicabut] {lives.SECRET}"]
    assert set(Letter.objects.values_list("state", flat=True)) == {"skipped", "sent"}


def test_a_note_that_was_mended_is_not_told_again(worked: Work) -> None:
    make.subscription()
    lives.released()
    worked()
    said = Change.objects.get(kind="release")
    changes.append("release", said.object_id, version=said.version, digest=said.digest)
    assert worked() == []


def queries_of_spreading(number: int) -> int:
    for _ in range(number):
        make.subscription("kind=press_release")
    lives.released(f"siaran-{number}")
    with CaptureQueriesContext(connection) as captured:
        while spreading.spread():
            pass
    return len(captured)


def queries_of_sending() -> list[int]:
    with CaptureQueriesContext(connection) as captured:
        send_due()
    return [len([q for q in captured if q["sql"].startswith(verb)]) for verb in ("SELECT", "UPDATE")]


def test_the_queries_do_not_grow_with_the_readers() -> None:
    """Those that read; each letter also has two that write, the claim and what came of it."""
    make.progress(name=spreading.NAME)
    assert queries_of_spreading(2) == queries_of_spreading(20)
    selects, updates = queries_of_sending()
    assert Letter.objects.filter(state="sent").count() == 24
    assert selects <= 12
    assert updates == 48


def test_batches_tear_no_subscriber_apart(worked: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreading, "BATCH", 3)
    for _ in range(4):
        of = make.subscriber()
        for query in ("", "kind=press_release"):
            make.subscription(query, of)
    lives.released()
    assert len({mail.to[0] for mail in worked()}) == 4 == Delivery.objects.count()
