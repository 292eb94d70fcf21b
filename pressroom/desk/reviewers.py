"""What a reviewer without an account meets: one revision, for a while, and a place to answer.

An address that is unknown, expired, revoked or outranked gets the same answer as any other that is not there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import wraps
from http import HTTPStatus
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.storage import default_storage
from django.db.models import Q
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from articles import sharing
from articles.documents import rows_of
from articles.models import Image, PreviewLink, ReviewAnswer
from articles.photos.files import images_named
from pressroom.core import origin
from pressroom.core.page import in_language
from pressroom.desk.banners import with_banner
from pressroom.desk.moments import both_clocks
from pressroom.desk.rehearsing import page_of, was_public

View = Callable[..., HttpResponseBase]

HEADERS = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow",
    # Never the path, which holds the token. Not "no-referrer": under it browsers send forms with the origin
    # "null", which the protection against forged requests refuses.
    "Referrer-Policy": "strict-origin",
}
VERDICT = ReviewAnswer.Verdict
# Where a page names the files of its photographs.
FILES = re.compile(r' (?:src|srcset)="[^"]*"')
# Characters of a paragraph by which the list names it.
OPENING = 60


class AnswerForm(forms.Form):
    """That the facts are right, or a comment on the whole release, its headline or one paragraph."""

    verdict = forms.ChoiceField(choices=VERDICT)
    paragraph = forms.TypedChoiceField(
        label=gettext_lazy("Tentang"), coerce=int, empty_value=None, required=False
    )
    text = forms.CharField(
        label=gettext_lazy("Komentar Anda"),
        required=False,
        max_length=sharing.LONGEST_COMMENT,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, lines: Sequence[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["paragraph"].choices = [("", _("Seluruh siaran")), *map(named, enumerate(lines))]  # type: ignore[attr-defined]


def named(line: tuple[int, str]) -> tuple[int, str]:
    number, text = line
    name = _("Paragraf %d") % number if number else _("Judul")
    return number, f"{name}: {Truncator(text).chars(OPENING)}"


def discreet(view: View) -> View:
    """Nothing of it is kept by caches, shown by search engines, or told to the next site."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(*args, **kwargs)
        for name, value in HEADERS.items():
            response[name] = value
        return response

    return guarded


@discreet
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, token: str) -> HttpResponseBase:
    link = sharing.link_of(token)
    if link is None:
        return nothing(request)
    language = "en" if request.GET.get("bahasa") == "en" and sharing.has_english(link.revision) else "id"
    with in_language(language):
        form = AnswerForm(sharing.lines_of(link.revision, language), request.POST or None)
        if request.method == "POST" and accepted(link, form, language):
            return redirect(f"{address(token, language)}&terkirim=1#tanggapan")
        if request.method == "GET":
            sharing.viewed(link, origin.address())
        return page(request, link, token, language, form)


def nothing(request: HttpRequest, **rest: str) -> HttpResponse:
    return render(request, "preview/gone.html", {"addresses": {}}, status=HTTPStatus.NOT_FOUND)


def accepted(link: PreviewLink, form: AnswerForm, language: str) -> bool:
    """The answer is stored, or the form says why not."""
    if not form.is_valid():
        return False
    try:
        sharing.answer(link, language=language, **form.cleaned_data)
    except forms.ValidationError as refusal:
        form.add_error(None, refusal)
    return not form.errors


def page(
    request: HttpRequest, link: PreviewLink, token: str, language: str, form: AnswerForm
) -> HttpResponse:
    """The public page with the banner, a place to answer, and links that lead to where the token does."""
    shown, addresses = page_of(request, link.revision, language)
    if shown is None:
        return nothing(request)
    answers = sharing.answers_to([link])
    context = {
        "link": link,
        "until": both_clocks(link.expires_at),
        "was_public": was_public(link.revision),
        "languages": {code: address(token, code) for code in ("id", "en")},
        "has_english": sharing.has_english(link.revision),
        "language": language,
        "form": form,
        "answers": answers,
        "full": len(answers) >= sharing.MOST_ANSWERS,
        "sent": "terkirim" in request.GET,
    }
    below = render_to_string("preview/_answers.html", context, request)
    html = with_banner(request, shown, context, below)
    for code, public in addresses.items():
        html = html.replace(f'href="{public}"', f'href="{address(token, code)}"')
    pictures = f"{reverse('preview', args=[token])}media/"
    return HttpResponse(FILES.sub(lambda named: named[0].replace(settings.MEDIA_URL, pictures), html))


def address(token: str, language: str) -> str:
    return f"{reverse('preview', args=[token])}?bahasa={language}"


@discreet
@require_safe
def picture(request: HttpRequest, token: str, path: str) -> HttpResponseBase:
    """A picture of the revision that the token opens."""
    link = sharing.link_of(token)
    if link is None or not shows(link, path) or not default_storage.exists(path):
        return nothing(request)
    return FileResponse(default_storage.open(path))


def shows(link: PreviewLink, path: str) -> bool:
    digests = [row["sha256"] for row in rows_of(link.revision.document, "images")]
    of_this_path = Q(display=path) | Q(pk__in=images_named(path))
    return Image.objects.filter(of_this_path, sha256__in=digests).exists()


urlpatterns = [
    path("<str:token>/", preview, name="preview"),
    path("<str:token>/media/<path:path>", picture, name="preview-picture"),
    path("<path:rest>", discreet(nothing)),
]
