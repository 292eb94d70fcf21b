"""What the API says of releases whose text was taken away."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles.models import Article, Edition
from pressroom.api.citations import release_entry
from pressroom.api.history import Notice
from pressroom.api.language import LANGUAGES
from pressroom.api.references import address
from pressroom.api.schema import ProblemSerializer
from pressroom.api.serializers.fields import Bilingual, Moment, OptionalText, ReleaseReference
from pressroom.api.serializers.releases import pages_of


class NoticeSerializer(serializers.Serializer):
    """What is told of a release that was taken away, be it withdrawn or killed."""

    id = serializers.UUIDField(source="uid")
    status = serializers.SerializerMethodField()
    version = serializers.IntegerField(source="edition.number", help_text="Ignore a lower one than you have.")
    reason = serializers.SerializerMethodField()
    successor = serializers.SerializerMethodField(help_text="The release to use in its place.")
    digest = serializers.CharField(source="edition.digest", help_text="SHA-256 of the sealed document.")

    @extend_schema_field(Bilingual)
    def get_reason(self, notice: Notice) -> dict[str, str | None]:
        return notice.reason

    @extend_schema_field(ReleaseReference(allow_null=True))
    def get_successor(self, notice: Notice) -> dict[str, Any] | None:
        return release_entry(notice.successor, self.context["request"]) if notice.successor else None


class TombstoneSerializer(NoticeSerializer):
    """All that is left of a release that must not be used; not even its title."""

    canceled_at = Moment(source="edition.public_from")

    @extend_schema_field(serializers.ChoiceField(choices=["canceled"]))
    def get_status(self, notice: Notice) -> str:
        return "canceled"


class GoneSerializer(ProblemSerializer):
    """The problem document of a killed release."""

    release = TombstoneSerializer()


class WithheldSerializer(NoticeSerializer):
    """A withdrawn release: its address and its title stay, its text does not."""

    url = serializers.SerializerMethodField()
    kind = serializers.ChoiceField(source="edition.document.kind", choices=Article.Kind.choices)
    number = OptionalText(source="edition.document.number")
    edition = serializers.ChoiceField(source="edition.kind", choices=[Edition.Kind.WITHDRAWAL])
    languages = serializers.SerializerMethodField()
    title = serializers.SerializerMethodField()
    published_at = Moment(source="first.published_at")
    withheld_at = Moment(source="edition.public_from")
    html_url = serializers.SerializerMethodField(help_text="The pages that say so.")

    def get_url(self, notice: Notice) -> str:
        return address("releases", notice.uid, self.context["request"])

    @extend_schema_field(serializers.ChoiceField(choices=["withheld"]))
    def get_status(self, notice: Notice) -> str:
        return "withheld"

    @extend_schema_field(serializers.ListField(child=serializers.ChoiceField(choices=LANGUAGES)))
    def get_languages(self, notice: Notice) -> list[str]:
        return list(notice.by_language)

    @extend_schema_field(Bilingual)
    def get_title(self, notice: Notice) -> dict[str, str | None]:
        return notice.pair("title")

    @extend_schema_field(Bilingual)
    def get_html_url(self, notice: Notice) -> dict[str, str | None]:
        slugs = {language: row.slug for language, row in notice.by_language.items()}
        return pages_of(slugs, self.context["request"])
