"""Sitemaps (sitemaps.org, with alternates) and the news sitemap: their schema, limits, and what they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as Xml

from tests.validation.answers import Answer, Finding
from tests.validation.crawl import Crawl
from tests.validation.pages import Page, read

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
MOST, LARGEST, LONGEST = 50_000, 50 * 1024 * 1024, 2_048
MOST_NEWS, NEWEST = 1_000, timedelta(days=2)
W3C = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?")
# The schema wants the elements of an address in no order, each at most once, and foreign ones after them.
OWN = {f"{SITEMAP}{name}" for name in ("loc", "lastmod", "changefreq", "priority")}
NEWS_PARTS = ("publication", "publication_date", "title")


def maps(found: Crawl) -> list[Answer]:
    return [answer for url, answer in found.answers.items() if is_map(url) and answer.status == 200]


def is_map(url: str) -> bool:
    return bool(re.search(r"/sitemap[^/]*\.xml(\?p=\d+)?$", url))


def mistakes(found: Crawl) -> Iterator[Finding]:
    for answer in maps(found):
        yield from (Finding(answer.url, f"sitemap: {what}") for what in of_map(answer, found))
    yield from forgotten(found)


def of_map(answer: Answer, found: Crawl) -> Iterator[str]:
    root = Xml.fromstring(answer.body)  # noqa: S314 – our own
    if root.tag not in {f"{SITEMAP}urlset", f"{SITEMAP}sitemapindex"}:
        yield f"the root is {root.tag}"
    if len(root) > MOST or len(answer.body) > LARGEST:
        yield f"{len(root)} addresses in {len(answer.body)} octets are too many"
    places = [one.findtext(f"{SITEMAP}loc") or "" for one in root]
    yield from (f"{place} is named twice" for place in {one for one in places if places.count(one) > 1})
    for entry, place in zip(root, places, strict=True):
        yield from shape(entry, place, found.origin)
        if root.tag == f"{SITEMAP}urlset":
            yield from of_page(entry, place, found)
    yield from of_news(root)


def shape(entry: Xml.Element, place: str, origin: str) -> Iterator[str]:
    own = [child.tag for child in entry if child.tag.startswith(SITEMAP)]
    if set(own) - OWN or len(set(own)) != len(own):
        yield f"{place}: its elements are {own}"
    if not place.startswith(f"{origin}/") or len(place) >= LONGEST:
        yield f"{place!r} is no address of this site"
    lastmod = entry.findtext(f"{SITEMAP}lastmod")
    if lastmod is not None and not W3C.fullmatch(lastmod):
        yield f"{place}: {lastmod!r} is no W3C date"


def of_page(entry: Xml.Element, place: str, found: Crawl) -> Iterator[str]:
    """What it names is there, has no other address, may be indexed, and names the same translations."""
    answer = found.answers.get(place)
    if answer is None:
        return
    if answer.status != 200:
        yield f"{place} is not there"
        return
    page = read(answer)
    if page.canonical != place or is_hidden(page):
        yield f"{place} is no address of its own ({page.canonical}) or is not to be found ({page.robots})"
    said = {link.get("hreflang"): link.get("href") for link in entry.findall(f"{XHTML}link")}
    if said and said != page.languages:
        yield f"{place}: the page has other translations than {said}"


def is_hidden(page: Page) -> bool:
    return "noindex" in page.robots


def of_news(root: Xml.Element) -> Iterator[str]:
    news = root.findall(f"{SITEMAP}url/{NEWS}news")
    if len(news) > MOST_NEWS:
        yield f"{len(news)} news are too many"
    for one in news:
        yield from (f"news without {part}" for part in NEWS_PARTS if one.find(f"{NEWS}{part}") is None)
        for part in ("name", "language"):
            if not one.findtext(f"{NEWS}publication/{NEWS}{part}"):
                yield f"news without {part}"
        published = one.findtext(f"{NEWS}publication_date") or ""
        if not W3C.fullmatch(published) or datetime.now(UTC) - datetime.fromisoformat(published) > NEWEST:
            yield f"news of {published!r}"


def forgotten(found: Crawl) -> Iterator[Finding]:
    """Pages under an address of their own that may be found, and are in no sitemap; questions need not be."""
    named = {
        element.text
        for answer in maps(found)
        for element in Xml.fromstring(answer.body).iter(f"{SITEMAP}loc")  # noqa: S314 – our own
    }
    for page in map(read, found.pages):
        if (
            page.canonical == page.url
            and "?" not in page.url
            and not is_hidden(page)
            and page.url not in named
        ):
            yield Finding(page.url, "sitemap: it is in none")
