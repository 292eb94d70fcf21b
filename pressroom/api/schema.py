"""What the OpenAPI document says of every address beyond what its view and serializer show."""

from __future__ import annotations

from typing import Any

from django_filters import FilterSet
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers

from pressroom.api.problems import MEDIA_TYPE


class FaultSerializer(serializers.Serializer):
    """What is wrong with one parameter."""

    parameter = serializers.CharField()
    detail = serializers.CharField()


class ProblemSerializer(serializers.Serializer):
    """A problem document (RFC 9457); title and detail in Indonesian or English, after Accept-Language."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    instance = serializers.CharField()
    errors = FaultSerializer(many=True, required=False)  # type: ignore[assignment]  # popped by the metaclass


class KeyScheme(OpenApiAuthenticationExtension):
    """How the document names a partner's key."""

    target_class = "pressroom.api.keys.KeyAuthentication"
    name = "partnerKey"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, str]:
        text = "A key of the desk, `prk_…`. Only what is under embargo asks for one."
        return {"type": "http", "scheme": "bearer", "description": text}


class Schema(AutoSchema):
    """Adds the problems an address answers with, and the parameters of a single row's address.

    A view may name in `answers` and `problems`, by action, what its serializer class does not tell.
    """

    def get_response_serializers(self) -> Any:
        action = getattr(self.view, "action", "")
        problems = dict.fromkeys(self.problems(), ProblemSerializer)
        problems |= getattr(self.view, "problems", {}).get(action, {})
        described = getattr(self.view, "answers", {}).get(action) or super().get_response_serializers()
        answers = described if isinstance(described, dict) else {200: described}
        return {**answers, **{(status, MEDIA_TYPE): shape for status, shape in problems.items()}}

    def problems(self) -> list[int]:
        """A key that is not valid is refused wherever it is offered."""
        return [400, 401, 404] if self.is_detail() else [400, 401]

    def get_override_parameters(self) -> list[Any]:
        if not self.is_detail():
            return list(getattr(self.view, "more_parameters", ()))
        filters = getattr(self.view, "detail_filterset_class", FilterSet).base_filters
        days = [
            OpenApiParameter(name, OpenApiTypes.DATE, description=field.extra["help_text"])
            for name, field in filters.items()
        ]
        return [OpenApiParameter("id", OpenApiTypes.STR, OpenApiParameter.PATH), *days]

    def get_filter_backends(self) -> list[Any]:
        """The change log is one answer and not a list of the generator's kind, but filtered like one."""
        return [] if self.is_detail() else list(getattr(self.view, "filter_backends", ()))

    def is_detail(self) -> bool:
        return "{id}" in self.path
