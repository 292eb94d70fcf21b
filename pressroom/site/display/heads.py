"""What pages say to machines: structured data, cards for those who share them, and the feeds beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString
from jinja2 import pass_context
from jinja2.runtime import Context

from agreements.models import Agreement, Event
from articles.models import EditionText
from entities.models import Country, Organization, Person, Topic
from pressroom.core.dates.days import interface_language
from pressroom.site.asking import Question
from pressroom.site.display.words import plain
from pressroom.site.formats import naming
from pressroom.site.formats.cards import HEIGHT, WIDTH
from pressroom.site.formats.sharing import SITE
from pressroom.site.formats.structured.graph import data_block, graph
from pressroom.site.formats.structured.here import Here
from pressroom.site.formats.titles import title_of
from pressroom.site.languages import address_in
from pressroom.site.photos.showing import for_sharing

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


@pass_context
def structured(context: Context, thing: Any) -> SafeString:
    """The thing that the page is about as JSON-LD: `{{ structured(text) }}` in the block `head`."""
    here = Here(context["request"], interface_language(), context.get_all())
    return data_block(graph(thing, here))


class Picture(NamedTuple):
    """What is seen of a page where somebody shares it."""

    url: str
    alt: str
    width: int
    height: int


class Card(NamedTuple):
    """A page as Open Graph has it; `text` is the release whose page it is."""

    text: EditionText | None
    title: str
    description: str
    url: str
    site_name: str
    locale: str
    others: list[str]
    picture: Picture


@pass_context
def card_of(
    context: Context, addresses: dict[str, str], title: Callable[[], str], description: Callable[[], str]
) -> Card:
    """The card of the page that has these paths by language; `title` and `description` write its blocks."""
    language, origin = interface_language(), origin_of(context["request"])
    text, site = release_of(context), naming.site_name(language)
    return Card(
        text=text,
        title=text.title if text else as_text(title()),
        description=as_text(description()),
        url=origin + addresses.get(language, context["request"].path),
        site_name=site,
        locale=LOCALES[language],
        others=[LOCALES[code] for code in addresses if code != language],
        picture=picture_of(context, text),
    )


def picture_of(context: Context, text: EditionText | None) -> Picture:
    """The first photo of a release; the drawn card of its words where it has none, or none is made yet."""
    language, origin = interface_language(), origin_of(context["request"])
    photo = next(iter(context.get("images") or ()), None)
    if text and photo and (cut := for_sharing(photo)):
        return Picture(origin + cut.src, plain(photo, "alt") or text.title, cut.width, cut.height)
    drawn = address_in(language, "card", (text and text.__dict__["code"]) or SITE)
    return Picture(origin + drawn, text.title if text else naming.site_name(language), WIDTH, HEIGHT)


def origin_of(request: Any) -> str:
    """Scheme and host: what stands before the paths of this site."""
    return f"{request.scheme}://{request.get_host()}"


def release_of(context: Context) -> EditionText | None:
    """The release whose page this is."""
    text = context.get("text")
    return text if isinstance(text, EditionText) and "code" in text.__dict__ else None


def as_text(markup: str) -> str:
    """What the page writes into a block of the base template, as plain text."""
    return unescape(" ".join(markup.split()))


class Alternates(NamedTuple):
    """Feeds of what the page lists, and the same page in other formats: (media type, address)."""

    title: str
    feeds: list[tuple[str, str]]
    formats: list[tuple[str, str]]


@pass_context
def alternates(context: Context) -> Alternates:
    question = question_of(context)
    query, language = question.query(), interface_language()
    feeds = [(kind, address_in(language, name) + query) for name, kind in FEEDS]
    return Alternates(title_of(question), feeds, list(formats_of(context, language)))


def question_of(context: Context) -> Question:
    """What the page lists: the question asked, or all that speaks of the thing that the page is about."""
    asked = context.get("question")
    if isinstance(asked, Question):
        return asked
    found = ((name, context.get(name)) for name in SUBJECTS)
    subjects: dict[str, Any] = {name: it for name, it in found if isinstance(it, SUBJECTS[name])}
    return Question(subjects=subjects)


def formats_of(context: Context, language: str) -> Iterator[tuple[str, str]]:
    """Type and address of what a page is besides HTML."""
    here = context["request"].resolver_match
    page = here.view_name if here else ""
    if text := release_of(context):
        own = origin_of(context["request"]) + address_in(language, "release", text.slug)
        yield "application/json+oembed", f"{reverse('oembed')}?{urlencode({'url': own})}"
        yield "text/plain", address_in(language, "release_text", text.slug)
    elif page == "site:calendar":
        yield "text/calendar", address_in(language, "calendar_ics")
    elif isinstance(event := context.get("event"), Event) and event.exact:
        yield "text/calendar", address_in(language, "event_ics", event.slug)
