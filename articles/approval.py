"""The second pair of eyes: who may give it, for which text it was given, and where it is still owed."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from articles.documents import gather, release, working_copy
from articles.models import Article, Edition, WorkflowStep
from articles.standing import TEXT_KINDS, newest
from pressroom.core.canonical import digest

APPROVE = "approve"


def contributors(article: Article) -> set[int]:
    """Ids of everybody who saved anything of the text since it was last published."""
    last = newest(article)
    since = article.revisions.filter(number__gt=last.revision.number) if last else article.revisions.all()
    # Whoever wrote a text that somebody else brought back wrote it all the same.
    written = article.revisions.filter(digest__in=since.order_by().values("digest"))
    return {*written.exclude(author=None).order_by().values_list("author", flat=True).distinct()}


def contributors_to(edition: Edition) -> set[int]:
    """Ids of everybody who wrote at what this edition made public, and of whoever published it."""
    before = edition.article.editions.standing().filter(number__lt=edition.number)
    last = before.order_by("-number").first()
    written = edition.article.revisions.filter(number__lte=edition.revision.number)
    if last:
        written = written.filter(number__gt=last.revision.number)
    authors = written.exclude(author=None).order_by().values_list("author", flat=True).distinct()
    return {*authors, *([edition.published_by_id] if edition.published_by_id else [])}


def printed(article: Article, at: datetime) -> str:
    """Digest of what readers would get at that moment, with the names and roles of the registers."""
    return digest(release(article, at))


def approval_of(article: Article) -> WorkflowStep | None:
    """The approval of exactly the text that would be published now; None once anything in it moved."""
    if article.state != Article.State.APPROVED:
        return None
    return approval_of_gathered(gather(Article.objects.get(pk=article.pk)))


def approval_of_gathered(article: Article) -> WorkflowStep | None:
    """`approval_of` a release as it is stored, whose parts have been gathered."""
    if article.state != Article.State.APPROVED:
        return None
    step = article.steps.filter(act=APPROVE).select_related("by", "revision").order_by("-id").first()
    if step is None or step.revision.digest != digest(working_copy(article)):
        return None
    return step if step.printed == printed(article, step.at) else None


def unapproved() -> QuerySet[Edition]:
    """Texts that went out in an emergency and that no second person has approved since."""
    late = WorkflowStep.objects.filter(edition=OuterRef("pk"), act="approve_afterwards")
    urgent = Edition.objects.standing().filter(
        kind__in=TEXT_KINDS, approved_by__isnull=True, published_by__isnull=False
    )
    return urgent.filter(~Exists(late))
