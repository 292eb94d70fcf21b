from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.models import Agreement
from articles.models import EditionQuote, EditionText
from pressroom.core.dates.days import interface_language
from pressroom.site.calendar import beside
from pressroom.site.history import newest_amends
from pressroom.site.reading import images_of, newest, quotes_of, whole

LEDGER = 12
BESIDE = 5
PULLED = 2
AMENDS = 3


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The newest release, the ledger of those before it, what is coming, and agreements that moved last."""
    language = interface_language()
    latest = newest(whole(language), LEDGER + 1)
    ahead, over = beside(BESIDE)
    lead = latest[0] if latest else None
    context = {
        "lead": lead,
        "photo": images_of(lead).first() if lead else None,
        "quotes": pull_quotes(lead) if lead else [],
        "ledger": latest[1:],
        "upcoming": ahead,
        "past": over,
        "amends": newest_amends(language, AMENDS),
        "agreements": Agreement.objects.visible().with_standing().order_by("-public_from", "-id")[:BESIDE],
        "today": timezone.localdate(),
    }
    return render(request, "site/home.html", context)


def pull_quotes(text: EditionText) -> list[EditionQuote]:
    """The first words that each of the first two speakers said themselves."""
    first_of_each: dict[int, EditionQuote] = {}
    for quote in quotes_of(text).filter(kind="direct")[:LEDGER]:
        first_of_each.setdefault(quote.speaker_id, quote)
    return list(first_of_each.values())[:PULLED]
