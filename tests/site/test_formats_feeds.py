"""RSS, JSON Feed and the table: what was asked, what was corrected, and what was taken away."""

import csv
import io
import json
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree as Xml

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.models import Article
from articles.publishing import publish
from entities.models import Person
from tests import factories as make
from tests.site import lives
from tests.site.lives import MORNING, SECRET

pytestmark = pytest.mark.django_db
SPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "media": "http://search.yahoo.com/mrss/",
}
FEEDS = ["/atom.xml", "/umpan.rss", "/umpan.json", "/umpan.csv"]
FEW = 7
# To find a person, and twice under which ids the record may know it.
TO_ASK = 4


def items(client: Client, path: str = "/umpan.json") -> list[dict[str, Any]]:
    return json.loads(client.get(path).content)["items"]


def rows(client: Client, path: str = "/umpan.csv") -> list[dict[str, str]]:
    answer = client.get(path)
    return list(csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode(), newline="")))


def rss_item(client: Client, path: str = "/umpan.rss") -> Xml.Element:
    item = Xml.fromstring(client.get(path).content).find("channel/item")  # noqa: S314 – our own
    assert item is not None
    return item


def naming(person: Person, slug: str, **fields: Any) -> Article:
    article = make.article(slug=slug, title=slug, **fields)
    article.people.add(person)
    publish(article, reason="Arsip.", at=MORNING - timedelta(days=1))
    return article


def test_rss_tells_a_correction_under_the_same_guid(client: Client) -> None:
    article = lives.released()
    before = rss_item(client)
    lives.correct(article)
    after = rss_item(client)
    guid = after.find("guid")
    assert guid is not None
    assert (guid.get("isPermaLink"), guid.text) == ("false", before.findtext("guid"))
    assert after.findtext("pubDate") == before.findtext("pubDate") == "Wed, 09 Oct 2024 01:00:00 +0000"
    assert after.findtext("atom:updated", namespaces=SPACES) == "2024-10-10T01:00:00Z"
    content = str(after.findtext("content:encoded", namespaces=SPACES))
    assert f"<p>{SECRET} hadir.</p>" in content
    assert content.index("Keliru 1.") < content.index(SECRET)
    assert "Wrong 1." in str(rss_item(client, "/en/umpan.rss").findtext("description"))


def test_feeds_name_topics_and_the_leading_picture(client: Client) -> None:
    article = make.article()
    article.topics.add(make.topic("Keamanan"))
    make.article_image(article, make.image(alt="Dua orang", credit="Humas"))
    publish(article, reason="Arsip.")
    item = rss_item(client)
    media = item.find("media:content", SPACES)
    assert media is not None
    assert str(media.get("url")).startswith("http://testserver/media/images/")
    assert [media.findtext(f"media:{name}", namespaces=SPACES) for name in ("description", "credit")] == [
        "Dua orang",
        "Humas",
    ]
    assert item.findtext("category") == "Keamanan"
    (entry,) = items(client)
    assert (entry["tags"], entry["image"]) == (["Keamanan"], media.get("url"))


def test_a_json_feed_has_what_its_version_demands(client: Client) -> None:
    lives.correct(lives.released())
    answer = client.get("/en/umpan.json")
    feed = json.loads(answer.content)
    assert answer["Content-Type"] == "application/feed+json; charset=utf-8"
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert (feed["language"], feed["feed_url"]) == ("en", "http://testserver/en/umpan.json")
    (item,) = feed["items"]
    assert item["url"] == "http://testserver/en/press-releases/kunjungan-en/"
    assert (item["date_published"], item["date_modified"]) == ("2024-10-09T01:00:00Z", "2024-10-10T01:00:00Z")
    assert item["id"].startswith("urn:uuid:")
    assert "Wrong 1." in item["content_html"]


