"""The frame around every page, of which most says the same on all of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings

from pressroom.core.page import here

# Hosts and pages are few; more than so many means that somebody invents them.
MOST = 500
written: dict[tuple[Any, ...], str] = {}


def once(*about: Any, caller: Callable[[], str]) -> str:
    """`{% call once("footer") %}…{% endcall %}`: written once in each language for what it is about.

    What stands between may name nothing but that, the addresses of pages, and the agency as it is set.
    """
    agency = tuple(settings.AGENCY.values())
    key = (*about, *here(), agency)
    if key not in written:
        if len(written) >= MOST:
            written.clear()
        written[key] = caller()
    return written[key]
