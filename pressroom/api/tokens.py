"""What a partner's key looks like: `prk_<prefix>_<secret>`. The prefix finds it, the secret proves it."""

from __future__ import annotations

import hashlib
import re
import secrets

PREFIX_LENGTH = 8
SECRET_BYTES = 32
TOKEN = re.compile(r"prk_([0-9a-f]{8})_([-\w]{43})", re.ASCII)


def new() -> tuple[str, str]:
    """A prefix and a secret that nobody can guess, so that its plain fingerprint gives nothing away."""
    return secrets.token_hex(PREFIX_LENGTH // 2), secrets.token_urlsafe(SECRET_BYTES)


def write(prefix: str, secret: str) -> str:
    return f"prk_{prefix}_{secret}"


def read(token: str) -> tuple[str, str] | None:
    """Prefix and secret; None for what was never a token of ours."""
    found = TOKEN.fullmatch(token)
    return (found[1], found[2]) if found else None


def fingerprint(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def is_same(fingerprint: str, other: str) -> bool:
    """In a time that does not tell how much of them is alike."""
    return secrets.compare_digest(fingerprint, other)
