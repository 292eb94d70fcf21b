"""Whether the English text of a release still says what the Indonesian one beside it says."""

from __future__ import annotations

from collections.abc import Collection

from articles.models import Article
from pressroom.core.canonical import digest

TRANSLATION = frozenset({"title_en", "lead_en", "body_en", "english_ready"})


def source_digest(article: Article) -> str:
    return digest({"title": article.title, "lead": article.lead, "body": article.body})


def remember_source(article: Article, changed: Collection[str]) -> None:
    """An English text that was just edited or called ready translates the Indonesian one of now."""
    if article.english_ready and TRANSLATION.intersection(changed):
        article.english_source = source_digest(article)


def is_stale(article: Article) -> bool:
    """The Indonesian text has moved on; False as well where nobody recorded what was translated."""
    return article.english_ready and article.english_source not in {"", source_digest(article)}
