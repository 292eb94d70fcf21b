"""Proof that the record is whole: digests, the chain, the log, and the guards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles import projections
from articles.models import Edition, Image
from articles.sealing import GENESIS, link, statement
from pressroom.core import append_only
from pressroom.core.canonical import digest
from pressroom.core.models import Change, PendingChange


def head() -> str:
    """The newest link of the chain; kept outside this database, it proves that nothing was cut off."""
    return Edition.objects.order_by("-pk").values_list("chain", flat=True).first() or GENESIS


def faults() -> Iterator[str]:
    """What is wrong with the record, in the order of its writing; nothing if it is whole."""
    for name in append_only.missing_triggers():
        yield _("Pengaman basis data %s tidak terpasang.") % name
    yield from chain_faults()
    yield from log_faults()


def chain_faults() -> Iterator[str]:
    """The first link that does not hold; the chain after it proves nothing."""
    chain = GENESIS
    for edition in (
        Edition.objects.select_related("revision", "article", "successor", "cancellation")
        .order_by("pk")
        .iterator(chunk_size=200)
    ):
        chain = link(chain, edition.digest)
        if fault := edition_fault(edition, chain):
            yield _("Edisi %(edition)s (nomor %(pk)d): %(fault)s") % {
                "edition": edition,
                "pk": edition.pk,
                "fault": fault,
            }
            return


def edition_fault(edition: Edition, chain: str) -> str:
    sealed = edition.document.get("edition", {})
    if digest(edition.document) != edition.digest:
        return _("dokumennya tidak sesuai dengan sidiknya.")
    if edition.chain != chain:
        return _("rantainya tidak bersambung dengan edisi sebelumnya.")
    if altered := [name for name, value in statement(edition).items() if sealed.get(name) != value]:
        return _("catatannya berbeda dari dokumennya: %s.") % ", ".join(altered)
    if edition.document["uid"] != str(edition.article.uid):
        return _("dokumennya milik siaran lain.")
    if digest(edition.revision.document) != edition.revision.digest:
        return _("revisi asalnya telah berubah.")
    return projection_fault(edition) or image_fault(edition)


def projection_fault(edition: Edition) -> str:
    """What the public reads, now or later, must be what the record says; a cancelled edition is silent."""
    cancelled = hasattr(edition, "cancellation")
    for model, derived_rows in projections.derive(edition).items():
        rows = [] if cancelled else derived_rows
        names = [f.attname for f in model._meta.concrete_fields if f.name not in ("id", "superseded_at")]
        derived = Counter(tuple(row[name] for name in names) for row in rows)
        stored = model._default_manager.filter(edition=edition)
        if derived != Counter(stored.values_list(*names)):
            return _("yang dibaca publik berbeda dari dokumennya: %s.") % model._meta.verbose_name
        if set(stored.values_list("superseded_at", flat=True)) - {projections.superseded_at(edition)}:
            return _("saat edisi ini digantikan tidak sesuai dengan edisi berikutnya.")
    return ""


def image_fault(edition: Edition) -> str:
    """The sealed picture is still the stored one."""
    sealed = {int(entry["id"]): entry["sha256"] for entry in edition.document["images"]}
    stored = dict(Image.objects.filter(pk__in=sealed).values_list("pk", "sha256"))
    return "" if sealed == stored else _("gambarnya telah diganti.")


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
    for waiting in PendingChange.objects.filter(kind="release"):
        logged[waiting.object_id, waiting.version] = waiting.digest
    standing = Edition.objects.standing().order_by("pk")
    for uid, number, sealed in standing.values_list("article__uid", "number", "digest"):
        if logged.pop((str(uid), number), None) != sealed:
            yield _("Edisi %(uid)s/%(number)d tidak ada dalam catatan perubahan.") % {
                "uid": uid,
                "number": number,
            }
    for object_id, version in logged:
        yield _("Catatan perubahan menyebut edisi %(uid)s/%(number)s yang tidak ada.") % {
            "uid": object_id,
            "number": version,
        }
