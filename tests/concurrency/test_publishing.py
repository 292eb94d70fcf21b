"""Many who publish at once, while a partner follows the log: everything comes through, in order and once."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from articles import revisions
from articles.models import Article, Edition
from articles.publishing import publish
from articles.record import faults
from articles.workflow import WorkflowError, perform
from pressroom.core import changes
from pressroom.core.models import Change, PendingChange
from tests import factories as make
from tests.benchmarks.realistic import editor
from tests.concurrency.rivals import PATIENCE

pytestmark = [
    pytest.mark.skipif(
        connection.vendor == "sqlite",
        reason="SQLite lets one connection at a time begin to write, so there are no two to race",
    ),
    pytest.mark.django_db(transaction=True),
]
WRITERS, EACH = 8, 4
Work = Callable[[], Any]


@pytest.fixture
def at_once() -> Iterator[Callable[..., list[Future[Any]]]]:
    """Begins all works at the same moment, each on a connection of its own: `at_once(approve, approve)`."""
    with ThreadPoolExecutor(WRITERS) as pool:

        def begin(*works: Work) -> list[Future[Any]]:
            start = Barrier(len(works))
            return [pool.submit(alone, start, work) for work in works]

        yield begin


def alone(start: Barrier, work: Work) -> Any:
    """What the work returns, or the refusal that it met."""
    try:
        connection.ensure_connection()
        start.wait(PATIENCE)
        return work()
    except WorkflowError as refusal:
        return refusal
    finally:
        connection.close()


def results(running: list[Future[Any]]) -> list[Any]:
    return [one.result(PATIENCE) for one in running]


def publish_all(articles: list[Article]) -> None:
    for article in articles:
        publish(article, reason="Uji.")


def follow(running: list[Future[Any]]) -> Iterator[dict[str, Any]]:
    """The rows that a partner gets who asks for changes again and again until nothing can come any more."""
    client, since = Client(), {}
    while True:
        finished = all(one.done() for one in running)
        answer = client.get("/api/v1/changes/", {"limit": 3, **since}).json()
        yield from answer["results"]
        since = {"since": answer["next_since"]}
        if finished and not answer["has_more"]:
            return


def test_whoever_follows_the_log_misses_nothing_while_eight_publish(at_once) -> None:
    batches = [[make.article() for _ in range(EACH)] for _ in range(WRITERS)]
    running = at_once(*(lambda batch=batch: publish_all(batch) for batch in batches))
    seen = [row["id"] for row in follow(running)]
    results(running)
    assert seen == list(Change.objects.order_by("seq").values_list("object_id", flat=True))
    assert sorted(seen) == sorted(str(article.uid) for batch in batches for article in batch)
    assert not list(faults())


def submitted() -> Article:
    writer, article = editor(), make.article()
    revisions.store(article, writer)
    perform("submit", article, by=writer)
    return article


def refusals(outcomes: list[Any]) -> int:
    return sum(isinstance(outcome, WorkflowError) for outcome in outcomes)


def test_of_two_who_approve_and_publish_at_once_one_does(at_once) -> None:
    article, editors = submitted(), [editor(), editor()]
    for act in ("approve", "publish"):
        works = [lambda one=one, act=act: perform(act, article, by=one) for one in editors]
        assert refusals(results(at_once(*works))) == 1
    assert Edition.objects.get().article == article
    assert Change.objects.count() == 1
    assert [step.act for step in article.steps.all()] == ["submit", "approve", "publish"]
    assert not list(faults())


def test_of_eight_who_move_due_rows_into_the_log_at_once_each_row_is_moved_once(at_once) -> None:
    articles = [make.article() for _ in range(5)]
    for article in articles:
        publish(article, reason="Uji.", at=make.FAR_AHEAD)
    moved = results(at_once(*(lambda: changes.advance(make.FAR_AHEAD),) * WRITERS))
    assert sorted(moved) == [0] * (WRITERS - 1) + [len(articles)]
    logged = Change.objects.order_by("seq").values_list("seq", "object_id")
    assert list(logged) == [(seq, str(article.uid)) for seq, article in enumerate(articles, start=1)]
    assert not PendingChange.objects.exists()
