"""A release as PDF, made from its own page and the style sheet for paper, where WeasyPrint and Pango are.

That takes a second or two, so a page is put on paper once and kept in the cache.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import import_module
from threading import Lock
from typing import Any

from django.core.cache import cache as kept

KEPT_FOR = 7 * 24 * 3600
# A page of more characters than this is no release; the work grows with them.
LONGEST = 400_000
# One at a time: a crowd that asks for PDFs must not keep others from reading pages.
_press = Lock()


class Busy(Exception):
    """Another PDF is being made; ask again in a few seconds."""


@cache
def press() -> Any | None:
    """The room that works with WeasyPrint; None where the extra `docs` is not installed or finds no Pango."""
    try:
        return import_module("pressroom.site.printing.paper")
    except (ImportError, OSError):
        return None


def available() -> bool:
    return press() is not None


def pdf_of(page: str, address: str) -> bytes:
    """The HTML of the page at that address on paper; raises Busy, and ValueError for one that is too long.

    The cache knows it by everything that stands on the page, so that no PDF says what its page does not.
    """
    if len(page) > LONGEST:
        raise ValueError(f"A page of {len(page)} characters is not put on paper.")
    key = f"pdf:{hashlib.sha256(f'{address} {page}'.encode()).hexdigest()}"
    found: bytes | None = kept.get(key)
    if found is None:
        found = made(page, address)
        kept.set(key, found, KEPT_FOR)
    return found


def made(page: str, address: str) -> bytes:
    paper = press()
    if paper is None or not _press.acquire(blocking=False):
        raise Busy
    try:
        drawn: bytes = paper.draw(page, address)
    finally:
        _press.release()
    return drawn
