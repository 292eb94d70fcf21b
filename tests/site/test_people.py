"""People: the list and its filters, the life in posts as drawing and as list, what they said and when."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pressroom.core.dates import Span
from tests import factories as make
from tests.site.html import Page

pytestmark = pytest.mark.django_db


def names(client: Client, path: str) -> list[str]:
    return [word for word in Page(client.get(path)).text.split() if word.endswith("wati")]


def test_people_are_found_by_letter_and_country(client: Client, reference: None) -> None:
    make.person("Anawati", nationality=make.country("ID"))
    make.person("anggawati", nationality=make.country("RU"))
    make.person("Budiwati", nationality=make.country("RU"))
    make.person("Aswati", nationality=make.country("MY"), public_from=None)
    for query, expected in {
        "": ["Anawati", "Budiwati", "anggawati"],
        "?letter=a": ["Anawati", "anggawati"],
        "?letter=B": ["Budiwati"],
        "?country=RU": ["Budiwati", "anggawati"],
        "?country=ru&letter=A": ["anggawati"],
        "?letter=Z": [],
        "?country=MY": [],
    }.items():
        assert sorted(names(client, f"/tokoh/{query}")) == expected, query
    assert '<option value="MY">' not in client.get("/tokoh/").content.decode()
    for query in (
        "?letter=AB",
        "?letter=1",
        "?letter=ß",
        "?country=XX",
        "?country=%00",
        "?letter=A&letter=B",
    ):
        assert client.get(f"/tokoh/{query}").status_code == 404, query
    assert client.get("/tokoh/?letter=A&country=")["Location"] == "/tokoh/?letter=A"
    assert "/tokoh/?country=RU" in Page(client.get("/tokoh/?letter=A&country=RU")).links


def test_a_life_in_posts_is_drawn_and_told(client: Client) -> None:
    someone = make.person("Eddy", slug="eddy", nationality=make.country("ID"))
    make.person_name(someone, "Edi", kind="former")
    make.person_name(someone, "Rahasia", public_from=None)
    acting = Span(date(2015, 1, 1), date(2015, 12, 31), date(2016, 6, 1), date(2016, 6, 30))
    make.appointment(someone, make.post("Direktur"), kind="plt", span=acting)
    make.appointment(someone, make.post("Kepala"), span=Span(date(2020, 1, 1), date(2020, 1, 1)))
    page = client.get("/tokoh/eddy/").content.decode()
    assert page.count('<svg class="strip') == 2
    assert page.count('class="strip acting"') == 1
    assert page.count('aria-hidden="true" focusable="false"') == 3
    said = Page(client.get("/tokoh/eddy/")).text
    for words in ("Plt. Direktur", "2015 – Juni 2016 · pelaksana tugas (Plt.)", "sejak 1 Januari 2020"):
        assert words in said
    assert "Nama lain Edi Nama lama" in said
    assert "Rahasia" not in said
    assert "/negara/id/" in Page(client.get("/tokoh/eddy/")).links


def test_a_life_without_dates_is_told_and_not_drawn(client: Client) -> None:
    make.appointment(make.person(slug="eddy"), make.post("Kepala"))
    assert b"<svg" not in client.get("/tokoh/eddy/").content


def test_releases_are_counted_by_year_and_name_the_role_of_that_day(client: Client) -> None:
    someone = make.person(slug="eddy")
    for number, (year, role) in enumerate([(2022, "Direktur"), (2024, "Kepala"), (2024, "Kepala")]):
        edition = make.edition()
        moment = datetime(year, 12, 31, 18 if number else 12, tzinfo=UTC)
        make.edition_text(edition, title=f"Siaran {number}", published_at=moment)
        make.edition_subject(edition, someone, detail=role)
    hidden = make.edition(public_from=make.FAR_AHEAD)
    make.edition_text(hidden)
    make.edition_subject(hidden, someone)
    page = Page(client.get("/tokoh/eddy/"))
    assert "2025 2 siaran 2022 1 siaran" in page.text
    assert {f"/siaran-pers/?person=eddy&year={year}" for year in (2025, 2022)} <= set(page.links)
    assert "sebagai Direktur" in page.text
    assert page.text.count("sebagai Kepala") == 2
    assert "/atom.xml?person=eddy" in page.links


def test_a_page_costs_the_same_however_much_it_tells(client: Client) -> None:
    someone = make.person(slug="eddy")

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/tokoh/eddy/").status_code == 200
        return len(captured)

    def more() -> None:
        edition = make.edition()
        make.edition_text(edition)
        make.edition_subject(edition, someone)
        make.edition_quote(edition, someone)
        held = make.appointment(someone, span=Span(date(2020, 1, 1), date(2020, 1, 1)))
        make.edition_citation(edition, target_type="appointment", target_id=held.pk)
        make.person_name(someone, f"Nama {held.pk}")
        make.person_honorific(someone)
        make.participant(make.event(), person=someone)

    more()
    before = queries()
    for _ in range(4):
        more()
    assert queries() == before <= 14
