"""Releases taken away, as far as a filtered feed has to tell of them."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from articles.models import Edition, EditionNotice, EditionSubject, EditionText
from pressroom.site.asking import Question, keys_of
from pressroom.site.notices import notices


def taken_away(question: Question, language: str, at: datetime | None = None) -> QuerySet[EditionNotice]:
    """The notices in one language that whoever asks this question may have to hear.

    A withdrawn release is asked for the kind, the year and the subjects of its last text. It is not asked for
    words, and a killed one for nothing at all: the answers would give away, question by question, what was
    taken back. Those notices therefore reach every feed that may have carried the release.
    """
    texts = EditionText.objects.visible(at).filter(article=OuterRef("article"), language=language)
    last = texts.order_by("-edition__number").values("edition")[:1]
    found = notices(at).filter(language=language).annotate(last=Subquery(last))
    return found.filter(Q(kind=Edition.Kind.KILL) | answers(question, language))


def answers(question: Question, language: str) -> Q:
    """Condition that the edition `last` of a notice held a text that answered all but the words."""
    texts = EditionText.objects.filter(edition=OuterRef("last"), language=language)
    if question.kind:
        texts = texts.filter(kind=question.kind)
    if question.year:
        texts = texts.filter(published_at__year=question.year)
    answered = Q(Exists(texts))
    for name, subject in question.subjects.items():
        keys = [str(key) for key in keys_of(subject)]
        named = EditionSubject.objects.filter(subject_type=name, subject_id__in=keys)
        answered &= Q(Exists(named.filter(edition=OuterRef("last"))))
    return answered
