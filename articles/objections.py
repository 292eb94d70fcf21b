"""What stands against publishing an article now: one sentence a reason, in the editor's language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from articles import checklist
from articles.models import Edition
from articles.standing import NOTED_KINDS, TEXT_KINDS, Standing, current, standing_of


def to_edition(edition: Edition, previous: Edition | None) -> list[str]:
    """Every objection to publishing this edition after that one; none: it may go out."""
    article = edition.article
    return [
        *to_act(edition, previous),
        *to_sameness(edition, previous),
        *checklist.blocks(article, edition.public_from),
    ]


def to_act(edition: Edition, previous: Edition | None) -> list[str]:
    """What is wrong with publishing in this way, whatever the text."""
    return [sentence for rule in ACT_RULES for sentence in rule(edition, previous)]


def to_moment(edition: Edition, previous: Edition | None) -> Iterator[str]:
    if previous and previous.public_from > timezone.now():
        yield _("Edisi %d masih terjadwal; ubah jadwalnya atau batalkan dahulu.") % previous.number
    elif previous and edition.public_from <= previous.public_from:
        yield _("Waktu terbit harus sesudah edisi sebelumnya.")


def to_kind(edition: Edition, previous: Edition | None) -> Iterator[str]:
    if previous and previous.kind == Edition.Kind.KILL:
        yield _("Siaran yang dibatalkan untuk selamanya tidak dapat terbit lagi.")
    elif previous and previous.kind == Edition.Kind.WITHDRAWAL and edition.kind not in NOTED_KINDS:
        yield _("Siaran yang dicabut terbit kembali sebagai pembaruan atau ralat, dengan catatan.")
    elif edition.kind not in TEXT_KINDS or (edition.kind == Edition.Kind.FIRST) != (previous is None):
        yield _("Pilih jenis penerbitan: pembaruan, ralat, perbaikan kecil, atau terjemahan.")


def to_notes(edition: Edition, previous: Edition | None) -> Iterator[str]:
    """Readers are told what changed, in each language that they read."""
    if edition.kind not in NOTED_KINDS:
        return
    if not edition.note.strip():
        yield _("Pembaruan dan ralat memerlukan catatan bagi pembaca.")
    if has_english(edition) and not edition.note_en.strip():
        yield _("Teks Inggrisnya terbit; pembacanya juga memerlukan catatan dalam bahasa Inggris.")


def to_correction(edition: Edition, previous: Edition | None) -> Iterator[str]:
    """A correction says what was wrong beside what is right."""
    if edition.kind != Edition.Kind.CORRECTION:
        if edition.was or edition.was_en:
            yield _("Hanya ralat yang menyebut apa yang keliru.")
    elif not edition.was.strip() or (has_english(edition) and not edition.was_en.strip()):
        yield _("Ralat menyebut apa yang keliru, dalam setiap bahasa siaran ini.")


def to_approval(edition: Edition, previous: Edition | None) -> Iterator[str]:
    if edition.approved_by is None and not edition.reason.strip():
        yield _("Siaran yang belum disetujui orang kedua memerlukan alasan.")


ACT_RULES = (to_moment, to_kind, to_notes, to_correction, to_approval)


def to_notice(edition: Edition) -> list[str]:
    """What is wrong with taking a text away in this way."""
    found = []
    if not edition.note.strip():
        found.append(_("Pembaca harus tahu mengapa siaran ini tidak ada lagi: tuliskan alasannya."))
    if has_english(edition) and not edition.note_en.strip():
        found.append(_("Teks Inggrisnya juga hilang; tuliskan alasannya dalam bahasa Inggris."))
    if edition.successor == edition.article:
        found.append(_("Siaran ini tidak dapat menggantikan dirinya sendiri."))
    elif edition.successor and standing_of(current(edition.successor)) != Standing.PUBLIC:
        found.append(_("Siaran penggantinya belum publik."))
    return found


def has_english(edition: Edition) -> bool:
    return "en" in edition.languages.split(",")


def to_sameness(edition: Edition, previous: Edition | None) -> list[str]:
    """Partners fetch every edition; one that says nothing new would only look like a silent change."""
    if previous is None or readable(previous.document) != readable(edition.document):
        return []
    return [_("Tidak ada yang berubah sejak edisi %d.") % previous.number]


def readable(document: dict[str, Any]) -> dict[str, Any]:
    return {name: part for name, part in document.items() if name not in ("edition", "facts")}
