"""The values of each card, as an editor may change them; columns bound their length."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.models import Agreement as RegisteredAgreement
from agreements.models import Event as RegisteredEvent
from agreements.models.instruments import ISSUER_KINDS
from articles.intake import posts
from articles.intake.proposals import Choice, Field
from articles.intake.reader import Reading
from articles.intake.reader.findings import Agreement, Event, Moment, Organization, Person, Quote, Regulation
from articles.models import Article
from articles.models import Quote as RegisteredQuote
from entities.models import Appointment
from entities.models import Organization as RegisteredOrganization

from . import guesses

Named = Callable[[str], Organization | None]
NONE = Choice("", _("– tidak ada –"))


def choice(name: str, label: object, value: str, choices: Iterable[tuple[str, object]]) -> Field:
    options = tuple(Choice(str(key), text) for key, text in choices)  # type: ignore[arg-type]
    return Field(name, label, value, "choice", options)  # type: ignore[arg-type]


def choice_or_none(name: str, label: object, value: str, choices: Iterable[tuple[str, object]]) -> Field:
    return choice(name, label, value, [(NONE.value, NONE.label), *choices])


def of_release(reading: Reading) -> tuple[Field, ...]:
    dateline, moment = reading.document.dateline, reading.event_date
    return (
        Field("title", _("judul"), reading.title[:250]),
        choice("kind", _("jenis"), kind_of_release(reading), Article.Kind.choices),
        Field("place", _("tempat (dateline)"), dateline.place[:80] if dateline else ""),
        Field("event_date", _("tanggal kegiatan"), iso(moment)),
        Field("lead", _("ringkasan"), first_sentence(reading), "lines"),
    )


def kind_of_release(reading: Reading) -> str:
    is_correction = reading.title.casefold().startswith(("ralat", "koreksi"))
    return Article.Kind.CORRECTION_NOTICE if is_correction else Article.Kind.PRESS_RELEASE


def first_sentence(reading: Reading) -> str:
    for paragraph in reading.document.paragraphs:
        if paragraph.kind == "text" and paragraph.sentences:
            return paragraph.sentences[0].of(reading.text)
    return ""


def iso(moment: Moment | None) -> str:
    return moment.first.isoformat() if moment and moment.first else ""


def of_organization(organization: Organization, codes: list[str]) -> tuple[Field, ...]:
    kind = guesses.kind_of_organization(organization.name)
    sender, host = guesses.countries_of(organization.name, kind, codes)
    return (
        Field("name", _("nama"), guesses.full_name(organization.name)[:200]),
        Field("name_en", _("nama (Inggris)"), ""),
        Field("short", _("singkatan"), organization.acronym[:30]),
        choice("kind", _("jenis"), kind, RegisteredOrganization.Kind.choices),
        Field("country", _("negara (kode ISO)"), sender),
        Field("host_country", _("negara penerima (kode ISO)"), host),
    )


def of_person(
    person: Person, organization: str, bodies: list[tuple[str, str]], named: Named
) -> tuple[Field, ...]:
    title = posts.title_of(person, named(person.organization))
    return (
        Field("name", _("nama tanpa gelar"), person.name[:150]),
        Field("titles", _("gelar dan pangkat"), "\n".join((*person.prefixes, *person.suffixes)), "lines"),
        Field("post", _("jabatan"), title if organization else ""),
        Field("post_en", _("jabatan (Inggris)"), posts.english_of(title) if organization else ""),
        choice("acting", _("jenis"), posts.kind_of(person), Appointment.Kind.choices),
        choice_or_none("organization", _("lembaga"), organization, bodies),
    )


def of_regulation(
    regulation: Regulation, issuer: str, kinds: list[tuple[str, str]], bodies: list[tuple[str, str]]
) -> tuple[Field, ...]:
    return (
        choice("kind", _("jenis"), guesses.kind_of_regulation(regulation), kinds),
        Field("number", _("nomor"), (regulation.number or "")[:40]),
        Field("year", _("tahun"), str(regulation.year or "")),
        Field("title", _("tentang"), regulation.title[:300]),
        choice_or_none("issuer", _("lembaga penerbit"), issuer, bodies),
    )


def storable(regulation: Regulation, issuer: str) -> bool:
    """Whether the register's rule on issuers is met as the text stands."""
    return (guesses.kind_of_regulation(regulation) in ISSUER_KINDS) == bool(issuer)


def of_agreement(
    agreement: Agreement, parties: Iterable[str], approval: str, laws: list[tuple[str, str]]
) -> tuple[Field, ...]:
    kind = guesses.kind_of_agreement(agreement)
    signed = agreement.year if agreement.action != "planned" else None
    return (
        Field("title", _("judul"), f"{agreement.text[:1].upper()}{agreement.text[1:]}"[:300]),
        Field("title_en", _("judul (Inggris)"), ""),
        choice("kind", _("jenis"), kind, RegisteredAgreement.Kind.choices),
        Field("parties", _("para pihak, satu per baris"), "\n".join(parties), "lines"),
        Field("signed", _("ditandatangani"), str(signed or "")),
        choice_or_none("approval", pgettext_lazy("treaty", "disahkan dengan"), approval, laws),
    )


def of_event(event: Event, reading: Reading) -> tuple[Field, ...]:
    held = not event.planned and event.when is not None and event.when.first is not None
    return (
        Field("title", _("judul"), f"{event.title[:1].upper()}{event.title[1:]}"[:200]),
        choice("kind", _("jenis"), event.kind, RegisteredEvent.Kind.choices),
        Field("when", _("waktu"), guesses.words_of(event.when)),
        Field("venue", _("tempat"), event.place[:200]),
        choice_or_none("outcome", _("hasil"), "held" if held else "", RegisteredEvent.Outcome.choices),
        Field("participants", _("peserta, satu per baris"), "\n".join(actors(event, reading)), "lines"),
        Field("agenda", _("mata acara, satu per baris"), "\n".join(event.agenda), "lines"),
    )


def actors(event: Event, reading: Reading) -> list[str]:
    """Names as the other cards print them; a country by its code."""
    known = {person.name for person in reading.people} | {body.name for body in reading.organizations}
    codes = {country.code for country in reading.countries}
    return [name for name in dict.fromkeys(event.participants) if name in known | codes]


def of_quote(quote: Quote, speaker: str, people: list[tuple[str, str]]) -> tuple[Field, ...]:
    kinds = RegisteredQuote.Kind
    return (
        choice_or_none("speaker", _("pembicara"), speaker, people),
        Field("attribution", _("penyebutan dalam teks"), quote.attribution[:200]),
        Field("verb", _("kata kerja"), quote.verb[:40]),
        choice("kind", _("jenis"), kinds.DIRECT if quote.direct else kinds.INDIRECT, kinds.choices),
    )
