"""What the OpenAPI document says of every address beyond what its view and serializer show."""

from __future__ import annotations

from typing import Any

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


class Schema(AutoSchema):
    """Adds the problems an address answers with, and the parameters of a single row's address."""

    def get_response_serializers(self) -> Any:
        problems = [400, 404] if self.is_detail() else [400]
        described = super().get_response_serializers()
        return {200: described, **{(status, MEDIA_TYPE): ProblemSerializer for status in problems}}

    def get_override_parameters(self) -> list[Any]:
        if not self.is_detail():
            return list(getattr(self.view, "more_parameters", ()))
        filters = self.view.detail_filterset_class.base_filters  # type: ignore[attr-defined]
        days = [
            OpenApiParameter(name, OpenApiTypes.DATE, description=field.extra["help_text"])
            for name, field in filters.items()
        ]
        return [OpenApiParameter("id", OpenApiTypes.STR, OpenApiParameter.PATH), *days]

    def get_filter_backends(self) -> list[Any]:
        """The change log is one answer and not a list of the generator's kind, but filtered like one."""
        return [] if self.is_detail() else list(getattr(self.view, "filter_backends", ()))

    def is_detail(self) -> bool:
        return getattr(self.view, "action", "") == "retrieve"
