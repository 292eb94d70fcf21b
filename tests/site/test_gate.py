"""What is not public yet is nowhere: no page, list, feed, sitemap, search result or neighbour shows it."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Model
from django.test import Client
from django.utils import timezone

from agreements.models import Agreement, Event
from articles.models import EditionText
from articles.models.projections import Projection
from articles.publishing import publish
from entities.models import Organization, Person, Topic
from pressroom.core.dates import UncertainDate
from pressroom.core.visibility import Public
from tests import factories as make
from tests.site.pages import AGREEMENT, EVERY_PAGE, RELEASE

pytestmark = pytest.mark.django_db
SECRET = "Rahasiawati"
MACHINES = ["/atom.xml", "/en/atom.xml"] + [
    f"/sitemap-{section}.xml"
    for section in ("releases", "people", "organizations", "agreements", "events", "topics")
]
BESIDES = ["/topik/pendanaan-terorisme/", "/siaran-pers/?person=eddy-hartono"]
SEARCHES = [f"/cari/?q={SECRET}", "/cari/?q=kunjungan", f"/en/search/?q={SECRET}"]
ADDRESS = SECRET.lower()
HIDDEN: dict[str, Any] = {"slug": ADDRESS, "public_from": None}
OWN_PAGES = [
    f"{start}{ADDRESS}/"
    for start in ("/siaran-pers/", "/tokoh/", "/lembaga/", "/perjanjian/", "/agenda/", "/topik/")
]


def everything_named_secret() -> None:
    """A row of every kind with the secret name, beside what the first release made public and within it."""
    hidden: dict[str, Any] = {
        "person": make.person(SECRET, **HIDDEN),
        "organization": make.organization(SECRET, parent=Organization.objects.get(slug="bnpt"), **HIDDEN),
        "agreement": make.agreement(SECRET, **HIDDEN),
        "event": make.event(SECRET, when=UncertainDate.day(timezone.localdate()), **HIDDEN),
        "topic": make.topic(SECRET, parent=Topic.objects.get(slug="penanggulangan-terorisme"), **HIDDEN),
    }
    make.article(SECRET, slug=ADDRESS, english=True, title_en=SECRET)
    on_the_page_of_a_person(**hidden)
    on_the_page_of_an_event(**hidden)
    on_the_page_of_an_agreement(**hidden)
    Topic.objects.filter(slug="pendanaan-terorisme").update(parent=hidden["topic"])


def on_the_page_of_a_person(person: Person, organization: Organization, event: Event, **_: Any) -> None:
    eddy, bnpt = Person.objects.get(slug="eddy-hartono"), Organization.objects.get(slug="bnpt")
    make.appointment(eddy, make.post(SECRET, organization=bnpt, public_from=None), public_from=None)
    make.appointment(eddy, make.post(SECRET, organization=organization))
    make.appointment(person, bnpt.posts.first(), kind="plt")
    make.person_honorific(eddy, make.honorific(SECRET), public_from=None)
    make.participant(event, person=eddy)


def on_the_page_of_an_event(event: Event, agreement: Agreement, topic: Topic, **hidden: Any) -> None:
    visit = Event.objects.get(slug__startswith="kunjungan")
    for field in ("person", "organization"):
        make.participant(visit, **{field: hidden[field]})
    make.agenda_item(visit, text="Acara", topic=topic)
    visit.agreements.add(agreement)
    Event.objects.filter(pk=visit.pk).update(follows=event)


def on_the_page_of_an_agreement(
    agreement: Agreement, organization: Organization, topic: Topic, **_: Any
) -> None:
    known = Agreement.objects.get(slug__startswith="mou")
    Agreement.objects.filter(pk=known.pk).update(depositary=organization)
    make.relation(known, agreement)
    make.action(known, "termination", place=SECRET, public_from=None)
    party = make.party(known, organization)
    for kind in ("signature", "withdrawal", "reservation"):
        make.action(known, kind, party=party, place=SECRET, when=UncertainDate.year(2020))
    known.topics.add(topic)


def pages(client: Client) -> Iterator[str]:
    for path in [*EVERY_PAGE, *BESIDES, *MACHINES, *SEARCHES, *OWN_PAGES]:
        yield f"{path}\n{client.get(path).content.decode()}"


def said(client: Client) -> list[str]:
    """The addresses of the pages that name the secret other than as the question asked."""
    found = []
    for page in pages(client):
        path, _, body = page.partition("\n")
        asked = body.replace(f"“{SECRET}”", "").replace(f'value="{SECRET}"', "")
        asked = asked.replace(f"?q={SECRET}", "")
        if SECRET in asked or f"/{ADDRESS}/" in asked:
            found.append(path)
    return found


def test_nothing_that_is_not_public_is_said_anywhere(client: Client, seed: None) -> None:
    everything_named_secret()
    assert said(client) == []
    assert {client.get(path).status_code for path in OWN_PAGES} == {404}


def test_an_agreement_does_not_stand_by_a_step_of_a_hidden_body(client: Client, reference: None) -> None:
    made = make.agreement(slug="pakta")
    hidden = make.organization(country=make.country("ID"), public_from=None)
    step = {"party": make.party(made, hidden), "when": UncertainDate.year(2020)}
    for kind in ("signature", "withdrawal"):
        make.action(made, kind, **step)
    for path in ("/", "/perjanjian/", "/perjanjian/pakta/"):
        page = client.get(path).content.decode()
        assert "enandatanganan belum tercatat" in page
        assert "2020" not in page


def test_the_same_rows_are_said_once_they_are_public(client: Client, seed: None) -> None:
    """Without this the test above could pass by looking at nothing."""
    everything_named_secret()
    for model in public_models():
        model.objects.filter(public_from=None).update(public_from=make.LONG_AGO)
    found = said(client)
    for path in ("/tokoh/", "/lembaga/", "/perjanjian/", "/topik/", "/agenda/", "/tokoh/eddy-hartono/"):
        assert path in found
    for path in ("/", AGREEMENT, RELEASE):
        assert path in found
    assert {client.get(path).status_code for path in OWN_PAGES[1:]} == {200}


def public_models() -> list[type[Model]]:
    return [model for model in apps.get_models() if issubclass(model, Public)]


def test_an_edition_of_tomorrow_is_nowhere_today(client: Client, seed: None) -> None:
    publish(make.article(f"{SECRET} kunjungan", slug=ADDRESS, english=True, title_en=SECRET), reason="Arsip.")
    assert "/siaran-pers/" in said(client)
    newest = EditionText.objects.order_by("-pk").first()
    assert newest is not None
    for model in Projection.__subclasses__():
        model.objects.filter(edition=newest.edition_id).update(
            public_from=timezone.now() + timedelta(minutes=5)
        )
    assert said(client) == []


def test_a_superseded_text_is_gone(client: Client) -> None:
    article = make.article(slug="kunjungan", body=f"<p>{SECRET} hadir.</p>")
    publish(article, reason="Arsip.")
    article.body = "<p>Tamu hadir.</p>"
    article.save()
    publish(article, kind="minor", reason="Arsip.")
    page = client.get("/siaran-pers/kunjungan/").content.decode()
    assert "Tamu hadir." in page
    assert SECRET not in page
    assert said(client) == []


def test_a_saved_but_unpublished_change_of_the_working_copy_is_not_shown(client: Client) -> None:
    article = make.article(slug="kunjungan")
    publish(article, reason="Arsip.")
    article.title = article.body = article.lead = SECRET
    article.save()
    assert SECRET not in client.get("/siaran-pers/kunjungan/").content.decode()
    assert SECRET not in client.get("/").content.decode()
