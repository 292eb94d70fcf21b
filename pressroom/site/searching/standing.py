"""The texts that stand now and answer what is wanted, as statements that are written once.

`standing(wanted, language)` is the question; its `rows` in one of the shapes below are the answer, what was
said last first.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, NewType

from django.db import connection
from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast, Substr
from django.utils import timezone

from articles.models import EditionText
from articles.search.index import latest, passages, verbatim, written
from articles.search.wanted import Wanted
from pressroom.site.prepared import Among, Given, prepared, prepared_anew
from pressroom.site.reading import LISTED

LOOKED_AT = 1_000
# In the other language so many are counted.
COUNTED_ELSEWHERE = 100
# Wherever few would do, or one.
FEW, MANY = 200, 1_000
# Each language has an index of its own, and so a statement.
Language = NewType("Language", str)


@prepared_anew
def answering(
    now: datetime, language: Language, expression: str, patterns: str, quoted: bool
) -> QuerySet[EditionText]:
    found = latest(EditionText.objects.current(now).filter(language=language), expression, language)
    return verbatim(found, patterns) if quoted else found


def standing(wanted: Wanted, language: str) -> Given[Any]:
    expression = written(wanted, language)
    return answering.given(
        timezone.now(), Language(language), expression, passages(wanted), bool(wanted.verbatim)
    )


def as_candidates(texts: QuerySet) -> QuerySet:
    """Key, day and marks; days as text, for a thousand of them are read and most are never shown."""
    return texts.values_list("pk", Substr(Cast("published_at", CharField()), 1, 10), "marks")


def candidates(texts: QuerySet) -> QuerySet:
    """One more than are looked at."""
    return as_candidates(texts)[: LOOKED_AT + 1]


def candidates_by_title(texts: QuerySet) -> QuerySet:
    return as_candidates(texts)[:FEW]


def counted_keys(texts: QuerySet) -> QuerySet:
    return texts.values_list("pk")[: COUNTED_ELSEWHERE + 1]


def some_keys(texts: QuerySet) -> QuerySet:
    return texts.values_list("pk")[:FEW]


def titles_with_slugs(texts: QuerySet) -> QuerySet:
    """PostgreSQL takes a word of which it knows nothing for one that a text in 200 has, and a beginning of it
    for many of those: asked for few, it would walk the table instead of looking into the index.
    """
    return texts.values_list("title", "slug")[: MANY if connection.vendor == "postgresql" else FEW]


@prepared
def found(now: datetime, keys: list[int]) -> QuerySet[EditionText]:
    """What the list of answers prints of these.

    The language, which the keys have anyway, would lead SQLite through every text that is in it.
    """
    return EditionText.objects.current(now).filter(Among("id", keys)).only(*LISTED, "text")


@prepared
def stems(keys: list[int]) -> QuerySet:
    return EditionText.objects.filter(Among("id", keys)).values_list("pk", "stems")
