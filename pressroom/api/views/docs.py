"""The OpenAPI document, and Swagger to read it with."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponseBase
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularJSONAPIView, SpectacularSwaggerSplitView
from rest_framework.request import Request

from pressroom.api.views.base import OpenView
from pressroom.core.page import in_language


@extend_schema(exclude=True)
class OpenApiDocument(OpenView, SpectacularJSONAPIView):
    """In English, whatever the reader's language: one document for all partners."""

    def get(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with in_language("en"):
            return super().get(request, *args, **kwargs)


class Docs(SpectacularSwaggerSplitView):
    """Swagger; its script comes from the same address, since the policy allows none in the page."""

    url_name = "api:openapi"
    template_name = "api/docs.html"
