from __future__ import annotations

from django.utils import timezone
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from entities.models import Appointment, Honorific, Organization, Person, PersonHonorific
from pressroom.api.serializers.fields import (
    Address,
    Bilingual,
    Citations,
    Identity,
    OptionalChoice,
    OptionalText,
    Pair,
    Period,
    Reference,
)


class CountrySerializer(serializers.Serializer):
    id = serializers.CharField(source="iso2", help_text="ISO 3166-1 alpha-2.")
    url = Address()
    iso3 = serializers.CharField(help_text="ISO 3166-1 alpha-3.")
    name = Pair("name")
    official = Pair("official", allow_null=True)


class TopicSerializer(serializers.Serializer):
    id = Identity()
    url = Address()
    name = Pair("name")
    parent = Reference(allow_null=True)  # type: ignore[assignment]  # a field, popped by the metaclass
    medtop = OptionalText(help_text="Code of the nearest IPTC Media Topic.")


class OrganizationSerializer(serializers.Serializer):
    id = Identity()
    url = Address()
    name = Pair("name")
    short = OptionalText()
    kind = serializers.ChoiceField(choices=Organization.Kind.choices)
    country = Reference(allow_null=True)
    host_country = Reference(allow_null=True)
    parent = Reference(allow_null=True)  # type: ignore[assignment]  # a field, popped by the metaclass
    citations = Citations()


class AppointmentTitle(serializers.Serializer):
    """Fields that tell what an appointment is, whoever shows it."""

    id = Identity()
    url = Address()
    title = serializers.SerializerMethodField(help_text="With its acting form: Plt. Kepala BNPT.")
    kind = serializers.ChoiceField(choices=Appointment.Kind.choices)
    acting = serializers.BooleanField()
    post = Reference()
    organization = Reference(source="post.organization")
    basis = OptionalText(help_text="The decree of appointment.")
    period = Period()
    citations = Citations()

    @extend_schema_field(Bilingual)
    def get_title(self, appointment: Appointment) -> dict[str, str | None]:
        return {language: appointment.title(language) or None for language in ("id", "en")}


class AppointmentSerializer(AppointmentTitle):
    person = Reference()


class HonorificSerializer(serializers.Serializer):
    code = serializers.CharField(source="honorific.code")
    kind = serializers.ChoiceField(source="honorific.kind", choices=Honorific.Kind.choices)
    position = serializers.ChoiceField(source="honorific.position", choices=Honorific.Position.choices)
    service = OptionalChoice(source="honorific.service", choices=Honorific.Service.choices)
    text = serializers.SerializerMethodField(help_text="As written with the name.")
    name = Pair("name", source="honorific")
    retired = serializers.BooleanField()
    period = Period()
    citations = Citations()

    @extend_schema_field(Bilingual)
    def get_text(self, held: PersonHonorific) -> dict[str, str]:
        return {language: held.text(language) for language in ("id", "en")}


class PersonSerializer(serializers.Serializer):
    id = Identity()
    url = Address()
    name = serializers.SerializerMethodField(help_text="Without titles, the same in both languages.")
    styled = serializers.SerializerMethodField(help_text="With the titles held on `on`, else today.")
    sort_name = serializers.CharField()
    nationality = Reference(allow_null=True)
    bio = Pair("bio", allow_null=True)
    honorifics = HonorificSerializer(many=True)
    appointments = AppointmentTitle(many=True)
    citations = Citations("an honorific or appointment")

    @extend_schema_field(Bilingual)
    def get_name(self, person: Person) -> dict[str, str]:
        return {"id": person.name, "en": person.name}

    @extend_schema_field(Bilingual)
    def get_styled(self, person: Person) -> dict[str, str]:
        day = self.context["asked"].get("on") or timezone.localdate()
        return {language: person.styled(day, language) for language in ("id", "en")}


class PostSerializer(serializers.Serializer):
    id = Identity()
    url = Address()
    title = Pair("title")
    organization = Reference()
    predecessor = Reference(allow_null=True, help_text="The same office under its old name.")
    citations = Citations("an appointment to it")