@pytest.mark.parametrize("path", FEEDS)
def test_a_filtered_feed_answers_its_question_and_is_called_after_it(client: Client, path: str) -> None:
    one, other = make.person("Tokoh Satu", slug="satu"), make.person("Tokoh Dua", slug="dua")
    naming(one, "siaran-pertama")
    naming(other, "siaran-kedua")
    answer = client.get(path, {"person": "satu", "year": "2024"})
    said = (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode()
    assert "siaran-pertama" in said
    assert "siaran-kedua" not in said
    assert path == "/umpan.csv" or "BNPT: Tokoh Satu · 2024" in said
    assert client.get(path, {"person": "tiada"}).status_code == 404


def test_who_may_have_read_a_release_hears_that_it_was_withdrawn(client: Client) -> None:
    """Words are not asked of it: the answers would give its text away."""
    make.person(slug="dua")
    lives.withdraw(naming(make.person(slug="satu"), "pertama"))
    told = {
        query: [
            (item["title"], item["_pressroom"]["status"]) for item in items(client, f"/umpan.json{query}")
        ]
        for query in ("", "?person=satu", "?person=dua", "?year=2024", "?year=2019", "?kind=speech", "?q=apa")
    }
    notice = [("Dicabut: pertama", "withheld")]
    assert told == {
        **dict.fromkeys(("", "?person=satu", "?year=2024", "?q=apa"), notice),
        **{query: [] for query in ("?person=dua", "?year=2019", "?kind=speech")},
    }


@pytest.mark.parametrize("query", ["", "?person=dua", "?q=apa", "?year=2019"])
def test_everybody_hears_of_a_kill_and_nobody_what_it_was_of(client: Client, query: str) -> None:
    make.person(slug="dua")
    lives.kill(naming(make.person(slug="satu"), "pertama"))
    (item,) = items(client, f"/umpan.json{query}")
    assert item["_pressroom"] == {"status": "canceled"}
    assert "url" not in item
    assert "pertama" not in f"{item} {client.get(f'/umpan.rss{query}').content.decode()}"
    (row,) = rows(client, f"/umpan.csv{query}")
    assert (row["status"], row["title"], row["reason"]) == ("canceled", "", "Salah orang.")


def test_the_table_has_a_row_for_each_answer_and_runs_nothing(client: Client) -> None:
    lives.released(title="=1+1", lead='Ia berkata "ya",\nlalu pergi')
    lives.withdraw(lives.released("kedua", title="Kedua"))
    lives.correct(lives.released("ketiga", title="Ketiga"))
    third, first, second = rows(client)
    assert (first["status"], first["title"], first["lead"]) == (
        "usable",
        "'=1+1",
        'Ia berkata "ya",\nlalu pergi',
    )
    assert first["published_at"] == "2024-10-09T01:00:00Z"
    assert first["url"] == "http://testserver/siaran-pers/kunjungan/"
    assert (third["title"], "Betul 1." in third["corrections"]) == ("Ketiga", True)
    assert (second["status"], second["reason"]) == ("withheld", "Salah orang.")
    answer = client.get("/umpan.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8; header=present"
    assert b"".join(answer.streaming_content).splitlines(keepends=True)[0].endswith(b"reason\r\n")


@pytest.mark.parametrize("path", FEEDS)
def test_a_format_costs_few_queries_however_much_happened(
    client: Client, path: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    person = make.person(slug="satu")
    for number in range(3):
        lives.correct(naming(person, f"a-{number}"))
        lives.withdraw(naming(person, f"b-{number}"))
    with django_assert_max_num_queries(FEW + TO_ASK):
        answer = client.get(path, {"person": "satu"})
        said = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert said.count(b"/siaran-pers/a-") >= 3


@pytest.mark.parametrize("path", [*FEEDS, "/agenda/agenda.ics"])
def test_no_question_breaks_a_format(client: Client, path: str) -> None:
    odd = ("\0", "a\0b", "", "'", "NEAR(", "9" * 5_000, "2024 ", "²", "🤯" * 300, "-1")
    asked = [(name, value) for name in ("q", "kind", "year", "person", "country") for value in odd]
    assert {client.get(path, dict([pair])).status_code for pair in asked} <= {200, 404}
    assert client.post(path).status_code == 405
