"""The answers to a question, best first: at most a thousand are looked at, the best two hundred shown.

Without words there is nothing to rank by, and the newest come first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from articles.models import EditionText
from articles.search.ranking import (
    READ_AGAIN,
    Candidate,
    best,
    by_marks,
    second_look,
    titled_wholly,
    with_age,
    worded,
)
from articles.search.wanted import Wanted
from pressroom.site import reading
from pressroom.site.asking import Question
from pressroom.site.prepared import Shape
from pressroom.site.searching import standing
from pressroom.site.searching.standing import FEW, LOOKED_AT

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
    return Answers(wanted, rank(candidates, wanted, language, more), candidates, more)


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
    return list(standing.candidates(texts))


def latest(wanted: Wanted, language: str, shape: Shape = standing.candidates) -> list[Candidate]:
    """What was said last of what is wanted."""
    return standing.standing(wanted, language).rows(shape) if wanted else []


def rank(candidates: list[Candidate], wanted: Wanted, language: str, more: bool) -> list[int]:
    """Keys of the best; where `more` answer than are looked at, older ones are among them by their titles."""
    if len(candidates) < 2:
        return [key for key, _day, _marks in candidates]
    scores = by_marks(candidates, wanted)
    if more and worded(wanted) and titled_wholly(scores) < FEW:
        older = [one for one in titled(wanted, language) if one[0] not in scores]
        candidates, scores = candidates + older, scores | by_marks(older, wanted)
    scores = with_age(candidates, scores)
    chosen = best(candidates, scores, SHOWN)
    scores = second_look(dict(standing.stems(chosen[:READ_AGAIN])), wanted, scores)
    kept = set(chosen)
    return best([one for one in candidates if one[0] in kept], scores, SHOWN)


def titled(wanted: Wanted, language: str) -> list[Candidate]:
    """What was said last of those that have all the words in their titles."""
    return latest(wanted.in_titles(), language, standing.candidates_by_title)


def texts_of(keys: Sequence[int]) -> list[EditionText]:
    """These texts in this order."""
    found = {text.pk: text for text in standing.found(timezone.now(), list(keys))} if keys else {}
    return [found[key] for key in keys if key in found]
