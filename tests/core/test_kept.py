"""What is kept for a generation: asked once, never stale, never of what is rolled back."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils import timezone, translation

from pressroom.core import changes, generation, kept
from pressroom.core.kept import KeptForGeneration, kept_for_generation, kept_in_one_language
from pressroom.core.models import Change
from pressroom.core.origin import OriginMiddleware
from tests.cutting import cut

pytestmark = pytest.mark.django_db(transaction=True)
asked: list[tuple] = []


@kept_for_generation
def said(word: str = "") -> tuple[str, str | None, int]:
    asked.append((word,))
    return word, translation.get_language(), Change.objects.count()


@kept_in_one_language
def counted() -> int:
    asked.append(())
    return Change.objects.count()


@pytest.fixture(autouse=True)
def _nothing_asked() -> Iterator[None]:
    asked.clear()
    yield
    kept.forget()


def publish(at: datetime | None = None) -> None:
    with transaction.atomic():
        changes.append("person", "anna", at=at)


def test_it_is_asked_once_for_each_argument() -> None:
    assert [said(), said(), said("a"), said("a"), said(word="a")] == [said(), said(), *[said("a")] * 3]
    assert asked == [("",), ("a",), ("a",)]


def test_a_publication_is_seen_by_the_very_next_question() -> None:
    assert counted() == 0
    publish()
    assert counted() == 1


def test_what_is_due_is_seen_at_its_moment_and_not_before() -> None:
    publish(at=timezone.now() + timedelta(milliseconds=400))
    assert counted() == 0
    moment = datetime.now(UTC) + timedelta(seconds=3)
    while generation.current().startswith("0.") and datetime.now(UTC) < moment:
        assert counted() in (0, 1)
    assert counted() == 1


def test_each_language_has_its_own_answer_where_languages_differ() -> None:
    for language in ("id", "en", "id"):
        with translation.override(language):
            assert said()[1] == language
            counted()
    assert len(asked) == 3


def test_nothing_of_what_is_rolled_back_is_kept() -> None:
    with transaction.atomic():
        publish()
        assert counted() == 1
        transaction.set_rollback(True)
    publish()
    publish()
    assert Change.objects.count() == counted() == 2
    assert counted.passing == {} or not connection.atomic_blocks


def test_a_rehearsal_neither_leaves_nor_takes_anything() -> None:
    assert counted() == 0
    with transaction.atomic():
        changes.append("person", "anna")
        assert counted() == 1
        transaction.set_rollback(True)
    with transaction.atomic():
        changes.append("person", "budi")
        changes.append("person", "carla")
    with transaction.atomic():
        changes.append("person", "dina")
        assert counted() == 3
        with transaction.atomic():
            assert counted() == 3
        transaction.set_rollback(True)
    assert counted() == 2


def test_threads_share_one_answer() -> None:
    counted()
    found: list[int] = []

    def ask() -> None:
        found.append(counted())
        connection.close()

    thread = Thread(target=ask)
    thread.start()
    thread.join()
    assert (found, len(asked)) == ([0], 1)


@pytest.mark.parametrize(
    ("method", "seen"), [("GET", b"0 0"), ("HEAD", b"0 0"), ("POST", b"0 1"), ("DELETE", b"0 1")]
)
def test_a_page_that_is_merely_looked_at_is_of_one_generation(method: str, seen: bytes) -> None:
    def page(_request: HttpRequest) -> HttpResponse:
        before = counted()
        publish()
        return HttpResponse(f"{before} {counted()}")

    answer = OriginMiddleware(page)(RequestFactory().generic(method, "/"))
    assert isinstance(answer, HttpResponse)
    assert answer.content == seen


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has no connection that could be cut")
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_first_page_after_a_cut_is_answered(method: str) -> None:
    publish()
    cut()
    connection.close_if_unusable_or_obsolete()  # as Django does when a request begins
    answer = OriginMiddleware(lambda _request: HttpResponse(str(counted())))(
        RequestFactory().generic(method, "/")
    )
    assert isinstance(answer, HttpResponse)
    assert answer.content == b"1"


def test_what_is_kept_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 3)
    for number in range(20):
        said(str(number))
        assert len(said.lasting.last[1]) <= 4


def test_it_is_known_by_its_own_name() -> None:
    assert isinstance(said, KeptForGeneration)
    assert said.__name__ == "said"  # type: ignore[attr-defined]
