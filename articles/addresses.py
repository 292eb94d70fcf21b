"""The public addresses of a release: once public, an address is never given to another release."""

from __future__ import annotations

from articles.models import Article, ArticleSlug


def addresses(article: Article) -> list[tuple[str, str]]:
    slugs = {"id": article.slug, "en": article.slug_en}
    return [(language, slugs[language]) for language in article.languages]


def keep_addresses(article: Article) -> None:
    for language, slug in addresses(article):
        ArticleSlug.objects.get_or_create(article=article, language=language, slug=slug)
