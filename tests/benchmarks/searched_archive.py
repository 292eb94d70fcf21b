"""Many invented releases, written straight into the tables: words as unevenly spread as words are."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import islice
from typing import Any

from articles.models import Article, Edition, EditionText, Revision
from articles.search.marks import marks_of
from articles.search.stems import stem_text
from entities.models import Country, Organization, Person, Topic

FIRST_DAY = datetime(2010, 1, 4, 3, tzinfo=UTC)
SYLLABLES = [
    "ba",
    "ka",
    "ri",
    "ma",
    "lu",
    "to",
    "ne",
    "si",
    "ga",
    "du",
    "pe",
    "wo",
    "ja",
    "nu",
    "ti",
    "ro",
    "se",
    "mi",
]
# What everybody asks for, and in how many of a hundred releases it stands.
SPREAD = {
    "terorisme": 95,
    "kerja sama": 60,
    "pencegahan": 30,
    "deradikalisasi": 12,
    "pesantren": 5,
    "konvensi": 1,
}
WORDS = 220
TITLE = 8
PEOPLE, BODIES, TOPICS = 400, 150, 30
COUNTRIES = ("ID", "RU", "AU", "MY", "SG", "JP", "US", "NL", "FR", "DE")
BATCH = 1_000


@cache
def vocabulary() -> list[str]:
    chance = random.Random(7)  # noqa: S311 - the same words each time
    words = {"".join(chance.choices(SYLLABLES, k=chance.choice((2, 3, 3, 4)))) for _ in range(12_000)}
    return sorted(words)


def words(chance: random.Random, count: int) -> list[str]:
    """As Zipf has it: few words often, most hardly ever."""
    known = vocabulary()
    return [known[int(len(known) ** chance.random()) - 1] for _ in range(count)]


def write(releases: int, seed: int = 1) -> None:
    chance = random.Random(seed)  # noqa: S311
    registers(chance)
    numbers = iter(range(1, releases + 1))
    while batch := list(islice(numbers, BATCH)):
        write_batch(batch, chance)


def registers(chance: random.Random) -> None:
    def name(count: int) -> str:
        return " ".join(word.capitalize() for word in words(chance, count))

    since = {"public_from": FIRST_DAY}
    Country.objects.bulk_create(
        Country(iso2=code, iso3=f"{code}X", name=f"Negara {code}", name_en=code) for code in COUNTRIES
    )
    Person.objects.bulk_create(
        Person(pk=n, slug=f"tokoh-{n}", name=(called := name(2)), sort_name=called, **since)
        for n in range(1, PEOPLE + 1)
    )
    Organization.objects.bulk_create(
        Organization(
            pk=n, slug=f"lembaga-{n}", name=name(4), short=name(1)[:6].upper(), kind="agency", **since
        )
        for n in range(1, BODIES + 1)
    )
    Topic.objects.bulk_create(
        Topic(pk=n, slug=f"topik-{n}", name=name(2), **since) for n in range(1, TOPICS + 1)
    )


def write_batch(numbers: list[int], chance: random.Random) -> None:
    made = [text_of(number, chance) for number in numbers]
    Article.objects.bulk_create(text.article for text in made)
    Revision.objects.bulk_create(text.edition.revision for text in made)
    Edition.objects.bulk_create(text.edition for text in made)
    EditionText.objects.bulk_create(made)


def text_of(number: int, chance: random.Random) -> EditionText:
    at = FIRST_DAY + timedelta(hours=number * 10 % 120_000, minutes=number)
    title = " ".join([*words(chance, TITLE), *said(chance, 10)]).capitalize()
    text = "\n".join(
        ". ".join([" ".join(words(chance, WORDS // 3)), " ".join(said(chance, 1))]) for _ in range(3)
    )
    article = Article(pk=number, slug=f"siaran-{number}", title=title, body="<p></p>")
    revision = Revision(pk=number, article=article, number=1, document={}, digest="0" * 64, at=at)
    edition = Edition(
        pk=number,
        article=article,
        number=1,
        kind="first",
        languages="id",
        document={},
        digest="0" * 64,
        chain=f"{number:064}",
        revision=revision,
        at=at,
        public_from=at,
        reason="Siaran lama.",
    )
    return EditionText(
        pk=number,
        edition=edition,
        article=article,
        language="id",
        slug=f"siaran-{number}",
        kind="press_release",
        public_from=at,
        published_at=at,
        updated_at=at,
        title=title,
        html=f"<p>{text}</p>",
        text=text,
        stems=stem_text(f"{title}\n{text}", "id"),
        marks=marks_of(title, "id", "press_release", at, subjects(chance)),
    )


def said(chance: random.Random, rarer: int) -> Iterator[str]:
    return (word for word, percent in SPREAD.items() if chance.random() * 100 < percent / rarer)


def subjects(chance: random.Random) -> list[tuple[str, Any]]:
    def some(kind: str, most: int, count: int) -> list[tuple[str, Any]]:
        return [(kind, key) for key in sorted({int(most ** chance.random()) for _ in range(count)})]

    countries = [("country", code) for code in COUNTRIES[: chance.randrange(1, 4)]]
    return [
        *some("person", PEOPLE, 4),
        *some("organization", BODIES, 3),
        *some("topic", TOPICS, 3),
        *countries,
    ]
