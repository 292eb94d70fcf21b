from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Model, QuerySet
from django.http import Http404
from rest_framework.generics import get_object_or_404

from articles.models import EditionQuote, EditionText
from pressroom.api.filters.releases import QuoteFilters, ReleaseFilters
from pressroom.api.releases import contents_of, quotes, releases
from pressroom.api.serializers.releases import QuoteSerializer, ReleaseDetailSerializer, ReleaseSerializer
from pressroom.api.views.base import Register


class Releases(Register):
    """Press releases as they stand now, the newest first; the list leaves out texts and subjects."""

    keys = ("-published_at", "-id")
    lookup_field = "uid"
    queryset = EditionText.objects.none()
    filterset_class = ReleaseFilters

    def get_serializer_class(self) -> type[ReleaseSerializer]:
        return ReleaseSerializer if self.action == "list" else ReleaseDetailSerializer

    def get_queryset(self) -> QuerySet[EditionText]:
        return releases(long=self.action != "list")

    def get_serializer_context(self) -> dict[str, Any]:
        return {**super().get_serializer_context(), "contents": self.contents}

    def describe(self, rows: Sequence[Any], *, many: bool = False) -> Any:
        self.contents = None if many else contents_of(rows[0], self.request)
        return super().describe(rows, many=many)


class Quotes(Register):
    """What people said in releases, word for word, the newest release first."""

    keys = ("-published_at", "-edition_id", "ordinal")
    queryset = EditionQuote.objects.none()
    serializer_class = QuoteSerializer
    filterset_class = QuoteFilters

    def get_queryset(self) -> QuerySet[EditionQuote]:
        return quotes()

    def find(self, public_id: str) -> Model:
        uid, _dash, ordinal = public_id.rpartition("-")
        if not ordinal.isdecimal():
            raise Http404
        return get_object_or_404(self.get_queryset(), release_uid=uid, ordinal=ordinal)
