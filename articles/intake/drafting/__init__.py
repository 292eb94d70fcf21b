"""From the editor's answers to a draft: article, register rows and citations, all in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction

from articles.intake import DRAFTED
from articles.intake.proposals import Proposals
from articles.intake.reference import Reference
from articles.models import Article
from pressroom.core import audit
from pressroom.core.page import in_language

from .actors import Actors
from .answers import ACCEPT, SKIP, Answers, Refused, answers_by
from .happenings import Events
from .organizations import write_organizations
from .people import People
from .register import Register
from .release import add_citations, add_quotes, link, new_article, remember
from .treaties import Agreements, write_regulations
from .writing import Writing

__all__ = ["ACCEPT", "SKIP", "Answers", "Refused", "Register", "answers_by", "draft"]


@transaction.atomic
def draft(
    proposals: Proposals,
    answers: Mapping[str, str],
    by: User | None,
    *,
    reference: Reference | None = None,
    register: Register | None = None,
    **columns: Any,
) -> Article:
    """Write what was accepted. Raises Refused, with everything that is wrong at once, and nothing is written.

    `answers` are named as `proposals` says; `columns` are further columns of the article, such as its uid.
    Whoever drafts again with less accepted gives the same `register`.
    """
    register = register or Register(proposals, answers)
    writing = Writing(proposals, answers, reference or Reference(), register)
    writing.answers.check_matches()
    write_organizations(writing)
    people, actors = People(writing), Actors(writing)
    people.write()
    write_regulations(writing)
    Agreements(writing, actors).write()
    Events(writing, actors).write()
    article = new_article(writing, **columns)
    add_quotes(writing, article, people)
    writing.answers.raise_errors()
    writing.slugs.give()
    writing.rows.save()
    links = link(writing, article)
    add_citations(writing, article)
    remember(writing, article, links, by)
    audit.record(DRAFTED, article, by=by, details=counts(writing))
    return article


def counts(writing: Writing) -> dict[str, list[Any]]:
    """What the draft brought into the registers, for the audit trail."""
    new = {model: rows for model, rows in writing.rows.new.items() if rows and model is not Article}
    with in_language(settings.LANGUAGE_CODE):
        return {str(model._meta.verbose_name): [None, len(rows)] for model, rows in new.items()}
