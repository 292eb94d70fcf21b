"""What media need to know before they come to an event: whether they may, how, and whom to ask."""

import json
from datetime import date, time

import pytest
from django.test import Client
from icalendar import Calendar
from pytest_django import Settings

from agreements.models import Event
from pressroom.core.dates import UncertainDate
from tests import factories as make
from tests.site.html import Page

pytestmark = pytest.mark.django_db
NOTE = "Daftar sampai 8 Oktober pukul 16.00 WIB."
NOTE_EN = "Register by 8 October, 16:00 WIB."


def event(**fields: object) -> Event:
    day = UncertainDate.day(date(2030, 10, 9))
    return make.event("Jumpa pers", slug="jumpa-pers", when=day, starts_at=time(9, 30), **fields)


@pytest.fixture
def open_event(settings: Settings) -> Event:
    settings.AGENCY = {**settings.AGENCY, "contact": "Humas piket", "contact_phone": "+62 21 1234567"}
    return event(access=Event.Access.ACCREDITED, access_note=NOTE, access_note_en=NOTE_EN)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/agenda/jumpa-pers/", ("Akses media media terakreditasi", "Untuk media", NOTE, "Humas piket")),
        ("/en/calendar/jumpa-pers/", (NOTE_EN, "Humas piket")),
    ],
)
def test_the_page_says_how_media_come_in(
    client: Client, open_event: Event, path: str, said: tuple[str, ...]
) -> None:
    text = Page(client.get(path)).text
    assert [words for words in said if words not in text] == []


def test_calendars_and_search_engines_are_told_the_same(client: Client, open_event: Event) -> None:
    words = f"Akses media: media terakreditasi\n{NOTE}"
    calendar = Calendar.from_ical(client.get("/agenda/jumpa-pers/acara.ics").content)
    (entry,) = calendar.walk("VEVENT")
    assert str(entry["description"]) == words
    page = client.get("/agenda/jumpa-pers/").content.decode()
    block = page.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(block)["@graph"][0]["description"] == words


def test_where_nobody_has_said_nothing_is_said(client: Client) -> None:
    event()
    text = Page(client.get("/agenda/jumpa-pers/")).text
    assert "Akses media" not in text
    assert "Untuk media" not in text
    assert b"DESCRIPTION" not in client.get("/agenda/jumpa-pers/acara.ics").content


def test_partners_get_it_as_a_code_and_words(client: Client, open_event: Event) -> None:
    said = client.get("/api/v1/events/jumpa-pers/").json()
    assert said["access"] == "accredited"
    assert said["access_note"] == {"id": NOTE, "en": NOTE_EN}
