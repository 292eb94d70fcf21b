"""Publishing: from a working copy to a sealed edition that the public can read from its moment on.

One transaction writes the edition, chained to the one before it, its projections, the moment of every fact
it makes known, and the rows of the change log. Nothing else in the house makes a text public.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from articles import objections, projections, revisions
from articles.addresses import keep_addresses
from articles.approval import approval_of_gathered
from articles.documents import gather, release
from articles.models import Article, Edition, PublicNote, WorkflowStep
from articles.reveal import facts_entries, reveal, source_of
from articles.sealing import seal
from articles.standing import NOTED_KINDS, newest
from pressroom.core import changes


class PublishingError(ValidationError):
    """Why an article cannot be published, one sentence a reason, in the editor's language."""


@transaction.atomic
def publish(article: Article, **act: Any) -> Edition:
    """Publish the stored working copy in its own transaction; `issue` says how."""
    changes.lock()
    article = gather(Article.objects.select_for_update().get(pk=article.pk))
    return issue(article, approval_of_gathered(article), **act)


def issue(
    article: Article,
    approved: WorkflowStep | None,
    *,
    by: User | None = None,
    kind: str | None = None,
    reason: str = "",
    note: str = "",
    note_en: str = "",
    was: str = "",
    was_en: str = "",
    at: datetime | None = None,
    early_access: bool = False,
) -> Edition:
    """Publish a gathered working copy: now, from a moment `at` that lies ahead, or as of a past one.

    `kind` is needed from the second edition on; a correction says in `was` what had been wrong and in `note`
    what is right. `reason` is mandatory where nobody has approved exactly this text. The caller is in a
    transaction that holds the lock of the record. Raises PublishingError and leaves everything as it was.
    """
    previous, now = newest(article), timezone.now()
    edition = Edition(
        article=article,
        number=next_number(article),
        kind=kind or ("" if previous else Edition.Kind.FIRST),
        languages=",".join(article.languages),
        approved_by=approved.by if approved else None,
        published_by=by,
        at=min(at or now, now),
        public_from=at or now,
        reason=reason,
        note=note,
        note_en=note_en,
        was=was,
        was_en=was_en,
        early_access=early_access,
        document={**release(article, at or now), "facts": facts_entries(article)},
    )
    if found := objections.to_edition(edition, previous):
        raise PublishingError(found)
    edition.revision = approved.revision if approved else revisions.store(article, by, at=edition.at)
    record(edition, previous)
    reveal(edition)
    Article.objects.filter(pk=article.pk).update(state=Article.State.PUBLISHED)
    return edition


def next_number(article: Article) -> int:
    """Numbers are never used again, not even that of an edition cancelled before its moment."""
    return (article.editions.aggregate(last=Max("number"))["last"] or 0) + 1


def record(edition: Edition, previous: Edition | None) -> None:
    """Seal an edition, and write what the public reads of it and the log says of it from its moment on."""
    article, moment = edition.article, edition.public_from
    seal(edition, previous)
    projections.project(edition)
    keep_addresses(edition)
    if edition.kind in NOTED_KINDS:
        PublicNote.objects.create(
            article=article,
            edition=edition,
            at=moment,
            kind=edition.kind,
            text=edition.note,
            text_en=edition.note_en,
            was=edition.was,
            was_en=edition.was_en,
        )
    op = "delete" if edition.kind == Edition.Kind.KILL else "upsert"
    changes.append(
        "release",
        str(article.uid),
        op=op,
        version=edition.number,
        digest=edition.digest,
        at=moment,
        source=source_of(edition),
    )
