"""Releases under embargo, as partners get them early."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.reverse import reverse

from articles.models import Edition, EditionImage, EditionSubject, EditionText, Quote
from pressroom.api.references import address
from pressroom.api.serializers.fields import Moment, OptionalText, Pair
from pressroom.api.serializers.releases import FullTextSerializer, InBoth, ReleaseSerializer


def embargoed_address(uid: Any, request: Request) -> str:
    return reverse("api:embargoed-detail", args=[str(uid)], request=request)


class CalledOffSerializer(serializers.Serializer):
    """An edition that was taken back before its moment: do not use what you have fetched of it."""

    id = serializers.UUIDField(source="uid")
    url = serializers.SerializerMethodField()
    status = serializers.SerializerMethodField()
    version = serializers.IntegerField(source="number")
    embargo_until = Moment(source="public_from")
    canceled_at = Moment(source="cancellation.at", allow_null=True, help_text="null: this very moment.")

    def get_url(self, edition: Any) -> str:
        return embargoed_address(edition.uid, self.context["request"])

    @extend_schema_field(serializers.ChoiceField(choices=["canceled"]))
    def get_status(self, edition: Edition) -> str:
        return "canceled"


class EmbargoedSerializer(ReleaseSerializer):
    """A release that must not be used before `embargo_until`. Ask again at that moment: it may have moved."""

    id = serializers.UUIDField(source="edition.uid")
    embargo_until = Moment(source="public_from")
    release_url = serializers.SerializerMethodField(help_text="Where everybody finds it from then on.")

    def get_url(self, text: Any) -> str:
        return embargoed_address(text.edition.uid, self.context["request"])

    @extend_schema_field(serializers.ChoiceField(choices=["embargoed"]))
    def get_status(self, text: EditionText) -> str:
        return "embargoed"

    def get_release_url(self, text: Any) -> str:
        return address("releases", str(text.edition.uid), self.context["request"])


class PrintedQuote(serializers.Serializer):
    """What somebody says, word for word, with the name and role of that day."""

    ordinal = serializers.IntegerField()
    kind = serializers.ChoiceField(choices=Quote.Kind.choices)
    name = InBoth()
    role = InBoth()
    attribution = OptionalText()
    verb = OptionalText()
    text = InBoth()


class PrintedSubject(serializers.Serializer):
    """What a release speaks of; the registers may not know it before that moment."""

    type = serializers.ChoiceField(source="subject_type", choices=EditionSubject.Type.choices)
    name = Pair("label")
    role = Pair("detail", allow_null=True)


class PrintedImage(serializers.Serializer):
    """A picture of a release; its address asks for the key as well."""

    url = serializers.SerializerMethodField()
    width = serializers.IntegerField()
    height = serializers.IntegerField()
    alt = Pair("alt", allow_null=True)
    caption = Pair("caption", allow_null=True)
    credit = OptionalText()

    def get_url(self, image: EditionImage) -> str:
        uid, request = self.context["uid"], self.context["request"]
        return reverse("api:embargoed-image", args=[str(uid), image.ordinal], request=request)


class EmbargoedDetailSerializer(EmbargoedSerializer, FullTextSerializer):
    """A release under embargo with its texts, quotes and pictures."""

    quotes = serializers.SerializerMethodField()
    subjects = serializers.SerializerMethodField()
    images = serializers.SerializerMethodField()

    @extend_schema_field(PrintedQuote(many=True))
    def get_quotes(self, text: EditionText) -> Any:
        said = [quote for quote in text.edition.editionquotes.all() if quote.language == "id"]
        return PrintedQuote(said, many=True).data

    @extend_schema_field(PrintedSubject(many=True))
    def get_subjects(self, text: EditionText) -> Any:
        return PrintedSubject(text.edition.editionsubjects.all(), many=True).data

    @extend_schema_field(PrintedImage(many=True))
    def get_images(self, text: Any) -> Any:
        context = {**self.context, "uid": text.edition.uid}
        return PrintedImage(text.edition.editionimages.all(), many=True, context=context).data
