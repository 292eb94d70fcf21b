"""The walk through a house: some documents of each shape of address are read, and all they name is asked.

A shape is a route, a language and what is asked there: which condition, or that there are several of them.
The pages of a list are read to the last. Without the bound ever narrower questions would lead on without end.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urljoin, urlsplit
from xml.etree import ElementTree as Xml

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override

from tests.validation import structured
from tests.validation.answers import Answer
from tests.validation.pages import read as taken_apart

NO_BOUND = sys.maxsize
STYLED = re.compile(r"url\(\s*['\"]?([^'\")]+)")
ICS_URL = re.compile(r"^URL:(.*)$", re.MULTILINE)
FEEDS = {"application/atom+xml", "application/rss+xml"}
REDIRECTS = {301, 302, 303, 307, 308}


@dataclass
class Crawl:
    """`answers` by address without a fragment; `named_on` is the first place that named an address."""

    origin: str
    answers: dict[str, Answer] = field(default_factory=dict)
    named_on: dict[str, str] = field(default_factory=dict)

    @property
    def pages(self) -> list[Answer]:
        """The pages that are there."""
        return [answer for answer in self.answers.values() if answer.is_page and answer.status == 200]

    def of_type(self, *types: str) -> list[Answer]:
        return [one for one in self.answers.values() if one.type in types and one.status == 200]


def crawl(
    fetch: Callable[[str], Answer], starts: Iterable[str], origin: str, read: int, asked: int = NO_BOUND
) -> Crawl:
    """From these addresses on: so many of each shape are read, and so many asked for."""
    found, of_shape = Crawl(origin), Counter[str]()
    waiting = deque((start, "") for start in starts)
    while waiting:
        url, named_on = waiting.popleft()
        if url in found.named_on or not url.startswith(f"{origin}/"):
            continue
        found.named_on[url] = named_on
        of_shape[shape(url)] += 1
        if of_shape[shape(url)] > asked:
            continue
        answer = found.answers[url] = fetch(url)
        if of_shape[shape(url)] <= read:
            waiting.extend((one, url) for one in dict.fromkeys(map(without_fragment, links(answer))))
    return found


def without_fragment(url: str) -> str:
    return url.partition("#")[0]


def shape(url: str) -> str:
    """The name of the route, the language, and what is asked; a file of the root is a shape of its own."""
    parts = urlsplit(url)
    language = get_language_from_path(parts.path) or settings.LANGUAGE_CODE
    try:
        with override(language):
            match = resolve(parts.path)
    except Resolver404:
        match = None
    route = match.view_name if match and match.namespaces else parts.path
    conditions = sorted(parse_qs(parts.query))
    if conditions == ["cursor"]:
        return url
    return " ".join([route, language, "several" if len(conditions) > 1 else "".join(conditions)])


def links(answer: Answer) -> Iterator[str]:
    """The absolute addresses that a document names, whatever its format."""
    if answer.status in REDIRECTS:
        yield urljoin(answer.url, answer.headers["location"])
    elif answer.is_page:
        page = taken_apart(answer)
        yield from page.links
        yield from structured.addresses(page)
    elif answer.type == "text/css":
        yield from (urljoin(answer.url, one) for one in STYLED.findall(answer.text))
    elif answer.type == "text/calendar":
        unfolded = answer.text.replace("\r\n ", "")
        yield from (one.strip() for one in ICS_URL.findall(unfolded))
    elif answer.type == "application/feed+json":
        yield from (item["url"] for item in json.loads(answer.body)["items"] if "url" in item)
    elif answer.type in FEEDS or answer.url.endswith(".xml"):
        yield from in_xml(answer.body)


def in_xml(body: bytes) -> Iterator[str]:
    """Addresses in feeds and sitemaps: `href`, `url`, and the text of `loc` and `link`."""
    for element in Xml.fromstring(body).iter():  # noqa: S314 – our own
        yield from (element.attrib[name] for name in ("href", "url") if name in element.attrib)
        if element.tag.rpartition("}")[2] in {"loc", "link"} and element.text:
            yield element.text.strip()
