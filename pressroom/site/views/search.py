from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.search.index import matching
from articles.search.stems import MAX_QUERY_LENGTH
from entities.models import Topic
from pressroom.core.dates.days import interface_language
from pressroom.site import reading
from pressroom.site.paging import page_of

SUGGESTED = 8


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Releases whose title or text answers `?q=`; without a question, the empty field and the topics."""
    query = request.GET.get("q", "").replace("\0", "").strip()[:MAX_QUERY_LENGTH]
    language = interface_language()
    found = matching(reading.whole(language), query, language)
    context = {
        "query": query,
        "page": page_of(request, found, "-published_at", "-id"),
        "count": found.count(),
        "longest": MAX_QUERY_LENGTH,
        "topics": Topic.objects.visible()[:SUGGESTED],
    }
    return render(request, "site/search.html", context)
