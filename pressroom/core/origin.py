"""Who is behind what happens now: the request under way, for those that are not handed it."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from pressroom.core import page

_current: ContextVar[HttpRequest | None] = ContextVar("request", default=None)


class OriginMiddleware:
    """Keeps the request, and what its page is written in, at hand while it is answered.

    A command has no request: it acts as nobody, from nowhere.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        token = _current.set(request)
        try:
            with page.being_written():
                return self.get_response(request)
        finally:
            _current.reset(token)


def actor() -> str:
    """The name of whoever is logged in, "" where nobody is."""
    user = getattr(_current.get(), "user", None)
    return user.get_username() if user else ""


def address() -> str:
    """The network address that the request came from, "" where there is none."""
    request = _current.get()
    return address_of(request) if request else ""


def reading() -> HttpRequest | None:
    """The request of somebody who merely looks at a page; None where something may be changed."""
    request = _current.get()
    return request if request and request.method in {"GET", "HEAD"} else None


def address_of(request: HttpRequest) -> str:
    """The address that asked. Of the hops in X-Forwarded-For only the last is one that our proxy saw itself;
    anybody can claim the others, and without a proxy that one too.
    """
    hops = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
    return read_address(hops.rpartition(",")[2]) or read_address(request.META.get("REMOTE_ADDR", ""))


def read_address(text: str) -> str:
    """The address in its usual spelling, "" for anything else."""
    try:
        found = ip_address(text.strip().partition("%")[0])
    except ValueError:
        return ""
    return str(getattr(found, "ipv4_mapped", None) or found)
