from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.models import Agreement, AgreementRelation
from entities.models import Organization
from pressroom.core.dates.days import interface_language
from pressroom.site import reading
from pressroom.site.ladder import beside_the_ladder, ladder
from pressroom.site.paging import page_of
from pressroom.site.sources import sources_of, sources_of_one


@require_safe
def agreements(request: HttpRequest) -> HttpResponse:
    page = page_of(request, Agreement.objects.visible().with_standing(), "title", "id")
    return render(request, "site/agreements.html", {"page": page, "today": timezone.localdate()})


@require_safe
def agreement(request: HttpRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Agreement.objects.visible().with_standing(), slug=slug)
    language = interface_language()
    actions = sourced_actions(shown, language)
    releases = reading.speaking_of(reading.links(language), "agreement", [shown.pk])
    context = {
        "agreement": shown,
        "ladder": ladder(actions),
        "other_steps": beside_the_ladder(actions),
        "sources": sources_of_one("agreement", [shown.pk], language),
        "topics": shown.topics.visible(),
        "events": shown.events.visible()[: reading.SHOWN],
        "relations": relations_of(shown),
        "depositary": depositary_of(shown),
        "releases": reading.newest(releases),
        "limit": reading.SHOWN,
        "today": timezone.localdate(),
    }
    return render(request, "site/agreement.html", context)


def sourced_actions(agreement: Agreement, language: str) -> list[Any]:
    """The public steps in time, each with its `sources` and the `signers` the public knows."""
    signers = Prefetch("signatories", queryset=reading.appointments(), to_attr="signers")
    actions: list[Any] = list(agreement.actions.all())
    prefetch_related_objects(actions, signers)
    found = sources_of({"action": [action.pk for action in actions]}, language)
    for action in actions:
        action.sources = found.get(("action", action.pk), [])
    return actions


def relations_of(agreement: Agreement) -> QuerySet[AgreementRelation]:
    relations = AgreementRelation.objects.public().filter(source=agreement)
    return relations.select_related("target")[: reading.SHOWN]


def depositary_of(agreement: Agreement) -> Organization | None:
    depositary = agreement.depositary
    return depositary if depositary and depositary.is_visible() else None
