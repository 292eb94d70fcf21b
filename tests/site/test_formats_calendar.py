"""The calendar for calendars, read back by icalendar."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar
from pytest_django import DjangoAssertNumQueries

from articles.publishing import publish
from pressroom.core import changes
from pressroom.core.dates import UncertainDate
from tests import factories as make

pytestmark = pytest.mark.django_db
DAY = date(2024, 10, 9)
FEW = 5


def entries(client: Client, query: str = "", path: str = "/agenda/agenda.ics") -> dict[str, Any]:
    answer = client.get(path + query)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    found = Calendar.from_ical(answer.content).walk("VEVENT")
    return {str(entry["SUMMARY"]): entry for entry in found}


def test_only_events_whose_day_is_certain_are_there(client: Client) -> None:
    make.event("Sehari", when=UncertainDate.day(DAY), venue="Jakarta")
    make.event("Berjam", slug="berjam", when=UncertainDate.day(DAY), starts_at=time(9, 30))
    make.event("Awal tahun", slug="awal", when=UncertainDate.third(2025, 1))
    make.event("Rahasia", when=UncertainDate.day(DAY), public_from=make.FAR_AHEAD)
    found = entries(client)
    assert set(found) == {"Sehari", "Berjam"}
    assert (found["Sehari"].start, found["Sehari"].end) == (DAY, date(2024, 10, 10))
    assert found["Berjam"].start == datetime(2024, 10, 9, 9, 30, tzinfo=ZoneInfo("Asia/Jakarta"))
    raw = client.get("/agenda/agenda.ics").content
    assert b"DTSTART;TZID=Asia/Jakarta:20241009T093000\r\n" in raw
    assert b"BEGIN:VTIMEZONE\r\n" in raw
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n" in raw
    one = entries(client, path=reverse("site:event_ics", args=["berjam"]))
    assert one["Berjam"]["UID"] == found["Berjam"]["UID"]
    assert client.get(reverse("site:event_ics", args=["awal"])).status_code == 404


def test_a_cancelled_event_stays_under_its_uid_with_a_higher_sequence(client: Client) -> None:
    event = make.event("Rapat", when=UncertainDate.day(DAY))
    changes.append_fact(event)
    before = entries(client)["Rapat"]
    event.outcome = "cancelled"
    event.save()
    changes.append_fact(event)
    after = entries(client)["Rapat"]
    assert (before["STATUS"], after["STATUS"]) == ("CONFIRMED", "CANCELLED")
    assert before["UID"] == after["UID"]
    assert before["SEQUENCE"] < after["SEQUENCE"]
    event.outcome = "postponed"
    event.save()
    assert entries(client)["Ditunda: Rapat"]["STATUS"] == "TENTATIVE"


@pytest.mark.usefixtures("one_generation")
def test_a_question_is_answered_by_the_releases_and_by_the_register(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    topic, guest = make.topic(slug="pokok"), make.person(slug="tamu")
    told, joined, _other = (
        make.event(name, slug=name.lower(), when=UncertainDate.day(DAY))
        for name in ("Dikabarkan", "Diikuti", "Lain")
    )
    article = make.article(title="Berita unggul")
    article.events.add(told)
    article.topics.add(topic)
    publish(article, reason="Arsip.")
    make.participant(joined, person=guest)
    for query, found in (("?topic=pokok", {"Dikabarkan"}), ("?person=tamu", {"Diikuti"})):
        entries(client, query)  # what is kept of the registers is read by now
        with django_assert_max_num_queries(FEW):
            assert set(entries(client, query)) == found
    assert set(entries(client, "?q=unggul")) == {"Dikabarkan"}
    assert set(entries(client, "?year=2019")) == set()
    assert len(entries(client, "?year=2024")) == 3
    assert client.get("/agenda/agenda.ics?topic=tiada").status_code == 404


def test_words_are_read_back_as_they_were_written(client: Client) -> None:
    title = "Pertemuan; ahli, Indonesia – Rusia " + "é" * 80
    make.event(
        title, when=UncertainDate.day(DAY), venue="Gedung A, lantai 2\\B", access_note="Satu;\ndua, tiga"
    )
    found = entries(client)[title]
    assert str(found["LOCATION"]) == "Gedung A, lantai 2\\B"
    assert str(found["DESCRIPTION"]) == "Satu;\ndua, tiga"
    assert max(map(len, client.get("/agenda/agenda.ics").content.split(b"\r\n"))) <= 75


def test_a_question_cannot_begin_a_line_of_its_own(client: Client) -> None:
    answer = client.get("/agenda/agenda.ics", {"q": "satu\r\nMETHOD:CANCEL, dua"})
    assert answer.content.count(b"\nMETHOD:") == 1
    assert "satu METHOD:CANCEL, dua" in str(Calendar.from_ical(answer.content)["NAME"])
