"""How long answers may be kept: as long as one likes, if one asks each time whether they still stand."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.http import ConditionalGetMiddleware

ASK_EACH_TIME = "public, no-cache"
DESK = "/admin/"


class FreshnessMiddleware(ConditionalGetMiddleware):
    """Public answers carry an ETag and are never used unasked; the 404 of a page to come is one of them.

    A lifetime would let a page outlive the next release, or tell by its length when that is due. Answers that
    say for themselves how they are to be kept, and the desk, are left alone.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if request.path.startswith(DESK) or response.has_header("Cache-Control"):
            return response
        response["Cache-Control"] = ASK_EACH_TIME
        if not response.streaming:
            # Taking a text away makes the newest date older: who asks by date would be told "unchanged".
            response.headers.pop("Last-Modified", None)
        return super().process_response(request, response)
