"""`MAINTENANCE=1`: readers are told to come back, the desk goes on working."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

# Seconds after which machines may ask again.
RETRY_AFTER = 600
# The desk with its files; and what tells crawlers where they may go, without which they would stay away.
OPEN = ("/admin/", settings.STATIC_URL, settings.MEDIA_URL, "/robots.txt", "/favicon.ico")


class MaintenanceMiddleware:
    """Stands before the session, so that a page can be answered while there is no database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if not settings.MAINTENANCE:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request) if request.path.startswith(OPEN) else closed(request)


def closed(request: HttpRequest) -> HttpResponse:
    """A page for people, a problem document (RFC 9457) for machines; 503, to be asked again."""
    headers = {"Retry-After": str(RETRY_AFTER), "Cache-Control": "no-store"}
    if not request.path.startswith("/api/"):
        return HttpResponse(render_to_string("maintenance.html"), status=503, headers=headers)
    problem = {
        "type": "about:blank",
        "title": "Service Unavailable",
        "status": 503,
        "instance": request.path,
    }
    return JsonResponse(problem, status=503, headers=headers, content_type="application/problem+json")
