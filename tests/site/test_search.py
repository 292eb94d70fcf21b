"""Searching from the field of the site."""

import pytest
from django.test import Client

from tests.site.html import Page
from tests.site.pages import RELEASE, RELEASE_EN

pytestmark = pytest.mark.django_db


def test_the_first_release_is_found(client: Client, seed: None) -> None:
    for query in ("terorisme", "teroris", "menanggulangi", "Tolchenov", "expert meeting"):
        page = Page(client.get("/cari/", {"q": query}))
        assert RELEASE in page.links, query
        assert "1 siaran pers untuk" in page.text, query
        assert page.tags["mark"], query


def test_each_language_is_searched_on_its_own(client: Client, seed: None) -> None:
    assert RELEASE_EN in Page(client.get("/en/search/?q=ambassador")).links
    assert RELEASE not in Page(client.get("/cari/?q=ambassador")).links


UNANSWERED = ["zebra", "dan yang", '"', "%", "'; DROP TABLE", "a" * 900, "\0", "NEAR(", "*"]


def test_a_question_without_an_answer_offers_ways_on(client: Client, seed: None) -> None:
    for query in UNANSWERED:
        page = Page(client.get("/cari/", {"q": query}))
        ways = {"/siaran-pers/", "/tokoh/", "/perjanjian/", "/topik/pendanaan-terorisme/"}
        assert ways <= set(page.links), query
        assert page.all("input")[0]["value"] == query.replace("\0", "").strip()[:200]


def test_without_a_question_nothing_is_said_to_be_missing(client: Client, seed: None) -> None:
    assert "Tidak ada" not in Page(client.get("/cari/")).text


def test_what_was_asked_is_shown_back_as_text(client: Client) -> None:
    page = client.get("/cari/", {"q": '"><script>alert(1)</script>'})
    assert b"<script>" not in page.content


def test_pages_of_answers_are_not_for_search_engines(client: Client) -> None:
    robots = {"name": "robots", "content": "noindex, follow"}
    assert robots in Page(client.get("/cari/?q=x")).all("meta")
    assert robots not in Page(client.get("/cari/")).all("meta")
