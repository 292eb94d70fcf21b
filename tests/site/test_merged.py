"""The page of a surviving person or organization shows what was recorded under the rows merged into it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from articles.publishing import publish
from tests import factories as make
from tests.site.html import Page

pytestmark = pytest.mark.django_db


def chain(maker: Callable[..., Any]) -> list:
    """The oldest of three rows first, each merged into the next."""
    last = maker(slug="tetap")
    middle = maker(slug="tengah", merged_into=last)
    return [maker(slug="awal", merged_into=middle), middle, last]


def test_a_person(client: Client) -> None:
    for number, row in enumerate(chain(make.person)):
        article = make.article(f"Siaran {number}", body=f"<p>Kata ke-{number}.</p>")
        make.quote(article, row, text=f"Kata ke-{number}.")
        publish(article, reason="Arsip.")
        make.appointment(row, make.post(f"Jabatan {number}"))
        make.participant(make.event(f"Acara {number}"), person=row)
    page = Page(client.get("/tokoh/tetap/")).text
    listed = Page(client.get("/siaran-pers/?person=tetap")).text
    for number in range(3):
        for words in (f"Kata ke-{number}.", f"Jabatan {number}", f"Acara {number}", f"Siaran {number}"):
            assert words in page
        assert f"Siaran {number}" in listed


def test_an_organization(client: Client) -> None:
    for number, row in enumerate(chain(make.organization)):
        article = make.article(f"Siaran {number}")
        article.organizations.add(row)
        publish(article, reason="Arsip.")
        make.post(f"Jabatan {number}", organization=row)
        make.participant(make.event(f"Acara {number}"), organization=row)
        make.party(make.agreement(f"Pakta {number}", parties=()), row)
        make.outside_citation(organization=row, excerpt=f"Nama ke-{number}.")
    page = Page(client.get("/lembaga/tetap/")).text
    listed = Page(client.get("/siaran-pers/?organization=tetap")).text
    for number in range(3):
        for words in ("Siaran", "Jabatan", "Acara", "Pakta", "Nama ke-"):
            assert f"{words} {number}".replace("- ", "-") in page
        assert f"Siaran {number}" in listed


@pytest.mark.parametrize(("kind", "path"), [("person", "/tokoh/"), ("organization", "/lembaga/")])
def test_an_agreement_or_event_of_two_merged_rows_is_shown_once(client: Client, kind: str, path: str) -> None:
    event = make.event("Acara bersama")
    pact = make.agreement("Pakta bersama", parties=())
    for row in chain(getattr(make, kind)):
        make.participant(event, **{kind: row})
        if kind == "organization":
            make.party(pact, row)
    page = Page(client.get(f"{path}tetap/")).text
    assert page.count("Acara bersama") == 1
    assert page.count("Pakta bersama") == (kind == "organization")


def test_what_others_said_is_not_shown(client: Client) -> None:
    chain(make.person)
    article = make.article("Siaran lain")
    make.quote(article)
    publish(article, reason="Arsip.")
    assert "Siaran lain" not in Page(client.get("/tokoh/tetap/")).text


@pytest.mark.parametrize(("kind", "path"), [("person", "/tokoh/"), ("organization", "/lembaga/")])
def test_a_release_that_names_a_merged_row_leads_to_the_one_that_stands(
    client: Client, kind: str, path: str
) -> None:
    first = chain(getattr(make, kind))[0]
    article = make.article(slug="siaran")
    getattr(article, {"person": "people"}.get(kind, "organizations")).add(first)
    publish(article, reason="Arsip.")
    link = next(
        a
        for a in Page(client.get("/siaran-pers/siaran/")).links
        if a and a.startswith(f"{path}"[:-1]) and a != path
    )
    assert client.get(link, follow=True).request["PATH_INFO"] == f"{path}tetap/"
