"""No address that the house names leads nowhere, neither as a page nor as a place in one."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from tests.validation.answers import Finding
from tests.validation.crawl import REDIRECTS, Crawl, without_fragment
from tests.validation.pages import read

# 410 is the notice in the place of what was killed: the list of corrections leads there on purpose.
THERE = {200, 410}
# "#top" and "#" are the beginning of every page.
BEGINNING = {"", "top"}


def broken(found: Crawl) -> Iterator[Finding]:
    for url, answer in found.answers.items():
        if answer.status not in THERE | REDIRECTS:
            yield Finding(found.named_on[url] or url, f"leads to {url}, which answers {answer.status}")


def roundabout(found: Crawl) -> Iterator[Finding]:
    """Links to an address that has moved for good: the page should name the present one."""
    for url, answer in found.answers.items():
        if answer.status in {301, 308}:
            yield Finding(found.named_on[url] or url, f"leads to {url}, which has moved")


def anchors(found: Crawl) -> Iterator[Finding]:
    for page in map(read, found.pages):
        for link in page.links:
            address, _, fragment = link.partition("#")
            target = found.answers.get(address)
            if fragment in BEGINNING or target is None or not target.is_page:
                continue
            if unquote(fragment) not in read(target).ids:
                yield Finding(page.url, f"leads to {link}, a place that is not there")


def counted(found: Crawl) -> tuple[int, int]:
    """How many internal links the pages have, and how many of them lead to a place in a page."""
    internal = [
        link
        for page in map(read, found.pages)
        for link in page.links
        if without_fragment(link) in found.named_on
    ]
    return len(internal), sum("#" in link for link in internal)
