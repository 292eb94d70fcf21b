"""A subscription's question: from its text to the question, and which releases answer it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

from articles.models import Article, EditionSubject, EditionText
from pressroom.site import reading
from pressroom.site.asking import Question, asked, keys_of
from pressroom.site.display.words import called

Found = dict[int, EditionText]


def question_of(query: str) -> Question | None:
    """None where it names something that the public may not see now; that may pass."""
    try:
        return asked(QueryDict(query))
    except Http404:
        return None


def text_of(question: Question) -> str:
    """How a subscription keeps it: the same for the same question, however it was asked."""
    return question.query().removeprefix("?")


def parts(question: Question) -> list[tuple[str, str]]:
    """What a question asks in words of the reader's language, each with the name of its parameter."""
    said = {"q": f"“{question.words}”", "kind": "", "year": str(question.year or "")}
    if question.kind:
        said["kind"] = str(Article.Kind(question.kind).label)
    said |= {name: called(subject) for name, subject in question.subjects.items()}
    return [(name, said[name]) for name in question.parameters()]


def words_of(query: str) -> str:
    """What a subscription follows, in a few words: "semua siaran pers", "Rusia, 2024"."""
    question = question_of(query)
    if question is None:
        return _("hal yang kini tidak tersedia")
    return ", ".join(words for _name, words in parts(question)) or _("semua siaran pers")


class Answers:
    """Which of some releases answer a question: each distinct question is asked once, of all of them."""

    def __init__(self, articles: Iterable[int]) -> None:
        self.articles = sorted(set(articles))
        self.known: dict[tuple[str, str], Found] = {}

    def of(self, query: str, language: str) -> Found:
        """The texts that answer it now, by article; what has no text in that language in Indonesian."""
        key = (query, language)
        if key not in self.known:
            question = question_of(query) if self.articles else None
            self.known[key] = answering(question, language, self.articles) if question else {}
        return self.known[key]


def answering(question: Question, language: str, articles: list[int]) -> Found:
    own = reading.rows(language).filter(article__in=articles)
    found = {text.article_id: text for text in question.texts(own, language)}
    if language != "id":
        translated = reading.texts(language).filter(article=OuterRef("article"))
        others = reading.rows("id").filter(~Exists(translated), article__in=articles)
        found |= {text.article_id: text for text in question.texts(others, "id")}
    return found


def had_answered(question: Question, language: str, article: int) -> bool:
    """Whether the last text of a release that was taken away answered the question."""
    texts = EditionText.objects.visible().filter(article=article).order_by("-edition__number")
    last = list(texts.only("language", "edition")[:2])
    spoken = {text.language: text for text in last if text.edition_id == last[0].edition_id}
    if not spoken:
        return False
    text = spoken.get(language) or last[0]
    frozen = of_edition(EditionText.objects.filter(pk=text.pk), question)
    return replace(question, subjects={}).texts(frozen, text.language).exists()


def of_edition(texts: QuerySet[EditionText], question: Question) -> QuerySet[EditionText]:
    """Those whose own edition speaks of the question's subjects, though it stands no more."""
    for name, subject in question.subjects.items():
        keys = [str(pk) for pk in keys_of(subject)]
        spoken = EditionSubject.objects.filter(subject_type=name, subject_id__in=keys)
        texts = texts.filter(Exists(spoken.filter(edition=OuterRef("edition"))))
    return texts
