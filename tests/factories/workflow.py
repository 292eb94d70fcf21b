"""What people do with a release before and after it is public, put straight into the tables."""

import hashlib
from datetime import timedelta
from typing import Any

from articles.models import (
    Cancellation,
    Edition,
    EditionFact,
    EditionNotice,
    EditionProof,
    PreviewLink,
    PreviewView,
    ReviewAnswer,
    Revision,
    WorkflowStep,
)
from tests.factories.common import LONG_AGO, serial
from tests.factories.record import edition, revision, user


def workflow_step(of: Revision | None = None, **fields: Any) -> WorkflowStep:
    of = of or revision()
    defaults = {"act": "submit", "before": "draft", "after": "in_review", "at": LONG_AGO}
    return WorkflowStep.objects.create(article=of.article, revision=of, **{**defaults, **fields})


def cancellation(of: Edition | None = None, **fields: Any) -> Cancellation:
    defaults = {"at": LONG_AGO, "reason": "Acara ditunda."}
    return Cancellation.objects.create(edition=of or edition(), **{**defaults, **fields})


def preview_link(of: Revision | None = None, **fields: Any) -> PreviewLink:
    """A link of one day; nobody knows its token."""
    of = of or revision()
    defaults = {
        "reviewer": "Sergei Tolchenov",
        "token_hash": hashlib.sha256(str(next(serial)).encode()).hexdigest(),
        "created_by": fields.pop("created_by", None) or user(),
        "created_at": LONG_AGO,
        "expires_at": LONG_AGO + timedelta(days=1),
    }
    return PreviewLink.objects.create(article=of.article, revision=of, **{**defaults, **fields})


def preview_view(of: PreviewLink | None = None, **fields: Any) -> PreviewView:
    return PreviewView.objects.create(link=of or preview_link(), **{"at": LONG_AGO, **fields})


def review_answer(of: PreviewLink | None = None, **fields: Any) -> ReviewAnswer:
    return ReviewAnswer.objects.create(
        link=of or preview_link(), **{"at": LONG_AGO, "verdict": "correct", **fields}
    )


def edition_notice(of: Edition | None = None, language: str = "id", **fields: Any) -> EditionNotice:
    of = of or edition()
    defaults = {
        "kind": "withdrawal",
        "slug": of.article.slug,
        "title": of.article.title,
        "text": "Keliru seluruhnya.",
        "public_from": of.public_from,
        "published_at": of.public_from,
    }
    return EditionNotice.objects.create(
        edition=of, article=of.article, language=language, **{**defaults, **fields}
    )


def edition_fact(of: Edition | None = None, **fields: Any) -> EditionFact:
    of = of or edition()
    defaults = {"fact_type": "agreements.event", "fact_id": 1, "public_from": of.public_from}
    return EditionFact.objects.create(edition=of, **{**defaults, **fields})


def edition_proof(of: Edition | None = None, **fields: Any) -> EditionProof:
    of = of or edition()
    defaults = {"code": f"AAAAA-{next(serial):05}", "public_from": of.public_from}
    return EditionProof.objects.create(edition=of, article=of.article, **{**defaults, **fields})
