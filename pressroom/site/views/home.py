from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from agreements.models import Agreement, AgreementAction, Event
from articles.models import EditionQuote, EditionText
from pressroom.core.dates.days import interface_language
from pressroom.core.kept import kept_for_generation
from pressroom.site.calendar import beside
from pressroom.site.history import newest_amends
from pressroom.site.photos.showing import SAVING
from pressroom.site.prepared import prepared
from pressroom.site.reading import LISTED, texts
from pressroom.site.registers.standing import with_standing
from pressroom.site.statements import images_of, quotes_of

LEDGER = 12
BESIDE = 5
PULLED = 2
# Among so many of the newest steps are those of the last few agreements, unless one took very many at once.
STEPS = 40
# When something became known, and of which agreement.
MOVED, KNOWN = ("public_from", "agreement"), ("public_from", "pk")


@require_safe
@vary_on_headers(SAVING)
def home(request: HttpRequest) -> HttpResponse:
    """The newest release, the ledger of those before it, what is coming, and agreements that moved last."""
    now, language, today = timezone.now(), interface_language(), timezone.localdate()
    latest = newest(now, language)
    ahead, over = beside(BESIDE)
    lead = latest[0] if latest else None
    context = {
        "lead": lead,
        "photo": next(iter(images_of(now, lead.edition_id)), None) if lead else None,
        "quotes": pull_quotes(quotes_of(now, lead.edition_id, language)) if lead else [],
        "ledger": latest[1:],
        "now": [event for event in ahead if is_on(event, today)],
        "upcoming": [event for event in ahead if not is_on(event, today)],
        "past": over,
        "amends": newest_amends(now, language),
        "agreements": in_motion(),
        "today": today,
    }
    return render(request, "site/home.html", context)


@prepared
def newest(now: datetime, language: str) -> QuerySet[EditionText]:
    found = texts(language, now).only(*LISTED, "text")
    return found.order_by("-published_at", "-id")[: LEDGER + 1]


def is_on(event: Event, day: object) -> bool:
    """Whether the event is certainly that day's."""
    return event.earliest == day == event.latest


@kept_for_generation
def in_motion() -> list[Agreement]:
    """The agreements of which a step became known last, or that became known themselves, the newest first."""
    now = timezone.now()
    moved = [
        *AgreementAction.objects.public(now).order_by("-public_from", "-id").values_list(*MOVED)[:STEPS],
        *Agreement.objects.visible(now).order_by("-public_from", "-id").values_list(*KNOWN)[:BESIDE],
    ]
    newest_first = dict.fromkeys(agreement for _at, agreement in sorted(moved, reverse=True))
    found = Agreement.objects.visible(now).in_bulk(list(newest_first)[:BESIDE])
    return with_standing([found[pk] for pk in newest_first if pk in found], now)


def pull_quotes(quotes: list[EditionQuote]) -> list[EditionQuote]:
    """The first words that each of the first two speakers said themselves."""
    first_of_each: dict[int, EditionQuote] = {}
    for quote in quotes:
        if quote.kind == "direct":
            first_of_each.setdefault(quote.speaker_id, quote)
    return list(first_of_each.values())[:PULLED]
