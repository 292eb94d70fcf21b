"""Sources outside our releases: public with their fact, logged as it, and never the last one to go."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import models
from django.test import Client

from articles.models import Citation
from articles.publishing import publish
from pressroom.core.models import Change
from tests import factories as make
from tests.desk.pages import address, change_address, errors, save

OUTSIDE = {"url": "https://treaty.example.go.id/2", "retrieved_on": "2024-10-09", "excerpt": "Signed."}
LAST = "Ini satu-satunya sumber fakta publik “{}”; tambahkan dahulu sumber lain."


def logged() -> list[tuple[str, str]]:
    return list(Change.objects.values_list("kind", "object_id"))


def delete(browser: Client, *citations: Citation) -> Any:
    if len(citations) == 1:
        return browser.post(address(Citation, "delete", citations[0].pk), {"post": "yes"})
    chosen = {"action": "delete_selected", "_selected_action": [c.pk for c in citations], "post": "yes"}
    return browser.post(address(Citation, "changelist"), chosen)


FACTS: dict[str, tuple[Callable[[], models.Model], Callable[[Any], tuple[str, str]]]] = {
    "organization": (make.organization, lambda fact: ("organization", fact.slug)),
    "person_honorific": (make.person_honorific, lambda fact: ("person", fact.person.slug)),
    "appointment": (make.appointment, lambda fact: ("appointment", str(fact.pk))),
    "agreement": (make.agreement, lambda fact: ("agreement", fact.slug)),
    "action": (make.action, lambda fact: ("agreement", fact.agreement.slug)),
    "event": (make.event, lambda fact: ("event", fact.slug)),
}


@pytest.mark.parametrize("target", FACTS)
def test_a_new_source_of_a_public_fact_is_logged_as_it(desk: Client, target: str) -> None:
    make_fact, subject = FACTS[target]
    fact = make_fact()
    save(desk, address(Citation, "add"), **OUTSIDE, **{target: fact.pk})
    assert Citation.objects.exists()
    assert logged() == [subject(fact)]


def test_a_changed_source_is_logged_and_an_unchanged_one_is_not(desk: Client) -> None:
    citation = make.outside_citation(event=make.event())
    save(desk, change_address(citation))
    assert logged() == []
    save(desk, change_address(citation), excerpt="Ditandatangani.")
    assert logged() == [("event", citation.event.slug)]


def test_a_source_that_moves_is_logged_for_both_facts(desk: Client) -> None:
    old, new = make.event(), make.agreement()
    citation = make.outside_citation(event=old)
    make.outside_citation(event=old)
    save(desk, change_address(citation), event="", agreement=new.pk)
    assert logged() == [("event", old.slug), ("agreement", new.slug)]


def test_a_deleted_source_is_logged(desk: Client) -> None:
    event = make.event()
    citations = [make.outside_citation(event=event) for _ in range(4)]
    delete(desk, citations[0])
    assert logged() == [("event", event.slug)]
    delete(desk, *citations[1:3])
    assert logged() == [("event", event.slug)] * 2
    assert Citation.objects.get() == citations[3]


def test_the_last_source_of_a_public_fact_is_not_deleted(desk: Client) -> None:
    citation = make.outside_citation(event=make.event(title="Kunjungan"))
    assert LAST.format("Kunjungan") in delete(desk, citation).content.decode()
    assert Citation.objects.exists()
    assert logged() == []


def test_nor_are_the_last_two_together(desk: Client) -> None:
    event = make.event(title="Kunjungan")
    both = [make.outside_citation(event=event) for _ in range(2)]
    assert LAST.format("Kunjungan") in delete(desk, *both).content.decode()
    assert Citation.objects.count() == 2


@pytest.mark.parametrize("moved", ["to another fact", "to a release"])
def test_nor_is_it_taken_away_by_a_change(desk: Client, moved: str) -> None:
    citation = make.outside_citation(event=make.event(title="Kunjungan"))
    typed = {"event": "", "agreement": make.agreement().pk}
    if moved == "to a release":
        typed = {"url": "", "retrieved_on": "", "article": make.article().pk}
    response = save(desk, change_address(citation), **typed)
    assert errors(response) == [LAST.format("Kunjungan")]
    assert logged() == []


def test_a_release_that_stands_is_a_source_too(desk: Client) -> None:
    event, article = make.event(), make.article()
    make.citation(article, event=event)
    publish(article, reason="Arsip.")
    delete(desk, make.outside_citation(event=event))
    assert not Citation.objects.filter(url__gt="").exists()


@pytest.mark.parametrize("public_from", [None, make.FAR_AHEAD])
def test_the_sources_of_a_hidden_fact_are_nobodys_business(desk: Client, public_from: Any) -> None:
    citation = make.outside_citation(event=make.event(public_from=public_from))
    save(desk, change_address(citation), excerpt="Ditandatangani.")
    delete(desk, citation)
    assert not Citation.objects.exists()
    assert logged() == []


def test_a_citation_of_a_working_copy_waits_for_its_edition(desk: Client) -> None:
    citation = make.citation(event=make.event())
    save(desk, change_address(citation), excerpt="BNPT")
    delete(desk, citation)
    assert not Citation.objects.exists()
    assert logged() == []
