"""What is not public yet must not show through anything that is."""

import json
from datetime import time

import pytest

from articles.publishing import publish
from pressroom.core.dates import UncertainDate
from tests import factories
from tests.factories import FAR_AHEAD, THE_DAY

pytestmark = pytest.mark.usefixtures("reference")

SECRET = "rahasia"
RESOURCES = (
    *("releases", "quotes", "people", "organizations", "posts", "appointments", "countries", "topics"),
    *("agreements", "instruments", "events", "changes"),
)
HIDDEN = [None, FAR_AHEAD]


@pytest.fixture(params=HIDDEN, ids=["never announced", "announced later"])
def hidden(request):
    return {"public_from": request.param}


def everything(ask) -> str:
    """All lists, and every row by its own address."""
    answers = []
    for resource in RESOURCES:
        answer = ask(resource, limit=100)
        answers += [answer, *(ask(row["url"]) for row in answer["results"] if "url" in row)]
    return json.dumps(answers, ensure_ascii=False).lower()


@pytest.fixture
def secret_body(hidden):
    return factories.organization("Rahasia Lembaga", slug="rahasia-lembaga", **hidden)


@pytest.fixture
def secret_person(hidden):
    return factories.person("Rahasia Tokoh", slug="rahasia-tokoh", **hidden)


@pytest.fixture
def secret_topic(hidden):
    return factories.topic("Rahasia Topik", slug="rahasia-topik", **hidden)


@pytest.fixture
def secret_office(secret_body, hidden):
    return factories.post("Rahasia Jabatan", organization=secret_body, **hidden)


def test_hidden_titles_and_offices_of_a_visible_person_stay_hidden(ask, secret_office, secret_person, hidden):
    person, office = (
        factories.person("Tokoh Publik"),
        factories.post("Kepala Publik", predecessor=secret_office),
    )
    gelar = factories.honorific("Rahasia Gelar", code="rahasia-gelar")
    factories.person_honorific(person, gelar, **hidden)
    factories.appointment(person, office, basis="Rahasia Keppres", **hidden)
    factories.appointment(person, secret_office)
    factories.appointment(secret_person, office, kind="member")

    shown = everything(ask)

    assert SECRET not in shown
    assert "kepala publik" in shown


def test_hidden_parents_stay_hidden(ask, secret_body, secret_topic):
    factories.organization("Lembaga Publik", parent=secret_body)
    factories.topic("Topik Publik", parent=secret_topic)
    factories.outside_citation(excerpt="Rahasia Sumber", organization=secret_body)

    shown = everything(ask)

    assert SECRET not in shown
    assert "topik publik" in shown


def test_whatever_is_hidden_of_a_visible_agreement_stays_hidden(ask, secret_body, secret_topic, hidden):
    agreement = factories.agreement("Perjanjian Publik", depositary=secret_body)
    agreement.topics.add(secret_topic)
    secret = factories.agreement("Rahasia Perjanjian", slug="rahasia-perjanjian", **hidden)
    factories.relation(agreement, secret)
    party = factories.party(agreement, secret_body)
    factories.action(agreement, party=party, place="Rahasia Tempat")
    factories.action(agreement, place="Rahasia Langkah", **hidden)

    shown = everything(ask)

    assert SECRET not in shown
    assert "perjanjian publik" in shown


def test_the_law_and_the_signatories_of_a_step_pass_the_gate_too(ask, secret_person, secret_office, hidden):
    law = factories.instrument(number="rahasia-1", **hidden)
    step = factories.action(factories.agreement(), "domestic_approval", "ID", instrument=law)
    step.signatories.add(factories.appointment(secret_person, secret_office))
    step.signatories.add(factories.appointment(kind="member", basis="Rahasia Keppres", **hidden))

    shown = everything(ask)

    assert SECRET not in shown
    assert "domestic_approval" in shown


def test_whatever_is_hidden_of_a_visible_event_stays_hidden(
    ask, secret_body, secret_person, secret_topic, secret_office, hidden
):
    before = factories.event("Rahasia Kegiatan", slug="rahasia-kegiatan", **hidden)
    event = factories.event("Kegiatan Publik", follows=before)
    event.agreements.add(factories.agreement("Rahasia Perjanjian", slug="rahasia-perjanjian", **hidden))
    person = factories.person()
    factories.participant(event, person=secret_person)
    factories.participant(event, organization=secret_body)
    factories.participant(event, person=person, appointment=factories.appointment(person, secret_office))
    factories.agenda_item(event, topic=secret_topic)
    factories.agenda_item(event, 2, text="Rahasia Acara", **hidden)

    shown = everything(ask)

    assert SECRET not in shown
    assert "kegiatan publik" in shown


