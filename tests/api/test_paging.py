from datetime import UTC, datetime, timedelta

import pytest

from articles.publishing import publish
from tests import factories

pytestmark = pytest.mark.django_db

START = datetime(2024, 1, 1, tzinfo=UTC)


def walk(ask, address, way="next", **parameters):
    page = ask(address, **parameters)
    found = [row["id"] for row in page["results"]]
    while page[way]:
        page = ask(page[way])
        found += [row["id"] for row in page["results"]]
    return found


def publish_releases(count: int, start: datetime = START) -> list[str]:
    """The uids of new releases, the newest first; each two share their moment."""
    articles = [factories.article() for _number in range(count)]
    for number, article in enumerate(articles):
        publish(article, reason="Siaran lama.", at=start + timedelta(hours=number // 2))
    return [str(article.uid) for article in reversed(articles)]


@pytest.mark.parametrize("limit", [1, 2, 5, 7])
def test_pages_follow_each_other_through_all_releases(ask, limit):
    newest_first = publish_releases(7)

    assert walk(ask, "releases", limit=limit) == newest_first


def test_a_page_leads_back_to_the_one_before(ask):
    publish_releases(5)
    first = ask("releases", limit=2)

    second = ask(first["next"])

    assert ask(second["previous"])["results"] == first["results"]
    assert first["previous"] is None


def test_pages_are_stable_while_releases_appear(ask):
    old = publish_releases(4)
    first = ask("releases", limit=2)
    new = publish_releases(2, START + timedelta(days=1))

    rest = walk(ask, first["next"])

    assert [row["id"] for row in first["results"]] + rest == old
    assert walk(ask, "releases") == new + old


def test_a_page_keeps_the_filters_of_the_first(ask):
    for kind in ("speech", "statement", "speech", "speech"):
        publish(factories.article(kind=kind), reason="Siaran lama.")

    assert len(walk(ask, "releases", kind="speech", limit=1)) == 3


def test_a_page_has_twenty_rows_unless_told_otherwise_and_a_hundred_at_most(ask):
    for _number in range(101):
        factories.topic()

    assert len(ask("topics")["results"]) == 20
    assert len(ask("topics", limit=100)["results"]) == 100


def test_a_cursor_of_another_list_is_refused(client, ask):
    for _number in range(2):
        factories.topic()
        factories.person()
    foreign = ask("topics", limit=1)["next"].partition("cursor=")[2].partition("&")[0]

    response = client.get("/api/v1/people/", {"cursor": foreign})

    assert response.status_code == 400
    assert response.json()["errors"][0]["parameter"] == "cursor"


@pytest.mark.parametrize(
    ("resource", "make"),
    [
        ("people", factories.person),
        ("organizations", factories.organization),
        ("posts", factories.post),
        ("appointments", factories.appointment),
        ("topics", factories.topic),
        ("agreements", factories.agreement),
        ("instruments", factories.instrument),
        ("events", factories.event),
    ],
)
def test_every_list_can_be_walked_in_both_directions(ask, resource, make):
    for _number in range(5):
        make()

    whole = [row["id"] for row in ask(resource)["results"]]
    assert len(set(whole)) == 5
    assert walk(ask, resource, limit=2) == whole

    page = ask(resource, limit=2)
    page = ask(ask(page["next"])["next"])
    back = [[row["id"] for row in page["results"]]]
    while page["previous"]:
        page = ask(page["previous"])
        back.append([row["id"] for row in page["results"]])
    assert [row for rows in reversed(back) for row in rows] == whole
