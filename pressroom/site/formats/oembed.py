"""oEmbed (oembed.com): how another site shows a release when somebody pastes its address there.

Nothing of ours runs on that site: the answer is a quotation with a link, and the card as its thumbnail.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as Xml

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import Resolver404, resolve, reverse
from django.utils.html import format_html
from django.utils.translation import get_language_from_path
from django.views.decorators.http import require_safe

from articles.models import EditionText
from pressroom.core.page import in_language
from pressroom.site.display.times import issued_day
from pressroom.site.display.words import opening, plain
from pressroom.site.formats.cards import HEIGHT, WIDTH
from pressroom.site.formats.naming import site_name
from pressroom.site.formats.standing import text_at
from pressroom.site.languages import address_in

WIDEST, TALLEST = 600, 260
# A size of more digits limits nothing.
DIGITS = 5


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """`?url=` of a release's page, `format=json|xml`, `maxwidth`, `maxheight`; 404 for any other address."""
    wanted = request.GET.get("format", "json")
    if wanted not in FORMATS:
        return HttpResponse(status=501)
    language, text = release_of(request.GET.get("url", ""), request)
    with in_language(language):
        said = answer(text, request)
    response = FORMATS[wanted](said)
    response["Access-Control-Allow-Origin"] = "*"
    return response


def release_of(address: str, request: HttpRequest) -> tuple[str, EditionText]:
    """The text at one of our own addresses, and its language. Raises Http404."""
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise Http404 from error
    if parts.scheme not in ("http", "https") or parts.netloc != request.get_host():
        raise Http404
    language = get_language_from_path(parts.path) or settings.LANGUAGE_CODE
    text = text_at(language, slug_in(parts.path, language))
    if text is None:
        raise Http404
    return language, text


def slug_in(path: str, language: str) -> str:
    try:
        with in_language(language):
            match = resolve(path)
    except Resolver404 as error:
        raise Http404 from error
    if match.view_name != "site:release":
        raise Http404
    return str(match.kwargs["slug"])


def answer(text: EditionText, request: HttpRequest) -> dict[str, Any]:
    page = request.build_absolute_uri(address_in(text.language, "release", text.slug))
    width, height = (request.GET.get(name, "") for name in ("maxwidth", "maxheight"))
    return {
        "type": "rich",
        "version": "1.0",
        "title": text.title,
        "author_name": plain(settings.AGENCY, "name"),
        "author_url": settings.AGENCY["url"],
        "provider_name": site_name(text.language),
        "provider_url": request.build_absolute_uri(reverse("site:home")),
        "html": quotation(text, page),
        "width": at_most(width, WIDEST),
        "height": at_most(height, TALLEST),
        **(thumbnail(text, request) if fits(width, height) else {}),
    }


def fits(width: str, height: str) -> bool:
    """A thumbnail may not be larger than asked for either, and the card has one size."""
    return at_most(width, WIDTH) == WIDTH and at_most(height, HEIGHT) == HEIGHT


def thumbnail(text: EditionText, request: HttpRequest) -> dict[str, Any]:
    card = address_in(text.language, "card", text.__dict__["code"])
    url = request.build_absolute_uri(card)
    return {"thumbnail_url": url, "thumbnail_width": WIDTH, "thumbnail_height": HEIGHT}


def quotation(text: EditionText, page: str) -> str:
    return format_html(
        '<blockquote cite="{}" lang="{}"><p><a href="{}">{}</a></p><p>{}</p>'
        "<footer>{}, {}</footer></blockquote>",
        *(page, text.language, page, text.title, opening(text)),
        *(plain(settings.AGENCY, "name"), issued_day(text)),
    )


def at_most(asked: str, most: int) -> int:
    """Pixels: no more than asked for; what is no number is not asked for."""
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) <= DIGITS else most
    return min(number, most) or most


def as_json(said: dict[str, Any]) -> HttpResponse:
    return JsonResponse(said, content_type="application/json; charset=utf-8")


def as_xml(said: dict[str, Any]) -> HttpResponse:
    root = Xml.Element("oembed")
    for name, value in said.items():
        Xml.SubElement(root, name).text = str(value)
    markup = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return HttpResponse(markup, content_type="text/xml; charset=utf-8")


FORMATS = {"json": as_json, "xml": as_xml}
