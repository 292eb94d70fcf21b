"""The calendar: weeks as a list, a month as a table, and days that nobody knows in a place of their own."""

from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from pressroom.core.dates import UncertainDate
from tests import factories as make
from tests.site.html import Page

pytestmark = pytest.mark.django_db
OCTOBER = "/agenda/?tampilan=bulan&bulan=2024-10"


def on(day: date, title: str, **fields: object) -> None:
    make.event(title, when=UncertainDate.day(day), **fields)


def test_the_list_is_told_week_by_week_from_monday(client: Client) -> None:
    for day, title in ((7, "Senin"), (13, "Minggu"), (14, "Berikutnya")):
        on(date(2024, 10, day), title)
    make.event("Entah kapan", when=UncertainDate(date(2024, 10, 1), date(2024, 10, 31)))
    text = Page(client.get("/agenda/")).text
    told = ["14–20 Oktober 2024", "Berikutnya", "7–13 Oktober 2024", "Minggu", "Senin", "Tanggal belum pasti"]
    places = [text.rindex(words) for words in [*told, "Entah kapan"]]
    assert places == sorted(places)


def test_a_month_is_a_table_of_whole_weeks(client: Client) -> None:
    on(date(2024, 10, 9), "Kedua", starts_at=time(13))
    on(date(2024, 10, 9), "Pertama", starts_at=time(9), outcome="cancelled")
    on(date(2024, 11, 1), "Sesudahnya")
    make.event("Kurang pasti", when=UncertainDate(date(2024, 9, 1), date(2024, 12, 31)))
    page = Page(client.get(OCTOBER))
    assert (page.tags["table"], page.tags["th"], page.tags["td"]) == (1, 7, 35)
    assert page.text.index("09.00 WIB") < page.text.index("Pertama") < page.text.index("Kedua")
    assert "Pertama Dibatalkan" in page.text
    assert page.text.index("Mungkin dalam bulan ini") < page.text.index("Kurang pasti")
    assert "Sesudahnya" not in page.text
    assert {"/agenda/?tampilan=bulan&bulan=2024-09", "/agenda/?tampilan=bulan&bulan=2024-11"} <= set(
        page.links
    )


def test_there_is_no_way_on_to_months_in_which_nothing_lies(client: Client) -> None:
    on(date(2024, 10, 9), "Kunjungan")
    relations = [link.get("rel") for link in Page(client.get(OCTOBER)).all("a")]
    assert "next" not in relations
    assert "prev" not in relations
    assert '<meta name="robots" content="noindex, follow">' in client.get(OCTOBER).content.decode()


def test_nothing_tells_of_what_is_not_public(client: Client) -> None:
    before = client.get(OCTOBER).content
    on(date(2024, 10, 9), "Rahasia", public_from=make.FAR_AHEAD)
    on(date(2024, 12, 9), "Rahasia", public_from=None)
    assert client.get(OCTOBER).content == before


@pytest.mark.parametrize(
    ("query", "status"),
    [
        *[(f"tampilan=bulan&bulan={month}", 404) for month in ("2024-13", "2024-1", "0000-01", "9999-12")],
        *[(f"tampilan=bulan&bulan={month}", 404) for month in ("2024-10%00", "%D9%A2024-10", "9" * 5000)],
        *[(f"tampilan=bulan&bulan={month}", 200) for month in ("", "1900-01", "2199-12")],
        *[
            ("tampilan=hari", 404),
            ("tampilan=", 200),
            ("tampilan=minggu&bulan=x", 200),
            ("bulan=2024-10", 200),
        ],
    ],
)
def test_an_odd_month_is_a_page_that_does_not_exist(client: Client, query: str, status: int) -> None:
    assert client.get(f"/agenda/?{query}").status_code == status


def test_a_called_off_event_says_so_first(client: Client) -> None:
    for outcome, words in (("cancelled", "Kegiatan ini dibatalkan."), ("postponed", "Kegiatan ini ditunda.")):
        on(date(2024, 10, 9), outcome, slug=outcome, outcome=outcome)
        assert words in Page(client.get(f"/agenda/{outcome}/")).text


def test_a_country_that_takes_part_leads_to_its_page(client: Client) -> None:
    event = make.held_event(slug="kunjungan")
    make.participant(event, country=make.country("RU"), role="guest")
    assert "/negara/ru/" in Page(client.get("/agenda/kunjungan/")).links


@pytest.mark.parametrize("path", ["/agenda/", "/agenda/?tampilan=bulan"])
def test_the_calendar_costs_the_same_whatever_it_holds(client: Client, path: str) -> None:
    counts = []
    for number in (1, 12):
        for ahead in range(number):
            on(timezone.localdate() + timedelta(days=ahead % 5), f"Acara {number}-{ahead}")
            make.held_event(timezone.localdate() - timedelta(days=ahead + 1))
        with CaptureQueriesContext(connection) as captured:
            assert client.get(path).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 2
