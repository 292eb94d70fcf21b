"""The least that a server can answer: what it costs by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

ANSWER = b"Halo, dunia.\n"


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(ANSWER)))])
    return [ANSWER]
