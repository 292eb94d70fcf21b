"""A small press room in public: releases, people, bodies, agreements, events, topics, images, corrections."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from agreements.models import Agreement, Event
from articles import revisions
from articles.models import Article
from articles.photos import errand
from articles.publishing import publish
from articles.workflow import perform
from entities.models import Organization, Person, Post, Topic
from pressroom.core.dates import UncertainDate
from tests import factories as make
from tests.factories import LONG_AGO
from tests.sentinel.clock import MOMENT

# More than one page of every list of releases.
OLD_RELEASES = 21
TEXT = "BNPT menerima kunjungan kehormatan."
TEXT_EN = "BNPT received a courtesy call."


@dataclass
class World:
    """What everybody knows, and to which an embargoed release may add."""

    person: Person
    merged: Person
    body: Organization
    post: Post
    agreement: Agreement
    event: Event
    topic: Topic
    release: Article
    killed: Article
    withdrawn: Article


def make_world() -> World:
    world = registers()
    for number in range(OLD_RELEASES):
        old = make.edition(public_from=LONG_AGO + timedelta(hours=number))
        make.edition_subject(old, world.person)
        for language in ("id", "en"):
            make.edition_text(old, language, stems="kunjung")
    for number, article in enumerate((world.release, world.killed, world.withdrawn), start=1):
        speaking(article, world)
        publish(article, at=LONG_AGO + timedelta(days=number), reason="Arsip.")
    correct(world.release)
    errand.finish()
    chief = make.user("kepala", is_superuser=True)
    for act, article in (("kill", world.killed), ("withdraw", world.withdrawn)):
        perform(act, article, by=chief, note="Keliru seluruhnya.", note_en="Wrong throughout.")
    return world


def registers() -> World:
    make.country("AU")  # nobody says anything of it
    topic = make.topic("Keamanan", slug="keamanan", name_en="Security")
    body = make.organization("Badan Terang", slug="badan-terang", name_en="Terang Agency")
    post = make.post("Kepala", organization=body, title_en="Head")
    person = make.person("Tokoh Terang", slug="tokoh-terang", bio="Riwayat.", bio_en="Life.")
    held = make.appointment(person, post, start_latest=date(2020, 1, 1))
    make.outside_citation(appointment=held)
    make.person_honorific(person, make.honorific("M.Terang"))
    agreement = make.agreement("Nota Terang", slug="nota-terang", title_en="Terang Memorandum")
    agreement.topics.add(topic)
    signing = make.action(agreement, when=UncertainDate.year(2007))
    signing.signatories.add(held)
    make.action(agreement, "domestic_approval", "ID", instrument=make.instrument(number="3"))
    event = make.held_event(title="Acara Terang", slug="acara-terang", title_en="Terang Event")
    make.event("Acara Nanti", slug="acara-nanti", when=UncertainDate.day(MOMENT.date() + timedelta(days=9)))
    event.agreements.add(agreement)
    make.participant(event, person=person, appointment=held)
    make.agenda_item(event, topic=topic)
    articles = {
        name: make.article(f"Siaran {name}", slug=f"siaran-{name}", slug_en=f"release-{name}", english=True)
        for name in ("terang", "batal", "cabut")
    }
    return World(
        person=person,
        merged=make.person("Tokoh Kembar", slug="tokoh-kembar"),
        body=body,
        post=post,
        agreement=agreement,
        event=event,
        topic=topic,
        release=articles["terang"],
        killed=articles["batal"],
        withdrawn=articles["cabut"],
    )


def speaking(article: Article, world: World) -> None:
    """Let a release speak of everything in the registers."""
    article.people.add(world.person)
    article.organizations.add(world.body)
    article.countries.add(make.country("RU"))
    article.agreements.add(world.agreement)
    article.events.add(world.event)
    article.topics.add(world.topic)
    make.quote(article, world.person, text=TEXT, text_en=TEXT_EN)
    make.citation(article, event=world.event)
    make.article_image(article, make.image(alt_en="Two people shake hands", caption="Jabat tangan"))


def correct(article: Article) -> None:
    """An edition of each kind after the first, so that there is a history to show."""
    make.amend(article)
    words = {"note": "Tempatnya Jakarta.", "note_en": "It was in Jakarta."}
    was = {"was": "Tempatnya Bogor.", "was_en": "It was in Bogor."}
    publish(article, kind="correction", **words, **was, at=LONG_AGO + timedelta(days=9), reason="Arsip.")
    make.amend(article)
    publish(article, kind="update", **words, at=LONG_AGO + timedelta(days=10), reason="Arsip.")
    revisions.store(article)
