"""Addresses of releases where no text stands now: it has moved, was withdrawn, or was cancelled for good."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from articles.models import ArticleSlug, Edition, EditionNotice
from pressroom.site import reading
from pressroom.site.languages import address_in
from pressroom.site.notices import notices_at, public_text


def instead(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """A release keeps its old addresses: they lead to its text, or to what stands in its place."""
    known = ArticleSlug.objects.visible().filter(language=language, slug=slug).values("article")
    if text := reading.links(language).filter(article__in=known).first():
        return redirect("site:release", text.slug, permanent=True)
    found = notices_at(language, slug)
    if not found:
        raise Http404
    notice = found.get(language) or next(iter(found.values()))
    if notice.kind == Edition.Kind.KILL:
        return killed(request, language, notice)
    if notice.language == language and notice.slug != slug:
        return redirect("site:release", notice.slug, permanent=True)
    return withdrawn(request, language, notice, found)


def withdrawn(
    request: HttpRequest, language: str, notice: EditionNotice, found: dict[str, EditionNotice]
) -> HttpResponse:
    """The address and the headline stay, and say why the text has gone."""
    addresses = {code: address_in(code, "release", other.slug) for code, other in found.items()}
    context = {
        "notice": notice,
        "successor": public_text(notice.successor_id, language),
        "addresses": {language: request.path, **addresses},
    }
    return render(request, "site/withdrawn.html", context)


def killed(request: HttpRequest, language: str, notice: EditionNotice) -> HttpResponse:
    """Nothing of the text is said again, not even by the address in the other language."""
    successor = public_text(notice.successor_id, language)
    context: dict[str, Any] = {"notice": notice, "successor": successor, "addresses": {}}
    return render(request, "site/killed.html", context, status=410)
