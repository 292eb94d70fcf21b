"""A page taken apart: where it leads, what can be led to in it, what it tells machines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from urllib.parse import urljoin

from tests.validation.answers import Answer

Attributes = dict[str, str]
# Which attribute of an element is an address that the page leads to or needs.
ADDRESSES = {
    **dict.fromkeys(("a", "area", "link", "use", "image"), "href"),
    **dict.fromkeys(("img", "script", "source", "iframe", "embed", "video", "audio"), "src"),
    "blockquote": "cite",
}
SHARED = {"og:url", "og:image"}
DATA = "application/ld+json"


@dataclass
class Page:
    url: str
    lang: str = ""
    canonical: str = ""
    robots: str = ""
    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    # Absolute address by language, as the page says.
    languages: dict[str, str] = field(default_factory=dict)
    # Absolute address and type of what it names as the same in another format.
    formats: list[tuple[str, str]] = field(default_factory=list)
    data: list[str] = field(default_factory=list)


class Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page, self.in_data = page, False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        of = {name: value or "" for name, value in attrs}
        self.page.ids.update(of[name] for name in ("id",) if name in of)
        self.page.links += [urljoin(self.page.url, one.strip()) for one in addresses(tag, of) if one]
        if tag == "html":
            self.page.lang = of.get("lang", "")
        elif tag == "link":
            self.read_link(of)
        elif tag == "meta" and of.get("name") == "robots":
            self.page.robots = of.get("content", "")
        elif tag == "script" and of.get("type") == DATA:
            self.in_data = True
            self.page.data.append("")

    def read_link(self, of: Attributes) -> None:
        address = urljoin(self.page.url, of.get("href", ""))
        if of.get("rel") == "canonical":
            self.page.canonical = address
        elif of.get("rel") == "alternate" and "hreflang" in of:
            self.page.languages[of["hreflang"]] = address
        elif of.get("rel") == "alternate":
            self.page.formats.append((address, of.get("type", "")))

    def handle_data(self, data: str) -> None:
        if self.in_data:
            self.page.data[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self.in_data = False


def addresses(tag: str, of: Attributes) -> Iterator[str]:
    """Addresses as they stand there; forms lead where they are sent by, if that changes nothing."""
    if tag == "form" and of.get("method", "get").lower() == "get":
        yield of.get("action", "")
    if tag == "meta" and of.get("property") in SHARED:
        yield of.get("content", "")
    if named := ADDRESSES.get(tag):
        yield of.get(named, "")
    for candidate in of.get("srcset", "").split(","):
        yield candidate.split()[0] if candidate.split() else ""


@cache
def read(answer: Answer) -> Page:
    page = Page(answer.url)
    Reader(page).feed(answer.text)
    return page
