"""One kept answer, and what of it a reader is sent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.http import parse_http_date_safe

from pressroom.core.freshness import ASK_EACH_TIME
from pressroom.site.caching.encodings import compressed

Environ = dict[str, Any]
Headers = list[tuple[str, str]]

# By these an answer differs in truth only where it is kept apart: the language is in the address.
KNOWN_TO_VARY = {"accept-encoding", "accept-language", "save-data"}
LARGEST = 1_000_000
# What a 304 repeats (RFC 9110, 15.4.5).
REPEATED = {"cache-control", "vary", "content-location", "expires"}
# What is worked out anew for each reader.
OURS = {"content-length", "content-encoding", "etag", "last-modified"}


@dataclass(slots=True)
class Page:
    """An answer of Django's with its bytes in each encoding asked for so far, "" being none."""

    etag: str
    since: str
    headers: Headers
    bodies: dict[str, bytes]

    def compress(self, encoding: str) -> None:
        if encoding not in self.bodies:
            self.bodies[encoding] = compressed(self.bodies[""], encoding)

    def headers_for(self, encoding: str) -> Headers:
        """Every header of a 200 with the body in that encoding."""
        length = ("Content-Length", str(len(self.bodies[encoding])))
        coded = [("Content-Encoding", encoding)] if encoding else []
        return [*self.headers, *self.validators(), length, *coded]

    def headers_of_304(self) -> Headers:
        return [*(pair for pair in self.headers if pair[0].lower() in REPEATED), *self.validators()]

    def validators(self) -> Headers:
        return [("ETag", self.etag), *([("Last-Modified", self.since)] if self.since else [])]

    def is_known(self, environ: Environ) -> bool:
        """Whether the reader's own copy is this one (RFC 9110, 13.2.2)."""
        if asked := environ.get("HTTP_IF_NONE_MATCH"):
            bare = {tag.strip().removeprefix("W/") for tag in asked.split(",")}
            return "*" in bare or self.etag.removeprefix("W/") in bare
        if (asked := environ.get("HTTP_IF_MODIFIED_SINCE")) and self.since:
            return (parse_http_date_safe(asked) or 0) >= (parse_http_date_safe(self.since) or 0)
        return False


def page_of(headers: Headers, chunks: Iterable[bytes], since: str) -> Page:
    given = {name.lower(): value for name, value in headers}
    kept = [pair for pair in headers if pair[0].lower() not in OURS]
    etag = given["etag"]
    return Page(etag if etag.startswith("W/") else f"W/{etag}", since, kept, {"": b"".join(chunks)})


def may_be_kept(status: str, headers: Headers) -> bool:
    """Whether an answer is the same for everybody: public, whole, and bound to nobody."""
    given = {name.lower(): value for name, value in headers}
    varies = {name.strip().lower() for name in given.get("vary", "").split(",") if name.strip()}
    return (
        status.startswith("200 ")
        and given.get("cache-control") == ASK_EACH_TIME
        and "etag" in given
        and "set-cookie" not in given
        and "nonce-" not in given.get("content-security-policy", "")
        and varies <= KNOWN_TO_VARY
        and int(given.get("content-length", LARGEST + 1)) <= LARGEST
    )
