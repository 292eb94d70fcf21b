"""The change log for partners: ask what came since the last time, fetch what it names."""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django_filters import CharFilter, FilterSet
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from pressroom.api import parameters
from pressroom.api.filters.base import OneOf
from pressroom.api.paging import LIMIT, read_limit
from pressroom.api.problems import InvalidParameters
from pressroom.api.references import ROUTES_BY_KIND
from pressroom.api.serializers.changes import ChangesSerializer
from pressroom.api.views.base import OpenView
from pressroom.core import changes
from pressroom.core.models import Change

PREFIX = "since:"
MAX_SEQ = 2**63 - 1


def write_since(seq: int) -> str:
    return urlsafe_b64encode(f"{PREFIX}{seq}".encode()).decode().rstrip("=")


def read_since(text: str) -> int:
    """The number behind a `since`. It is not signed: a partner may keep it for years."""
    try:
        plain = urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode("ascii")
        seq = int(plain.removeprefix(PREFIX))
    except (binascii.Error, ValueError):
        seq = -1
    if 0 <= seq <= MAX_SEQ and write_since(seq) == text:
        return seq
    raise InvalidParameters([("since", _("Nilai ini bukan dari next_since; mulailah tanpa since."))])


class ChangeFilters(FilterSet):
    since = CharFilter(
        method="after", help_text="`next_since` of an earlier answer; left out: from the very first change."
    )
    kind = OneOf([(kind, kind) for kind in sorted(ROUTES_BY_KIND)], "Changes of this type only.")

    def after(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(seq__gt=read_since(value))


class Changes(OpenView, GenericAPIView):
    """Every public change in the order in which it happened; rows are never altered and never expire.

    A row gets its number when its thing becomes public, and none is held back: `at` is information only.
    """

    queryset = Change.objects.order_by("seq")
    serializer_class = ChangesSerializer
    filter_backends = (parameters.StrictFilterBackend,)
    filterset_class = ChangeFilters
    pagination_class = None
    more_parameters = (LIMIT,)
    asked: dict[str, Any]

    def get(self, request: Request) -> Response:
        parameters.refuse_unknown(request.query_params, {*self.filterset_class.base_filters, "limit"})
        limit = read_limit(request.query_params)
        changes.advance()
        found = list(self.filter_queryset(self.get_queryset())[: limit + 1])
        rows = found[:limit]
        answer = {
            "results": rows,
            "next_since": write_since(rows[-1].seq) if rows else self.unmoved(),
            "has_more": len(found) > limit,
        }
        return Response(self.get_serializer(answer).data)

    def unmoved(self) -> str:
        """The `since` that was asked for, unless the log has never come so far."""
        since = self.asked["since"] or write_since(0)
        if read_since(since) > changes.newest():
            raise InvalidParameters(
                [("since", _("Catatan perubahan belum sampai di sini; mulailah tanpa since."))]
            )
        return since
