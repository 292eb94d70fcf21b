from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from agreements.models import Agreement
from articles.models import EditionQuote, EditionSubject, EditionText
from pressroom.core.dates.days import interface_language
from pressroom.site import reading, statements
from pressroom.site.asking import Question, asked
from pressroom.site.display.times import long_day
from pressroom.site.history import Line, lines
from pressroom.site.languages import address_in
from pressroom.site.paging import page_of
from pressroom.site.photos.showing import SAVING
from pressroom.site.prepared import Given
from pressroom.site.printing import pdf
from pressroom.site.quotes import Offer, cited, weave
from pressroom.site.registers.standing import with_standing
from pressroom.site.views.notices import instead


@require_safe
def releases(request: HttpRequest) -> HttpResponse:
    """All releases, or those that answer the question in the address: `?person=<slug>&year=2024`."""
    question = asked(request.GET)
    page = page_of(request, answers(question), "-published_at", "-id")
    return render(request, "site/releases.html", {"page": page, "question": question})


def answers(question: Question) -> QuerySet[EditionText] | Given[EditionText]:
    language = interface_language()
    if question.parameters():
        return question.texts(reading.rows(language), language)
    return reading.listed.given(timezone.now(), language)


@require_safe
@vary_on_headers(SAVING)
def release(request: HttpRequest, slug: str) -> HttpResponse:
    language = interface_language()
    context = page_of_release(request, language, slug)
    if context is None:
        return instead(request, language, slug)
    return render(request, "site/release.html", context)


def page_of_release(request: HttpRequest, language: str, slug: str) -> dict[str, Any] | None:
    """What the page of a release prints; None where no text stands at that address now."""
    now = timezone.now()
    found = statements.texts_at(now, language, slug)
    if not found:
        return None
    (text,) = found
    history = lines(statements.notes_of(now, text.article_id))
    quotes = statements.quotes_of(now, text.edition_id, language)
    return {
        "text": text,
        "body": woven(request, text, quotes),
        "quotes": quotes,
        "addresses": addresses(text),
        "original": text.__dict__["other"] if text.unofficial else None,
        "images": statements.images_of(now, text.edition_id),
        "history": history,
        "corrected": newest_correction(history),
        "pdf": pdf.available(),
        **subjects(text.edition_id, now),
    }


def woven(request: HttpRequest, text: EditionText, quotes: list[EditionQuote]) -> str:
    """The text with its quotes, each with words that can be copied as they stand."""
    if not quotes:
        return weave(text.html, (), Offer(""))
    day = long_day(text.released_on or timezone.localdate(text.published_at))
    address = request.build_absolute_uri(address_in(text.language, "release", text.slug))
    source = f"{text.title}, {day}"
    offer = Offer(
        link=_("Tautan ke kutipan ini"),
        button=_("Salin kutipan"),
        copied=lambda quote: cited(quote, source, address),
    )
    return weave(text.html, quotes, offer)


def addresses(text: EditionText) -> dict[str, str]:
    """The paths of the release by language, in one order."""
    slugs = {text.language: text.slug}
    if other := text.__dict__["other"]:
        slugs[other["language"]] = other["slug"]
    return {code: address_in(code, "release", slugs[code]) for code in sorted(slugs, reverse=True)}


def newest_correction(history: list[Line]) -> Line | None:
    return next((line for line in history if line.corrects), None)


def subjects(edition: int, now: datetime) -> dict[str, list]:
    """What the release speaks of, by kind; agreements as the register has them today."""
    found: dict[str, list] = {kind: [] for kind in reading.SUBJECTS}
    for subject in statements.subjects_of(now, edition):
        if subject.__dict__["page"]:
            found[subject.subject_type].append(subject)
    return {
        "people": found["person"],
        "organizations": found["organization"],
        "events": found["event"],
        "topics": found["topic"],
        "agreements": agreements_of(found["agreement"], now),
    }


def agreements_of(found: list[EditionSubject], now: datetime) -> list[Agreement]:
    """With parties and steps, as the register has them."""
    return with_standing([registered(subject.__dict__["registered"]) for subject in found], now)


def registered(row: dict[str, Any]) -> Agreement:
    """The agreement of a row of the database's JSON, where SQLite writes booleans as numbers."""
    needed = row["approval_needed"]
    return Agreement(**{**row, "approval_needed": None if needed is None else bool(needed)})
