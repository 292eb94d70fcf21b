"""Atom (RFC 4287, RFC 6721), RSS 2.0 and JSON Feed 1.1: what feedparser reads, and what it forgives."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from email.utils import parsedate_to_datetime
from typing import Any
from xml.etree import ElementTree as Xml

import feedparser

from tests.validation.answers import Answer, Finding

ATOM, TOMBSTONE = "{http://www.w3.org/2005/Atom}", "{http://purl.org/atompub/tombstones/1.0}"
JSON_FEED = "https://jsonfeed.org/version/1.1"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
IRI = re.compile(r"[a-z][a-z0-9+.-]*:\S+", re.IGNORECASE)
ITEM_KEYS = {
    *(
        "id",
        "url",
        "external_url",
        "title",
        "content_html",
        "content_text",
        "summary",
        "image",
        "banner_image",
    ),
    *("date_published", "date_modified", "authors", "tags", "language", "attachments"),
}
TOP_KEYS = {
    *("version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url", "icon"),
    *("favicon", "authors", "language", "expired", "hubs", "items"),
}


def mistakes(answer: Answer) -> Iterator[Finding]:
    yield from (Finding(answer.url, f"{answer.type}: {what}") for what in CHECKS[answer.type](answer))


def atom(answer: Answer) -> Iterator[str]:
    feed = Xml.fromstring(answer.body)  # noqa: S314 – our own
    yield from read_by_others(answer, "atom10")
    yield from without(feed, ("id", "title", "updated"), ATOM)
    yield from bad_dates([*feed.iter(f"{ATOM}updated"), *feed.iter(f"{ATOM}published")])
    if [link.get("href") for link in feed.findall(f"{ATOM}link[@rel='self']")] != [answer.url]:
        yield "its own address is not the one it has"
    entries = feed.findall(f"{ATOM}entry")
    if feed.find(f"{ATOM}author") is None and any(one.find(f"{ATOM}author") is None for one in entries):
        yield "nobody is its author"
    for entry in entries:
        yield from without(entry, ("id", "title", "updated", "link"), ATOM)
    buried = feed.findall(f"{TOMBSTONE}deleted-entry")
    yield from tombstones(buried)
    yield from twice([*(one.findtext(f"{ATOM}id") for one in entries), *(one.get("ref") for one in buried)])


def tombstones(buried: Iterable[Xml.Element]) -> Iterator[str]:
    for one in buried:
        if not IRI.fullmatch(one.get("ref", "")) or not RFC_3339.fullmatch(one.get("when", "")):
            yield f"a deleted entry without ref or when: {one.attrib}"


def rss(answer: Answer) -> Iterator[str]:
    channel = Xml.fromstring(answer.body).find("channel")  # noqa: S314 – our own
    yield from read_by_others(answer, "rss20")
    if channel is None:
        yield "no channel"
        return
    yield from without(channel, ("title", "link", "description"))
    if [one.get("href") for one in channel.findall(f"{ATOM}link[@rel='self']")] != [answer.url]:
        yield "its own address is not the one it has"
    items = channel.findall("item")
    for item in items:
        yield from without(item, ("title", "link", "guid", "pubDate", f"{ATOM}updated"))
        yield from guid(item)
    for date in [*channel.iter("pubDate"), *channel.iter("lastBuildDate")]:
        if not is_rfc_822(date.text or ""):
            yield f"no date of RFC 822: {date.text!r}"
    yield from bad_dates(channel.iter(f"{ATOM}updated"))
    yield from twice([item.findtext("guid") for item in items])


def guid(item: Xml.Element) -> Iterator[str]:
    """One that is no address must say so: readers would follow it."""
    found = item.find("guid")
    if (
        found is not None
        and not (found.text or "").startswith("http")
        and found.get("isPermaLink") != "false"
    ):
        yield f"a guid that is taken for an address: {found.text!r}"


def json_feed(answer: Answer) -> Iterator[str]:
    feed = json.loads(answer.body)
    if feed.get("version") != JSON_FEED:
        yield f"the version is {feed.get('version')!r}"
    if feed.get("feed_url") != answer.url:
        yield "its own address is not the one it has"
    yield from unknown_or_empty(feed, TOP_KEYS)
    yield from (f"no {name}" for name in ("title", "items", "home_page_url") if name not in feed)
    yield from people(feed)
    for item in feed.get("items", ()):
        yield from json_item(item)
    yield from twice([item.get("id") for item in feed.get("items", ())])


def json_item(item: dict[str, Any]) -> Iterator[str]:
    yield from unknown_or_empty(item, ITEM_KEYS)
    yield from people(item)
    if not isinstance(item.get("id"), str):
        yield f"an item whose id is no text: {item.get('id')!r}"
    if "content_html" not in item and "content_text" not in item:
        yield f"an item without content: {item.get('id')}"
    for name in ("url", "image", "external_url", "banner_image"):
        if name in item and not IRI.fullmatch(item[name]):
            yield f"{name} is no absolute address: {item[name]!r}"
    for name in ("date_published", "date_modified"):
        if not RFC_3339.fullmatch(item.get(name, "")):
            yield f"{name} is no date of RFC 3339: {item.get(name)!r}"
    for attachment in item.get("attachments", ()):
        if not {"url", "mime_type"} <= attachment.keys():
            yield f"an attachment without url or mime_type: {attachment}"


def unknown_or_empty(said: dict[str, Any], known: set[str]) -> Iterator[str]:
    """What is not in the format must begin with an underscore, and has no dot."""
    for name, value in said.items():
        if name not in known and not re.fullmatch(r"_[A-Za-z0-9][^.]*", name):
            yield f"no such key: {name}"
        if value is None or value == "":
            yield f"{name} is empty"


def people(said: dict[str, Any]) -> Iterator[str]:
    for author in said.get("authors", ()):
        if not {"name", "url", "avatar"} & author.keys():
            yield f"an author of whom nothing is told: {author}"


def read_by_others(answer: Answer, version: str) -> Iterator[str]:
    found = feedparser.parse(answer.body, response_headers={"content-type": answer.headers["content-type"]})
    if found.bozo:
        yield f"feedparser: {found.bozo_exception}"
    if found.version != version:
        yield f"feedparser takes it for {found.version or 'nothing'}"
    for entry in found.entries:
        yield from (f"feedparser finds no {name}" for name in ("id", "title", "link") if not entry.get(name))
        if not entry.get("updated_parsed") or not entry.get("published_parsed"):
            yield f"feedparser reads no date in {entry.get('id')}"


def without(element: Xml.Element, names: Iterable[str], namespace: str = "") -> Iterator[str]:
    """Children that are not there, or say nothing."""
    for name in names:
        found = element.find(namespace + name)
        if found is None or not ((found.text or "").strip() or found.get("href")):
            yield f"{element.tag.rpartition('}')[2]} without {name}"


def bad_dates(dates: Iterable[Xml.Element]) -> Iterator[str]:
    for date in dates:
        if not RFC_3339.fullmatch((date.text or "").strip()):
            yield f"no date of RFC 3339: {date.text!r}"


def is_rfc_822(words: str) -> bool:
    try:
        return parsedate_to_datetime(words).tzinfo is not None
    except ValueError:
        return False


def twice(ids: list[str | None]) -> Iterator[str]:
    yield from (f"two entries are {one}" for one in sorted({str(one) for one in ids if ids.count(one) > 1}))


CHECKS: dict[str, Callable[[Answer], Iterator[str]]] = {
    "application/atom+xml": atom,
    "application/rss+xml": rss,
    "application/feed+json": json_feed,
}
