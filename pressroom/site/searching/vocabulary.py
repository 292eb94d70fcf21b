"""Words that the public has read here lately, and which of them somebody who found nothing may have meant."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import islice

from articles.search.queries import words_in
from articles.search.spelling import nearest
from articles.search.stems import stop_words, words
from pressroom.core.kept import kept_in_one_language
from pressroom.site import reading
from pressroom.site.asking import Question
from pressroom.site.searching.directory import directory

# Titles and leads of so many releases, the newest; a vocabulary that is kept stays small.
READ = 1_000
KEPT = 8_000


def meant(question: Question, language: str) -> Question | None:
    """The same question in the nearest words that stand here and find something; None if there are none."""
    known = vocabulary(language)
    corrected = [corrected_word(word, known, language) for word in words_in(question.words)]
    if None in corrected or corrected == words_in(question.words):
        return None
    better = replace(question, words=" ".join(word for word in corrected if word))
    return better if better.any(language, better.wanted(language)) else None


def corrected_word(word: str, known: dict[str, int], language: str) -> str | None:
    if word in known or word in stop_words(language) or word.isdigit():
        return word
    return nearest(word, known)


def begun(opening: str, language: str, most: int) -> list[str]:
    """The commonest words that begin so."""
    return list(islice((word for word in vocabulary(language) if word.startswith(opening)), most))


@kept_in_one_language
def vocabulary(language: str) -> dict[str, int]:
    counted = Counter(word for row in directory().rows for name in row.names for word in words(name))
    for title, lead in reading.texts(language).order_by("-id").values_list("title", "lead")[:READ]:
        counted.update(words(f"{title} {lead}"))
    return dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:KEPT])
