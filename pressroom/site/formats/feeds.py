"""The newest answers to a question (`pressroom.site.asking`) as Atom, RSS and JSON feed."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.html import escape
from django.views.decorators.http import require_safe

from pressroom.core.dates.days import interface_language
from pressroom.site.asking import asked
from pressroom.site.display.words import plain
from pressroom.site.formats.atom import AtomWithTombstones
from pressroom.site.formats.entries import Entry, entries
from pressroom.site.formats.jsonfeed import JsonFeed
from pressroom.site.formats.rss import RssWithUpdates
from pressroom.site.formats.titles import title_of
from pressroom.site.languages import address_in


@require_safe
def atom(request: HttpRequest) -> HttpResponse:
    return feed(request, "feed", AtomWithTombstones)


@require_safe
def rss(request: HttpRequest) -> HttpResponse:
    return feed(request, "feed_rss", RssWithUpdates)


@require_safe
def json_feed(request: HttpRequest) -> HttpResponse:
    return feed(request, "feed_json", JsonFeed)


def feed(request: HttpRequest, name: str, kind: Any) -> HttpResponse:
    """Feeds are read far from here: every address in them is absolute."""
    question, language = asked(request.GET), interface_language()
    absolute, query = request.build_absolute_uri, question.query()
    document: Any = kind(
        title=title_of(question),
        link=absolute(address_in(language, "releases") + query),
        description=plain(settings.AGENCY, "name"),
        subtitle=plain(settings.AGENCY, "name"),
        author_name=plain(settings.AGENCY, "name"),
        author_link=settings.AGENCY["url"],
        language=language,
        feed_url=absolute(address_in(language, name) + query),
    )
    for entry in entries(question, language):
        document.add_item(**item_of(entry, request))
    return HttpResponse(document.writeString("utf-8"), content_type=document.content_type)


def item_of(entry: Entry, request: HttpRequest) -> dict[str, Any]:
    """What Django's writers ask for, and the `entry` for ours. Atom and RSS take summaries for HTML."""
    return {
        "title": entry.title,
        "link": request.build_absolute_uri(entry.link),
        "description": escape(entry.summary),
        "unique_id": entry.guid,
        "unique_id_is_permalink": False,
        "pubdate": entry.published,
        "updateddate": entry.updated,
        "categories": entry.topics,
        "entry": entry,
        "image": picture(entry, request),
    }


def picture(entry: Entry, request: HttpRequest) -> dict[str, Any] | None:
    """The image that leads a release, by its absolute address, with the words that go with it."""
    if entry.image is None:
        return None
    shown = entry.image
    return {
        "url": request.build_absolute_uri(shown.image.display.url),
        "width": shown.width,
        "height": shown.height,
        "alt": plain(shown, "alt"),
        "credit": shown.credit,
    }
