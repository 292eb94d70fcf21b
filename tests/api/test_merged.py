"""Merged people and organizations: the survivor answers for all of them, however many mergers lie between."""

import pytest

from articles.publishing import publish
from entities.models import Organization, Person
from tests import factories

pytestmark = pytest.mark.django_db

MAKERS = {"people": factories.person, "organizations": factories.organization}


def chain(maker) -> list:
    """The oldest of three rows first, each merged into the next."""
    last = maker(slug="tetap")
    middle = maker(slug="tengah", merged_into=last)
    return [maker(slug="awal", merged_into=middle), middle, last]


@pytest.mark.parametrize("resource", MAKERS)
@pytest.mark.parametrize("old", ["awal", "tengah"])
def test_an_old_address_leads_to_the_last_row_of_the_chain(client, resource, old):
    chain(MAKERS[resource])

    answer = client.get(f"/api/v1/{resource}/{old}/")

    assert (answer.status_code, answer["Location"]) == (301, f"http://testserver/api/v1/{resource}/tetap/")


@pytest.mark.parametrize("resource", MAKERS)
def test_a_chain_ends_before_a_hidden_row(client, ids, resource):
    rows = chain(MAKERS[resource])
    type(rows[2]).objects.filter(pk=rows[2].pk).update(public_from=None)

    answer = client.get(f"/api/v1/{resource}/awal/")

    assert (answer.status_code, answer["Location"]) == (301, f"http://testserver/api/v1/{resource}/tengah/")
    assert ids(resource) == ["tengah"]


@pytest.mark.parametrize("resource", MAKERS)
def test_a_circle_of_mergers_ends(client, resource):
    first = MAKERS[resource](slug="satu")
    second = MAKERS[resource](slug="dua", merged_into=first)
    type(first).objects.filter(pk=first.pk).update(merged_into=second)

    assert client.get(f"/api/v1/{resource}/satu/").status_code == 404


def test_whatever_the_merged_people_said_did_and_held_is_found_under_the_last(ask, ids):
    rows = chain(factories.person)
    for row in rows:
        article = factories.article()
        factories.quote(article, speaker=row)
        publish(article, reason="Arsip.")
        factories.appointment(row)

    assert len(ids("releases", person="tetap")) == len(ids("quotes", person="tetap")) == 3
    assert len(ids("appointments", person="tetap")) == 3
    assert {quote["speaker"]["id"] for quote in ask("quotes")["results"]} == {"tetap"}
    (release, *_) = ask("releases")["results"]
    assert [person["id"] for person in ask(release["url"])["people"]] == ["tetap"]


def test_whatever_names_the_merged_bodies_is_found_under_the_last(ids, ask):
    rows = chain(factories.organization)
    for row in rows:
        article = factories.article()
        article.organizations.add(row)
        factories.outside_citation(organization=row, excerpt=f"Nama {row.slug}")
        publish(article, reason="Arsip.")
        factories.appointment(office=factories.post(organization=row))

    assert len(ids("releases", organization="tetap")) == 3
    assert len(ids("posts", organization="tetap")) == len(ids("appointments", organization="tetap")) == 3
    assert len(ids("people", organization="tetap")) == 3
    excerpts = {citation["excerpt"] for citation in ask("organizations/tetap")["citations"]}
    assert excerpts == {"Nama awal", "Nama tengah", "Nama tetap"}


def test_a_fact_of_a_merged_body_leads_to_the_last(ask):
    first, _middle, _last = chain(factories.organization)
    article = factories.article()
    article.organizations.add(first)
    factories.citation(article, organization=first)
    publish(article, reason="Arsip.")

    (citation,) = ask(f"releases/{article.uid}")["citations"]

    assert citation["fact"]["url"] == "http://testserver/api/v1/organizations/tetap/"


def test_a_fact_of_a_body_merged_into_a_hidden_one_leads_to_the_last_that_is_known(ask):
    first, _middle, last = chain(factories.organization)
    article = factories.article()
    factories.citation(article, organization=first)
    publish(article, reason="Arsip.")
    Organization.objects.filter(pk=last.pk).update(public_from=None, slug="rahasia")

    (citation,) = ask(f"releases/{article.uid}")["citations"]

    assert citation["fact"]["url"] == "http://testserver/api/v1/organizations/tengah/"


def test_the_rows_of_others_stay_with_them(ids):
    chain(factories.person)
    other = factories.person(slug="lain")
    factories.appointment(other)

    assert ids("appointments", person="tetap") == []
    assert Person.objects.filter(merged_into=other).count() == 0


def test_a_hidden_body_does_not_lend_its_place_to_the_public_one_it_was_merged_into(ask):
    secret = factories.organization(public_from=None, merged_into=factories.organization(slug="tetap"))
    agreement = factories.agreement(depositary=secret)

    assert ask(f"agreements/{agreement.slug}")["depositary"] is None
