from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from django.conf import settings
from django.db.models import F, QuerySet
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBadRequest,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agreements.models import Agreement, AgreementAction, Event, LegalInstrument
from agreements.standing import Approval, Force
from entities.models import Appointment, Organization, Topic
from pressroom.core.dates.days import interface_language
from pressroom.site import reading
from pressroom.site.charts import world
from pressroom.site.display.words import plain
from pressroom.site.ladder import beside_the_ladder, ladder
from pressroom.site.paging import page_of
from pressroom.site.prepared import attach, prepared
from pressroom.site.registers.agreements import Form, RegisterQuestion, Sort, asked, has_blanks, total_of
from pressroom.site.registers.countries import Partner, partners
from pressroom.site.registers.coverage import coverage
from pressroom.site.registers.files import FORMATS, rows
from pressroom.site.registers.standing import parties_of, with_standing
from pressroom.site.registers.table import table_of
from pressroom.site.relations import relations_of
from pressroom.site.sources import sources_of, sources_of_one
from pressroom.site.status import standing_on


@require_safe
def agreements(request: HttpRequest) -> HttpResponseBase:
    question = asked(request.GET)
    if has_blanks(request.GET):
        return redirect(request.path + question.query())
    found, page = partners(question), page_of(request, question.listed(), *question.keys)
    context = {
        "question": question,
        "page": page,
        "rows": table_of(with_standing(page.items, timezone.now(), question.day)),
        "total": total_of(question),
        "partners": found,
        "countries": choices_of(question, found),
        "choices": choices_in(interface_language()),
        "chips": chips(question),
        **the_map(request.path, question),
    }
    status = 400 if question.unread else 200
    return render(request, "site/agreements.html", context, status=status)


@cache
def choices_in(language: str) -> dict[str, list[tuple[str, str]]]:
    """Code and words of all that can be chosen, by parameter; in the active language, which is that one."""
    known = {"kind": Agreement.Kind, "form": Form, "status": Force, "approval": Approval, "sort": Sort}
    return {name: [(code, str(words)) for code, words in some.choices] for name, some in known.items()}


def choices_of(question: RegisterQuestion, found: Sequence[Partner]) -> tuple[tuple[str, str], ...]:
    """Code and name of the countries to choose from: those with agreements, and the one asked for."""
    choices = [(partner.code, partner.name) for partner in found]
    if question.country and not any(partner.chosen for partner in found):
        choices.append((question.country.pk, plain(question.country, "name")))
    return tuple(choices)


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
        "approval": lambda: _("pengesahan: %s") % Approval(question.approval).label,
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
    now, language = timezone.now(), interface_language()
    shown = next(iter(agreements_at(now, slug)), None)
    if shown is None:
        raise Http404
    attach([shown], "parties", parties_of(now, [shown.pk]), "agreement_id")
    actions, today = sourced_actions(shown, now, language), timezone.localdate()
    shown.__dict__["stands"] = standing_on(today, shown, actions)
    context = {
        "agreement": shown,
        "ladder": ladder(actions),
        "other_steps": beside_the_ladder(actions),
        "instruments": instruments_of(actions),
        "sources": sources_of_one("agreement", [shown.pk], language),
        "topics": topics_of(now, shown.pk),
        "events": events_of(now, shown.pk),
        "relations": relations_of(shown, now),
        "depositary": depositary_of(shown),
        "coverage": coverage("agreement", shown.slug, [shown.pk]),
        "document_size": size_of(shown),
        "today": today,
    }
    return render(request, "site/agreement.html", context)


@prepared
def agreements_at(now: datetime, slug: str) -> QuerySet[Agreement]:
    return Agreement.objects.visible(now).select_related("depositary").filter(slug=slug)


@prepared
def topics_of(now: datetime, agreement: int) -> QuerySet[Topic]:
    return Topic.objects.visible(now).filter(agreements=agreement)


@prepared
def events_of(now: datetime, agreement: int) -> QuerySet[Event]:
    return Event.objects.visible(now).filter(agreements=agreement)[: reading.SHOWN]


def sourced_actions(agreement: Agreement, now: datetime, language: str) -> list[Any]:
    """The public steps in time, each with its `sources` and the `signers` the public knows."""
    actions: list[Any] = actions_of(now, agreement.pk)
    attach([agreement], "actions", actions, "agreement_id")
    found = sources_of("action", [action.pk for action in actions], language)
    signers = signers_of(now, agreement.pk)
    for action in actions:
        action.sources = found[action.pk]
        action.signers = [one for one in signers if one.__dict__["signed"] == action.pk]
    return actions


@prepared
def actions_of(now: datetime, agreement: int) -> QuerySet[AgreementAction]:
    known = AgreementAction.objects.public(now).filter(agreement=agreement)
    return known.select_related("instrument__kind", "party__country", "party__organization")


@prepared
def signers_of(now: datetime, agreement: int) -> QuerySet[Appointment]:
    """Once for each step that they `signed`."""
    signed: Any = reading.appointments(now).filter(signed_actions__agreement=agreement)
    found: QuerySet[Appointment] = signed.annotate(signed=F("signed_actions"))
    return found


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
