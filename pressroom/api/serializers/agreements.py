from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from agreements import standing
from agreements.models import (
    Agreement,
    AgreementAction,
    AgreementParty,
    AgreementRelation,
    Event,
    EventParticipant,
    LegalInstrument,
)
from pressroom.api.references import reference
from pressroom.api.serializers.fields import (
    Address,
    Bilingual,
    Citations,
    Identity,
    Moment,
    OptionalChoice,
    OptionalText,
    Pair,
    Reference,
    References,
    ReferenceSerializer,
    When,
    word,
    word_shape,
)


class InstrumentKindSerializer(serializers.Serializer):
    code = serializers.CharField()
    abbr = OptionalText()
    name = Pair("name")


class InstrumentReference(serializers.Serializer):
    """A legal instrument and how it is cited."""

    id = Identity()
    url = Address()
    citation = serializers.SerializerMethodField()

    @extend_schema_field(Bilingual)
    def get_citation(self, instrument: LegalInstrument) -> dict[str, str | None]:
        english = instrument.citation("en") if instrument.kind.name_en else None
        return {"id": instrument.citation(), "en": english}


class InstrumentSerializer(InstrumentReference):
    kind = InstrumentKindSerializer()
    number = serializers.CharField()
    year = serializers.IntegerField()
    title = Pair("title", allow_null=True)
    issuer = Reference(allow_null=True)
    enacted_on = serializers.DateField(allow_null=True)
    promulgated_on = serializers.DateField(allow_null=True)
    gazette = OptionalText(help_text="Lembaran Negara.")
    gazette_supplement = OptionalText(help_text="Tambahan Lembaran Negara.")
    text_url = OptionalText(source="url", help_text="Where the text of the instrument can be read.")
    citations = Citations("a step taken by it")


class PartySerializer(serializers.Serializer):
    name = serializers.SerializerMethodField(help_text="Such as Pemerintah Rusia, Government of Russia.")
    capacity = serializers.ChoiceField(choices=AgreementParty.Capacity.choices)
    country = Reference(allow_null=True)
    organization = Reference(allow_null=True)

    @extend_schema_field(Bilingual)
    def get_name(self, party: AgreementParty) -> dict[str, str | None]:
        return {language: party.name(language) or None for language in ("id", "en")}


class ActionSerializer(serializers.Serializer):
    id = serializers.CharField(source="pk")
    kind = serializers.ChoiceField(choices=AgreementAction.Kind.choices)
    when = When()
    party = PartySerializer(allow_null=True, help_text="null: a joint step of all parties.")
    instrument = serializers.SerializerMethodField()
    reference = OptionalText()
    place = Pair("place", allow_null=True)
    signatories = References()
    citations = Citations()

    @extend_schema_field(InstrumentReference(allow_null=True))
    def get_instrument(self, action: AgreementAction) -> dict[str, Any] | None:
        if action.instrument is None or not action.instrument.is_visible():
            return None
        return InstrumentReference(action.instrument, context=self.context).data


class RelationSerializer(serializers.Serializer):
    kind = serializers.ChoiceField(choices=AgreementRelation.Kind.choices)
    agreement = Reference(source="target")


class AgreementSerializer(serializers.Serializer):
    id = Identity()
    url = Address()
    kind = serializers.ChoiceField(choices=Agreement.Kind.choices)
    title = Pair("title")
    title_translated = serializers.BooleanField(help_text="The Indonesian title is our translation.")
    title_original = OptionalText()
    original_language = OptionalText()
    registration_no = OptionalText()
    force_clause = Pair("force_clause", allow_null=True)
    term_clause = Pair("term_clause", allow_null=True)
    depositary = Reference(allow_null=True)
    topics = References()
    parties = PartySerializer(many=True)
    actions = ActionSerializer(many=True)
    relations = RelationSerializer(many=True)
    as_of = serializers.SerializerMethodField(help_text="The day of `approval` and `force`.")
    approval = serializers.SerializerMethodField(
        help_text="Consent under Indonesian law (UU 24/2000 art. 9–11)."
    )
    force = serializers.SerializerMethodField(help_text="Whether it binds the home country.")
    citations = Citations()

    def get_as_of(self, agreement: Agreement) -> date:
        return self.context["asked"].get("on") or timezone.localdate()

    @extend_schema_field(word_shape("ApprovalStanding", standing.Approval))
    def get_approval(self, agreement: Agreement) -> dict[str, Any]:
        return word(agreement.approval_on(self.get_as_of(agreement)))

    @extend_schema_field(word_shape("ForceStanding", standing.Force))
    def get_force(self, agreement: Agreement) -> dict[str, Any]:
        return word(agreement.force_on(self.get_as_of(agreement)))


class ParticipantSerializer(serializers.Serializer):
    role = serializers.ChoiceField(choices=EventParticipant.Role.choices)
    person = Reference(allow_null=True)
    organization = Reference(allow_null=True)
    country = Reference(allow_null=True)
    appointment = serializers.SerializerMethodField(help_text="The office in which the person takes part.")

    @extend_schema_field(ReferenceSerializer(allow_null=True))
    def get_appointment(self, participant: EventParticipant) -> dict[str, Any] | None:
        held = participant.appointment
        return reference(held, self.context["request"]) if held else None


class AgendaItemSerializer(serializers.Serializer):
    ordinal = serializers.IntegerField()
    text = Pair("text")
    topic = Reference(allow_null=True)


class EventSerializer(serializers.Serializer):
    id = Identity()
    url = Address()
    kind = serializers.ChoiceField(choices=Event.Kind.choices)
    title = Pair("title")
    when = When()
    starts_at = serializers.SerializerMethodField(help_text="Where the clock time is known.")
    venue = Pair("venue", allow_null=True)
    access = OptionalChoice(choices=Event.Access.choices, help_text="Whether media may come; null: not said.")
    access_note = Pair("access_note", allow_null=True)
    outcome = OptionalChoice(choices=Event.Outcome.choices, help_text="null: nobody has recorded it.")
    needs_confirmation = serializers.BooleanField(
        help_text="Its last possible day has passed without an outcome."
    )
    follows = Reference(allow_null=True)
    agreements = References()
    participants = ParticipantSerializer(many=True)
    agenda = AgendaItemSerializer(many=True)
    citations = Citations()

    @extend_schema_field(Moment(allow_null=True))
    def get_starts_at(self, event: Event) -> str | None:
        if event.starts_at is None or event.earliest is None:
            return None
        local = datetime.combine(event.earliest, event.starts_at, timezone.get_current_timezone())
        return Moment().to_representation(local)
