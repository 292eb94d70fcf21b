"""The public addresses of a release: once public, an address is never given to another release."""

from __future__ import annotations

from articles.models import Article, ArticleSlug, Edition


def addresses(article: Article) -> list[tuple[str, str]]:
    slugs = {"id": article.slug, "en": article.slug_en}
    return [(language, slugs[language]) for language in article.languages]


def keep_addresses(edition: Edition) -> None:
    """The addresses of an edition belong to its release from its moment on; older ones lead there."""
    known = set(edition.article.slugs.values_list("language", "slug"))
    ArticleSlug.objects.bulk_create(
        ArticleSlug(
            article=edition.article, language=language, slug=text["slug"], public_from=edition.public_from
        )
        for language, text in edition.document["texts"].items()
        if (language, text["slug"]) not in known
    )
