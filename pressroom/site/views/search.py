from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.search.stems import MAX_QUERY_LENGTH
from entities.models import Topic
from pressroom.core.dates.days import interface_language
from pressroom.core.keyset import Page
from pressroom.core.page import in_language
from pressroom.site.asking import Question, asked
from pressroom.site.paging import SIZE
from pressroom.site.prepared import prepared
from pressroom.site.searching.narrowing import narrowing
from pressroom.site.searching.results import SHOWN, Answers, answers, count_of, texts_of
from pressroom.site.searching.standing import COUNTED_ELSEWHERE
from pressroom.site.searching.suggestions import entities, entity, suggestions
from pressroom.site.searching.vocabulary import meant

ENTITIES = 6
TOPICS = 8


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What has a page and releases that answer `?q=` and the facets; without a question, the empty field."""
    question, language = asked(request.GET), interface_language()
    context = {
        "question": question,
        "query": question.words,
        "longest": MAX_QUERY_LENGTH,
        **(answered(request, question, language) if question.parameters() else {}),
    }
    if not context.get("page") or not context["page"].items:
        context["topics"] = topics(timezone.now())
    return render(request, "site/search.html", context)


@prepared
def topics(now: datetime) -> QuerySet[Topic]:
    return Topic.objects.visible(now)[:TOPICS]


def answered(request: HttpRequest, question: Question, language: str) -> dict:
    found = answers(question, language)
    number = page_number(request, found)
    keys = found.keys[SIZE * (number - 1) : SIZE * number]
    return {
        "answers": found,
        "page": page_of(texts_of(keys), number, len(found.keys)),
        "narrowing": narrowing(question, language, found),
        "entities": [entity(row, language) for row in entities(question.words, language, ENTITIES)],
        "elsewhere": elsewhere(question, language),
        "meant": None if found.keys else meant(question, language),
        "shown": SHOWN,
    }


def page_number(request: HttpRequest, found: Answers) -> int:
    """The best are few enough to be numbered; a page that they do not fill does not exist."""
    given = request.GET.get("cursor", "1")
    pages = max(1, -(-len(found.keys) // SIZE))
    if not (given.isascii() and given.isdigit() and len(given) < 4 and 1 <= int(given) <= pages):
        raise Http404
    return int(given)


def page_of(items: list, number: int, total: int) -> Page:
    following = str(number + 1) if number * SIZE < total else None
    return Page(items=items, next=following, previous=str(number - 1) if number > 1 else None)


def elsewhere(question: Question, language: str) -> dict:
    """How many releases answer the same question in the other language."""
    other = "id" if language == "en" else "en"
    with in_language(other):
        count = count_of(question, other)
    return {"language": other, "count": min(count, COUNTED_ELSEWHERE), "more": count > COUNTED_ELSEWHERE}


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """At most eight suggestions for what `?q=` begins: first what has a page, then releases by title."""
    query = request.GET.get("q", "").replace("\0", "")[:MAX_QUERY_LENGTH]
    found = suggestions(query, interface_language())
    return JsonResponse({"query": query, "suggestions": [one._asdict() for one in found]})
