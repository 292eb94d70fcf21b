"""Compression of answers: the best that a reader takes, at a level that a page is worth."""

from __future__ import annotations

import gzip
from functools import lru_cache

import brotli

PLAIN, GZIP, BROTLI = "", "gzip", "br"
# A page is compressed once and sent often.
QUALITY = {BROTLI: 6, GZIP: 7}
# One that is sent once should not cost more to compress than to write.
QUICK = 3


@lru_cache(maxsize=1_000)
def encoding_for(accepted: str) -> str:
    """The encoding for an Accept-Encoding; a `q=0` refuses one (RFC 9110, 12.5.3)."""
    for encoding in (BROTLI, GZIP):
        if encoding in accepted and takes(accepted, encoding):
            return encoding
    return PLAIN


def takes(accepted: str, encoding: str) -> bool:
    for offer in accepted.split(","):
        name, _semicolon, weight = offer.partition(";")
        if name.strip().lower() == encoding:
            return weight.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return False


def compressed(body: bytes, encoding: str) -> bytes:
    if encoding == BROTLI:
        return brotli.compress(body, quality=QUALITY[BROTLI])
    if encoding == GZIP:
        return gzip.compress(body, QUALITY[GZIP], mtime=0)
    return body


def quickly_compressed(body: bytes) -> bytes:
    """In Brotli."""
    return brotli.compress(body, quality=QUICK)
