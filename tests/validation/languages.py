"""hreflang: absolute, with itself, answered by every page that it names, x-default the Indonesian one."""

from __future__ import annotations

from collections.abc import Iterator

from tests.validation.answers import Finding
from tests.validation.crawl import Crawl
from tests.validation.pages import Page, read

DEFAULT = "x-default"
ORIGINAL = "id"


def mistakes(found: Crawl) -> Iterator[Finding]:
    for answer in found.pages:
        page = read(answer)
        if page.languages:
            yield from (Finding(page.url, f"hreflang: {what}") for what in of_page(page, found))


def of_page(page: Page, found: Crawl) -> Iterator[str]:
    if page.languages.get(page.lang) != page.canonical:
        yield f"its own language, {page.lang!r}, is not that of its canonical address {page.canonical!r}"
    if page.languages.get(DEFAULT) != page.languages.get(ORIGINAL):
        yield "x-default is not the Indonesian page"
    for code, address in page.languages.items():
        answer = found.answers.get(address)
        if answer is None:
            continue
        if answer.status != 200:
            yield f"{code} is not there: {address}"
            continue
        other = read(answer)
        if other.languages != page.languages:
            yield f"{code} does not lead back: {address}"
        if code != DEFAULT and other.lang != code:
            yield f"{address} says that it is in {other.lang!r}, not {code!r}"
