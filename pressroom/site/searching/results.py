"""The answers to a question, best first: at most a thousand are looked at, the best two hundred shown.

Without words there is nothing to rank by, and the newest come first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast, Substr

from articles.models import EditionText
from articles.search.index import latest_answering
from articles.search.ranking import READ_AGAIN, Candidate, best, first_look, second_look
from articles.search.wanted import Wanted
from pressroom.site import reading
from pressroom.site.asking import Question

LOOKED_AT = 1_000
SHOWN = 200


@dataclass(frozen=True, slots=True)
class Answers:
    """Keys of the best texts in order, and what was looked at; with `more`, others answer too."""

    wanted: Wanted
    keys: list[int]
    candidates: list[Candidate]
    more: bool

    @property
    def count(self) -> int:
        return len(self.candidates)


def answers(question: Question, language: str) -> Answers:
    wanted = question.wanted(language)
    found = latest(wanted, language)
    if not found and question.may_be_unfinished(language):
        wanted = question.wanted(language, unfinished=True)
        found = latest(wanted, language)
    more, candidates = len(found) > LOOKED_AT, found[:LOOKED_AT]
    ranked = rank(
        with_titled(candidates, wanted, language) if more and question.words else candidates, wanted
    )
    return Answers(wanted, ranked, candidates, more)


def count_of(question: Question, language: str, most: int) -> int:
    """How many answer in a language, as far as `most` + 1."""
    wanted = question.wanted(language)
    return latest_answering(reading.texts(language), wanted)[: most + 1].count() if wanted else 0


def candidates_of(question: Question, language: str) -> list[Candidate]:
    """The answers that were given last, one more than are looked at; to no question all releases answer."""
    wanted = question.wanted(language)
    if wanted or question.words:
        return latest(wanted, language)
    return [Candidate(*row) for row in columns(reading.texts(language).order_by("-id"))[: LOOKED_AT + 1]]


def latest(wanted: Wanted, language: str, limit: int = LOOKED_AT + 1) -> list[Candidate]:
    """What was said last of what is wanted."""
    if not wanted:
        return []
    rows = columns(latest_answering(reading.texts(language), wanted))
    return [Candidate(*row) for row in rows[:limit]]


def columns(texts: QuerySet) -> QuerySet:
    """As candidates; days as text, for a thousand of them are read and most are never shown."""
    day = Substr(Cast("published_at", CharField()), 1, 10)
    return texts.values_list("pk", day, "marks")


def with_titled(candidates: Sequence[Candidate], wanted: Wanted, language: str) -> list[Candidate]:
    """With older texts that have it in their titles: more answer than are looked at."""
    titled = latest(wanted.in_titles(), language, READ_AGAIN)
    return list({one.pk: one for one in (*candidates, *titled)}.values())


def rank(candidates: Sequence[Candidate], wanted: Wanted) -> list[int]:
    scores = first_look(candidates, wanted)
    chosen = best(candidates, scores, SHOWN)
    again = set(chosen[:READ_AGAIN])
    scores = second_look(
        dict(EditionText.objects.filter(pk__in=again).values_list("pk", "stems")), wanted, scores
    )
    kept = set(chosen)
    return best([one for one in candidates if one.pk in kept], scores, SHOWN)


def texts_of(keys: Sequence[int], language: str) -> list[EditionText]:
    """These texts in this order."""
    found = reading.whole(language).in_bulk(list(keys))
    return [found[key] for key in keys if key in found]
