"""Proof that the record is whole: digests, the chain, the log, and the guards."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.models import Edition
from articles.sealing import GENESIS, link
from pressroom.core import append_only
from pressroom.core.canonical import digest
from pressroom.core.models import Change


def faults() -> Iterator[str]:
    """What is wrong with the record, in the order of its writing; nothing if it is whole."""
    for name in append_only.missing_triggers():
        yield _("Pengaman basis data %s tidak terpasang.") % name
    yield from chain_faults()
    yield from log_faults()


def chain_faults() -> Iterator[str]:
    """The first link that does not hold; the chain after it proves nothing."""
    chain = GENESIS
    for edition in Edition.objects.select_related("revision").order_by("pk").iterator(chunk_size=200):
        chain = link(chain, edition.digest)
        if fault := edition_fault(edition, chain):
            yield _("Edisi %(edition)s (nomor %(pk)d): %(fault)s") % {
                "edition": edition,
                "pk": edition.pk,
                "fault": fault,
            }
            return


def edition_fault(edition: Edition, chain: str) -> str:
    envelope = edition.document.get("edition", {})
    if digest(edition.document) != edition.digest:
        return _("dokumennya tidak sesuai dengan sidiknya.")
    if edition.chain != chain:
        return _("rantainya tidak bersambung dengan edisi sebelumnya.")
    if (envelope["number"], envelope["kind"]) != (edition.number, edition.kind):
        return _("nomor atau jenisnya berbeda dari dokumennya.")
    if digest(edition.revision.document) != envelope["revision"]:
        return _("revisi asalnya telah berubah.")
    return ""


def log_faults() -> Iterator[str]:
    """Gaps in the numbers of the log, and editions that are missing from it or differ from it."""
    expected = 1
    logged: dict[tuple[str, int | None], str] = {}
    for change in Change.objects.order_by("seq").iterator():
        if change.seq != expected:
            yield _("Catatan perubahan tidak urut: nomor %d tidak ada.") % expected
        expected = change.seq + 1
        if change.kind == "release":
            logged[change.object_id, change.version] = change.digest
    for uid, number, sealed in Edition.objects.order_by("pk").values_list("article__uid", "number", "digest"):
        if logged.pop((str(uid), number), None) != sealed:
            yield _("Edisi %(uid)s/%(number)d tidak ada dalam catatan perubahan.") % {
                "uid": uid,
                "number": number,
            }
    for object_id, version in logged:
        yield _("Catatan perubahan menyebut edisi %(uid)s/%(number)d yang tidak ada.") % {
            "uid": object_id,
            "number": version,
        }
