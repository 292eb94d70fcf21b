"""The register of agreements and events at the desk."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from agreements.models import (
    AgendaItem,
    Agreement,
    AgreementAction,
    AgreementParty,
    AgreementRelation,
    Event,
    EventParticipant,
    InstrumentKind,
    LegalInstrument,
)
from pressroom.desk.dates import ShowsWhen
from pressroom.desk.options import DeskAdmin, LongPart
from pressroom.desk.parts import LinePart, WholeAdmin
from pressroom.desk.registers import PickOnlyAdmin, RegisterAdmin


class AgreementPartyPart(LinePart):
    model = AgreementParty
    autocomplete_fields = ("country", "organization")
    fields = ("capacity", "country", "organization", "public")


class AgreementActionPart(ShowsWhen, LongPart):
    model = AgreementAction
    autocomplete_fields = ("instrument", "signatories")
    fields = (("kind", "when", "party"), "instrument", "reference", ("place", "place_en"), "signatories")

    def get_formset(self, request: HttpRequest, obj: Agreement | None = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        if "party" in formset.form.base_fields:
            offer_parties_of(obj, formset.form.base_fields["party"])
        return formset


def offer_parties_of(agreement: Agreement | None, field: Any) -> None:
    """Only its own parties can act in an agreement; read once, however many steps the page shows."""
    field.queryset = AgreementParty.objects.filter(agreement=agreement)
    parties = field.queryset.select_related("country", "organization")
    field.choices = [("", _("semua pihak bersama")), *((party.pk, str(party)) for party in parties)]
    if agreement is None:
        field.help_text = _("Simpan dahulu pihak-pihaknya, lalu pilih di sini.")


class AgreementRelationPart(LinePart):
    model = AgreementRelation
    fk_name = "source"
    autocomplete_fields = ("target",)


class EventParticipantPart(LinePart):
    model = EventParticipant
    autocomplete_fields = ("person", "organization", "country", "appointment")
    fields = ("role", "person", "appointment", "organization", "country", "public")


class AgendaItemPart(LinePart):
    model = AgendaItem
    autocomplete_fields = ("topic",)


class OverdueFilter(admin.SimpleListFilter):
    """Events that should be over, and of which nobody has said how they went."""

    title = _("konfirmasi")
    parameter_name = "overdue"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("perlu konfirmasi"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.overdue() if self.value() == "yes" else queryset  # type: ignore[attr-defined]


@admin.register(InstrumentKind)
class InstrumentKindAdmin(DeskAdmin):
    list_display = ("name", "abbr", "name_en", "needs_issuer", "rank")
    search_fields = ("name", "name_en", "abbr", "code")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("code",) if obj else ()  # another key would make a second kind


@admin.register(LegalInstrument)
class LegalInstrumentAdmin(RegisterAdmin):
    frozen = ()
    list_display = ("citation", "title", "issuer", "enacted_on", "public")
    list_filter = ("kind",)
    search_fields = ("=number", "=year", "title", "title_en", "kind__name", "kind__abbr")
    autocomplete_fields = ("kind", "issuer")
    fetch = ("kind", "issuer")

    @admin.display(description=_("peraturan"), ordering="year")
    def citation(self, row: LegalInstrument) -> str:
        return row.citation()


@admin.register(Agreement)
class AgreementAdmin(WholeAdmin):
    parts = ("parties", "actions", "relations")
    list_display = ("title", "kind", "approval_needed", "public")
    list_filter = ("kind", "approval_needed")
    search_fields = ("title", "title_en", "title_original", "registration_no")
    autocomplete_fields = ("depositary", "topics")
    prepopulated_fields = {"slug": ("title",)}
    inlines = (AgreementPartyPart, AgreementActionPart, AgreementRelationPart)
    fieldsets = (
        (None, {"fields": ("kind", "slug", "topics")}),
        (
            _("Judul"),
            {"fields": ("title", "title_translated", "title_en", "title_original", "original_language")},
        ),
        (_("Naskah"), {"fields": ("registration_no", "depositary", "document")}),
        (
            _("Pengesahan dan keberlakuan"),
            {
                "fields": (
                    "approval_needed",
                    "force_clause",
                    "force_clause_en",
                    "term_clause",
                    "term_clause_en",
                )
            },
        ),
    )


@admin.register(AgreementAction)
class AgreementActionAdmin(ShowsWhen, PickOnlyAdmin):
    list_display = ("agreement", "kind", "when", "party", "public")
    search_fields = ("agreement__title", "agreement__title_en", "agreement__title_original")
    fields = (
        "agreement",
        "kind",
        "when",
        "party",
        "instrument",
        "reference",
        "place",
        "place_en",
        "signatories",
    )
    fetch = ("agreement", "party__country", "party__organization")


@admin.register(AgreementParty)
class AgreementPartyAdmin(PickOnlyAdmin):
    list_display = ("agreement", "party", "capacity", "public")
    search_fields = ("agreement__title", "agreement__title_en", "country__name", "organization__name")
    fields = ("agreement", "capacity", "country", "organization")
    fetch = ("agreement", "country", "organization")

    @admin.display(description=_("pihak"))
    def party(self, row: AgreementParty) -> str:
        return row.name()


@admin.register(AgreementRelation)
class AgreementRelationAdmin(PickOnlyAdmin):
    list_display = ("source", "kind", "target", "public")
    search_fields = ("source__title", "source__title_en", "target__title", "target__title_en")
    fields = ("source", "kind", "target")
    fetch = ("source", "target")


@admin.register(EventParticipant)
class EventParticipantAdmin(PickOnlyAdmin):
    list_display = ("event", "participant", "role", "public")
    search_fields = ("event__title", "person__name", "organization__name", "country__name")
    fields = ("event", "role", "person", "appointment", "organization", "country")
    fetch = ("event", "person", "organization", "country")

    @admin.display(description=_("peserta"))
    def participant(self, row: EventParticipant) -> str:
        return str(row.actor)


@admin.register(AgendaItem)
class AgendaItemAdmin(PickOnlyAdmin):
    list_display = ("event", "ordinal", "text", "public")
    search_fields = ("event__title", "event__title_en", "text", "text_en")
    fields = ("event", "ordinal", "text", "text_en", "topic")
    fetch = ("event",)


@admin.register(Event)
class EventAdmin(ShowsWhen, WholeAdmin):
    parts = ("participants", "agenda")
    list_display = ("title", "when", "kind", "outcome", "public")
    list_filter = (OverdueFilter, "kind", "outcome")
    search_fields = ("title", "title_en", "venue")
    autocomplete_fields = ("follows", "agreements")
    prepopulated_fields = {"slug": ("title",)}
    inlines = (EventParticipantPart, AgendaItemPart)
    fields = (
        "kind",
        "title",
        "title_en",
        "slug",
        "when",
        "starts_at",
        "venue",
        "venue_en",
        "access",
        "access_note",
        "access_note_en",
        "outcome",
        "follows",
        "agreements",
    )
