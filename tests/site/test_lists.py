"""Lists: they are leafed through without loss, and cost the same whatever they hold."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pressroom.core.dates import UncertainDate
from tests import factories as make
from tests.site.html import Page
from tests.site.pages import LISTS

pytestmark = pytest.mark.django_db
FEW = 8
# It shows something of everything.
FEW_OF_THE_FRONT_PAGE = 12


def add_row(number: int) -> None:
    """One more of everything that lists and the front page show, with what they print about it."""
    edition = make.edition()
    make.edition_text(edition, title=f"Siaran {number:03}", stems="kunjungan", text="Kunjungan kehormatan.")
    someone = make.person(sort_name=f"{number:03}")
    make.person_honorific(someone)
    make.appointment(someone)
    make.edition_quote(edition, someone)
    make.edition_subject(edition, someone)
    agreement = make.agreement()
    make.action(agreement, "domestic_approval", by="ID", instrument=make.instrument())
    make.held_event()
    make.event(when=UncertainDate.day(make.FAR_AHEAD.date() - timedelta(days=number)))
    make.topic(parent=make.topic())


def queries(client: Client, path: str) -> int:
    client.get(path)  # nor is what is asked once in a generation
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


def test_every_list_costs_few_queries_and_no_more_with_more_rows(client: Client, reference: None) -> None:
    for number in range(3):
        add_row(number)
    for path in LISTS:
        client.get(path)  # what is asked once in the life of a process is not counted
    before = {path: queries(client, path) for path in LISTS}
    for number in range(3, 45):
        add_row(number)
    after = {path: queries(client, path) for path in LISTS}
    assert after == before
    front = after.pop("/")
    assert {path: count for path, count in after.items() if count > FEW} == {}
    assert front <= FEW_OF_THE_FRONT_PAGE


def titles(client: Client, path: str) -> list[str]:
    return [word for word in Page(client.get(path)).text.split() if word.isdigit() and len(word) == 3]


@pytest.mark.parametrize(
    ("path", "maker"),
    [
        ("/siaran-pers/", lambda n: make.edition_text(title=f"Siaran {n:03}", text="Isi.")),
        ("/tokoh/", lambda n: make.person(f"Tokoh {n:03}")),
        ("/lembaga/", lambda n: make.organization(f"Lembaga {n:03}")),
        ("/perjanjian/", lambda n: make.agreement(f"Perjanjian {n:03}", parties=())),
        ("/topik/", lambda n: make.topic(f"Topik {n:03}")),
        ("/agenda/", lambda n: make.held_event(title=f"Kegiatan {n:03}")),
    ],
)
def test_a_list_is_leafed_through_without_loss_or_repetition(
    client: Client, path: str, maker: Callable[[int], object]
) -> None:
    for number in range(100, 170):
        maker(number)
    found: list[str] = []
    page: str | None = path
    while page:
        found += titles(client, page)
        following = [a["href"] for a in Page(client.get(page)).all("a") if a.get("rel") == "next"]
        page = path + str(following[0]) if following else None
    assert sorted(found) == [str(number) for number in range(100, 170)]


def test_releases_are_listed_by_all_that_they_must_speak_of(client: Client) -> None:
    for maker in (make.person, make.organization, make.topic):
        maker(slug="ada")
    assert client.get("/siaran-pers/?person=ada&organization=ada").status_code == 200
    assert client.get("/siaran-pers/?topic=ada&topic=ada").status_code == 404


# Behind a bracket it is only the beginning of the column that is read.
WHOLE = re.compile(r'(?<!\()"articles_editiontext"\."(html|text|stems)"')


def columns_read(client: Client, path: str) -> set[str]:
    """Which of the long columns of the releases a page reads whole."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return {name for query in captured.captured_queries for name in WHOLE.findall(query["sql"])}


@pytest.mark.parametrize(
    "path",
    [
        *("/siaran-pers/", "/siaran-pers/?person=ada", "/sitemap-releases.xml", "/sitemap.xml"),
        *("/tokoh/ada/", "/lembaga/ada/", "/perjanjian/ada/", "/agenda/ada/", "/topik/ada/"),
    ],
)
def test_a_list_reads_no_whole_texts(client: Client, reference: None, path: str) -> None:
    someone = make.person(slug="ada")
    facts = {
        kind: getattr(make, kind)(slug="ada") for kind in ("organization", "agreement", "event", "topic")
    }
    for _ in range(3):
        text = make.edition_text(text="Panjang sekali. " * 100)
        make.edition_subject(text.edition, someone)
        make.edition_quote(text.edition, someone)
        for kind, fact in facts.items():
            make.edition_citation(text.edition, target_type=kind, target_id=fact.pk)
            named = {"subject_type": kind, "subject_id": str(fact.pk)}
            make.edition_subject(text.edition, someone, **named)
    assert columns_read(client, path) == set()


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("Pendek.", "Pendek."),
        ("Satu.\nDua.", "Satu."),
        ("a" * 240, "a" * 240),
        ("kata " * 60, f"{'kata ' * 47}kata …"),
        ("é" * 239 + "\n" + "Dua.", "é" * 239),
    ],
)
def test_a_summary_is_how_the_text_begins(client: Client, text: str, summary: str) -> None:
    make.edition_text(text=text)
    for path in ("/siaran-pers/", "/"):
        assert f">{summary}</p>" in client.get(path).content.decode()


def test_a_page_leads_back_to_the_one_before(client: Client) -> None:
    for number in range(100, 145):
        make.person(f"Tokoh {number}")
    second = "/tokoh/" + str(
        next(a["href"] for a in Page(client.get("/tokoh/")).all("a") if a.get("rel") == "next")
    )
    back = "/tokoh/" + str(
        next(a["href"] for a in Page(client.get(second)).all("a") if a.get("rel") == "prev")
    )
    assert titles(client, back) == titles(client, "/tokoh/")


@pytest.mark.parametrize(
    "path", ["/siaran-pers/", "/tokoh/", "/lembaga/", "/perjanjian/", "/topik/", "/agenda/"]
)
def test_a_cursor_we_never_gave_is_a_page_that_does_not_exist(client: Client, path: str) -> None:
    assert client.get(path, {"cursor": "eyJwIjoxfQ"}).status_code == 404
