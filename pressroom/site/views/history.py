"""The life of a release in public: its notes, its editions, and what changed from one to the next."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.models import ArticleSlug, EditionText, PublicNote
from pressroom.core.dates.days import interface_language
from pressroom.site import reading
from pressroom.site.editions.differences import differences
from pressroom.site.editions.versions import step_to, versions
from pressroom.site.history import amends, lines
from pressroom.site.languages import address_in
from pressroom.site.paging import page_of


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """Everything that was put right or taken back, in every release, the newest first."""
    page = page_of(request, amends.given(timezone.now(), interface_language()), "-at", "-id")
    return render(request, "site/corrections.html", {"page": page})


@require_safe
def history(request: HttpRequest, slug: str) -> HttpResponse:
    text = standing(slug)
    if text is None:
        return elsewhere(slug)
    notes = PublicNote.objects.visible().filter(article=text.article_id)
    page = page_of(request, notes, "-at", "-id")
    found = versions(text.article_id, text.language)
    context = {
        "text": text,
        "page": page,
        "lines": lines(page.items),
        "versions": found,
        "oldest": found[-1] if found else None,
        "addresses": addresses(text, "history"),
    }
    return render(request, "site/history.html", context)


@require_safe
def edition(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """What the edition of that number changed in the one before it."""
    text = standing(slug)
    if text is None:
        return elsewhere(slug)
    step = step_to(text.article_id, text.language, number)
    if step is None:
        raise Http404
    context = {
        "text": text,
        "step": step,
        "differences": differences(step),
        "addresses": addresses_of_step(text, number),
    }
    return render(request, "site/edition.html", context)


def standing(slug: str) -> EditionText | None:
    return reading.links(interface_language()).filter(slug=slug).first()


def elsewhere(slug: str) -> HttpResponse:
    """Where no text stands now, the page of the release says why; it knows where a text has moved, too."""
    known = ArticleSlug.objects.visible().filter(language=interface_language(), slug=slug)
    if not known.exists():
        raise Http404
    return redirect("site:release", slug)


def addresses(text: EditionText, page: str, *args: str) -> dict[str, str]:
    """The same page of the same release in every language it is published in."""
    same = EditionText.objects.current().filter(article=text.article_id).order_by("id")
    return {code: address_in(code, page, slug, *args) for code, slug in same.values_list("language", "slug")}


def addresses_of_step(text: EditionText, number: int) -> dict[str, str]:
    """`addresses` without the languages in which this edition has none before it."""
    known = addresses(text, "edition", str(number)).items()
    return {code: p for code, p in known if code == text.language or step_to(text.article_id, code, number)}
