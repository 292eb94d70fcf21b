from articles.models.articles import Article, ArticleSlug, PublicNote
from articles.models.citations import Citation
from articles.models.images import ArticleImage, Image
from articles.models.projections import (
    EditionCitation,
    EditionImage,
    EditionQuote,
    EditionSubject,
    EditionText,
)
from articles.models.quotes import Quote
from articles.models.record import Edition, Revision

__all__ = [
    "Article",
    "ArticleImage",
    "ArticleSlug",
    "Citation",
    "Edition",
    "EditionCitation",
    "EditionImage",
    "EditionQuote",
    "EditionSubject",
    "EditionText",
    "Image",
    "PublicNote",
    "Quote",
    "Revision",
]