def test_a_hidden_line_of_a_visible_event_is_not_there(ask, hidden):
    event = factories.event("Kegiatan Publik")
    factories.participant(event, person=factories.person("Tokoh Publik"), **hidden)
    factories.participant(event, country=factories.country("AU"), **hidden)
    factories.participant(event, organization=factories.organization(), role="host")
    factories.agenda_item(event, **hidden)

    shown = ask(f"events/{event.slug}")

    assert [participant["role"] for participant in shown["participants"]] == ["host"]
    assert shown["agenda"] == []


def test_a_hidden_line_of_a_visible_agreement_is_not_there(ask, ids, hidden):
    agreement = factories.agreement("Perjanjian Publik", parties=("ID",))
    party = factories.party(agreement, "RU", **hidden)
    factories.relation(agreement, factories.agreement(parties=()), **hidden)
    factories.action(agreement, "entry_into_force")
    factories.action(agreement, "withdrawal", party=party)

    shown = ask(f"agreements/{agreement.slug}")

    assert [party["country"]["id"] for party in shown["parties"]] == ["ID"]
    assert shown["relations"] == []
    assert [step["kind"] for step in shown["actions"]] == ["entry_into_force"]
    assert ids("agreements", party="RU") == []
    assert ids("agreements", party="ID") == [agreement.slug]


def test_an_agreement_does_not_stand_by_a_step_of_a_hidden_party(ask, ids, hidden):
    agreement = factories.agreement(parties=())
    party = factories.party(agreement, "ID", **hidden)
    factories.action(agreement, party=party, when=UncertainDate.year(2007))
    factories.action(agreement, "withdrawal", party=party)

    assert ask(f"agreements/{agreement.slug}")["force"]["code"] == "not_recorded"
    assert ids("agreements", status="withdrawn") == ids("agreements", status="signed") == []
    assert ids("agreements", signed_after="1900-01-01") == []


def test_an_agreement_does_not_stand_by_a_hidden_step(ask, ids, hidden):
    agreement = factories.agreement(approval_needed=True)
    factories.action(agreement, "domestic_approval", "ID", **hidden)
    factories.action(agreement, "entry_into_force", **hidden)

    shown = ask(f"agreements/{agreement.slug}")

    assert (shown["approval"]["code"], shown["force"]["code"]) == ("pending", "not_recorded")
    assert ids("agreements", status="in_force") == []


def test_an_agreement_does_not_stand_by_a_step_of_a_hidden_body(ask, ids, hidden):
    agreement = factories.agreement()
    secret = factories.organization(country=factories.country("ID"), **hidden)
    factories.action(agreement, party=factories.party(agreement, secret), when=UncertainDate.year(2007))
    factories.action(agreement, "withdrawal", party=agreement.parties.last())

    assert ask(f"agreements/{agreement.slug}")["force"]["code"] == "not_recorded"
    assert ids("agreements", status="withdrawn") == ids("agreements", status="signed") == []
    assert ids("agreements", signed_after="1900-01-01") == ids("agreements", signed_before="2200-01-01") == []


def test_a_release_does_not_tell_of_a_step_of_a_hidden_body(ask, hidden):
    agreement = factories.agreement()
    step = factories.action(agreement, party=factories.party(agreement, factories.organization(**hidden)))
    edition = factories.edition_text().edition
    factories.edition_citation(edition, target_type="action", target_id=step.pk)

    assert ask(f"releases/{edition.article.uid}")["citations"] == []


@pytest.mark.parametrize("resource", ["people", "organizations", "topics", "agreements", "events"])
def test_a_hidden_row_is_answered_like_one_that_does_not_exist(client, resource, hidden):
    make = {
        "people": factories.person,
        "organizations": factories.organization,
        "topics": factories.topic,
        "agreements": factories.agreement,
        "events": factories.event,
    }[resource]
    row = make(slug="rahasia", **hidden)

    secret, missing = (client.get(f"/api/v1/{resource}/{slug}/") for slug in (row.slug, "tiada"))

    assert secret.status_code == missing.status_code == 404
    assert secret.json() | {"instance": ""} == missing.json() | {"instance": ""}


