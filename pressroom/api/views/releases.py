from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db.models import Model, QuerySet
from django.http import Http404, HttpResponseBase
from drf_spectacular.utils import PolymorphicProxySerializer
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response

from articles.models import EditionQuote, EditionText
from pressroom.api.filters.releases import QuoteFilters, ReleaseFilters
from pressroom.api.history import Notice, notes_of, notice_of
from pressroom.api.problems import Gone
from pressroom.api.releases import contents_of, quotes, releases
from pressroom.api.serializers.notices import GoneSerializer, TombstoneSerializer, WithheldSerializer
from pressroom.api.serializers.releases import QuoteSerializer, ReleaseDetailSerializer, ReleaseSerializer
from pressroom.api.views.base import Register


class Releases(Register):
    """Press releases as they stand now, the newest first; the list leaves out texts and subjects.

    Those that were withdrawn or killed are not among them; the address of each goes on answering for it.
    """

    keys = ("-published_at", "-id")
    lookup_field = "uid"
    queryset = EditionText.objects.none()
    filterset_class = ReleaseFilters
    answers: ClassVar = {
        "retrieve": PolymorphicProxySerializer(
            "ReleaseAnswer", [ReleaseDetailSerializer, WithheldSerializer], resource_type_field_name=None
        )
    }
    problems: ClassVar = {"retrieve": {410: GoneSerializer}}

    def get_serializer_class(self) -> type[ReleaseSerializer]:
        return ReleaseSerializer if self.action == "list" else ReleaseDetailSerializer

    def get_queryset(self) -> QuerySet[EditionText]:
        return releases(long=self.action != "list")

    def retrieve(self, request: Request, id: str) -> HttpResponseBase:  # noqa: A002 — the name in the address
        """A press release as it stands now; of one that was withdrawn or killed, what is left of it."""
        try:
            return super().retrieve(request, id)
        except Http404:
            return self.answer_with(notice_of(id))

    def answer_with(self, notice: Notice) -> Response:
        """Raises Gone for a release that must not be used."""
        context = super().get_serializer_context()
        if notice.is_kill:
            raise Gone(release=TombstoneSerializer(notice, context=context).data)
        return Response(WithheldSerializer(notice, context=context).data)

    def get_serializer_context(self) -> dict[str, Any]:
        return {**super().get_serializer_context(), "contents": self.contents, "notes": self.notes}

    def describe(self, rows: Sequence[Any], *, many: bool = False) -> Any:
        self.contents = None if many else contents_of(rows[0], self.request)
        self.notes = notes_of(row.article_id for row in rows)
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
