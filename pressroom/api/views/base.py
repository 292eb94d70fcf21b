"""What every address of the API has in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect
from django.utils.cache import patch_vary_headers
from django_filters import FilterSet
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.views import APIView
from rest_framework.viewsets import GenericViewSet

from pressroom.api import parameters
from pressroom.api.citations import Sources, targets_of_all
from pressroom.api.language import LANGUAGES, preferred
from pressroom.api.paging import CURSOR, LIMIT, PARAMETERS, KeysetPagination
from pressroom.api.references import ROUTES, address, identity, survivor
from pressroom.core.page import in_language


class OpenView(APIView):
    """Anyone may read, from any page of the web; problems speak the reader's language."""

    http_method_names = ("get", "head", "options")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with in_language(preferred(request)):
            return super().dispatch(request, *args, **kwargs)

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> Response:
        response = super().finalize_response(request, response, *args, **kwargs)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers.setdefault("Content-Language", ", ".join(LANGUAGES))
        patch_vary_headers(response, ["Accept-Language"])
        return response

    def options(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Response:
        """Let a page of another site ask before it reads."""
        allowed = {"Access-Control-Allow-Methods": "GET, HEAD, OPTIONS", "Access-Control-Allow-Headers": "*"}
        return Response(status=204, headers=allowed)


class Register(OpenView, GenericViewSet):
    """A list in the order of `keys`, and its rows one by one.

    `cited` names the rows inside one answer whose sources are printed; they are fetched for a whole page.
    """

    keys: ClassVar[Sequence[str]]
    lookup_field = "pk"
    lookup_url_kwarg = "id"
    lookup_value_regex = r"[-\w]+"
    pagination_class = KeysetPagination
    filter_backends = (parameters.StrictFilterBackend,)
    filterset_class: type[FilterSet] = FilterSet
    detail_filterset_class: type[FilterSet] = FilterSet
    more_parameters = (CURSOR, LIMIT)
    asked: dict[str, Any]

    def list(self, request: Request) -> Response:
        parameters.refuse_unknown(request.query_params, {*self.filterset_class.base_filters, *PARAMETERS})
        rows = self.paginate_queryset(self.filter_queryset(self.in_list(self.get_queryset()))) or []
        return self.get_paginated_response(self.describe(rows, many=True).data)

    def retrieve(self, request: Request, id: str) -> HttpResponseBase:  # noqa: A002 — the name in the address
        filters = self.detail_filterset_class
        parameters.refuse_unknown(request.query_params, set(filters.base_filters))
        self.asked = parameters.read(filters(request.query_params, self.get_queryset(), request=request))
        row = self.find(id)
        shown = survivor(row)
        if shown is None:
            raise Http404
        if shown is not row:
            return HttpResponsePermanentRedirect(address(ROUTES[type(row)], identity(shown), request))
        return Response(self.describe([row]).data)

    def in_list(self, queryset: QuerySet) -> QuerySet:
        """What the list shows of the rows that have an address."""
        return queryset

    def find(self, public_id: str) -> Model:
        return get_object_or_404(self.get_queryset(), **{self.lookup_field: public_id})

    def cited(self, row: Any) -> Iterable[Model]:
        return ()

    def describe(self, rows: Sequence[Any], *, many: bool = False) -> BaseSerializer:
        targets = [target for row in rows for target in targets_of_all(self.cited(row))]
        context = {
            **self.get_serializer_context(),
            "asked": self.asked,
            "sources": Sources(targets, self.request),
        }
        return self.get_serializer_class()(rows if many else rows[0], many=many, context=context)
