"""What the page of a release reads, as statements that are written once."""

from __future__ import annotations

from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    DateTimeField,
    JSONField,
    OuterRef,
    QuerySet,
    SlugField,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, JSONObject

from agreements.models import Agreement, AgreementAction, AgreementParty
from articles.models import (
    EditionImage,
    EditionProof,
    EditionQuote,
    EditionSubject,
    EditionText,
    PublicNote,
)
from pressroom.core.keyset import behind
from pressroom.core.visibility import public_or_absent
from pressroom.site.prepared import Bound, Prepared
from pressroom.site.reading import SHOWN, SUBJECTS

# A release has a handful of public notes; whoever wants more of them reads the page of its history.
NOTES = 50

# `visible()` and `current()` take this for the moment they are asked about.
NOW: Any = Bound("now", DateTimeField())
LANGUAGE = Bound("language", CharField())
SLUG = Bound("slug", SlugField())
EDITION = Bound("edition", BigIntegerField())
ARTICLE = Bound("article", BigIntegerField())

LINK = JSONObject(language="language", slug="slug", title="title")
REGISTERED = JSONObject(
    id="id", slug="slug", title="title", title_en="title_en", approval_needed="approval_needed"
)


def text() -> QuerySet[EditionText]:
    """The text that stands at an address; `code` is printed on copies, the others are LINKs or null."""
    codes = EditionProof.objects.filter(edition=OuterRef("edition")).values("code")
    same = EditionText.objects.current(NOW).filter(article=OuterRef("article"))
    listed = EditionText.objects.current(NOW).filter(language=OuterRef("language"))
    here = (OuterRef("published_at"), OuterRef("pk"))
    newer = listed.filter(behind([("published_at", here[0]), ("id", here[1])])).order_by("published_at", "id")
    older = listed.filter(behind([("-published_at", here[0]), ("-id", here[1])]))
    found = EditionText.objects.current(NOW).filter(language=LANGUAGE, slug=SLUG).defer("stems")
    return found.annotate(
        code=Subquery(codes[:1]),
        other=Subquery(same.exclude(language=OuterRef("language")).values(link=LINK)[:1]),
        newer=Subquery(newer.values(link=LINK)[:1]),
        older=Subquery(older.order_by("-published_at", "-id").values(link=LINK)[:1]),
    )


def subjects() -> QuerySet[EditionSubject]:
    """What a release speaks of; `page` is the slug its page has today, null if there is none.

    `registered` has what the register says today of an agreement.
    """
    key = Cast(OuterRef("subject_id"), BigIntegerField())
    pages = [
        When(subject_type=kind, then=Subquery(visible(NOW).filter(pk=key).values("slug")[:1]))  # type: ignore[call-arg]
        for kind, visible in SUBJECTS.items()
    ]
    agreement = Subquery(Agreement.objects.visible(NOW).filter(pk=key).values(row=REGISTERED)[:1])
    return (
        EditionSubject.objects.current(NOW)
        .filter(edition=EDITION)
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


def quotes() -> QuerySet[EditionQuote]:
    found = EditionQuote.objects.current(NOW).filter(edition=EDITION, language=LANGUAGE).order_by("ordinal")
    return found.only("ordinal", "kind", "name", "role", "text")


def images() -> QuerySet[EditionImage]:
    found = EditionImage.objects.current(NOW).filter(edition=EDITION)
    return found.select_related("image__rendering").order_by("ordinal")[:SHOWN]


def notes() -> QuerySet[PublicNote]:
    found = PublicNote.objects.visible(NOW).filter(article=ARTICLE)
    return found.only("at", "kind", "was", "was_en", "text", "text_en")[:NOTES]


def of_agreements(rows: Any) -> Any:
    """Those of the rows that belong to an agreement which the edition speaks of."""
    named = EditionSubject.objects.current(NOW).filter(edition=EDITION, subject_type="agreement")
    return rows.visible(NOW).filter(agreement__in=named.values(key=Cast("subject_id", BigIntegerField())))


def parties() -> QuerySet[AgreementParty]:
    known = of_agreements(AgreementParty.objects).filter(public_or_absent("organization", NOW))
    actors = (f"{actor}__{name}" for actor in ("country", "organization") for name in ("name", "name_en"))
    return known.select_related("country", "organization").only("agreement", "capacity", *actors)


def actions() -> QuerySet[AgreementAction]:
    """Public steps, as `AgreementAction.objects.public()` has them."""
    party, body = public_or_absent("party", NOW), public_or_absent("party__organization", NOW)
    known = of_agreements(AgreementAction.objects).filter(party, body)
    return known.select_related("instrument__kind", "party__country", "party__organization")


TEXT = Prepared(text)
SUBJECTS_OF = Prepared(subjects)
QUOTES = Prepared(quotes)
IMAGES = Prepared(images)
NOTES_OF = Prepared(notes)
PARTIES = Prepared(parties)
ACTIONS = Prepared(actions)