def test_a_hidden_row_cannot_be_found_out_through_a_filter(client, hidden):
    factories.person(slug="rahasia", **hidden)

    secret, missing = (client.get("/api/v1/releases/", {"person": slug}) for slug in ("rahasia", "tiada"))

    assert secret.status_code == missing.status_code == 400
    assert secret.json()["errors"] == missing.json()["errors"]


def test_a_draft_and_what_was_written_since_publication_are_not_read(ask):
    article = factories.article("Siaran Publik", body="<p>Kata publik.</p>")
    publish(article, reason="Siaran lama.")
    type(article).objects.filter(pk=article.pk).update(
        title="Rahasia Judul", body="<p>Rahasia</p>", lead="Rahasia"
    )
    factories.quote(article, text="Rahasia Kutipan")
    event = factories.event("Kegiatan Publik")
    factories.citation(article, event=event, excerpt="Rahasia Petikan")
    factories.article("Rahasia Draf")

    shown = everything(ask)

    assert SECRET not in shown
    assert "siaran publik" in shown


def test_the_working_copy_is_never_queried(ask, django_assert_max_num_queries):
    article = factories.article("Siaran", english=True)
    factories.quote(article)
    publish(article, reason="Siaran lama.")

    with django_assert_max_num_queries(500) as queries:
        everything(ask)

    statements = [query["sql"].lower() for query in queries.captured_queries]
    assert not [
        sql for sql in statements if 'from "articles_article"' in sql or 'from "articles_quote"' in sql
    ]
    cited = [sql for sql in statements if 'from "articles_citation"' in sql]
    assert all('"articles_citation"."article_id" is null' in sql for sql in cited)
    assert not [
        sql for sql in statements if '"articles_article"."title"' in sql or '"articles_article"."body"' in sql
    ]


def test_an_edition_of_the_future_is_not_there_yet(ask, ids):
    ahead = factories.edition(public_from=FAR_AHEAD)
    factories.edition_text(ahead, title="Rahasia")
    factories.edition_quote(ahead, text="Rahasia")
    factories.edition_citation(ahead, target_type="event", target_id=factories.event().pk, excerpt="Rahasia")

    assert SECRET not in everything(ask)
    assert ids("releases") == ids("quotes") == []


def test_only_the_standing_edition_is_shown(ask):
    article = factories.article("Lama", body="<p>BNPT bertemu tamu.</p>")
    event = factories.event()
    factories.citation(article, event=event, excerpt="BNPT bertemu tamu.")
    article.events.add(event)
    publish(article, reason="Siaran lama.")
    article.title = "Baru"
    article.save()
    publish(article, kind="update", note="Judul diperjelas.", reason="Siaran lama.")

    (release,) = ask("releases")["results"]
    citation = ask(f"events/{event.slug}")["citations"]

    assert (release["title"]["id"], release["version"], release["edition"]) == ("Baru", 2, "update")
    assert [c["release"]["title"]["id"] for c in citation] == ["Baru"]


def test_a_merged_person_leads_to_the_surviving_one(client, ask, ids):
    survivor = factories.person("Tokoh Utama", slug="utama")
    old = factories.person("Tokoh Lama", slug="lama", merged_into=survivor)
    article = factories.article()
    factories.quote(article, speaker=old)
    publish(article, reason="Siaran lama.")

    moved = client.get("/api/v1/people/lama/")

    assert (moved.status_code, moved["Location"]) == (301, "http://testserver/api/v1/people/utama/")
    assert ids("people") == ["utama"]
    assert ask("quotes")["results"][0]["speaker"]["id"] == "utama"
    assert ask(f"releases/{article.uid}")["people"][0]["id"] == "utama"
    assert len(ids("quotes", person="utama")) == len(ids("releases", person="utama")) == 1


def test_a_person_merged_into_a_hidden_one_stays(client, ids):
    factories.person(slug="lama", merged_into=factories.person(public_from=FAR_AHEAD))

    assert client.get("/api/v1/people/lama/").status_code == 200
    assert ids("people") == ["lama"]


def test_the_hour_of_an_event_is_given_in_utc(ask):
    event = factories.held_event(THE_DAY, starts_at=time(10, 30))
    undated = factories.event(when=UncertainDate.year(2025))

    assert ask(f"events/{event.slug}")["starts_at"] == "2024-10-09T03:30:00Z"
    assert ask(f"events/{undated.slug}")["starts_at"] is None
