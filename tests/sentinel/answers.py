"""What a reader gets at an address, apart from what differs with every request."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import NamedTuple

from django.http import HttpResponse
from django.test import Client

# A nonce of the content security policy, the tokens against forged requests, and until when they hold.
PER_REQUEST = re.compile(
    rb"""(?<=nonce=")[^"]+|(?<='nonce-)[^']+|(?<=name="csrfmiddlewaretoken" value=")[^"]+"""
    rb"""|(?<=X-CSRFTOKEN"] = ")[^"]+|(?<=csrftoken=)[^;]+|(?<=expires=)[^;]+"""
)
# Cookies that one answer would carry over into the next.
FORGOTTEN = ("csrftoken", "messages")
# Lists of the API are followed this far by `next`.
PAGES = 3


class Answer(NamedTuple):
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


def answer(reader: Client, address: str) -> Answer:
    """The answer to a GET, or to a POST of nothing where the address says so ("POST /admin/…")."""
    method, _space, path = address.rpartition(" ")
    response = reader.post(path) if method == "POST" else reader.get(path)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    steady = PER_REQUEST.sub(b"", body)
    return Answer(response.status_code, headers_of(response, whole=steady == body), steady)


def headers_of(response: HttpResponse, *, whole: bool) -> tuple[tuple[str, str], ...]:
    """Headers and cookies; without the tag of a body that is not `whole`, and without "expired just now"."""
    told = {**response.headers, **{name: cookie.OutputString() for name, cookie in response.cookies.items()}}
    if not whole:
        told.pop("ETag", None)
    if "no-store" in response.get("Cache-Control", ""):
        told.pop("Expires", None)
    return tuple(
        sorted((name, PER_REQUEST.sub(b"", f"{value}".encode()).decode()) for name, value in told.items())
    )


def answers(reader: Client, addresses: Iterable[str]) -> dict[str, Answer]:
    """What each address answers, and for lists of the API the pages that follow."""
    found: dict[str, Answer] = {}
    for address in addresses:
        for name in FORGOTTEN:
            reader.cookies.pop(name, None)
        found[address] = answer(reader, address)
        page, following = address, following_page(found[address])
        for number in range(2, PAGES + 1):
            if following is None:
                break
            page = f"{address} (page {number})"
            found[page] = answer(reader, following)
            following = following_page(found[page])
    return found


def following_page(given: Answer) -> str | None:
    if dict(given.headers).get("Content-Type") != "application/json" or given.status != 200:
        return None
    content = json.loads(given.body)
    return content.get("next") if isinstance(content, dict) else None


def differing(one: dict[str, Answer], other: dict[str, Answer]) -> list[str]:
    """The addresses whose answers are not the same, byte for byte."""
    return [address for address in one.keys() | other.keys() if one.get(address) != other.get(address)]
