"""robots.txt (RFC 9309) and security.txt (RFC 9116)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from urllib.robotparser import RobotFileParser

from tests.validation.answers import Answer, Finding
from tests.validation.crawl import Crawl

PLAIN = "text/plain; charset=utf-8"
SECURITY = "/.well-known/security.txt"
FIELDS = {
    *("contact", "expires", "encryption", "acknowledgments", "preferred-languages", "canonical", "policy"),
    "hiring",
}
SCHEMES = ("mailto:", "tel:", "https://", "http://")
A_YEAR = timedelta(days=366)


def mistakes(found: Crawl, fetch: Callable[[str], Answer]) -> Iterator[Finding]:
    for path, check in (("/robots.txt", robots), (SECURITY, security)):
        answer = fetch(found.origin + path)
        if answer.status != 200 or answer.headers["content-type"] != PLAIN:
            yield Finding(answer.url, f"{answer.status}, {answer.headers.get('content-type')}")
            continue
        yield from (Finding(answer.url, what) for what in check(answer, found))


def robots(answer: Answer, found: Crawl) -> Iterator[str]:
    rules = RobotFileParser()
    rules.parse(answer.text.splitlines())
    yield from (f"keeps robots from {page.url}" for page in found.pages if not rules.can_fetch("*", page.url))
    yield from (f"shows robots {path}" for path in ("/admin/", "/pratinjau/x/") if rules.can_fetch("*", path))
    for address in rules.site_maps() or ["(none)"]:
        if address not in found.answers or found.answers[address].status != 200:
            yield f"the sitemap {address} is not there"


def security(answer: Answer, _found: Crawl) -> Iterator[str]:
    lines = [line.partition(":") for line in answer.text.splitlines() if line and not line.startswith("#")]
    fields = [(name.lower(), value.strip()) for name, _colon, value in lines]
    yield from (f"no such field: {name}" for name, _value in fields if name not in FIELDS)
    contacts = [value for name, value in fields if name == "contact"]
    if not contacts or not all(contact.startswith(SCHEMES) for contact in contacts):
        yield f"the contacts are {contacts}"
    yield from expiry([value for name, value in fields if name == "expires"])
    named = [value for name, value in fields if name == "canonical"]
    if named and answer.url not in named:
        yield f"the canonical address is {named}"
    if len([name for name, _value in fields if name == "preferred-languages"]) > 1:
        yield "languages are preferred twice"


def expiry(values: list[str]) -> Iterator[str]:
    if len(values) != 1:
        yield f"it expires {len(values)} times"
        return
    ahead = datetime.fromisoformat(values[0]) - datetime.now(UTC)
    if not timedelta(0) < ahead < A_YEAR:
        yield f"it expires on {values[0]}"
