"""oEmbed 1.0: what another site shows of a release, in both formats."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree as Xml

from tests.validation.answers import Answer, Finding
from tests.validation.crawl import Crawl
from tests.validation.pages import read

DISCOVERED = {"application/json+oembed": "json", "text/xml+oembed": "xml"}
REQUIRED = {
    "rich": ("html", "width", "height"),
    "video": ("html", "width", "height"),
    "photo": ("url", "width", "height"),
    "link": (),
}
KNOWN = {
    *("type", "version", "title", "author_name", "author_url", "provider_name", "provider_url", "cache_age"),
    *("thumbnail_url", "thumbnail_width", "thumbnail_height", "html", "width", "height", "url"),
}
THUMBNAIL = {"thumbnail_url", "thumbnail_width", "thumbnail_height"}
NUMBERS = ("width", "height", "thumbnail_width", "thumbnail_height")
SMALL = 200


def offered(found: Crawl) -> list[str]:
    """The addresses of answers that pages name."""
    pages = map(read, found.pages)
    return [address for page in pages for address, kind in page.formats if kind in DISCOVERED]


def mistakes(found: Crawl, fetch: Callable[[str], Answer]) -> Iterator[Finding]:
    addresses = offered(found)
    for address in addresses:
        if answer := found.answers.get(address):
            yield from (Finding(address, f"oEmbed: {what}") for what in of_answer(answer))
    for address in addresses[:1]:
        yield from (Finding(address, f"oEmbed: {what}") for what in of_service(address, fetch))


def of_answer(answer: Answer) -> Iterator[str]:
    if answer.type != "application/json" or answer.status != 200:
        yield f"{answer.status}, {answer.type}"
        return
    yield from of_object(json.loads(answer.body))


def of_object(said: dict[str, Any]) -> Iterator[str]:
    if said.get("version") != "1.0" or said.get("type") not in REQUIRED:
        yield f"version {said.get('version')!r}, type {said.get('type')!r}"
        return
    yield from (f"no {name}" for name in REQUIRED[said["type"]] if not said.get(name))
    yield from (f"no such field: {name}" for name in said.keys() - KNOWN)
    if 0 < len(THUMBNAIL & said.keys()) < len(THUMBNAIL):
        yield "half a thumbnail"
    for name in NUMBERS:
        if name in said and not isinstance(said[name], int):
            yield f"{name} is {said[name]!r}"


def of_service(address: str, fetch: Callable[[str], Answer]) -> Iterator[str]:
    """What it may be asked besides; `address` names a release."""
    as_json, as_xml = json.loads(fetch(address).body), fetch(f"{address}&format=xml")
    root = Xml.fromstring(as_xml.body)  # noqa: S314 – our own
    if as_xml.type != "text/xml" or {one.tag: one.text for one in root} != texts(as_json):
        yield "XML says something else"
    small = json.loads(fetch(f"{address}&maxwidth={SMALL}&maxheight={SMALL}").body)
    if any(small.get(name, 0) > SMALL for name in NUMBERS):
        yield "it is larger than asked for"
    service, _, asked = address.partition("?")
    for query, status in (("url=https://example.com/", 404), (f"{asked}&format=yaml", 501)):
        if (found := fetch(f"{service}?{query}").status) != status:
            yield f"?{query} answers {found}, not {status}"


def texts(said: dict[str, Any]) -> dict[str, str]:
    return {name: str(value) for name, value in said.items()}
