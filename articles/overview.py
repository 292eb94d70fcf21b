"""How many releases stand, asked of the database in one go: what lists and the dashboard show of each."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from articles import approval, standing
from articles.models import Article, Edition, Revision, WorkflowStep
from articles.standing import OF_KIND, Standing


def with_standing(articles: QuerySet[Article], at: datetime | None = None) -> QuerySet[Article]:
    """Each with `public_kind` (what the public has, None: nothing), `due` and `due_early` of the edition that
    waits, and `is_owed`: an emergency edition of it lacks a second pair of eyes.
    """
    at = at or timezone.now()
    editions = Edition.objects.standing().filter(article=OuterRef("pk")).order_by("-number")
    public, ahead = editions.filter(public_from__lte=at), editions.filter(public_from__gt=at)
    return articles.annotate(
        public_kind=Subquery(public.values("kind")[:1]),
        due=Subquery(ahead.values("public_from")[:1]),
        due_early=Subquery(ahead.values("early_access")[:1]),
        is_owed=Exists(approval.unapproved().filter(article=OuterRef("pk"))),
    )


def standing_of(article: Article) -> Standing:
    """How a release stands now; one fetched by `with_standing` asks nothing more of the database."""
    if hasattr(article, "public_kind"):
        return OF_KIND[Edition.Kind(article.public_kind)] if article.public_kind else Standing.UNPUBLISHED
    return standing.standing_of(standing.current(article))


def returned(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Each with `last_act`, the newest step of its workflow."""
    steps = WorkflowStep.objects.filter(article=OuterRef("pk")).order_by("-id")
    return articles.annotate(last_act=Subquery(steps.values("act")[:1]))


def not_written_by(articles: QuerySet[Article], user: User) -> QuerySet[Article]:
    """Those whose text this person has not touched since its last publication; as `approval.contributors`."""
    editions = Edition.objects.standing().filter(article=OuterRef("article")).order_by("-number")
    published = Coalesce(Subquery(editions.values("revision__number")[:1]), Value(0))
    own = Revision.objects.filter(article=OuterRef("pk"), author=user, number__gt=published)
    return articles.filter(~Exists(own))
