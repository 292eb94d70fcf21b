"""What stands at the address of a release whose text was taken away."""

from __future__ import annotations

from datetime import datetime

from django.db.models import F, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Coalesce

from articles.models import ArticleSlug, EditionNotice, EditionText, PublicNote


def notices(at: datetime | None = None) -> QuerySet[EditionNotice]:
    """The notices that stand at that moment (default: now), with the day of the text that stood there.

    `reason` and `reason_en` are the words of today, from the public history, where the desk mends them.
    """
    said = PublicNote.objects.visible(at).filter(edition=OuterRef("edition"))
    texts = EditionText.objects.visible(at).filter(article=OuterRef("article"), language=OuterRef("language"))
    return EditionNotice.objects.current(at).annotate(
        reason=Coalesce(Subquery(said.values("text")[:1]), F("text"), output_field=TextField()),
        reason_en=Coalesce(Subquery(said.values("text_en")[:1]), Value(""), output_field=TextField()),
        released_on=Subquery(texts.order_by("-edition__number").values("released_on")[:1]),
    )


def notices_at(language: str, slug: str) -> dict[str, EditionNotice]:
    """By language, the notices of the release that had this address once."""
    known = ArticleSlug.objects.visible().filter(language=language, slug=slug).values("article")
    return {notice.language: notice for notice in notices().filter(article__in=known).order_by("id")}


def public_text(article: int | None, language: str) -> EditionText | None:
    """The text of a release that stands now, in this language or else in Indonesian."""
    if article is None:
        return None
    texts = EditionText.objects.current().defer("html", "text", "stems", "contact")
    found = {text.language: text for text in texts.filter(article=article, language__in={"id", language})}
    return found.get(language) or found.get("id")
