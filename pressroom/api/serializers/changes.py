from __future__ import annotations

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from pressroom.api.references import ROUTES_BY_KIND, address
from pressroom.api.serializers.fields import Moment, OptionalText
from pressroom.core.models import Change


class ChangeSerializer(serializers.Serializer):
    """One public change of one thing; fetch `href` for what it is now."""

    seq = serializers.IntegerField()
    type = serializers.ChoiceField(source="kind", choices=sorted(ROUTES_BY_KIND))
    id = serializers.CharField(source="object_id")
    op = serializers.ChoiceField(choices=Change.Op.choices)
    version = serializers.IntegerField(
        allow_null=True, help_text="Of a release; ignore a lower one than you have."
    )
    at = Moment()
    href = serializers.SerializerMethodField()
    digest = OptionalText(help_text="SHA-256 of a release's sealed document.")

    @extend_schema_field(serializers.URLField())
    def get_href(self, change: Change) -> str:
        return address(ROUTES_BY_KIND[change.kind], change.object_id, self.context["request"])


class ChangesSerializer(serializers.Serializer):
    results = ChangeSerializer(many=True)
    next_since = serializers.CharField(help_text="Keep it, and ask for what came `since`.")
    has_more = serializers.BooleanField(help_text="Ask again at once.")
