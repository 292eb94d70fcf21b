"""A release as the agency really writes them: both languages, 5 quotes, 10 citations, 15 subjects."""

from __future__ import annotations

from django.contrib.auth.models import Permission, User

from articles import revisions
from articles.models import Article
from articles.transitions import TABLE
from articles.workflow import perform
from entities.models import Person
from tests import factories as make

WORDS = "Kerja sama penanggulangan terorisme antara kedua negara terus diperkuat tahun ini"
WORDS_EN = "Counter-terrorism cooperation between the two countries continues to grow this year"
SENTENCES = [f"{WORDS} pada butir {number}." for number in range(30)]
SENTENCES_EN = [f"{WORDS_EN} under item {number}." for number in range(30)]


def editor() -> User:
    """Somebody who may do every act of the workflow."""
    who = make.user()
    codenames = [one.permission.removeprefix("articles.") for one in TABLE]
    who.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    return User.objects.get(pk=who.pk)


def paragraphs(sentences: list[str]) -> str:
    return "".join(f"<p>{' '.join(sentences[n : n + 3])}</p>" for n in range(0, len(sentences), 3))


def cast(size: int = 50) -> list[Person]:
    """People in office whom everybody knows, and of whom most releases speak."""
    return [make.appointment().person for _ in range(size)]


def release(known: list[Person]) -> Article:
    """A draft in which four known people speak and one who, with other facts, becomes known with it."""
    article = make.article(
        english=True,
        without_quotes=False,
        place="Jakarta",
        body=paragraphs(SENTENCES),
        body_en=paragraphs(SENTENCES_EN),
        contact="Humas",
    )
    newcomer = make.person(public_from=None)
    make.appointment(newcomer, public_from=None)
    people = [*known[:4], newcomer]
    link(article, people)
    quote(article, people)
    cite(article, people)
    return article


def link(article: Article, people: list[Person]) -> None:
    """15 subjects: the five who speak, and ten more."""
    article.people.set(people)
    article.organizations.set([make.organization() for _ in range(3)])
    article.countries.set([make.country("ID"), make.country("RU")])
    article.agreements.set([make.agreement(), make.agreement(public_from=None)])
    article.events.set([make.held_event(), make.held_event(public_from=None)])
    article.topics.set([make.topic()])


def quote(article: Article, people: list[Person]) -> None:
    for number, person in enumerate(people, start=1):
        held = person.appointments.get()
        make.quote(
            article,
            person,
            number,
            appointment=held,
            text=SENTENCES[number],
            text_en=SENTENCES_EN[number],
        )


def cite(article: Article, people: list[Person]) -> None:
    facts: list[dict[str, object]] = [
        *({"appointment": person.appointments.get()} for person in people),
        *({"agreement": agreement} for agreement in article.agreements.all()),
        *({"event": event} for event in article.events.all()),
        {"action": make.action(article.agreements.first(), public_from=None)},
    ]
    for sentence, fact in zip(SENTENCES, facts, strict=False):
        make.citation(article, excerpt=sentence, **fact)


def approved(known: list[Person], writer: User, reviewer: User) -> Article:
    article = release(known)
    revisions.store(article, writer)
    perform("submit", article, by=writer)
    perform("approve", article, by=reviewer)
    return article
