"""Publishing: from a working copy to a sealed edition that the public can read.

One transaction writes the edition, chained to the one before it, its projections, the moment of every fact
it makes known, and the rows of the change log. Nothing else in the house makes anything public.
"""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from articles import objections, projections, revisions
from articles.addresses import keep_addresses
from articles.documents import release
from articles.models import Article, Edition, PublicNote
from articles.reveal import reveal
from articles.sealing import seal
from pressroom.core import changes


class PublishingError(ValidationError):
    """Why an article cannot be published, one sentence a reason, in the editor's language."""


@transaction.atomic
def publish(
    article: Article,
    *,
    by: User | None = None,
    approved_by: User | None = None,
    kind: str | None = None,
    reason: str = "",
    note: str = "",
    note_en: str = "",
    at: datetime | None = None,
) -> Edition:
    """Publish the working copy as it stands, from now on or, for archives, as of a past moment `at`.

    `kind` is needed from the second edition on. `reason` is mandatory where nobody approved. Raises
    PublishingError and leaves everything as it was.
    """
    changes.lock()
    article = Article.objects.select_for_update().get(pk=article.pk)
    previous = article.editions.order_by("-number").first()
    moment = at or timezone.now()
    edition = Edition(
        article=article,
        number=previous.number + 1 if previous else 1,
        kind=kind or ("" if previous else Edition.Kind.FIRST),
        languages=",".join(article.languages),
        approved_by=approved_by,
        published_by=by,
        at=moment,
        public_from=moment,
        reason=reason,
        note=note,
        note_en=note_en,
        document=release(article, moment),
    )
    if found := objections.to_edition(edition, previous):
        raise PublishingError(found)
    edition.revision = revisions.store(article, by, at=moment)
    seal(edition, previous)
    make_public(edition)
    return edition


def make_public(edition: Edition) -> None:
    """Everything that follows from a sealed edition, in the same transaction."""
    article, moment = edition.article, edition.public_from
    projections.project(edition)
    keep_addresses(article)
    if edition.kind in objections.NOTED_KINDS:
        PublicNote.objects.create(
            article=article, at=moment, kind=edition.kind, text=edition.note, text_en=edition.note_en
        )
    Article.objects.filter(pk=article.pk).update(state=Article.State.PUBLISHED)
    changes.append("release", str(article.uid), version=edition.number, digest=edition.digest, at=moment)
    reveal(article, moment)
