"""Keyset pages of a list: `results`, and whole addresses of the pages beside them."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from pressroom.api.problems import InvalidParameters
from pressroom.core.keyset import CursorError, paginate

DEFAULT_LIMIT = 20
MAX_LIMIT = 100
PARAMETERS = frozenset({"cursor", "limit"})

LIMIT = OpenApiParameter(
    "limit",
    {"type": "integer", "minimum": 1, "maximum": MAX_LIMIT, "default": DEFAULT_LIMIT},
    description=f"How many rows a page has: 1 to {MAX_LIMIT}.",
)
CURSOR = OpenApiParameter(
    "cursor", description="Where the page begins; `next` and `previous` of every page carry it."
)
LINK = {"type": ["string", "null"], "format": "uri"}


def read_limit(given: QueryDict) -> int:
    text = given.get("limit", str(DEFAULT_LIMIT))
    if text.isascii() and text.isdigit() and len(text) <= len(str(MAX_LIMIT)) and 1 <= int(text) <= MAX_LIMIT:
        return int(text)
    raise InvalidParameters([("limit", _("Tulislah bilangan dari 1 sampai %d.") % MAX_LIMIT)])


class KeysetPagination(BasePagination):
    """Pages in the order of the view's `keys`."""

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        self.request = request
        given = request.query_params
        try:
            self.page = paginate(queryset, view.keys, given.get("cursor"), read_limit(given))
        except CursorError as error:
            raise InvalidParameters([("cursor", str(error))]) from error
        return self.page.items

    def get_paginated_response(self, data: Any) -> Response:
        return Response(
            {"results": data, "next": self.link(self.page.next), "previous": self.link(self.page.previous)}
        )

    def link(self, cursor: str | None) -> str | None:
        return replace_query_param(self.request.build_absolute_uri(), "cursor", cursor) if cursor else None

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        return {
            "type": "object",
            "required": ["results", "next", "previous"],
            "properties": {"results": schema, "next": LINK, "previous": LINK},
        }
