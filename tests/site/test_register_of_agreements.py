"""The register of agreements: its sentence of a filter, the day it is asked for, its map, and its files."""

import csv
import io
import json
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agreements.models import Agreement
from pressroom.core.dates import UncertainDate
from tests import factories as make
from tests.site.html import Page

pytestmark = pytest.mark.django_db
REGISTER = "/perjanjian/"


@pytest.fixture
def pacts(reference: None) -> dict[str, Agreement]:
    """Three agreements: with Russia in force since 2008, with a Malaysian body ended, and one of three."""
    russian = make.agreement("Pakta Rusia", slug="rusia", title_en="Russian Pact", approval_needed=True)
    make.action(russian, when=UncertainDate.year(2007))
    make.action(russian, "entry_into_force", when=UncertainDate.day(date(2008, 3, 1)))
    malay = make.agreement("Konvensi Malaysia", slug="malaysia", kind="convention", parties=("ID",))
    make.party(malay, make.organization("Badan Malaysia", country=make.country("MY")))
    make.action(malay, when=UncertainDate.year(2001))
    make.action(malay, "entry_into_force", when=UncertainDate.year(2002))
    make.action(malay, "domestic_approval", by="ID", when=UncertainDate.year(2003))
    make.action(malay, "termination", when=UncertainDate.year(2015))
    wide = make.agreement("=Pakta Bertiga", slug="bertiga", parties=("ID", "RU", "AU"))
    return {"rusia": russian, "malaysia": malay, "bertiga": wide}


def table(client: Client, query: str, path: str = REGISTER) -> list[str]:
    """The slugs of the rows, in their order."""
    page = client.get(path + query).content.decode()
    rows = (
        page.partition("<tbody>")[2].partition("</tbody>")[0] if 'class="stacked agreements"' in page else ""
    )
    return [part.partition('/"')[0] for part in rows.split(f'href="{path}')[1:]]


def rows(client: Client, query: str, path: str = REGISTER) -> list[dict[str, str]]:
    response = client.get(f"{path}daftar.csv{query}")
    text = b"".join(response.streaming_content).decode()  # type: ignore[attr-defined]
    assert text.startswith("\ufeffid,url,")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def whole(client: Client, query: str) -> dict[str, Any]:
    return json.loads(b"".join(client.get(f"{REGISTER}daftar.json{query}").streaming_content))


QUESTIONS = {
    "": ["bertiga", "malaysia", "rusia"],
    "?kind=mou": ["bertiga", "rusia"],
    "?form=bilateral": ["malaysia", "rusia"],
    "?form=multilateral": ["bertiga"],
    "?country=RU": ["bertiga", "rusia"],
    "?country=my": ["malaysia"],
    "?form=bilateral&country=RU&status=in_force": ["rusia"],
    "?status=terminated": ["malaysia"],
    "?status=in_force&per=2010-01-01": ["malaysia", "rusia"],
    "?status=in_force&per=2008-02-29": ["malaysia"],
    "?status=not_recorded": ["bertiga"],
    "?approval=given": ["malaysia"],
    "?approval=given&per=2003-06-01": [],
    "?approval=pending": ["rusia"],
    "?approval=unknown&status=not_recorded": ["bertiga"],
    "?sort=newest": ["rusia", "malaysia", "bertiga"],
    "?sort=oldest": ["malaysia", "rusia", "bertiga"],
    "?kind=loi": [],
}


def test_every_question_has_the_same_rows_on_the_page_and_in_both_files(
    client: Client, pacts: dict[str, Agreement]
) -> None:
    for query, expected in QUESTIONS.items():
        assert table(client, query) == expected, query
        assert [row["id"] for row in rows(client, query)] == expected, query
        assert [row["id"] for row in whole(client, query)["agreements"]] == expected, query
        total = Page(client.get(REGISTER + query)).text
        assert f"{len(expected)} perjanjian" in total, query


def test_a_row_of_the_file_says_what_is_known_and_computes_nothing(
    client: Client, pacts: dict[str, Agreement]
) -> None:
    law = make.instrument("perpres", "3", 2010)
    make.action(pacts["rusia"], "domestic_approval", by="ID", instrument=law)
    row = next(row for row in rows(client, "?per=2012-01-01") if row["id"] == "rusia")
    assert row["url"] == "http://testserver/perjanjian/rusia/"
    assert row["parties"] == "Pemerintah Indonesia; Pemerintah Rusia"
    assert (row["countries"], row["signed"], row["as_of"]) == ("ID; RU", "2007", "2012-01-01")
    assert (row["approval"], row["approval_instruments"]) == ("given", "Perpres No. 3 Tahun 2010")
    assert row["force"] == "in_force"
    assert row["status"] == (
        "Ditandatangani 2007, sudah disahkan (Perpres No. 3 Tahun 2010), dan berlaku sejak 1 Maret 2008."
    )
    assert [row["title"] for row in rows(client, "?form=multilateral")] == ["'=Pakta Bertiga"]
    asked = whole(client, "?country=RU&per=2012-01-01")
    assert asked["as_of"] == "2012-01-01"
    assert asked["query"] == {"country": "RU", "per": "2012-01-01"}
    assert asked["agreements"][1]["parties"] == ["Pemerintah Indonesia", "Pemerintah Rusia"]


