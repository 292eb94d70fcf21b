"""A house as full as it will be in some years, written straight into the tables."""

import hashlib
from datetime import UTC, datetime, timedelta

from agreements.models import AgreementAction, Event
from articles.models import (
    Article,
    Citation,
    Edition,
    EditionCitation,
    EditionQuote,
    EditionSubject,
    EditionText,
    Revision,
)
from articles.search.marks import marks_of
from entities.models import Appointment, Organization, Person, PersonHonorific, Post, Topic
from pressroom.core.dates import UncertainDate
from pressroom.core.models import Change
from tests import factories
from tests.factories import LONG_AGO

RELEASES, PEOPLE, AGREEMENTS = 1_000, 300, 100
PUBLIC = {"public_from": LONG_AGO}


def make_people() -> list[Person]:
    bodies = Organization.objects.bulk_create(
        Organization(slug=f"l-{n}", name=f"Lembaga {n}", kind="agency", **PUBLIC) for n in range(PEOPLE)
    )
    people = Person.objects.bulk_create(
        Person(slug=f"t-{n}", name=f"Tokoh {n}", sort_name=f"Tokoh {n:03}", **PUBLIC) for n in range(PEOPLE)
    )
    posts = Post.objects.bulk_create(Post(organization=b, title="Kepala", **PUBLIC) for b in bodies)
    held = Appointment.objects.bulk_create(
        Appointment(person=person, post=post, start_latest=LONG_AGO.date(), **PUBLIC)
        for person, post in zip(people, posts, strict=True)
    )
    title = factories.honorific()
    PersonHonorific.objects.bulk_create(PersonHonorific(person=p, honorific=title, **PUBLIC) for p in people)
    Citation.objects.bulk_create(
        Citation(url="https://example.go.id/", retrieved_on=LONG_AGO.date(), excerpt="Kepala", appointment=a)
        for a in held
    )
    return people


def make_agreements(people: list[Person]) -> list[AgreementAction]:
    topic = factories.topic()
    law = factories.instrument()
    steps = []
    for number in range(AGREEMENTS):
        agreement = factories.agreement()
        agreement.topics.add(topic)
        steps.append(factories.action(agreement, when=UncertainDate.year(2007)))
        steps.append(factories.action(agreement, "domestic_approval", "ID", instrument=law))
        event = factories.held_event()
        event.agreements.add(agreement)
        factories.participant(event, person=people[number])
        factories.agenda_item(event, topic=topic)
        factories.instrument(year=2000)
    Event.objects.exclude(pk=event.pk).update(follows=event)
    for step in steps[1::2]:
        step.signatories.add(people[0].appointments.get())
    return steps


def make_releases(people: list[Person], steps: list[AgreementAction]) -> None:
    articles = Article.objects.bulk_create(
        Article(slug=f"s-{n}", title=f"Siaran {n}") for n in range(RELEASES)
    )
    revisions = Revision.objects.bulk_create(
        Revision(article=a, number=1, document={}, digest="0" * 64, at=LONG_AGO) for a in articles
    )
    editions = Edition.objects.bulk_create(
        Edition(
            article=revision.article,
            number=1,
            kind="first",
            document={},
            digest="0" * 64,
            chain=hashlib.sha256(str(n).encode()).hexdigest(),
            revision=revision,
            at=LONG_AGO,
            reason="Siaran lama.",
            **PUBLIC,
        )
        for n, revision in enumerate(revisions)
    )
    project(editions, people, steps)
    Change.objects.bulk_create(
        Change(seq=n, at=LONG_AGO, kind="release", object_id=str(a.uid), op="upsert", version=1)
        for n, a in enumerate(articles, start=1)
    )


def project(editions: list[Edition], people: list[Person], steps: list[AgreementAction]) -> None:
    first = datetime(2024, 1, 1, tzinfo=UTC)
    texts, subjects, quotes, citations = [], [], [], []
    for n, edition in enumerate(editions):
        of = {"edition": edition, **PUBLIC}
        moment = first + timedelta(minutes=n)
        person, step = people[n % PEOPLE], steps[n % len(steps)]
        for language in ("id", "en"):
            texts.append(
                EditionText(
                    **of,
                    article_id=edition.article_id,
                    language=language,
                    slug=f"{language}-{n}",
                    kind="press_release",
                    published_at=moment,
                    updated_at=moment,
                    title=f"Siaran {n}",
                    html="<p>Terorisme</p>",
                    text="Terorisme",
                    stems="teror",
                    marks=marks_of(f"Siaran {n}", language, "press_release", moment, [("person", person.pk)]),
                )
            )
            quotes.append(
                EditionQuote(
                    **of, language=language, ordinal=1, kind="direct", speaker=person, name="A", text="Kata"
                )
            )
        subjects.append(
            EditionSubject(
                **of, subject_type="person", subject_id=str(person.pk), ordinal=1, slug=person.slug, label="A"
            )
        )
        citations.append(
            EditionCitation(
                **of, target_type="action", target_id=step.pk, paragraph=1, excerpt="Kata", basis="stated"
            )
        )
    for model, rows in (
        (EditionText, texts),
        (EditionSubject, subjects),
        (EditionQuote, quotes),
        (EditionCitation, citations),
    ):
        model.objects.bulk_create(rows)


def fill() -> None:
    for code in factories.COUNTRIES:
        factories.country(code)
    people = make_people()
    make_releases(people, make_agreements(people))
    parent = factories.topic()
    Topic.objects.bulk_create(
        Topic(slug=f"p-{n}", name=f"Topik {n}", parent=parent, **PUBLIC) for n in range(100)
    )
