"""Early access: what is under embargo, for partners whose key says so, and for no cache."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import FileResponse, Http404
from django.utils.cache import patch_vary_headers
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import PolymorphicProxySerializer
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer
from rest_framework.viewsets import GenericViewSet

from articles.models import Edition, EditionImage
from pressroom.api import embargo, parameters
from pressroom.api.keys import MayReadEmbargoed
from pressroom.api.paging import CURSOR, LIMIT, PARAMETERS, KeysetPagination
from pressroom.api.problems import Unrecorded
from pressroom.api.schema import ProblemSerializer
from pressroom.api.serializers.embargoed import (
    CalledOffSerializer,
    EmbargoedDetailSerializer,
    EmbargoedSerializer,
)
from pressroom.api.views.base import OpenView
from pressroom.core import audit

REFUSED = {403: ProblemSerializer}


def either(name: str, serializer: type[EmbargoedSerializer], **options: Any) -> PolymorphicProxySerializer:
    shapes: list[type[Serializer]] = [serializer, CalledOffSerializer]
    return PolymorphicProxySerializer(name, shapes, resource_type_field_name=None, **options)


class Embargoed(OpenView, GenericViewSet):
    """Releases that partners may prepare and must not use before `embargo_until`, the next one first.

    One that was taken back stays here, `canceled`, until a week after that moment; at that moment the others
    leave for `/releases/`. Every answer is recorded.
    """

    permission_classes = (MayReadEmbargoed,)
    keys = ("public_from", "id")
    queryset = Edition.objects.none()
    serializer_class = EmbargoedSerializer
    pagination_class = KeysetPagination
    lookup_url_kwarg = "id"
    more_parameters = (CURSOR, LIMIT)
    answers: ClassVar = {
        "list": either("EmbargoedEntry", EmbargoedSerializer, many=True),
        "retrieve": either("EmbargoedAnswer", EmbargoedDetailSerializer),
        "image": {(200, "image/*"): OpenApiTypes.BINARY},
    }
    problems: ClassVar = dict.fromkeys(("list", "retrieve", "image"), REFUSED)

    def list(self, request: Request) -> Response:
        parameters.refuse_unknown(request.query_params, {*PARAMETERS})
        rows = self.paginate_queryset(embargo.with_texts(embargo.embargoed())) or []
        self.keep_trace(None, rows)
        return self.get_paginated_response(self.describe(rows, EmbargoedSerializer))

    def retrieve(self, request: Request, id: str) -> Response:  # noqa: A002 — the name in the address
        parameters.refuse_unknown(request.query_params, set())
        edition = self.find(embargo.in_full(embargo.embargoed()), id)
        self.keep_trace(edition, [edition])
        return Response(self.describe([edition], EmbargoedDetailSerializer)[0])

    def image(self, request: Request, id: str, number: int) -> FileResponse:  # noqa: A002
        """One picture of a release under embargo."""
        parameters.refuse_unknown(request.query_params, set())
        edition = self.find(embargo.embargoed(), id)
        images = EditionImage.objects.filter(edition=edition).select_related("image")
        shown = get_object_or_404(images, ordinal=number)
        try:
            file = shown.image.display.open()
        except FileNotFoundError as error:
            raise Http404 from error
        self.keep_trace(edition, [edition])
        return FileResponse(file)

    def find(self, editions: QuerySet[Edition], uid: str) -> Edition:
        return get_object_or_404(editions, uid=uid)

    def describe(self, rows: Sequence[Edition], shape: type[EmbargoedSerializer]) -> Sequence[Any]:
        context = {**self.get_serializer_context(), "notes": embargo.notes_then(rows)}
        texts = [(row, embargo.text_in(row, "id")) for row in rows]
        return [
            shape(text, context=context).data if text else CalledOffSerializer(row, context=context).data
            for row, text in texts
        ]

    def keep_trace(self, edition: Edition | None, read: Iterable[Any]) -> None:
        """Raises Unrecorded where the audit trail cannot be written."""
        key: Any = self.request.auth
        versions = {str(row.uid): [None, row.number] for row in read}
        by = f"{key.partner} ({key.prefix})"
        if audit.record("embargo_read", edition and edition.article, by=by, details=versions) is None:
            raise Unrecorded

    def perform_content_negotiation(self, request: Request, force: bool = False) -> Any:
        """Whoever asks for a picture accepts pictures, and no JSON."""
        return super().perform_content_negotiation(request, force or self.action == "image")

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().finalize_response(request, response, *args, **kwargs)
        response.headers["Cache-Control"] = "private, no-store"
        patch_vary_headers(response, ["Authorization"])
        return response
