"""A release as plain text, for newsrooms; what was taken away says so instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.models import Edition, EditionNotice
from pressroom.core.dates import write_day
from pressroom.core.dates.days import interface_language
from pressroom.site.display.times import moment_words
from pressroom.site.display.words import plain
from pressroom.site.formats.entries import correction_words
from pressroom.site.formats.standing import notice_at, text_at
from pressroom.site.history import corrections_of
from pressroom.site.languages import address_in

TYPE = "text/plain; charset=utf-8"


@require_safe
def release_text(request: HttpRequest, slug: str) -> HttpResponse:
    """Old addresses lead to the present one, as those of the page do."""
    language = interface_language()
    text: Any = text_at(language, slug)
    if text is None:
        return taken_away(request, language, slug)
    if text.slug != slug:
        return redirect("site:release_text", text.slug, permanent=True)
    body = text.text.split("\n")
    corrections = corrections_of([text.article_id]).get(text.article_id, [])
    return plain_answer([*head(text), *map(correction_words, corrections), *body, foot(text, request)])


def plain_answer(parts: Iterable[str], status: int = 200) -> HttpResponse:
    """The parts with an empty line between them; search engines know the page, and need no second copy."""
    words = "\n\n".join(part.strip() for part in parts if part.strip())
    answer = HttpResponse(f"{words}\n", content_type=TYPE, status=status)
    answer["X-Robots-Tag"] = "noindex"
    return answer


def head(text: Any) -> Iterator[str]:
    day = text.released_on
    issued = write_day(day, text.language, weekday=True) if day else moment_words(text.published_at)
    kind = str(text.get_kind_display()).capitalize()
    number = _("Nomor: %s") % text.number if text.number else ""
    yield "\n".join(filter(None, (plain(settings.AGENCY, "name"), kind, number, f"{place(text)}{issued}")))
    yield text.title
    yield text.lead


def place(text: Any) -> str:
    return f"{text.place}, " if text.place else ""


def foot(text: Any, request: HttpRequest) -> str:
    """How to check the copy, and where the text stands with whatever has become of it."""
    page, proof = (
        request.build_absolute_uri(address_in(text.language, name, key))
        for name, key in (("release", text.slug), ("proof", text.code))
    )
    lines = [
        "--",
        _("Kode verifikasi: %(code)s (%(address)s)") % {"code": text.code, "address": proof},
        _("Alamat: %s") % page,
        _("Terakhir diperbarui: %s") % moment_words(max(text.published_at, text.updated_at)),
        _("Salinan ini dibuat dari teks yang berlaku pada saat diunduh."),
    ]
    return "\n".join(lines)


def taken_away(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """A withdrawn release keeps its headline; of a killed one nothing is said again (410)."""
    notice: Any = notice_at(language, slug)
    if notice is None:
        raise Http404
    if notice.kind == Edition.Kind.KILL:
        return plain_answer([_("Dibatalkan: jangan dipakai"), plain(notice, "reason")], status=410)
    return plain_answer(withdrawn(notice))


def withdrawn(notice: EditionNotice) -> list[str]:
    on = moment_words(notice.public_from)
    return [_("Dicabut: %s") % notice.title, on, _("Alasan: %s") % plain(notice, "reason")]
