"""Every page of the first release, in both languages: it is there, and built as a page should be."""

from itertools import pairwise

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import Client

from pressroom.site.styles import SHEETS, rules
from tests.site.html import Page
from tests.site.pages import EVERY_PAGE, LISTS

pytestmark = pytest.mark.django_db
ONCE = ("html", "title", "h1", "main", "header", "footer")
MISSING = ["/tidak-ada/", "/en/nothing/"]


@pytest.fixture
def pages(client: Client, seed: None) -> dict[str, Page]:
    """Every page of the site and two that do not exist, by path."""
    return {path: Page(client.get(path)) for path in [*EVERY_PAGE, *MISSING]}


def test_every_page_is_there(client: Client, seed: None) -> None:
    assert {path: client.get(path).status_code for path in EVERY_PAGE} == dict.fromkeys(EVERY_PAGE, 200)


def test_every_page_has_its_landmarks_and_one_headline(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        assert {tag: page.tags[tag] for tag in ONCE} == dict.fromkeys(ONCE, 1), path
        assert page.all("html")[0]["lang"] == ("en" if path.startswith("/en/") else "id"), path
        assert page.links[0] == "#isi", path


def test_no_page_has_scripts_or_a_style_of_its_own(pages: dict[str, Page]) -> None:
    ours = set(map(rules, SHEETS))
    for path, page in pages.items():
        inline = [a for a in page.all("script") if "src" not in a and a.get("type") != "application/ld+json"]
        assert not inline, path
        assert set(page.styles) <= ours, path
        assert not [a for _, a in page.elements if any(name == "style" or name[:2] == "on" for name in a)], (
            path
        )


def test_every_anchor_of_a_page_has_one_target(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        ids = [a["id"] for _, a in page.elements if "id" in a]
        assert len(ids) == len(set(ids)), path
        assert {link[1:] for link in page.links if link and link.startswith("#")} <= set(ids), path


def test_headings_never_skip_a_level(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        levels = [int(tag[1]) for tag, _ in page.elements if tag in {"h1", "h2", "h3", "h4"}]
        assert all(deeper - level <= 1 for level, deeper in pairwise(levels)), path


def test_every_link_within_the_site_leads_somewhere(client: Client, pages: dict[str, Page]) -> None:
    links = {
        link.partition("#")[0] for page in pages.values() for link in page.links if link and link[0] == "/"
    }
    files = {link for link in links if link.startswith("/static/")}
    assert [file for file in files if not finders.find(file.removeprefix("/static/"))] == []
    pages_asked = {link: client.get(link).status_code for link in links - files}
    assert pages_asked == dict.fromkeys(links - files, 200)


@pytest.mark.parametrize(
    "path",
    [
        "/tidak-ada/",
        "/siaran-pers/tidak-ada/",
        "/tokoh/tidak-ada/",
        "/lembaga/tidak-ada/",
        "/perjanjian/tidak-ada/",
        "/agenda/tidak-ada/",
        "/topik/tidak-ada/",
        "/siaran-pers/?person=tidak-ada",
        "/siaran-pers/?cursor=tidak-ada",
        "/agenda/?upcoming=tidak-ada",
        "/press-releases/",
    ],
)
def test_what_does_not_exist_is_a_404_with_ways_on(client: Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert {"/tokoh/", "/siaran-pers/", "/agenda/", "/en/"} <= set(Page(response).links)


@pytest.mark.parametrize("path", ["/en/siaran-pers/", "/en/people/tidak-ada/"])
def test_an_english_404_leads_on_in_english(client: Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert {"/en/people/", "/en/press-releases/", "/"} <= set(Page(response).links)


def test_a_page_is_not_written_to(client: Client) -> None:
    assert client.post("/siaran-pers/").status_code == 405


def test_the_error_page_stands_alone() -> None:
    page = render_to_string("500.html")
    assert "Terjadi gangguan" in page
    assert "Something went wrong" in page


@pytest.mark.parametrize("path", [*LISTS, "/en/", "/atom.xml", "/sitemap.xml", "/robots.txt"])
def test_an_empty_press_room_has_its_pages_too(client: Client, path: str) -> None:
    assert client.get(path).status_code == 200
