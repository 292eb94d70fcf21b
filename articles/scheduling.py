"""Editions whose moment lies ahead: taking one back, and giving it another moment."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from articles import projections
from articles.concealing import conceal_again
from articles.documents import working_copy
from articles.models import Article, ArticleSlug, Cancellation, Edition
from articles.publishing import PublishingError, next_number, record
from articles.reveal import reveal, source_of
from articles.standing import newest
from pressroom.core.canonical import digest
from pressroom.core.models import PendingChange

CARRIED = (
    *("article", "kind", "languages", "approved_by", "published_by", "revision"),
    *("reason", "note", "note_en", "was", "was_en"),
)
# How the desk words the public note of an edition by now; its record stays as it was sealed.
WORDING = ("text", "text_en", "was", "was_en")


def cancel(edition: Edition, *, by: User | None, reason: str, now: datetime) -> None:
    """Take an edition back before its moment, with everything that waited for it.

    The edition stays in the record, marked as cancelled. The caller is in a transaction that holds the lock.
    """
    Cancellation.objects.create(edition=edition, by=by, at=now, reason=reason)
    PendingChange.objects.filter(source=source_of(edition)).delete()
    conceal_again(edition, now)
    projections.withdraw(edition)
    ArticleSlug.objects.filter(article=edition.article, public_from=edition.public_from).delete()
    edition.notes.all().delete()


def reschedule(
    edition: Edition,
    *,
    by: User | None,
    reason: str,
    now: datetime,
    at: datetime | None,
    early_access: bool = False,
) -> Edition:
    """Let the same text become public at another moment, or at once where `at` is None.

    The approval goes along: it was given to this text; so does a public note mended meanwhile. Returns the
    edition that takes its place.
    """
    if at is not None and at <= now:
        raise PublishingError(_("Waktu terbit harus di masa depan; kosongkan untuk terbit sekarang."))
    mended = edition.notes.values(*WORDING).first()
    cancel(edition, by=by, reason=reason, now=now)
    again = Edition(
        **{name: getattr(edition, name) for name in CARRIED},
        number=next_number(edition.article),
        at=now,
        public_from=at or now,
        early_access=early_access and at is not None,
    )
    again.published_by = by or edition.published_by
    again.document = {name: part for name, part in edition.document.items() if name != "edition"}
    record(again, newest(edition.article))
    if mended:
        again.notes.update(**mended)
    reveal(again)
    return again


def state_after(edition: Edition) -> str:
    """The state of a working copy whose scheduled edition was cancelled: its approval holds for that text."""
    unchanged = edition.revision.digest == digest(working_copy(edition.article))
    return Article.State.APPROVED if unchanged and edition.approved_by_id else Article.State.DRAFT
