from datetime import timedelta

import pytest
from django.utils import timezone

from articles.publishing import publish
from pressroom.api.views.changes import write_since
from pressroom.core.models import Change
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def log():
    for seq, kind in enumerate(["release", "person", "person", "event", "topic"], start=1):
        Change.objects.create(seq=seq, at=factories.LONG_AGO, kind=kind, object_id=f"x-{seq}", op="upsert")


def seqs(answer):
    return [change["seq"] for change in answer["results"]]


def test_a_publication_is_one_row_with_its_version_and_digest(ask):
    article = factories.article()
    edition = publish(article, reason="Siaran lama.")

    change = ask("changes")["results"][0]

    assert change == {
        "seq": 1,
        "type": "release",
        "id": str(article.uid),
        "op": "upsert",
        "version": 1,
        "at": change["at"],
        "href": f"http://testserver/api/v1/releases/{article.uid}/",
        "digest": edition.digest,
    }
    assert change["at"].endswith("Z")


def test_a_partner_follows_the_log_step_by_step(ask, log):
    first = ask("changes", limit=2)
    second = ask("changes", limit=2, since=first["next_since"])
    third = ask("changes", limit=2, since=second["next_since"])
    fourth = ask("changes", limit=2, since=third["next_since"])

    assert [seqs(page) for page in (first, second, third, fourth)] == [[1, 2], [3, 4], [5], []]
    assert [page["has_more"] for page in (first, second, third, fourth)] == [True, True, False, False]
    assert fourth["next_since"] == third["next_since"]


def test_an_empty_log_gives_a_place_to_start_from(ask):
    empty = ask("changes")
    publish(factories.article(), reason="Siaran lama.")

    assert (empty["results"], empty["has_more"]) == ([], False)
    assert seqs(ask("changes", since=empty["next_since"])) == [1]


def test_changes_of_one_kind(ask, log):
    page = ask("changes", kind="person", limit=1)

    assert (seqs(page), page["has_more"]) == ([2], True)
    assert seqs(ask("changes", kind="person", since=page["next_since"])) == [3]


def test_a_row_of_a_clock_that_runs_ahead_is_not_passed_over(ask, log):
    """A server that is some seconds fast writes a row of the future; a partner must not jump over it."""
    Change.objects.create(seq=6, at=factories.FAR_AHEAD, kind="topic", object_id="x-6", op="upsert")
    Change.objects.create(seq=7, at=factories.LONG_AGO, kind="topic", object_id="x-7", op="upsert")

    assert seqs(ask("changes")) == [1, 2, 3, 4, 5, 6, 7]


def test_what_fell_due_is_in_the_log_whether_or_not_there_is_a_worker(ask, clock):
    at = timezone.now() + timedelta(hours=1)
    before = ask("changes")["next_since"]
    article = factories.article()
    publish(article, at=at, reason="Siaran lama.")

    clock(at - timedelta(microseconds=1))
    assert ask("changes", since=before)["results"] == []
    clock(at)
    (change,) = ask("changes", since=before)["results"]
    assert (change["seq"], change["id"], change["at"]) == (1, str(article.uid), f"{at:%Y-%m-%dT%H:%M:%SZ}")
    assert ask(change["href"])["version"] == change["version"]


def test_a_since_that_the_log_never_reached_is_refused(client, log):
    response = client.get("/api/v1/changes/", {"since": write_since(6)})

    assert response.status_code == 400
    assert response.json()["errors"][0]["parameter"] == "since"


@pytest.mark.parametrize(
    "forged", ["5", "c2luY2U6", "c2luY2U6LTE", "c2luY2U6NQ==", "c2luY2U6MDU", "x" * 4000]
)
def test_a_since_that_was_made_up_is_refused(client, log, forged):
    assert client.get("/api/v1/changes/", {"since": forged}).status_code == 400


def test_every_kind_of_change_has_an_address(ask, db):
    from django.apps import apps

    from pressroom.core.visibility import Public

    kinds = {model.change_kind for model in apps.get_models() if issubclass(model, Public)} - {""}
    for seq, kind in enumerate(sorted(kinds), start=1):
        Change.objects.create(seq=seq, at=factories.LONG_AGO, kind=kind, object_id="1", op="upsert")

    assert {change["type"] for change in ask("changes")["results"]} == kinds
