"""What stands at the address of a release now, for the formats beside its page."""

from __future__ import annotations

from django.db.models import OuterRef, QuerySet, Subquery

from articles.models import ArticleSlug, EditionNotice, EditionProof, EditionText
from pressroom.site.notices import notices_at
from pressroom.site.reading import texts

COLUMNS = (
    *("edition", "article", "language", "slug", "kind", "number", "place", "title", "lead", "text"),
    *("released_on", "published_at", "updated_at"),
)


def texts_with_code(language: str) -> QuerySet[EditionText]:
    """`texts` with what is printed on each: the verification `code`."""
    codes = EditionProof.objects.filter(edition=OuterRef("edition")).values("code")
    return texts(language).only(*COLUMNS).annotate(code=Subquery(codes[:1]))


def text_at(language: str, slug: str) -> EditionText | None:
    """The text that has this address, or had it once; its `slug` is the present one."""
    found = texts_with_code(language)
    if text := found.filter(slug=slug).first():
        return text
    known = ArticleSlug.objects.visible().filter(language=language, slug=slug).values("article")
    return found.filter(article__in=known).first()


def notice_at(language: str, slug: str) -> EditionNotice | None:
    """The notice in the place of a text that was taken away, in this language or else in any."""
    found = notices_at(language, slug)
    return found.get(language) or next(iter(found.values()), None)
