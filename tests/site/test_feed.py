"""The feed after publication: corrections come up again, withdrawals and kills reach every reader."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as Xml

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.models import PublicNote
from tests import factories as make
from tests.site import lives
from tests.site.lives import MORNING, SECRET

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
TOMBSTONES = "{http://purl.org/atompub/tombstones/1.0}"
FEW = 5
FEEDS = ["/atom.xml", "/en/atom.xml"]


def feed(client: Client, path: str = "/atom.xml") -> Xml.Element:
    return Xml.fromstring(client.get(path).content)  # noqa: S314 – our own


def entries(client: Client, path: str = "/atom.xml") -> list[dict[str, str | None]]:
    names = ("id", "title", "summary", "published", "updated")
    return [
        {name: entry.findtext(f"{ATOM}{name}") for name in names}
        for entry in feed(client, path).findall(f"{ATOM}entry")
    ]


def tombstones(client: Client, path: str = "/atom.xml") -> list[Xml.Element]:
    return feed(client, path).findall(f"{TOMBSTONES}deleted-entry")


@pytest.mark.parametrize(
    ("path", "words"), [("/atom.xml", ["Keliru 1.", "Betul 1."]), ("/en/atom.xml", ["Wrong 1.", "Right 1."])]
)
def test_a_corrected_entry_says_so_and_moves(client: Client, path: str, words: list[str]) -> None:
    article = lives.released()
    (before,) = entries(client, path)
    lives.correct(article)
    (after,) = entries(client, path)
    assert (before["id"], before["published"]) == (after["id"], after["published"])
    assert after["updated"] == "2024-10-10T01:00:00+00:00" > str(before["updated"])
    assert all(word in str(after["summary"]) for word in words)


def test_a_corrected_release_comes_up_again_however_old_it_is(client: Client) -> None:
    old = lives.released("lama", title="Lama")
    for number in range(25):
        make.edition_text(published_at=MORNING, updated_at=MORNING, slug=f"baru-{number}")
    assert "Lama" not in [entry["title"] for entry in entries(client)]
    lives.correct(old, MORNING + timedelta(days=1))
    assert entries(client)[0]["title"] == "Lama"


def test_a_minor_edition_moves_nothing(client: Client) -> None:
    article = lives.released()
    lives.released("lain", title="Lain")
    before = entries(client)
    lives.again(article, "minor", at=MORNING)
    unmoved = ("id", "title", "published", "updated")
    after = entries(client)
    assert {entry["id"]: [entry[name] for name in unmoved] for entry in before} == {
        entry["id"]: [entry[name] for name in unmoved] for entry in after
    }


@pytest.mark.parametrize(
    ("path", "title"), [("/atom.xml", f"Dicabut: {SECRET}"), ("/en/atom.xml", f"Withdrawn: {SECRET}")]
)
def test_a_withdrawal_takes_the_place_of_the_text(client: Client, path: str, title: str) -> None:
    article = lives.released()
    (before,) = entries(client, path)
    edition = lives.withdraw(article)
    (after,) = entries(client, path)
    assert (after["id"], after["title"], after["published"]) == (before["id"], title, before["published"])
    assert after["summary"] == ("Wrong person." if path == "/en/atom.xml" else "Salah orang.")
    assert datetime.fromisoformat(str(after["updated"])) == edition.public_from
    assert f"{SECRET} hadir" not in client.get(path).content.decode()


@pytest.mark.parametrize("path", FEEDS)
def test_a_kill_leaves_a_tombstone_with_the_same_identity(client: Client, path: str) -> None:
    article = lives.released()
    (before,) = entries(client, path)
    lives.kill(article)
    (tombstone,) = tombstones(client, path)
    assert tombstone.get("ref") == before["id"]
    assert datetime.fromisoformat(str(tombstone.get("when"))) > datetime(2025, 1, 1, tzinfo=UTC)
    assert entries(client, path) == []
    assert tombstone.findtext(f"{TOMBSTONES}comment") in {"Salah orang.", "Wrong person."}
    said = client.get(path).content.decode()
    assert SECRET not in said
    assert "kunjungan" not in said


def test_the_feed_itself_moves_with_a_tombstone(client: Client) -> None:
    article = lives.released()
    before = feed(client).findtext(f"{ATOM}updated")
    lives.kill(article)
    assert str(feed(client).findtext(f"{ATOM}updated")) > str(before)


def test_a_tombstone_stays_until_newer_items_push_it_out(client: Client) -> None:
    lives.kill(lives.released())
    newer = make.FAR_AHEAD - timedelta(days=365 * 50)
    for number in range(19):
        make.edition_text(updated_at=newer, slug=f"baru-{number}")
    assert len(tombstones(client)) == 1
    make.edition_text(updated_at=newer, slug="baru-19")
    assert len(tombstones(client)) == 0
    assert len(entries(client)) == 20


def test_a_reinstated_release_is_an_entry_again(client: Client) -> None:
    article = lives.released()
    (before,) = entries(client)
    lives.withdraw(article)
    lives.update(article, at=None)
    (after,) = entries(client)
    assert (after["id"], after["title"]) == (before["id"], before["title"])


def test_a_mended_reason_is_told_as_mended(client: Client) -> None:
    lives.withdraw(lives.released())
    PublicNote.objects.update(text="Tertukar.")
    assert entries(client)[0]["summary"] == "Tertukar."


def test_words_of_a_correction_are_text_and_no_markup(client: Client) -> None:
    lives.correct(lives.released())
    PublicNote.objects.update(was="<b>Polri & TNI</b>")
    assert "&lt;b&gt;Polri &amp; TNI&lt;/b&gt;" in str(entries(client)[0]["summary"])


def test_a_feed_costs_few_queries_however_much_happened(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(4):
        lives.correct(lives.released(f"a-{number}"))
        lives.withdraw(lives.released(f"b-{number}"))
        lives.kill(lives.released(f"c-{number}"))
    with django_assert_max_num_queries(FEW):
        assert len(entries(client)) == 8
