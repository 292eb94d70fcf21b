"""Every save of a working copy is kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from articles.documents import Parts, working_copy
from articles.models import Article, Revision
from articles.transitions import AFTER_EDIT
from pressroom.core import audit
from pressroom.core.canonical import digest

REOPENED = "reopened"


@transaction.atomic
def store(
    article: Article,
    author: User | None = None,
    note: str = "",
    at: datetime | None = None,
    *,
    autosave: bool = False,
) -> Revision:
    """Keep the working copy as it is now; an unchanged one yields the newest revision again.

    What changed is no longer what was approved or published: the workflow's table says what it is then.
    """
    document = working_copy(article)
    newest = newest_of(article)
    if newest and newest.digest == digest(document):
        return newest
    if newest:
        reopen(article, author)
    return Revision.objects.create(
        article=article,
        number=newest.number + 1 if newest else 1,
        document=document,
        digest=digest(document),
        author=author,
        at=at or timezone.now(),
        note=note,
        autosave=autosave,
    )


def store_first(article: Article, parts: Parts, author: User | None = None, note: str = "") -> Revision:
    """What `store` keeps of a release that was just written with all these parts, without asking for them."""
    document = working_copy(article, parts)
    return Revision.objects.create(
        article=article,
        number=1,
        document=document,
        digest=digest(document),
        author=author,
        at=timezone.now(),
        note=note,
    )


def reopen(article: Article, author: User | None) -> None:
    """Take a working copy that was just changed to the state that the workflow's table names."""
    article.refresh_from_db(fields=["state"])
    before, after = article.state, AFTER_EDIT[Article.State(article.state)]
    if before != after:
        article.state = after
        Article.objects.filter(pk=article.pk).update(state=after)
        audit.record(REOPENED, article, by=author, details={"state": [before, after]})


@transaction.atomic
def store_changed(
    article: Article, author: User | None, note: str = "", *, autosave: bool = False
) -> Revision | None:
    """Keep an edit and give the article a new version; None, and nothing, where the document is the same.

    For whatever alters a working copy elsewhere than on its own form, which counts its versions itself.
    """
    newest = newest_of(article)
    if newest and newest.digest == digest(working_copy(article)):
        return None
    Article.objects.filter(pk=article.pk).update(version=F("version") + 1)
    article.refresh_from_db(fields=["version"])
    return store(article, author, note, autosave=autosave)


def newest_of(article: Article) -> Revision | None:
    return article.revisions.order_by("-number").first()


def folded(history: Iterable[Revision]) -> list[list[Revision]]:
    """Revisions in their order, with autosaves of one author that follow each other in one group."""
    groups = groupby(history, key=lambda r: ("autosave", r.author_id) if r.autosave else ("save", r.pk))
    return [list(group) for _key, group in groups]
