"""What the page of a release reads, as statements that are written once."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    JSONField,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, JSONObject

from agreements.models import Agreement
from articles.models import (
    EditionImage,
    EditionProof,
    EditionQuote,
    EditionSubject,
    EditionText,
    PublicNote,
)
from pressroom.core.keyset import behind
from pressroom.site.prepared import prepared
from pressroom.site.reading import SHOWN, SUBJECTS

# A release has a handful of public notes; whoever wants more of them reads the page of its history.
NOTES = 50

LINK = JSONObject(language="language", slug="slug", title="title")
REGISTERED = JSONObject(
    id="id", slug="slug", title="title", title_en="title_en", approval_needed="approval_needed"
)


@prepared
def texts_at(now: datetime, language: str, slug: str) -> QuerySet[EditionText]:
    """The text that stands at an address; `code` is printed on copies, the others are LINKs or null."""
    codes = EditionProof.objects.filter(edition=OuterRef("edition")).values("code")
    same = EditionText.objects.current(now).filter(article=OuterRef("article"))
    listed = EditionText.objects.current(now).filter(language=OuterRef("language"))
    here = (OuterRef("published_at"), OuterRef("pk"))
    newer = listed.filter(behind([("published_at", here[0]), ("id", here[1])])).order_by("published_at", "id")
    older = listed.filter(behind([("-published_at", here[0]), ("-id", here[1])]))
    found = EditionText.objects.current(now).filter(language=language, slug=slug).defer("stems")
    return found.annotate(
        code=Subquery(codes[:1]),
        other=Subquery(same.exclude(language=OuterRef("language")).values(link=LINK)[:1]),
        newer=Subquery(newer.values(link=LINK)[:1]),
        older=Subquery(older.order_by("-published_at", "-id").values(link=LINK)[:1]),
    )


@prepared
def subjects_of(now: datetime, edition: int) -> QuerySet[EditionSubject]:
    """What a release speaks of; `page` is the slug its page has today, null if there is none.

    `registered` has what the register says today of an agreement.
    """
    key = Cast(OuterRef("subject_id"), BigIntegerField())
    pages = [
        When(subject_type=kind, then=Subquery(visible(now).filter(pk=key).values("slug")[:1]))
        for kind, visible in SUBJECTS.items()
    ]
    agreement: Any = Subquery(Agreement.objects.visible(now).filter(pk=key).values(row=REGISTERED)[:1])
    return (
        EditionSubject.objects.current(now)
        .filter(edition=edition)
        .only("subject_type", "subject_id", "label", "label_en", "detail", "detail_en")
        .annotate(
            page=Case(*pages, default=Value(None), output_field=CharField(null=True)),
            registered=Case(
                When(subject_type=EditionSubject.Type.AGREEMENT, then=agreement),
                default=Value(None),
                output_field=JSONField(null=True),
            ),
        )
        .order_by("ordinal")
    )


@prepared
def quotes_of(now: datetime, edition: int, language: str) -> QuerySet[EditionQuote]:
    found = EditionQuote.objects.current(now).filter(edition=edition, language=language).order_by("ordinal")
    return found.only("ordinal", "kind", "speaker", "name", "role", "text")


@prepared
def images_of(now: datetime, edition: int) -> QuerySet[EditionImage]:
    found = EditionImage.objects.current(now).filter(edition=edition)
    return found.select_related("image__rendering").order_by("ordinal")[:SHOWN]


@prepared
def notes_of(now: datetime, article: int) -> QuerySet[PublicNote]:
    found = PublicNote.objects.visible(now).filter(article=article)
    return found.only("at", "kind", "was", "was_en", "text", "text_en")[:NOTES]
