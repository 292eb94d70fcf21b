"""The addresses of the cards: one for each text by the code of its edition, and one for all other pages."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.models import EditionProof, EditionText
from pressroom.core.dates import write_day
from pressroom.core.dates.days import interface_language
from pressroom.site.display.words import plain
from pressroom.site.formats.cards import Card, draw
from pressroom.site.formats.naming import site_name
from pressroom.site.formats.standing import texts_with_code

# Drawn again, all of them, once this moves.
DESIGN = 1
# No edition ever has this code, which is no code.
SITE = "ruang-pers"


@require_safe
def card(request: HttpRequest, code: str) -> HttpResponse:
    """The card of a text that stands. One that a later edition replaced leads to its successor's card."""
    language = interface_language()
    if code == SITE:
        return png(site_card(language), f"{SITE}:{language}:{settings.AGENCY['short']}")
    proofs = EditionProof.objects.visible().filter(code=printed(code)).values("article")
    text: Any = texts_with_code(language).defer("text", "lead").filter(article__in=proofs).first()
    if text is None:
        raise Http404
    if text.code != code:
        return redirect("site:card", text.code)
    return png(text_card(text), f"{code}:{language}")


def printed(code: str) -> str:
    return code.replace("\0", "")


def png(words: Card, key: str) -> HttpResponse:
    """An edition never changes, so that its card is drawn once."""
    drawn = cache.get_or_set(f"card:{DESIGN}:{key}", lambda: draw(words), timeout=None)
    return HttpResponse(drawn, content_type="image/png")


def text_card(text: EditionText) -> Card:
    day = text.released_on or timezone.localdate(text.published_at)
    return Card(
        kicker=f"{str(text.get_kind_display()).capitalize()} · {site_name(text.language)}",
        headline=text.title,
        agency=plain(settings.AGENCY, "name"),
        day=write_day(day, text.language),
    )


def site_card(language: str) -> Card:
    return Card(kicker="", headline=site_name(language), agency=plain(settings.AGENCY, "name"), day="")
