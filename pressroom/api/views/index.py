from __future__ import annotations

from django.http import Http404
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse

from pressroom.api import parameters
from pressroom.api.views.base import OpenView

RESOURCES = (
    *("releases", "quotes", "people", "organizations", "posts", "appointments", "countries", "topics"),
    *("agreements", "instruments", "events"),
)
ADDRESSES = {**{name: f"api:{name}-list" for name in RESOURCES}, "changes": "api:changes"}
DOCUMENTS = {"openapi": "api:openapi", "docs": "api:docs"}
NAMES = {**ADDRESSES, **DOCUMENTS}
IndexSerializer = inline_serializer("Index", {name: serializers.URLField() for name in NAMES}).__class__


class Index(OpenView):
    """The addresses of everything that is open to all."""

    serializer_class = IndexSerializer

    @extend_schema(operation_id="index", tags=["index"])
    def get(self, request: Request) -> Response:
        parameters.refuse_unknown(request.query_params, set())
        return Response({name: reverse(route, request=request) for name, route in NAMES.items()})


@extend_schema(exclude=True)
class Nowhere(OpenView):
    """Any other address under the API's: a problem document, not a page."""

    def get(self, request: Request, **kwargs: str) -> Response:
        raise Http404
