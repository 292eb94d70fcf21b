"""The answers to a question, best first: at most a thousand are looked at, the best two hundred shown.

Without words there is nothing to rank by, and the newest come first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from articles.models import EditionText
from articles.search.ranking import READ_AGAIN, Candidate, best, first_look, second_look
from articles.search.wanted import Wanted
from pressroom.site import reading
from pressroom.site.asking import Question
from pressroom.site.prepared import Shape
from pressroom.site.searching import standing
from pressroom.site.searching.standing import LOOKED_AT

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


def count_of(question: Question, language: str) -> int:
    """How many answer in a language, as far as `COUNTED_ELSEWHERE` + 1."""
    wanted = question.wanted(language)
    return len(standing.standing(wanted, language).rows(standing.counted_keys)) if wanted else 0


def candidates_of(question: Question, language: str) -> list[Candidate]:
    """The answers that were given last, one more than are looked at; to no question all releases answer."""
    wanted = question.wanted(language)
    if wanted or question.words:
        return latest(wanted, language)
    texts = reading.texts(language).order_by("-id")
    return list(map(Candidate._make, standing.candidates(texts)))


def latest(wanted: Wanted, language: str, shape: Shape = standing.candidates) -> list[Candidate]:
    """What was said last of what is wanted."""
    if not wanted:
        return []
    return list(map(Candidate._make, standing.standing(wanted, language).rows(shape)))


def with_titled(candidates: Sequence[Candidate], wanted: Wanted, language: str) -> list[Candidate]:
    """With older texts that have it in their titles: more answer than are looked at."""
    titled = latest(wanted.in_titles(), language, standing.candidates_by_title)
    return list({one.pk: one for one in (*candidates, *titled)}.values())


def rank(candidates: Sequence[Candidate], wanted: Wanted) -> list[int]:
    scores = first_look(candidates, wanted)
    chosen = best(candidates, scores, SHOWN)
    scores = second_look(dict(standing.stems(chosen[:READ_AGAIN])), wanted, scores)
    kept = set(chosen)
    return best([one for one in candidates if one.pk in kept], scores, SHOWN)


def texts_of(keys: Sequence[int], language: str) -> list[EditionText]:
    """These texts in this order."""
    found = {text.pk: text for text in standing.found(timezone.now(), language, list(keys))}
    return [found[key] for key in keys if key in found]
