"""Feed, sitemap and robots.txt."""

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as Xml

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from articles.publishing import publish
from tests import factories as make
from tests.site.html import Page
from tests.site.pages import AGREEMENT, AGREEMENT_EN, RELEASE, RELEASE_EN

pytestmark = pytest.mark.django_db
HOST = "http://testserver"
NAMES = {
    "a": "http://www.w3.org/2005/Atom",
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


def document(client: Client, path: str) -> Xml.Element:
    response = client.get(path)
    assert response.status_code == 200
    return Xml.fromstring(response.content)  # noqa: S314 – our own


def entry(client: Client, path: str) -> dict[str, str | None]:
    found = document(client, path).find("a:entry", NAMES)
    assert found is not None
    link = found.find("a:link", NAMES)
    texts = {
        name: found.findtext(f"a:{name}", namespaces=NAMES) for name in ("id", "title", "summary", "updated")
    }
    return {**texts, "link": link.get("href") if link is not None else None}


@pytest.mark.parametrize(("path", "release"), [("/atom.xml", RELEASE), ("/en/atom.xml", RELEASE_EN)])
def test_each_language_has_its_feed(client: Client, seed: None, path: str, release: str) -> None:
    found = entry(client, path)
    assert found["link"] == HOST + release
    assert found["updated"] == "2024-10-09T05:00:00+00:00"
    assert str(found["id"]).startswith("urn:uuid:")


def test_an_entry_keeps_its_identity_when_the_address_changes_and_shares_none(client: Client) -> None:
    article = make.article(slug="lama", english=True)
    publish(article, reason="Arsip.")
    before = entry(client, "/atom.xml")
    article.slug = "baru"
    article.save()
    publish(article, kind="minor", reason="Arsip.")
    after = entry(client, "/atom.xml")
    assert (before["id"], after["link"]) == (after["id"], f"{HOST}/siaran-pers/baru/")
    assert entry(client, "/en/atom.xml")["id"] != after["id"]


def two_releases_of_which_the_older_is_translated_last() -> None:
    older = make.article(slug="lama")
    publish(older, reason="Arsip.", at=datetime(2024, 1, 1, tzinfo=UTC))
    newer = make.article(slug="baru", english=True, slug_en="new")
    publish(newer, reason="Arsip.", at=datetime(2024, 6, 1, tzinfo=UTC))
    english = {"title_en": "Old", "body_en": "<p>Old.</p>", "slug_en": "old", "english_ready": True}
    for field, value in english.items():
        setattr(older, field, value)
    older.save()
    publish(older, kind="translation", reason="Arsip.", at=datetime(2024, 7, 1, tzinfo=UTC))


def test_a_translation_that_comes_later_is_the_newest_in_its_own_language(client: Client) -> None:
    two_releases_of_which_the_older_is_translated_last()
    found = document(client, "/en/atom.xml").findall("a:entry", NAMES)
    times = [[e.findtext(f"a:{name}", namespaces=NAMES) for name in ("published", "updated")] for e in found]
    assert times == [["2024-07-01T00:00:00+00:00"] * 2, ["2024-06-01T00:00:00+00:00"] * 2]
    for path in ("/en/", "/en/press-releases/"):
        page = client.get(path).content.decode()
        assert page.index("/en/press-releases/old/") < page.index("/en/press-releases/new/")


def test_and_it_does_not_move_the_original(client: Client) -> None:
    two_releases_of_which_the_older_is_translated_last()
    found = document(client, "/atom.xml").findall("a:entry", NAMES)
    assert [e.findtext("a:published", namespaces=NAMES) for e in found] == [
        "2024-06-01T00:00:00+00:00",
        "2024-01-01T00:00:00+00:00",
    ]
    page = client.get("/siaran-pers/").content.decode()
    assert page.index("/siaran-pers/baru/") < page.index("/siaran-pers/lama/")


def test_a_summary_is_text_and_no_markup(client: Client) -> None:
    publish(make.article(lead="Polri & TNI <siap>"), reason="Arsip.")
    assert entry(client, "/atom.xml")["summary"] == "Polri &amp; TNI &lt;siap&gt;"


def test_a_feed_holds_the_newest_releases_only(client: Client) -> None:
    for _ in range(25):
        make.edition_text()
    assert len(document(client, "/atom.xml").findall("a:entry", NAMES)) == 20


def addresses(client: Client, path: str) -> dict[str | None, dict[str | None, str | None]]:
    """Addresses of a sitemap with their alternates."""
    return {
        url.findtext("s:loc", namespaces=NAMES): {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", NAMES)
        }
        for url in document(client, path).findall("s:url", NAMES)
    }


@pytest.mark.parametrize(
    ("section", "path", "path_en"),
    [
        ("releases", RELEASE, RELEASE_EN),
        ("agreements", AGREEMENT, AGREEMENT_EN),
        ("pages", "/tokoh/", "/en/people/"),
        ("countries", "/negara/id/", "/en/countries/id/"),
    ],
)
def test_the_sitemap_names_each_page_with_its_translations(
    client: Client, seed: None, section: str, path: str, path_en: str
) -> None:
    alternates = {"id": HOST + path, "en": HOST + path_en, "x-default": HOST + path}
    found = addresses(client, f"/sitemap-{section}.xml")
    assert found[HOST + path] == found[HOST + path_en] == alternates


def test_a_release_without_english_has_no_english_address(client: Client) -> None:
    publish(make.article(slug="kunjungan"), reason="Arsip.")
    found = addresses(client, "/sitemap-releases.xml")
    assert found.keys() == {f"{HOST}/siaran-pers/kunjungan/"}
    assert "en" not in found[f"{HOST}/siaran-pers/kunjungan/"]


def test_every_address_of_the_sitemap_is_there(client: Client, seed: None) -> None:
    maps = [url.text for url in document(client, "/sitemap.xml").iterfind(".//s:loc", NAMES)]
    assert len(maps) == 8
    found = [page for section in maps for page in addresses(client, str(section))]
    assert {page: client.get(str(page)).status_code for page in found} == dict.fromkeys(found, 200)


def test_merged_people_are_not_in_the_sitemap(client: Client) -> None:
    make.person(slug="awal", merged_into=make.person(slug="tetap"))
    assert f"{HOST}/tokoh/awal/" not in addresses(client, "/sitemap-people.xml")


def test_robots_are_kept_from_the_desk_and_shown_the_sitemap(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /pratinjau/",
        "",
        f"Sitemap: {HOST}/sitemap.xml",
        f"Sitemap: {HOST}/sitemap-news.xml",
    ]


def test_who_asks_for_the_icon_by_its_old_name_gets_it_in_the_old_format(client: Client) -> None:
    response = client.get("/favicon.ico")
    assert (response.status_code, response["Location"]) == (302, "/static/site/favicon.ico")


def test_the_icon_within_the_pages_is_that_of_the_file(client: Client) -> None:
    icon = next(link for link in Page(client.get("/")).all("link") if link["rel"] == "icon")
    drawn = unquote(icon["href"]).removeprefix("data:image/svg+xml,")
    assert drawn == Path(finders.find("site/favicon.svg")).read_text().strip().replace('"', "'")
