"""The small shapes that all resources share. Descriptions here become those of the OpenAPI document."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from django.db.models import Choices, Model
from drf_spectacular.utils import extend_schema_field, inline_serializer
from rest_framework import serializers

from articles.models import Citation
from articles.models.projections import CITATIONS_SHOWN
from pressroom.api.language import in_both
from pressroom.api.references import ROUTES, address, identity, pair, reference
from pressroom.core.dates import Span, UncertainDate, span_edtf, when_edtf, write_span, write_when


class Bilingual(serializers.Serializer):
    """Words in Indonesian and in English; null where nobody has written them."""

    id = serializers.CharField(allow_null=True)
    en = serializers.CharField(allow_null=True)


class ReferenceSerializer(serializers.Serializer):
    """Another resource: its identity, its name and its address."""

    id = serializers.CharField()
    name = Bilingual()
    url = serializers.URLField()


class ReleaseReference(serializers.Serializer):
    """A release: its identity, its titles and its address."""

    id = serializers.UUIDField()
    title = Bilingual()
    url = serializers.URLField()


class WhenSerializer(serializers.Serializer):
    """A date as far as it is known: as EDTF, as its first and last possible day, and in words."""

    edtf = serializers.CharField(
        help_text="ISO 8601-2: `2024-10-09`, `2007`, `2025-37` (first third of 2025)."
    )
    earliest = serializers.DateField()
    latest = serializers.DateField()
    text = Bilingual(help_text="As printed where it was printed, else in the shortest exact words.")


class PeriodSerializer(serializers.Serializer):
    """A span of time as far as it is known; each end is EDTF or null, and both in words."""

    start = serializers.CharField(allow_null=True)
    end = serializers.CharField(allow_null=True, help_text="`[2024-10-09..]`: not over before that day.")
    text = Bilingual()


class CitationSerializer(serializers.Serializer):
    """The exact words that a fact rests on, in a release (`release`, `paragraph`) or elsewhere (`url`)."""

    release = ReleaseReference(allow_null=True)
    paragraph = serializers.IntegerField(allow_null=True, help_text="0 is the headline.")
    excerpt = serializers.CharField()
    basis = serializers.ChoiceField(choices=Citation.Basis.choices)
    note = Bilingual(allow_null=True, help_text="Why an inferred fact follows from the words.")
    url = serializers.URLField(allow_null=True)
    retrieved_on = serializers.DateField(allow_null=True)


class RowField(serializers.Field):
    """A read-only field that sees the whole row, unless `source` names a part of it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"source": "*", "read_only": True, **options})


@extend_schema_field(Bilingual)
class Pair(RowField):
    """A field with its `_en` twin; with `allow_null`, null where both are empty."""

    def __init__(self, name: str, **options: Any) -> None:
        self.name = name
        super().__init__(**options)

    def to_representation(self, row: Any) -> dict[str, str | None] | None:
        words = pair(row, self.name)
        return None if self.allow_null and not any(words.values()) else words


@extend_schema_field(ReferenceSerializer)
class Reference(serializers.ReadOnlyField):
    """The row of that name; null where there is none, or none that is public."""

    def to_representation(self, row: Model) -> dict[str, Any] | None:
        return reference(row, self.context["request"])


@extend_schema_field(ReferenceSerializer(many=True))
class References(serializers.ReadOnlyField):
    """Rows of a relation that the view has prefetched through the gate."""

    def to_representation(self, related: Any) -> list[dict[str, Any]]:
        found = (reference(row, self.context["request"]) for row in related.all())
        return [entry for entry in found if entry]


@extend_schema_field(CitationSerializer(many=True))
class Citations(RowField):
    """The words that the row rests on; `subject` says what rests on them where that is not the row itself."""

    def __init__(self, subject: str = "it", **options: Any) -> None:
        cap = f"at most the {CITATIONS_SHOWN} newest in releases and as many outside sources"
        super().__init__(help_text=f"The words that {subject} rests on: {cap}.", **options)

    def to_representation(self, row: Model) -> list[dict[str, Any]]:
        return self.context["sources"].of(row)


class Identity(serializers.CharField):
    """The stable id of a row, as the change log knows it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(source="*", read_only=True, **options)

    def to_representation(self, row: Any) -> str:
        return identity(row)


class Address(serializers.URLField):
    """The address of the row itself."""

    def __init__(self, **options: Any) -> None:
        super().__init__(source="*", read_only=True, **options)

    def to_representation(self, row: Any) -> str:
        return address(ROUTES[type(row)], identity(row), self.context["request"])


class Moment(serializers.DateTimeField):
    """A moment in UTC, to the second, ending in Z: the one form that every wire client reads."""

    def __init__(self, **options: Any) -> None:
        super().__init__(read_only=True, format="%Y-%m-%dT%H:%M:%SZ", default_timezone=UTC, **options)


class OptionalChoice(serializers.ChoiceField):
    """A choice that may be open: the empty string becomes null."""

    def __init__(self, choices: Any, **options: Any) -> None:
        super().__init__(choices=choices, read_only=True, allow_null=True, **options)

    def to_representation(self, value: str) -> Any:
        return value or None


class OptionalText(serializers.CharField):
    """Text that may be missing: the empty string becomes null."""

    def __init__(self, **options: Any) -> None:
        super().__init__(read_only=True, allow_null=True, **options)

    def to_representation(self, value: str) -> Any:
        return value or None


@extend_schema_field(WhenSerializer)
class When(serializers.ReadOnlyField):
    def __init__(self) -> None:
        super().__init__(allow_null=True)

    def to_representation(self, when: UncertainDate) -> dict[str, Any] | None:
        if not when.known:
            return None
        first, last = when.bounds
        text = {language: write_when(when, language) for language in ("id", "en")}
        return {
            "edtf": when_edtf(when),
            "earliest": first.isoformat(),
            "latest": last.isoformat(),
            "text": text,
        }


@extend_schema_field(PeriodSerializer)
class Period(serializers.ReadOnlyField):
    def __init__(self) -> None:
        super().__init__(source="span", allow_null=True)

    def to_representation(self, span: Span) -> dict[str, Any] | None:
        ends = span_edtf(span)
        text = {language: write_span(span, language) for language in ("id", "en")}
        return {**ends, "text": text} if ends else None


def word_shape(name: str, choices: type[Choices]) -> serializers.Serializer:
    """The OpenAPI shape of a derived state: its code, and its words in both languages."""
    fields = {"code": serializers.ChoiceField(choices=choices.choices), "label": Bilingual()}
    return inline_serializer(name, fields=fields)


def word(choice: Any) -> dict[str, Any]:
    return {"code": str(choice), "label": in_both(choice)}
