"""Every save of a working copy is kept."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles.documents import working_copy
from articles.models import Article, Revision
from pressroom.core.canonical import digest


@transaction.atomic
def store(
    article: Article, author: User | None = None, note: str = "", at: datetime | None = None
) -> Revision:
    """Keep the working copy as it is now; an unchanged one yields the newest revision again."""
    document = working_copy(article)
    newest = article.revisions.order_by("-number").first()
    if newest and newest.digest == digest(document):
        return newest
    return Revision.objects.create(
        article=article,
        number=newest.number + 1 if newest else 1,
        document=document,
        digest=digest(document),
        author=author,
        at=at or timezone.now(),
        note=note,
    )
