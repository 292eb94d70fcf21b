"""An office that never rests: acts of the workflow chosen at random, one after another, without an end."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from articles import revisions
from articles.models import Article, Edition
from articles.standing import newest
from articles.workflow import perform, possible
from entities.models import Person
from tests import factories as make
from tests.benchmarks.realistic import editor

ARTICLES = 10
WEIGHTS = {
    "submit": 9,
    "return": 1,
    "approve": 8,
    "publish": 8,
    "schedule": 10,
    "publish_urgently": 2,
    "approve_afterwards": 1,
    "reschedule": 6,
    "cancel": 6,
    "withdraw": 0.5,
    "kill": 0.5,
}


def furnish() -> None:
    """Two people who share the work, people in office to speak of, and the first drafts."""
    writer = editor()
    editor()
    for _ in range(5):
        make.appointment()
    for _ in range(ARTICLES):
        draft(writer)


@transaction.atomic
def draft(writer: User) -> Article:
    """A release that makes an event known, of which nothing else speaks."""
    name = uuid.uuid4().hex
    article = make.article(f"Siaran {name}", slug=name)
    article.people.set(Person.objects.order_by("?")[:2])
    event = make.event(f"Kegiatan {name}", slug=f"kegiatan-{name}"[:50], public_from=None)
    make.agenda_item(event, public_from=None)
    make.citation(article, event=event)
    revisions.store(article, writer)
    return article


def soon(chance: Random) -> datetime:
    """Half of what is scheduled falls due while the office is at work; the rest can still be cancelled."""
    seconds = chance.choice([chance.uniform(0.05, 2), chance.uniform(20, 120)])
    return timezone.now() + timedelta(seconds=seconds)


def answers(act: str, article: Article, chance: Random) -> dict[str, Any]:
    match act:
        case "publish" | "publish_urgently" | "schedule":
            moment = {"at": soon(chance)} if act == "schedule" else {}
            reason = {"reason": "Darurat."} if act == "publish_urgently" else {}
            return {**edition(article, chance), **moment, **reason}
        case "reschedule":
            return {"at": chance.choice([None, soon(chance)]), "reason": "Acara digeser."}
        case "cancel":
            return {"reason": "Acara batal."}
        case "return" | "withdraw" | "kill":
            return {"note": "Keliru."}
    return {}


def edition(article: Article, chance: Random) -> dict[str, str]:
    """What a second edition says of itself; after a withdrawal readers are told."""
    previous = newest(article)
    if previous is None:
        return {}
    kind = chance.choice(["update", "correction", "minor"])
    if kind == "minor" and previous.kind != Edition.Kind.WITHDRAWAL:
        return {"kind": kind}
    if kind == "correction":
        return {"kind": kind, "was": "Salah.", "note": "Benar."}
    return {"kind": "update", "note": "Diperbarui."}


@transaction.atomic
def edit(article: Article, writer: User) -> None:
    Article.objects.filter(pk=article.pk).update(lead=f"Ringkasan {uuid.uuid4().hex}.")
    article.refresh_from_db()
    revisions.store(article, writer)


def choose(chance: Random, writer: User, reviewer: User) -> tuple[str, Article, User] | None:
    """Something that can be done with a release; None after one that could not was edited or replaced."""
    article = chance.choice(list(Article.objects.order_by("pk")))
    acts = [one.act for one in possible(article, reviewer)]
    if not acts:
        previous = newest(article)
        killed = previous and previous.kind == Edition.Kind.KILL
        draft(writer) if killed else edit(article, writer)
        return None
    act = chance.choices(acts, [WEIGHTS[act] for act in acts])[0]
    return act, article, writer if act == "submit" else reviewer


def work(seed: int, tell: Callable[[str], None]) -> None:
    """Tells `+act` when one begins, `-act` when it is done and `!act` when it was refused."""
    chance = Random(seed)  # noqa: S311 (what happens next is no secret)
    writer, reviewer = User.objects.order_by("pk")[:2]
    while True:
        if chosen := choose(chance, writer, reviewer):
            act, article, by = chosen
            given = answers(act, article, chance)
            name = f"{act} {given['kind']}" if "kind" in given else act
            tell(f"+{name}")
            try:
                perform(act, article, by=by, **given)
            except ValidationError:
                tell(f"!{name}")
            else:
                tell(f"-{name}")
        if chance.random() < 0.4:
            edit(Article.objects.order_by("?")[0], writer)
