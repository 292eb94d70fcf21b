"""What the screen calls things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from articles.intake.proposals import Kind, Verdict

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

KINDS: dict[Kind, StrOrPromise] = {
    "release": _("Siaran"),
    "person": _("Tokoh"),
    "organization": _("Lembaga"),
    "country": _("Negara"),
    "agreement": _("Perjanjian"),
    "regulation": _("Peraturan"),
    "event": _("Kegiatan"),
    "quote": _("Kutipan"),
    "topic": _("Topik"),
    "concern": _("Perlu diperiksa"),
}
VERDICTS: dict[Verdict, StrOrPromise] = {
    "existing": _("sudah tercatat"),
    "probable": _("mungkin sudah tercatat"),
    "new": _("baru"),
}
BASES: dict[str, StrOrPromise] = {"stated": _("dinyatakan"), "inferred": _("disimpulkan")}
# Kinds whose rows a register holds; where such a row can be looked at.
REGISTERS: dict[Kind, str] = {
    "person": "admin:entities_person_change",
    "organization": "admin:entities_organization_change",
    "agreement": "admin:agreements_agreement_change",
    "regulation": "admin:agreements_legalinstrument_change",
    "event": "admin:agreements_event_change",
}
# Kinds that the register must hold already.
ONLY_KNOWN: frozenset[Kind] = frozenset({"country", "topic"})
