from articles.models.articles import Article, ArticleSlug, PublicNote
from articles.models.citations import Citation
from articles.models.images import ArticleImage, Image
from articles.models.link_checks import LinkCheck
from articles.models.name_changes import NameChange
from articles.models.projections import (
    EditionCitation,
    EditionFact,
    EditionImage,
    EditionNotice,
    EditionProof,
    EditionQuote,
    EditionSubject,
    EditionText,
)
from articles.models.quotes import Quote
from articles.models.record import Cancellation, Edition, Revision
from articles.models.renditions import Rendering
from articles.models.reviewing import PreviewLink, PreviewView, ReviewAnswer
from articles.models.style import StyleRule
from articles.models.workflow import WorkflowStep

__all__ = [
    "Article",
    "ArticleImage",
    "ArticleSlug",
    "Cancellation",
    "Citation",
    "Edition",
    "EditionCitation",
    "EditionFact",
    "EditionImage",
    "EditionNotice",
    "EditionProof",
    "EditionQuote",
    "EditionSubject",
    "EditionText",
    "Image",
    "LinkCheck",
    "NameChange",
    "PreviewLink",
    "PreviewView",
    "PublicNote",
    "Quote",
    "Rendering",
    "ReviewAnswer",
    "Revision",
    "StyleRule",
    "WorkflowStep",
]
