"""What pages say to machines: structured data, cards for those who share them, and the feeds beside them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from html import unescape
from typing import Any
from urllib.parse import urlencode

from django import template
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.urls import reverse
from django.utils.safestring import SafeString

from agreements.models import Agreement, Event
from articles.models import EditionText
from entities.models import Country, Organization, Person, Topic
from pressroom.core.dates.days import interface_language
from pressroom.site.asking import Question
from pressroom.site.formats import moments, naming
from pressroom.site.formats.cards import HEIGHT, WIDTH
from pressroom.site.formats.sharing import SITE
from pressroom.site.formats.structured.graph import data_block, graph
from pressroom.site.formats.structured.here import Here
from pressroom.site.formats.titles import title_of
from pressroom.site.languages import address_in

register = template.Library()

LOCALES = {"id": "id_ID", "en": "en_US"}
SUBJECTS: dict[str, type] = {
    "person": Person,
    "organization": Organization,
    "agreement": Agreement,
    "event": Event,
    "topic": Topic,
    "country": Country,
}
FEEDS = (
    ("feed", "application/atom+xml"),
    ("feed_rss", "application/rss+xml"),
    ("feed_json", "application/feed+json"),
)


@register.simple_tag
def site_name(language: str) -> str:
    return naming.site_name(language)


@register.filter
def utc(at: datetime) -> str:
    return moments.utc(at)


@register.simple_tag(takes_context=True)
def structured(context: template.Context, thing: Any) -> SafeString:
    """The thing that the page is about as JSON-LD: `{% structured text %}` in the block `head`."""
    read: dict[str, Any] = {str(name): value for name, value in context.flatten().items()}
    here = Here(context["request"], interface_language(), read)
    return data_block(graph(thing, here))


@register.inclusion_tag("site/_cards.html", takes_context=True)
def cards(context: template.Context, addresses: dict[str, str]) -> dict[str, Any]:
    """Open Graph for any page, from its own title and description; `addresses` are its paths by language.

    A page without an address of its own, such as that of an error, is not shared and has none.
    """
    if not addresses:
        return {}
    absolute, language = context["request"].build_absolute_uri, interface_language()
    text, site = release_of(context), naming.site_name(language)
    return {
        "type": "article" if text else "website",
        "title": text.title if text else words_of("title", context),
        "description": words_of("description", context),
        "url": absolute(addresses.get(language, context["request"].path)),
        "site_name": site,
        "alt": text.title if text else site,
        "locale": LOCALES[language],
        "others": [LOCALES[code] for code in addresses if code != language],
        "image": absolute(address_in(language, "card", (text and text.__dict__["code"]) or SITE)),
        "width": WIDTH,
        "height": HEIGHT,
        "text": text,
    }


def release_of(context: template.Context) -> EditionText | None:
    """The release whose page this is."""
    text = context.get("text")
    return text if isinstance(text, EditionText) and "code" in text.__dict__ else None


def words_of(name: str, context: template.Context) -> str:
    """What the page writes into a block of the base template, as plain text."""
    blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
    block = blocks.get_block(name) if blocks else None
    return unescape(" ".join(block.render(context).split())) if block else ""


@register.inclusion_tag("site/_alternates.html", takes_context=True)
def alternates(context: template.Context) -> dict[str, Any]:
    """Feeds of what the page lists, and the same page in other formats."""
    question = question_of(context)
    query, language = question.query(), interface_language()
    feeds = [(kind, address_in(language, name) + query) for name, kind in FEEDS]
    return {"feeds": feeds, "title": title_of(question), "formats": list(formats_of(context, language))}


def question_of(context: template.Context) -> Question:
    """What the page lists: the question asked, or all that speaks of the thing that the page is about."""
    asked = context.get("question")
    if isinstance(asked, Question):
        return asked
    found = ((name, context.get(name)) for name in SUBJECTS)
    subjects: dict[str, Any] = {name: it for name, it in found if isinstance(it, SUBJECTS[name])}
    return Question(subjects=subjects)


def formats_of(context: template.Context, language: str) -> Iterator[tuple[str, str]]:
    """Type and address of what a page is besides HTML."""
    here = context["request"].resolver_match
    page = f"{here.app_name}:{here.url_name}" if here else ""
    if text := release_of(context):
        own = context["request"].build_absolute_uri(address_in(language, "release", text.slug))
        yield "application/json+oembed", f"{reverse('oembed')}?{urlencode({'url': own})}"
        yield "text/plain", address_in(language, "release_text", text.slug)
    elif page == "site:calendar":
        yield "text/calendar", address_in(language, "calendar_ics")
    elif isinstance(event := context.get("event"), Event) and event.exact:
        yield "text/calendar", address_in(language, "event_ics", event.slug)
