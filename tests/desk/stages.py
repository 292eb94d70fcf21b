"""Releases at every stage that the workflow can bring them to, and the people who meet them there."""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.models import AnonymousUser, Group, User
from django.utils import timezone

from articles import revisions
from articles.models import Article
from articles.workflow import perform
from pressroom.desk.roles import ROLES
from tests import factories as make

NOTE = {"kind": "update", "note": "Ada yang baru."}


@dataclass(frozen=True)
class Stage:
    """State of the working copy, what the public has, and what else is to come or owed."""

    state: str
    standing: str = "unpublished"
    pending: bool = False
    owed: bool = False

    def __str__(self) -> str:
        more = [name for name in ("pending", "owed") if getattr(self, name)]
        return "-".join([self.state, self.standing, *more])


EDITABLE = ("draft", "in_review", "approved")
STAGES = [
    *(Stage(state) for state in EDITABLE),
    *(Stage(state, pending=True) for state in (*EDITABLE, "published")),
    *(Stage(state, "public") for state in (*EDITABLE, "published")),
    *(Stage(state, "public", pending=True) for state in (*EDITABLE, "published")),
    *(Stage(state, "public", owed=True) for state in (*EDITABLE, "published")),
    *(Stage(state, "withdrawn") for state in EDITABLE),
    *(Stage(state, "withdrawn", pending=True) for state in (*EDITABLE, "published")),
    Stage("draft", "withdrawn", owed=True),
    Stage("draft", "killed"),
    Stage("draft", "killed", owed=True),
]


class Makers:
    """One wrote every word, the other looked at it; neither is anybody whom a test asks."""

    def __init__(self) -> None:
        self.writer, self.editor = (make.user(is_staff=True, is_superuser=True) for _ in range(2))

    def edit(self, article: Article) -> None:
        article.refresh_from_db()
        revisions.store(make.amend(article), self.writer)

    def approve(self, article: Article) -> None:
        perform("submit", article, by=self.writer)
        perform("approve", article, by=self.editor)


def at_stage(stage: Stage, **fields: object) -> Article:
    makers, article = Makers(), make.article(**fields)
    revisions.store(article, makers.writer)
    if stage.standing != "unpublished":
        make_public(makers, article, owed=stage.owed)
    if stage.standing in ("withdrawn", "killed"):
        act = "withdraw" if stage.standing == "withdrawn" else "kill"
        perform(act, article, by=makers.editor, note="Keliru.", note_en="Wrong.")
    if stage.pending:
        schedule(makers, article, **({} if stage.standing == "unpublished" else NOTE))
    bring_to(makers, article, stage)
    article.refresh_from_db()
    assert article.state == stage.state
    return article


def make_public(makers: Makers, article: Article, *, owed: bool) -> None:
    if owed:
        perform("publish_urgently", article, by=makers.writer, reason="Gempa.")
        return
    makers.approve(article)
    perform("publish", article, by=makers.editor)


def schedule(makers: Makers, article: Article, **told: str) -> None:
    makers.edit(article)
    makers.approve(article)
    perform("schedule", article, by=makers.editor, at=timezone.now() + timedelta(days=1), **told)


def bring_to(makers: Makers, article: Article, stage: Stage) -> None:
    if stage.state == "published" or stage.standing == "killed":
        return
    if stage.pending or stage.standing == "public":
        makers.edit(article)
    if stage.state == "approved":
        makers.approve(article)
    elif stage.state == "in_review":
        perform("submit", article, by=makers.writer)


NOBODY, NO_ROLE, SUPERUSER = "nobody", "no role", "admin"
PEOPLE = (NOBODY, NO_ROLE, *ROLES, SUPERUSER)


def somebody(person: str) -> User | AnonymousUser:
    if person == NOBODY:
        return AnonymousUser()
    user = make.user(is_staff=True, is_superuser=person == SUPERUSER)
    user.groups.set(Group.objects.filter(name=person))
    return user


def may(person: str, permission: str) -> bool:
    """By the table of roles, and not by what the database made of it."""
    return person == SUPERUSER or permission in ROLES.get(person, ())
