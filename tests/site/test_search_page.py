"""Narrowing, naming and spelling on the page of a search; and that none of it tells of what waits."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article
from articles.publishing import publish
from tests import factories as make
from tests.factories import LONG_AGO
from tests.site.html import Page

pytestmark = pytest.mark.django_db


def released(title: str, *, hours: int = 0, **links: object) -> Article:
    article = make.article(title, body=f"<p>{title} menurut siaran ini.</p>")
    for name, row in links.items():
        getattr(article, name).add(row)
    publish(article, at=LONG_AGO + timedelta(hours=hours), reason="Arsip.")
    return article


@pytest.fixture
def shelf(reference: None) -> None:
    russia, body = make.country("RU"), make.organization("Pusat Contoh Nasional", short="PCN", slug="pcn")
    someone = make.person("Budi Contoh", slug="budi-contoh")
    make.person_name(someone, "Boedi Tjontoh")
    released("Latihan bersama dimulai", people=someone, countries=russia, organizations=body)
    released("Latihan pertama ditutup", hours=1, people=someone)
    released("Latihan kedua diumumkan", hours=2)


@pytest.mark.usefixtures("shelf")
def test_counts_beside_the_answers_are_those_of_the_lists_they_lead_to(client: Client) -> None:
    page = Page(client.get("/cari/?q=latihan"))
    assert "3 siaran pers untuk" in page.text
    for query, count in {
        "person=budi-contoh": 2,
        "country=RU": 1,
        "organization=pcn": 1,
        "year=2024": 3,
    }.items():
        address = f"/cari/?q=latihan&{query}"
        assert address in page.links
        assert f"{count} siaran pers untuk" in Page(client.get(address)).text
        assert len(Page(client.get(f"/siaran-pers/?{query}")).all("time")) == count


@pytest.mark.usefixtures("shelf")
def test_what_narrows_a_list_can_be_taken_off_again_and_goes_into_every_feed(client: Client) -> None:
    links = Page(client.get("/cari/?q=latihan&year=2024&person=budi-contoh")).links
    assert {"/cari/?q=latihan&person=budi-contoh", "/cari/?q=latihan&year=2024", "/cari/?q=latihan"} <= set(
        links
    )
    for start in ("/umpan.rss", "/atom.xml", "/umpan.json", "/umpan.csv"):
        assert f"{start}?q=latihan&year=2024&person=budi-contoh" in links


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    ("query", "path"),
    [
        ("PCN", "/lembaga/pcn/"),
        ("pusat contoh", "/lembaga/pcn/"),
        ("boedi", "/tokoh/budi-contoh/"),
        ("rus", "/negara/ru/"),
    ],
)
def test_what_has_a_page_is_named_before_the_releases(client: Client, query: str, path: str) -> None:
    assert path in Page(client.get("/cari/", {"q": query})).links
    assert json.loads(client.get("/cari/saran/", {"q": query}).content)["suggestions"][0]["url"] == path


@pytest.mark.usefixtures("shelf")
def test_suggestions_are_few_and_name_releases_last(client: Client) -> None:
    for number in range(12):
        make.person(f"Latif {number}")
    found = json.loads(client.get("/cari/saran/?q=lat").content)["suggestions"]
    assert len(found) == 8
    assert [one["kind"] for one in found] == ["Tokoh"] * 5 + ["Siaran pers"] * 3


@pytest.mark.usefixtures("shelf")
def test_a_slip_of_the_pen_is_answered_with_the_word_that_was_meant(client: Client) -> None:
    assert "/cari/?q=latihan+kedua" in Page(client.get("/cari/?q=latihen+kedua")).links
    assert "Mungkin maksud Anda" not in Page(client.get("/cari/?q=zzzzzzz")).text


def test_nothing_beside_a_list_tells_of_a_release_that_waits(client: Client, reference: None) -> None:
    released("Latihan bersama dimulai")
    waiting = make.article("Rahasiawan bertemu", body="<p>Rahasiawan bertemu.</p>")
    waiting.people.add(make.person("Rahasiawan", slug="rahasiawan", public_from=None))
    asked = [
        "/cari/?q=rahasiawin",
        "/cari/?q=latihan",
        "/cari/saran/?q=rahas",
        "/siaran-pers/",
        "/cari/?year=2024",
    ]
    before = [client.get(address).content for address in asked]
    publish(waiting, at=timezone.now() + timedelta(days=1), reason="Arsip.")
    cache.clear()
    assert [client.get(address).content for address in asked] == before


@pytest.mark.usefixtures("shelf")
def test_a_search_costs_the_same_number_of_queries_however_many_answer(client: Client) -> None:
    def queries() -> int:
        client.get("/cari/?q=latihan")
        with CaptureQueriesContext(connection) as captured:
            client.get("/cari/?q=latihan")
        return len(captured)

    few = queries()
    for hours in range(3, 6):
        released(f"Latihan {hours}", hours=hours, people=make.person(), topics=make.topic())
    assert queries() == few <= 14


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("cursor=0", 404),
        ("cursor=2", 404),
        ("cursor=x", 404),
        ("cursor=²", 404),
        ("year=20244", 404),
        ("kind=x", 404),
    ],
)
def test_a_place_that_no_list_has_does_not_exist(client: Client, query: str, status: int) -> None:
    assert client.get(f"/cari/?q=apa&{query}").status_code == status
