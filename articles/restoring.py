"""An earlier revision put back, whole, as a new save on top of all that came after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.contrib.auth.models import User
from django.db import models, transaction
from django.utils.translation import gettext as _

from articles import revisions
from articles.documents import (
    CITATION_FIELDS,
    IMAGE_FIELDS,
    LINKS,
    OWN_FIELDS,
    QUOTE_FIELDS,
    TEXT_FIELDS,
    image_words,
    rows_of,
    working_copy,
)
from articles.models import Article, ArticleImage, ArticleSlug, Citation, Image, Quote, Revision
from pressroom.core import changes

Document = Mapping[str, Any]
Row = dict[str, Any]

ADDRESSES = {"slug": "id", "slug_en": "en"}
COLUMNS = ("released_on", *OWN_FIELDS, *(name + suffix for name in TEXT_FIELDS for suffix in ("", "_en")))


@transaction.atomic
def restore(article: Article, revision: Revision, by: User | None) -> list[str]:
    """Make the revision the newest save; a sentence for everything that could not come back.

    Nothing is saved where the working copy says the same already.
    """
    changes.lock()
    article.refresh_from_db()
    missing = put_back(article, revision.document)
    revisions.store_changed(article, by, _("Memulihkan revisi %d") % revision.number)
    return missing


@transaction.atomic
def put_back(article: Article, document: Document, *, image_words: bool = False) -> list[str]:
    """Make the working copy what the document says, without storing a revision.

    What an older document did not record stays as it is. The result names, a sentence each, whatever is gone
    from the registers or taken by another release. The words of an image belong to every release that shows
    it: they come back only with `image_words`, for a preview that is undone again.
    """
    missing = put_back_columns(article, document)
    for name in LINKS:
        if name in document:
            missing += put_back_links(article, name, document[name])
    now = working_copy(article)
    for part, rebuild in REBUILD.items():
        if part in document and rows_of(document, part) != rows_of(now, part):
            missing += rebuild(article, rows_of(document, part))
    return missing + list(put_back_words(rows_of(document, "images"), written=image_words))


def put_back_columns(article: Article, document: Document) -> list[str]:
    names = [name for name in COLUMNS if name in document]
    taken = [name for name in ADDRESSES if name in names and is_taken(article, name, document[name])]
    missing = [_("Alamat “%s” kini dipakai siaran lain.") % document[name] for name in taken]
    for name in names:
        if name not in taken:
            setattr(article, name, column(article, name).to_python(document[name]))
    missing += drop_gone(article, "event_id")
    if article.english_ready and not article.slug_en:
        article.english_ready = False
        missing.append(_("Teks Inggris tidak lagi bertanda siap terbit, karena belum mempunyai alamat."))
    article.save(update_fields=[*names, "updated_at"])
    return missing


def is_taken(article: Article, field: str, slug: str) -> bool:
    others = Article.objects.exclude(pk=article.pk).filter(**{field: slug})
    public = ArticleSlug.objects.exclude(article=article).filter(language=ADDRESSES[field], slug=slug)
    return bool(slug) and (others.exists() or public.exists())


def put_back_links(article: Article, name: str, pks: list[str]) -> list[str]:
    manager = getattr(article, name)
    found = {str(pk) for pk in manager.model._default_manager.filter(pk__in=pks).values_list("pk", flat=True)}
    manager.set([pk for pk in pks if pk in found])
    return [gone(manager.model, pk) for pk in pks if pk not in found]


def put_back_quotes(article: Article, rows: list[Row]) -> list[str]:
    missing, quotes = [], []
    for row in rows:
        quote = Quote(article=article, **{name: row[name] for name in QUOTE_FIELDS if name in row})
        missing += [*drop_gone(quote, "appointment_id"), *drop_gone(quote, "event_id")]
        if lost := drop_gone(quote, "speaker_id"):
            missing += [*lost, _("Kutipan ini tidak dapat kembali: “%s”") % quote]
        else:
            quotes.append((quote, row.get("row")))
    replace(article.quotes.all(), quotes)
    return missing


def put_back_citations(article: Article, rows: list[Row]) -> list[str]:
    missing, citations = [], []
    for row in rows:
        target = f"{row['type']}_id"
        given = {name: row[name] for name in CITATION_FIELDS if name in row}
        citation = Citation(article=article, **given, **{target: row["id"]})
        if lost := drop_gone(citation, target):
            missing += [*lost, _("Petikan ini tidak dapat kembali: “%s”") % citation]
        else:
            citations.append((citation, row.get("row")))
    replace(article.citations.all(), citations)
    return missing


def put_back_images(article: Article, rows: list[Row]) -> list[str]:
    kept = dict(Image.objects.filter(sha256__in=[row["sha256"] for row in rows]).values_list("sha256", "pk"))
    uses = [
        (
            ArticleImage(article=article, image_id=kept[row["sha256"]], ordinal=row["ordinal"]),
            row.get("row"),
        )
        for row in rows
        if row["sha256"] in kept
    ]
    replace(article.images.all(), uses)
    return [
        _("Gambar ini sudah tidak ada: %s") % (row.get("caption") or row.get("alt") or row["sha256"][:12])
        for row in rows
        if row["sha256"] not in kept
    ]


# The parts of a document that are rows of their own, in the order of their names on the form.
REBUILD: dict[str, Callable[[Article, list[Row]], list[str]]] = {
    "quotes": put_back_quotes,
    "citations": put_back_citations,
    "images": put_back_images,
}


def put_back_words(rows: list[Row], *, written: bool) -> Iterator[str]:
    """The words of the images as the document has them; not written: a sentence for those that differ."""
    by_sha = {row["sha256"]: row for row in rows}
    for image in Image.objects.filter(sha256__in=by_sha):
        row = by_sha[image.sha256]
        words = {name: row[name] for name in IMAGE_FIELDS if name in row}
        if image_words(image).items() >= words.items():
            continue
        if written:
            Image.objects.filter(pk=image.pk).update(**words)
        else:
            yield _("Keterangan gambar “%s” tetap seperti sekarang; ubahlah di halaman gambarnya.") % image


def replace(rows: models.QuerySet, wanted: list[tuple[Any, Any]]) -> None:
    """Have these rows instead, under the numbers they had; from one in use by now on, under new ones."""
    rows.delete()
    pks = [pk for _row, pk in wanted]
    used = set(rows.model._default_manager.filter(pk__in=pks).values_list("pk", flat=True))
    renumber = False
    for row, pk in wanted:
        renumber = renumber or pk in used
        row.pk = None if renumber else pk
        row.save(force_insert=True)


def drop_gone(row: models.Model, name: str) -> list[str]:
    """Empty a reference to what is no longer in the registers, and say so."""
    register, pk = column(row, name).related_model, getattr(row, name)
    if pk is None or register._default_manager.filter(pk=pk).exists():
        return []
    setattr(row, name, None)
    return [gone(register, pk)]


def column(row: models.Model, name: str) -> Any:
    return row._meta.get_field(name)


def gone(model: type[models.Model], pk: Any) -> str:
    return _("Sudah tidak ada dalam daftar: %(kind)s nomor %(pk)s") % {
        "kind": model._meta.verbose_name,
        "pk": pk,
    }
