"""As if it had happened: acts done for real, looked at from outside, and undone to the last row."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import checklist, revisions, scheduling
from articles.documents import release
from articles.models import Article, ArticleSlug, Edition, EditionProof, Revision
from articles.projections import PROJECTIONS
from articles.publishing import next_number, record
from articles.restoring import put_back
from articles.reveal import facts_entries, reveal, source_of
from articles.standing import newest, pending
from pressroom.core import changes
from pressroom.core.models import PendingChange

# Printed where a real edition has its code: whoever asks for it learns that there is no such release.
NO_CODE = "00000-00000"

_under_way: ContextVar[bool] = ContextVar("rehearsal", default=False)


@contextmanager
def rehearsal() -> Iterator[None]:
    """Whatever is done to the database inside is undone at the end, and nobody else ever sees any of it.

    Takes the lock of the record, so keep it short: acts, and the pages that show their effect. What waits for
    a commit never happens. Rows fetched inside are of no use outside; fetch them again.
    """
    with transaction.atomic():
        changes.lock()
        token = _under_way.set(True)
        try:
            yield
        finally:
            _under_way.reset(token)
            transaction.set_rollback(True)


def only_rehearsed() -> None:
    """What must never last is refused where it would."""
    if not _under_way.get():
        raise transaction.TransactionManagementError("This is done inside a rehearsal only.")


def show(revision: Revision, language: str = "id") -> list[str]:
    """Put a revision before the public, whatever speaks against it, inside a rehearsal.

    Returns what speaks against it, a sentence each. An English text that nobody has called ready is shown
    where English is asked for; one that lacks its title, body or address is not.
    """
    only_rehearsed()
    article = Article.objects.get(pk=revision.article_id)
    said = put_back(article, revision.document, image_words=True)
    if language == "en":
        said += call_english_ready(article)
    said += checklist.blocks(article, timezone.now())
    publish_anyway(article)
    return said


def call_english_ready(article: Article) -> list[str]:
    if article.english_ready:
        return []
    if not (article.title_en and article.body_en and article.slug_en):
        return [_("Teks Inggris belum lengkap: judul, isi, dan alamatnya diperlukan.")]
    article.english_ready = True
    article.save(update_fields=["english_ready"])
    return [_("Teks Inggris belum bertanda siap terbit; pembaca belum akan melihatnya.")]


def publish_anyway(article: Article) -> Edition:
    """Publish the working copy now, inside a rehearsal; an edition that still waits makes way for it."""
    only_rehearsed()
    now = timezone.now()
    if waiting := pending(article, now):
        scheduling.cancel(waiting, by=None, reason=NO_CODE, now=now)
    previous = newest(article)
    edition = Edition(
        article=article,
        number=next_number(article),
        kind=Edition.Kind.MINOR if previous else Edition.Kind.FIRST,
        languages=",".join(article.languages),
        at=now,
        public_from=now,
        reason=NO_CODE,
        revision=revisions.store(article, at=now),
        document=printable(article, now),
    )
    record(edition, previous)
    reveal(edition)
    EditionProof.objects.filter(edition=edition).update(code=NO_CODE)
    return edition


def printable(article: Article, now: datetime) -> dict[str, Any]:
    """What readers would get, without what the checklist would have refused and the tables cannot hold."""
    document = {**release(article, now), "facts": facts_entries(article)}
    document["citations"] = [c for c in document["citations"] if c["paragraph"] is not None]
    for language, text in document["texts"].items():
        others = ArticleSlug.objects.exclude(article=article)
        if others.filter(language=language, slug=text["slug"]).exists():
            text["slug"] = f"{NO_CODE}-{article.pk}"
    return document


def bring_forward(edition: Edition) -> None:
    """Let the moment of a scheduled edition have come, inside a rehearsal.

    Its page then bears, as it will, the moment for which it was scheduled; only its public note and the rows
    of the log bear that of the rehearsal.
    """
    only_rehearsed()
    now, due = timezone.now(), edition.public_from
    for model in PROJECTIONS:
        rows = model._default_manager.filter(edition__article=edition.article_id)
        rows.filter(superseded_at=due).update(superseded_at=now)
        rows.filter(edition=edition).update(public_from=now)
    ArticleSlug.objects.filter(article=edition.article_id, public_from=due).update(public_from=now)
    edition.notes.update(at=now)
    for label, pairs in groupby(edition.document["facts"], key=itemgetter(0)):
        facts = apps.get_model(label)._default_manager.filter(pk__in=[pk for _label, pk in pairs])
        facts.filter(public_from=due).update(public_from=now)
    PendingChange.objects.filter(source=source_of(edition)).update(due=now)
    changes.advance(now)
