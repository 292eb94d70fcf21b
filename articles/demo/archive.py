"""The whole archive, written into the record in one transaction, as publishing would have written it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from heapq import heappop, heappush
from random import Random
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from articles import projections
from articles.demo.bulk import Keys, Writer
from articles.demo.cast import Cast
from articles.demo.lives import Biographer, Life
from articles.demo.papers import sealed
from articles.demo.register import Register, fact
from articles.demo.stories import Teller
from articles.models import (
    Article,
    ArticleImage,
    ArticleSlug,
    Citation,
    Edition,
    Image,
    PublicNote,
    Quote,
    Revision,
)
from articles.record import head
from articles.sealing import history, link, statement
from articles.standing import NOTED_KINDS
from entities.models import Topic
from pressroom.core import changes
from pressroom.core.models import Change
from pressroom.core.visibility import Public

FIRST, LAST = date(2015, 1, 5), date(2026, 10, 31)
LABEL = {"slug": "data-contoh", "name": "Data contoh", "name_en": "Sample data"}
# The tables that link a release with what it speaks of, and their columns for that.
LINKS: dict[str, tuple[type[Model], str]] = {
    field.name: (getattr(Article, field.name).through, f"{field.m2m_reverse_field_name()}_id")
    for field in Article._meta.many_to_many
}
PHOTO_EVERY = 3


@transaction.atomic
def make(releases: int, seed: int, images: list[Image] = []) -> int:  # noqa: B006 (only read)
    """Write so many releases with all they speak of; returns the number of editions.

    The same seed gives the same rows in the same database. Every third release shows one of the images.
    """
    changes.lock()
    changes.write_due(timezone.now())
    with uncollected():
        return Archive(releases, seed, images).write()


@contextmanager
def uncollected() -> Iterator[None]:
    """Rows are forgotten when nothing names them; to search so many for cycles takes a tenth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Archive:
    def __init__(self, releases: int, seed: int, images: list[Image]) -> None:
        self.releases, self.images = releases, images
        self.dice, self.keys, self.writer = Random(seed), Keys(), Writer()  # noqa: S311 (words, not secrets)
        self.register = Register(self.keys)
        topics = list(Topic.objects.order_by("pk"))
        label = self.register.new(Topic, **LABEL)
        for topic in topics:
            self.register.keep(topic)
        self.stored = {fact(topic): topic.public_from for topic in topics}
        cast = Cast(self.dice, self.register, releases, FIRST, LAST)
        self.teller = Teller(self.dice, self.register, cast, topics, label)
        self.biographer = Biographer(self.dice, self.keys, seed, moment_of(LAST, 24 * 60))
        self.chain, self.seq, self.editions = head(), changes.newest(), 0

    def write(self) -> int:
        """Tell the stories in the order of time, and of each what follows when its moment comes."""
        waiting: list[tuple[datetime, int, int, Life]] = []
        for number, moment in enumerate(self.moments(), start=1):
            while waiting and waiting[0][0] <= moment:
                self.emit(*heappop(waiting)[2:])
            life = self.live(number, moment)
            self.emit(0, life)
            for place, edition in enumerate(life.editions[1:], start=1):
                heappush(waiting, (edition.public_from, number, place, life))
        while waiting:
            self.emit(*heappop(waiting)[2:])
        self.writer.finish()
        self.publish_topics()
        return self.editions

    def moments(self) -> Iterator[datetime]:
        """Office hours of the years, more of them from year to year."""
        days = (LAST - FIRST).days
        drawn = sorted(self.dice.random() ** 0.7 * days for _release in range(self.releases))
        last = moment_of(FIRST, 0)
        for place in drawn:
            day = FIRST + timedelta(days=int(place))
            workday = day - timedelta(days=max(0, day.weekday() - 4))
            minute = 8 * 60 + (place % 1) * 10 * 60
            last = max(moment_of(workday, minute), last + timedelta(seconds=7))
            yield last

    def live(self, number: int, moment: datetime) -> Life:
        story = self.teller.tell(number, moment)
        shown = self.images and number % PHOTO_EVERY == 0
        images = [self.images[number // PHOTO_EVERY % len(self.images)]] if shown else []
        life = self.biographer.live(story, images, self.teller.known)
        self.keep(life)
        return life

    def keep(self, life: Life) -> None:
        """The working copy as it stands in the end."""
        self.writer.add(Article, [life.article])
        for model, name in ((Quote, "quotes"), (Citation, "citations"), (ArticleImage, "images")):
            self.writer.add(model, life.parts[name])
        for name, (through, column) in LINKS.items():
            of = {"article_id": life.article.pk}
            self.writer.add(through, [{**of, column: row.pk} for row in life.parts[name]])

    def emit(self, place: int, life: Life) -> None:
        """Seal an edition, with what the public reads of it and the log says."""
        edition = life.editions[place]
        edition.pk = self.keys.next(Edition)
        previous = life.editions[place - 1] if place else None
        revision = edition.revision
        if previous is None or revision is not previous.revision:
            revision.pk = self.keys.next(Revision)
            self.writer.add(Revision, [revision])
        edition.revision = revision
        edition.document["edition"] = {**statement(edition), **history(edition, previous)}
        edition.document, edition.digest = sealed(edition.document)
        self.chain = edition.chain = link(self.chain, edition.digest)
        self.writer.add(Edition, [edition])
        self.editions += 1
        self.project(edition, life.next_moment(edition))
        self.keep_addresses(edition, life)
        self.log(edition, life)

    def project(self, edition: Edition, superseded_at: datetime | None) -> None:
        """What publishing derives."""
        for model, rows in projections.derive(edition).items():
            for row in rows:
                row["superseded_at"] = superseded_at
            self.writer.add(model, rows)

    def keep_addresses(self, edition: Edition, life: Life) -> None:
        texts = edition.document["texts"]
        new = [language for language in texts if language not in life.addressed]
        life.addressed.update(new)
        of = {"article_id": life.article.pk, "public_from": edition.public_from}
        rows = [{**of, "language": one, "slug": texts[one]["slug"]} for one in new]
        self.writer.add(ArticleSlug, rows)
        if edition.kind in NOTED_KINDS:
            self.writer.add(PublicNote, [note_of(edition)])

    def log(self, edition: Edition, life: Life) -> None:
        """The row of the release, and those of what becomes known with it."""
        killed = edition.kind == Edition.Kind.KILL
        release: dict[str, Any] = {
            "kind": "release",
            "object_id": str(life.article.uid),
            "op": Change.Op.DELETE if killed else Change.Op.UPSERT,
            "version": edition.number,
            "digest": edition.digest,
        }
        revealed = self.reveal(life, edition.public_from) if edition.number == 1 else []
        subjects = {(row.change_subject.change_kind, row.change_subject.public_id) for row in revealed}
        fact_of = {"op": Change.Op.UPSERT, "version": None, "digest": ""}
        known = [{**fact_of, "kind": kind, "object_id": key} for kind, key in sorted(subjects)]
        for row in (release, *known):
            self.seq += 1
            self.writer.add(Change, [{"seq": self.seq, "at": edition.public_from, **row}])

    def reveal(self, life: Life, moment: datetime) -> list[Public]:
        """Facts that nobody knew are written now, and public from now on."""
        revealed = []
        for one in sorted(life.facts - self.teller.known):
            row, known_from = self.register.rows[one], self.stored.get(one)
            self.teller.known.add(one)
            if known_from and known_from <= moment:
                continue
            row.public_from = moment
            revealed.append(row)
            if one not in self.stored:
                self.writer.add(type(row), [row])
                for attached in self.register.attached.get(one, []):
                    self.writer.add(type(attached), [attached])
        return revealed

    def publish_topics(self) -> None:
        for one in self.stored:
            topic = self.register.rows[one]
            Topic.objects.filter(pk=topic.pk).update(public_from=topic.public_from)


def note_of(edition: Edition) -> PublicNote:
    return PublicNote(
        article_id=edition.article_id,
        edition=edition,
        at=edition.public_from,
        kind=edition.kind,
        text=edition.note,
        text_en=edition.note_en,
        was=edition.was,
        was_en=edition.was_en,
    )


def moment_of(day: date, minute: float) -> datetime:
    """That minute of a day as the agency's clocks show it, in UTC and whole seconds."""
    zone = timezone.get_default_timezone()
    begun = datetime.combine(day, time(), tzinfo=zone).astimezone(UTC)
    return begun + timedelta(seconds=int(minute * 60))
