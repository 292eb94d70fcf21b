from __future__ import annotations

from typing import Any

from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request

from articles.models import Article, Citation, Edition, EditionQuote, EditionText, PublicNote, Quote
from articles.models.citations import TARGETS
from pressroom.api.citations import RELEASE, release_entry
from pressroom.api.history import Notes
from pressroom.api.language import LANGUAGES
from pressroom.api.references import address, pair
from pressroom.api.releases import Contents, english_of, quote_in_english
from pressroom.api.serializers.fields import (
    Bilingual,
    Moment,
    OptionalText,
    Reference,
    ReleaseReference,
    RowField,
)
from pressroom.core.page import in_language

PROOF = "site:proof"


def pages_of(slugs: dict[str, str], request: Request) -> dict[str, str | None]:
    """The addresses of a release on the site, from its slug in each language that it has."""
    return {code: page_of(code, slugs[code], request) if code in slugs else None for code in LANGUAGES}


def page_of(language: str, slug: str, request: Request, name: str = "site:release") -> str:
    with in_language(language):
        return request.build_absolute_uri(reverse(name, args=[slug]))


@extend_schema_field(Bilingual)
class InBoth(RowField):
    """A field of the Indonesian row and of its English sibling."""

    def to_representation(self, row: Any) -> dict[str, str | None]:
        sibling = english_of(row) if isinstance(row, EditionText) else quote_in_english(row)
        name = str(self.field_name)
        return {
            "id": getattr(row, name) or None,
            "en": (getattr(sibling, name) or None) if sibling else None,
        }


class NoteSerializer(serializers.Serializer):
    """A line of the public history of a release, which may be put into better words later."""

    at = Moment()
    kind = serializers.CharField(help_text="`update`, `correction`, `withdrawal`, …")
    text = serializers.SerializerMethodField()

    @extend_schema_field(Bilingual)
    def get_text(self, note: PublicNote) -> dict[str, str | None]:
        return pair(note, "text")


class CorrectionSerializer(serializers.Serializer):
    """What had been wrong, and what is right."""

    at = Moment()
    was = serializers.SerializerMethodField()
    now = serializers.SerializerMethodField()

    @extend_schema_field(Bilingual)
    def get_was(self, note: PublicNote) -> dict[str, str | None]:
        return {"id": note.was or None, "en": note.was_en or None}

    @extend_schema_field(Bilingual)
    def get_now(self, note: PublicNote) -> dict[str, str | None]:
        return pair(note, "text")


class ReleaseSerializer(serializers.Serializer):
    """A release as it stands now. A later edition has the same id and a higher version."""

    id = serializers.UUIDField(source="uid")
    url = serializers.SerializerMethodField()
    kind = serializers.ChoiceField(choices=Article.Kind.choices)
    number = OptionalText()
    status = serializers.SerializerMethodField()
    version = serializers.IntegerField(source="edition.number", help_text="Ignore a lower one than you have.")
    edition = serializers.ChoiceField(source="edition.kind", choices=Edition.Kind.choices)
    languages = serializers.SerializerMethodField()
    title = InBoth()
    lead = InBoth()
    place = InBoth(help_text="The dateline.")
    published_at = Moment()
    updated_at = Moment()
    released_on = serializers.DateField(
        allow_null=True, help_text="The printed day of an old release whose hour is not recorded."
    )
    corrections = serializers.SerializerMethodField(help_text="The newest first.")
    digest = serializers.CharField(source="edition.digest", help_text="SHA-256 of the sealed document.")
    html_url = serializers.SerializerMethodField(help_text="The pages of the release.")

    def get_url(self, text: Any) -> str:
        return address("releases", str(text.uid), self.context["request"])

    @extend_schema_field(serializers.ChoiceField(choices=["usable"]))
    def get_status(self, text: EditionText) -> str:
        return "usable"

    @extend_schema_field(serializers.ListField(child=serializers.ChoiceField(choices=LANGUAGES)))
    def get_languages(self, text: EditionText) -> list[str]:
        return [row.language for row in (text, english_of(text)) if row]

    @extend_schema_field(CorrectionSerializer(many=True))
    def get_corrections(self, text: EditionText) -> Any:
        corrections = [note for note in self.notes_of(text) if note.kind == Edition.Kind.CORRECTION]
        return CorrectionSerializer(corrections, many=True).data

    @extend_schema_field(Bilingual)
    def get_html_url(self, text: EditionText) -> dict[str, str | None]:
        slugs = {row.language: row.slug for row in (text, english_of(text)) if row}
        return pages_of(slugs, self.context["request"])

    def notes_of(self, text: EditionText) -> list[PublicNote]:
        notes: Notes = self.context["notes"]
        return notes.get(text.article_id, [])


