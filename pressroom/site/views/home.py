from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from agreements.models import Agreement, AgreementAction, Event
from articles.models import EditionQuote, EditionText
from pressroom.core.dates.days import interface_language
from pressroom.site.calendar import beside
from pressroom.site.history import newest_amends
from pressroom.site.photos.showing import SAVING
from pressroom.site.reading import images_of, newest, quotes_of, whole

LEDGER = 12
BESIDE = 5
PULLED = 2
AMENDS = 3
# Among so many of the newest steps are those of the last few agreements, unless one took very many at once.
STEPS = 40


@require_safe
@vary_on_headers(SAVING)
def home(request: HttpRequest) -> HttpResponse:
    """The newest release, the ledger of those before it, what is coming, and agreements that moved last."""
    language = interface_language()
    latest = newest(whole(language), LEDGER + 1)
    ahead, over = beside(BESIDE)
    lead, today = latest[0] if latest else None, timezone.localdate()
    context = {
        "lead": lead,
        "photo": images_of(lead).first() if lead else None,
        "quotes": pull_quotes(lead) if lead else [],
        "ledger": latest[1:],
        "now": [event for event in ahead if is_on(event, today)],
        "upcoming": [event for event in ahead if not is_on(event, today)],
        "past": over,
        "amends": newest_amends(language, AMENDS),
        "agreements": in_motion(BESIDE),
        "today": today,
    }
    return render(request, "site/home.html", context)


def is_on(event: Event, day: object) -> bool:
    """Whether the event is certainly that day's."""
    return event.earliest == day == event.latest


def in_motion(limit: int) -> list[Agreement]:
    """The agreements of which a step became known last, or that became known themselves, the newest first."""
    steps = AgreementAction.objects.public().order_by("-public_from", "-id")
    known = Agreement.objects.visible().order_by("-public_from", "-id")
    moved = [
        *steps.values_list("public_from", "agreement")[:STEPS],
        *known.values_list("public_from", "pk")[:limit],
    ]
    newest_each: dict[int, object] = {}
    for _at, agreement in sorted(moved, reverse=True):
        newest_each.setdefault(agreement, None)
    first = list(newest_each)[:limit]
    found = Agreement.objects.visible().with_standing().in_bulk(first)
    return [found[pk] for pk in first if pk in found]


def pull_quotes(text: EditionText) -> list[EditionQuote]:
    """The first words that each of the first two speakers said themselves."""
    first_of_each: dict[int, EditionQuote] = {}
    for quote in quotes_of(text).filter(kind="direct")[:LEDGER]:
        first_of_each.setdefault(quote.speaker_id, quote)
    return list(first_of_each.values())[:PULLED]
