"""What trusted partners read before its moment, and what of that was taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from articles.models import Edition, EditionImage, EditionQuote, EditionSubject, EditionText
from pressroom.api.history import Notes, notes_of
from pressroom.api.releases import LONG_FIELDS

# How long after its moment a partner still finds out here that a release was called off.
TOLD_FOR = timedelta(days=7)


def embargoed(at: datetime | None = None) -> QuerySet[Edition]:
    """Editions that partners read early, and of releases without such the last one that was taken back.

    `uid` is that of the release. One that was taken back is not told of any more once readers have a later
    text of its release.
    """
    now = at or timezone.now()
    early = Edition.objects.filter(early_access=True)
    waiting = early.standing().filter(public_from__gt=now)
    taken_back = early.filter(cancellation__isnull=False, public_from__gt=now - TOLD_FOR)
    same = {"article": OuterRef("article")}
    texts = EditionText.objects.current(now).filter(**same, edition__number__gt=OuterRef("number"))
    later = taken_back.filter(**same, number__gt=OuterRef("number"))
    silent = Exists(texts) | Exists(waiting.filter(**same)) | Exists(later)
    told = Q(pk__in=waiting.values("pk")) | Q(pk__in=taken_back.exclude(silent).values("pk"))
    return Edition.objects.filter(told).select_related("cancellation").annotate(uid=F("article__uid"))


def with_texts(editions: QuerySet[Edition]) -> QuerySet[Edition]:
    """The titles of each edition, for the list; nobody asks here what it was made from."""
    texts = EditionText.objects.defer("stems", *LONG_FIELDS)
    return editions.defer("document").prefetch_related(Prefetch("editiontexts", queryset=texts))


def in_full(editions: QuerySet[Edition]) -> QuerySet[Edition]:
    """Everything that readers will see of an edition: its own rows, which its moment lets be read."""
    parts = [
        Prefetch("editiontexts", queryset=EditionText.objects.defer("stems")),
        Prefetch("editionquotes", queryset=EditionQuote.objects.order_by("ordinal", "language")),
        Prefetch("editionsubjects", queryset=EditionSubject.objects.order_by("subject_type", "ordinal")),
        Prefetch("editionimages", queryset=EditionImage.objects.select_related("image")),
    ]
    return editions.defer("document").prefetch_related(*parts)


def text_in(edition: Edition, language: str) -> EditionText | None:
    return next((text for text in edition.editiontexts.all() if text.language == language), None)


def notes_then(editions: Sequence[Edition]) -> Notes:
    """The public notes of these releases as they will be when the last of the editions is public."""
    if not editions:
        return {}
    moments = {edition.article_id: edition.public_from for edition in editions}
    found = notes_of(moments, max(moments.values()))
    return {pk: [note for note in notes if note.at <= moments[pk]] for pk, notes in found.items()}