class QuoteInRelease(serializers.Serializer):
    """What somebody said, word for word, with the name and role of that day."""

    id = serializers.SerializerMethodField()
    url = serializers.SerializerMethodField()
    ordinal = serializers.IntegerField()
    kind = serializers.ChoiceField(choices=Quote.Kind.choices)
    speaker = Reference(allow_null=True)
    name = InBoth(help_text="With the titles of that day.")
    role = InBoth(help_text="The office held that day.")
    attribution = OptionalText(help_text="As printed in the Indonesian text; null where it is only “-nya”.")
    verb = OptionalText(help_text="As printed in the Indonesian text.")
    text = InBoth()

    def get_id(self, quote: Any) -> str:
        return f"{quote.release_uid}-{quote.ordinal}"

    def get_url(self, quote: Any) -> str:
        return address("quotes", self.get_id(quote), self.context["request"])


class QuoteSerializer(QuoteInRelease):
    release = serializers.SerializerMethodField()

    @extend_schema_field(ReleaseReference)
    def get_release(self, quote: EditionQuote) -> dict[str, Any]:
        return release_entry({name: getattr(quote, name) for name in RELEASE}, self.context["request"])


class TextSerializer(serializers.Serializer):
    """A release in one language."""

    title = serializers.CharField()
    lead = OptionalText()
    place = OptionalText()
    html = serializers.CharField(help_text="The body, in a small subset of HTML.")
    text = serializers.CharField(help_text="The body as plain text, one paragraph a line.")
    unofficial = serializers.BooleanField(help_text="An unofficial translation.")


class TextsSerializer(serializers.Serializer):
    id = TextSerializer()
    en = TextSerializer(allow_null=True)


class SubjectSerializer(serializers.Serializer):
    """What a release speaks of, with its name and, for people, the role of that day."""

    id = serializers.CharField()
    name = Bilingual()
    role = Bilingual(allow_null=True)
    url = serializers.URLField()


class FactSerializer(serializers.Serializer):
    """A fact of the registers, and the resource that shows it."""

    type = serializers.ChoiceField(choices=TARGETS)
    id = serializers.CharField()
    url = serializers.URLField()


class FactCitationSerializer(serializers.Serializer):
    """Words of the release that a fact of the registers rests on."""

    fact = FactSerializer()
    paragraph = serializers.IntegerField(allow_null=True)
    excerpt = serializers.CharField()
    basis = serializers.ChoiceField(choices=Citation.Basis.choices)
    note = Bilingual(allow_null=True)


@extend_schema_field(SubjectSerializer(many=True))
class Subjects(RowField):
    """The subjects of one type, as the view has read them."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__()

    def to_representation(self, text: EditionText) -> list[dict[str, Any]]:
        contents: Contents = self.context["contents"]
        return contents.subjects.get(self.kind, [])


class FullTextSerializer(ReleaseSerializer):
    """A release with its texts and its history."""

    contact = OptionalText()
    texts = serializers.SerializerMethodField()
    history = serializers.SerializerMethodField(help_text="What readers were told of it, the newest first.")

    @extend_schema_field(TextsSerializer)
    def get_texts(self, text: EditionText) -> dict[str, Any]:
        english = english_of(text)
        return {"id": TextSerializer(text).data, "en": TextSerializer(english).data if english else None}

    @extend_schema_field(NoteSerializer(many=True))
    def get_history(self, text: EditionText) -> Any:
        return NoteSerializer(self.notes_of(text), many=True).data


class ReleaseDetailSerializer(FullTextSerializer):
    """A release with its texts, and everything it speaks of."""

    quotes = serializers.SerializerMethodField()
    people = Subjects("person")
    organizations = Subjects("organization")
    countries = Subjects("country")
    agreements = Subjects("agreement")
    events = Subjects("event")
    topics = Subjects("topic")
    citations = serializers.SerializerMethodField(help_text="The facts of the registers that rest on it.")
    verification_code = serializers.SerializerMethodField(help_text="As printed on every copy of it.")
    verification_url = serializers.SerializerMethodField(help_text="Where anybody can check a copy.")

    @extend_schema_field(QuoteInRelease(many=True))
    def get_quotes(self, text: EditionText) -> Any:
        return QuoteInRelease(self.context["contents"].quotes, many=True, context=self.context).data

    @extend_schema_field(FactCitationSerializer(many=True))
    def get_citations(self, text: EditionText) -> list[dict[str, Any]]:
        return self.context["contents"].citations

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_verification_code(self, text: EditionText) -> str | None:
        return self.context["contents"].code

    @extend_schema_field(Bilingual)
    def get_verification_url(self, text: EditionText) -> dict[str, str | None]:
        code, request = self.context["contents"].code, self.context["request"]
        return {language: page_of(language, code, request, PROOF) if code else None for language in LANGUAGES}
