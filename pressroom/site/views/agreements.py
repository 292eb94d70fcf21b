from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db.models import Prefetch, prefetch_related_objects
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBadRequest,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agreements.models import Agreement, AgreementAction, LegalInstrument
from agreements.standing import Force
from entities.models import Organization
from pressroom.core.dates.days import interface_language
from pressroom.site import reading
from pressroom.site.charts import world
from pressroom.site.ladder import beside_the_ladder, ladder
from pressroom.site.paging import page_of
from pressroom.site.registers.agreements import Form, RegisterQuestion, Sort, asked, has_blanks
from pressroom.site.registers.countries import Partner, partners
from pressroom.site.registers.coverage import coverage
from pressroom.site.registers.files import FORMATS, rows
from pressroom.site.relations import relations_of
from pressroom.site.sources import sources_of, sources_of_one
from pressroom.site.templatetags.press import plain


@require_safe
def agreements(request: HttpRequest) -> HttpResponseBase:
    question = asked(request.GET)
    if has_blanks(request.GET):
        return redirect(request.path + question.query())
    found = partners(question)
    context = {
        "question": question,
        "page": page_of(request, question.rows(), *question.keys),
        "total": question.agreements().count(),
        "partners": found,
        "countries": choices_of(question, found),
        "kinds": Agreement.Kind.choices,
        "forms": Form.choices,
        "statuses": Force.choices,
        "sorts": Sort.choices,
        "chips": chips(question),
        **the_map(request.path, question),
    }
    status = 400 if question.unread else 200
    return render(request, "site/agreements.html", context, status=status)


def choices_of(question: RegisterQuestion, found: list[Partner]) -> list[tuple[str, str]]:
    """Code and name of the countries to choose from: those with agreements, and the one asked for."""
    choices = [(partner.code, partner.name) for partner in found]
    if question.country and not any(partner.chosen for partner in found):
        choices.append((question.country.pk, plain(question.country, "name")))
    return choices


def the_map(path: str, question: RegisterQuestion) -> dict[str, Any]:
    """What the map needs beside the partners: its shapes, the home country, and the way back to all."""
    return {
        "world": world.FILE,
        "drawn": world.drawn(),
        "home": settings.HOME_COUNTRY,
        "all_countries": path + question.query(country=None),
    }


def chips(question: RegisterQuestion) -> list[dict[str, Any]]:
    """What is asked, each with the query that asks for all but that; `country` is named in two languages."""
    words: dict[str, Callable[[], Any]] = {
        "kind": lambda: Agreement.Kind(question.kind).label,
        "form": lambda: Form(question.form).label,
        "country": lambda: question.country,
        "status": lambda: Force(question.status).label,
        "per": lambda: question.per,
    }
    given = question.parameters()
    return [
        {"name": name, "value": value(), "query": question.query(**{name: None})}
        for name, value in words.items()
        if name in given
    ]


@require_safe
def agreements_file(request: HttpRequest, form: str) -> HttpResponseBase:
    """All rows of the register that answer the question, as CSV or JSON."""
    if form not in FORMATS:
        raise Http404
    question = asked(request.GET)
    if question.unread:
        return HttpResponseBadRequest(
            _("Tanggal “%s” tidak terbaca. Tulislah seperti 2020-01-01.") % question.unread,
            content_type="text/plain; charset=utf-8",
        )
    media_type, write = FORMATS[form]
    found = rows(question, request, interface_language())
    response = StreamingHttpResponse(write(found, question), content_type=media_type)
    name = f"{_('perjanjian')}-{question.day.isoformat()}.{form}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def agreement(request: HttpRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Agreement.objects.visible().with_standing(), slug=slug)
    language = interface_language()
    actions = sourced_actions(shown, language)
    context = {
        "agreement": shown,
        "ladder": ladder(actions),
        "other_steps": beside_the_ladder(actions),
        "instruments": instruments_of(actions),
        "sources": sources_of_one("agreement", [shown.pk], language),
        "topics": shown.topics.visible(),
        "events": shown.events.visible()[: reading.SHOWN],
        "relations": relations_of(shown),
        "depositary": depositary_of(shown),
        "coverage": coverage("agreement", shown.slug, [shown.pk]),
        "document_size": size_of(shown),
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


def instruments_of(actions: list[AgreementAction]) -> list[LegalInstrument]:
    """The public instruments by which the steps were taken, each once, in the order of the steps."""
    laws = (action.instrument for action in actions)
    return list({law.pk: law for law in laws if law and law.is_visible()}.values())


def depositary_of(agreement: Agreement) -> Organization | None:
    depositary = agreement.depositary
    return depositary if depositary and depositary.is_visible() else None


def size_of(agreement: Agreement) -> int:
    """Bytes of the document; 0 where there is none, or its file is lost."""
    try:
        return agreement.document.size if agreement.document else 0
    except OSError:
        return 0