def test_files_are_written_in_the_language_of_their_address(
    client: Client, pacts: dict[str, Agreement]
) -> None:
    page = client.get("/en/agreements/")
    link = next(link for link in Page(page).links if link and link.endswith(".csv"))
    text = b"".join(client.get(link).streaming_content).decode()  # type: ignore[attr-defined]
    assert "Government of Russia" in text
    assert "http://testserver/en/agreements/rusia/" in text


def test_the_day_asked_for_is_stamped_and_decides_the_status(
    client: Client, pacts: dict[str, Agreement]
) -> None:
    then = Page(client.get(f"{REGISTER}?country=RU&form=bilateral&per=2005-01-01")).text
    assert "Status per 1 Januari 2005" in then
    assert "Ditandatangani kemudian (2007)" in then
    assert "Mulai berlaku: belum tercatat" in then
    later = Page(client.get(f"{REGISTER}?country=RU&form=bilateral&per=1 Maret 2008")).text
    assert "Mulai berlaku: 1 Maret 2008" in later


def test_a_date_that_cannot_be_read_is_answered_with_a_sentence(client: Client, reference: None) -> None:
    for value in ("kapan", "2020-13-01", "\0", "9999-12-31", "2020", "1" * 5_000, "<b>"):
        page = client.get(REGISTER, {"per": value})
        assert page.status_code == 400, value
        assert "tidak terbaca" in Page(page).text
        assert client.get(f"{REGISTER}daftar.json", {"per": value}).status_code == 400, value


def test_what_the_register_does_not_know_is_no_page(client: Client, reference: None) -> None:
    for query in (
        "?kind=x",
        "?form=x",
        "?status=x",
        "?approval=x",
        "?country=XX",
        "?country=É",
        "?sort=x",
        "?kind=mou&kind=mou",
    ):
        for path in (REGISTER, f"{REGISTER}daftar.csv"):
            assert client.get(path + query).status_code == 404, path + query
    assert client.get(f"{REGISTER}daftar.xml").status_code == 404


def test_a_form_sent_as_it_stands_leads_to_the_address_without_what_was_left_open(
    client: Client, reference: None
) -> None:
    answer = client.get(f"{REGISTER}?kind=&form=&country=RU&status=&per=&sort=")
    assert (answer.status_code, answer["Location"]) == (302, f"{REGISTER}?country=RU")


def test_every_filter_can_be_taken_back_alone(client: Client, pacts: dict[str, Agreement]) -> None:
    links = Page(client.get(f"{REGISTER}?form=bilateral&country=RU&per=2010-01-01")).links
    for left in (
        "?country=RU&per=2010-01-01",
        "?form=bilateral&per=2010-01-01",
        "?form=bilateral&country=RU",
    ):
        assert REGISTER + left in links
    assert REGISTER in Page(client.get(f"{REGISTER}?country=RU")).links


def test_the_map_and_its_table_say_the_same(client: Client, pacts: dict[str, Agreement]) -> None:
    page = client.get(f"{REGISTER}?per=2010-01-01").content.decode()
    drawing, _, beside = page.partition('class="world"')[2].partition("</svg>")
    for name, total, code in (("Rusia", 2, "RU"), ("Malaysia", 1, "MY"), ("Australia", 1, "AU")):
        assert f"<title>{name}: {total}</title>" in drawing
        link = f"{REGISTER}?country={code}&amp;per=2010-01-01"
        assert link in drawing
        assert f'<a href="{link}">{name}</a></th><td>{total}</td>' in beside
    assert "<title>Indonesia" not in drawing
    chosen = client.get(f"{REGISTER}?country=RU").content.decode()
    assert 'class="chosen" aria-current="true"><title>Rusia: 2' in chosen
    assert "<title>Malaysia: 1" in chosen


def test_what_is_not_public_is_counted_nowhere(client: Client, reference: None) -> None:
    seen = make.agreement("Pakta", slug="pakta", parties=("ID",))
    make.party(seen, "AU", public_from=None)
    make.party(seen, make.organization(country=make.country("MY"), public_from=None))
    make.agreement("Rahasia", parties=("ID", "RU"), public_from=make.FAR_AHEAD)
    make.action(seen, "entry_into_force", when=UncertainDate.year(2010), public_from=None)
    page = client.get(REGISTER).content.decode()
    assert "1 perjanjian" in page
    assert "<title>" not in page.partition("<main")[2]
    for query in ("?country=AU", "?country=MY", "?country=RU", "?form=bilateral", "?status=in_force"):
        assert table(client, query) == [], query
        assert rows(client, query) == [], query


def test_the_register_costs_the_same_whatever_is_asked_and_however_much_it_holds(
    client: Client, pacts: dict[str, Agreement]
) -> None:
    def queries(path: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(path)
            b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
        return len(captured)

    answered = [REGISTER + query for query, found in QUESTIONS.items() if found]
    asked = [*answered, f"{REGISTER}daftar.csv", f"{REGISTER}daftar.json"]
    before = {path: queries(path) for path in asked}
    for number in range(30):
        pact = make.agreement(f"Nota {number}", parties=("ID", "RU", "AU") if number % 2 else ("ID", "MY"))
        make.action(pact, "domestic_approval", by="ID", instrument=make.instrument())
    assert {path: queries(path) for path in before} == before
    assert max(before.values()) <= 6
