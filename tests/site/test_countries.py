"""Countries: listed as soon as the public can read anything about them, and not before."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from articles.publishing import publish
from tests import factories as make
from tests.site.html import Page

pytestmark = pytest.mark.django_db


def release() -> Model:
    article = make.article("Siaran tentang Rusia")
    article.countries.add(make.country("RU"))
    return publish(article, reason="Arsip.")


# One thing that concerns Russia, what the list then says of it, and what its page shows.
TRACES: list[tuple[Callable[[], Model], str, str]] = [
    (release, "Siaran pers", "Siaran tentang Rusia"),
    (lambda: make.agreement("Nota", parties=("RU",)), "Perjanjian", "Nota"),
    (lambda: make.participant(make.held_event(title="Temu"), country=make.country("RU")), "Agenda", "Temu"),
    (lambda: make.embassy(sender="RU", name="Kedutaan"), "Lembaga", "Kedutaan"),
    (lambda: make.person("Sergei", nationality=make.country("RU")), "Tokoh", "Sergei"),
]


@pytest.mark.parametrize(("maker", "trace", "words"), TRACES, ids=[trace for _, trace, _ in TRACES])
def test_one_trace_is_enough(client: Client, maker: Callable[[], Model], trace: str, words: str) -> None:
    make.country("RU")
    assert client.get("/negara/ru/").status_code == 404
    maker()
    assert f"Rusia {trace}" in Page(client.get("/negara/")).text
    assert words in Page(client.get("/negara/ru/")).text
    with override("en"):
        assert "Russia" in Page(client.get(reverse("site:countries"))).text


def test_what_is_not_public_makes_no_country_known(client: Client) -> None:
    for iso2 in ("RU", "ID"):
        make.country(iso2)
    before = client.get("/negara/").content
    hidden = {"public_from": make.FAR_AHEAD}
    make.agreement(parties=("RU",), **hidden)
    make.party(make.agreement(parties=(), **hidden), "RU")
    make.participant(make.held_event(**hidden), country=make.country("RU"))
    make.participant(make.held_event(), person=make.person(nationality=make.country("RU"), **hidden))
    make.embassy(**hidden)
    make.edition_subject(
        make.edition(**hidden), make.person(**hidden), subject_type="country", subject_id="RU"
    )
    assert client.get("/negara/").content == before
    assert client.get("/negara/ru/").status_code == 404


def test_an_address_in_capitals_leads_to_the_one_in_small_letters(client: Client) -> None:
    make.person(nationality=make.country("RU"))
    answer = client.get("/negara/RU/")
    assert (answer.status_code, answer["Location"]) == (301, "/negara/ru/")
    assert {client.get(f"/negara/{odd}/").status_code for odd in ("zz", "r", "rus", "r" * 5000, "%00")} == {
        404
    }


def test_a_country_costs_the_same_whatever_concerns_it(client: Client) -> None:
    counts = []
    for number in (2, 6):
        for _ in range(number):
            for maker, _trace, _words in TRACES:
                maker()
            make.person_honorific(make.person(nationality=make.country("RU")))
        counts.append([queries(client, "/negara/"), queries(client, "/negara/ru/")])
    assert counts[0] == counts[1]
    assert counts[1][0] == 2
    assert counts[1][1] <= 10


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)
