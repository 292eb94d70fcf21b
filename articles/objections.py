"""What stands against publishing an article now: one sentence a reason, in the editor's language."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.addresses import addresses
from articles.models import Article, ArticleSlug, Edition
from articles.reveal import unsourced
from articles.verbatim import stands_in

# Kinds that put a text before the readers; withdrawing one is another act, with rules of its own.
TEXT_KINDS = frozenset(
    {Edition.Kind.FIRST, Edition.Kind.UPDATE, Edition.Kind.MINOR, Edition.Kind.TRANSLATION}
)
# Kinds that readers are told about: the date of the release moves, and a public note says why.
NOTED_KINDS = frozenset({Edition.Kind.UPDATE})


def to_edition(edition: Edition, previous: Edition | None) -> list[str]:
    """Every objection to publishing this edition after that one; none: it may go out."""
    article = edition.article
    return [
        *to_act(edition, previous),
        *to_sameness(edition, previous),
        *to_text(article),
        *to_images(article),
        *to_facts(article, edition.public_from),
        *to_addresses(article),
    ]


def to_act(edition: Edition, previous: Edition | None) -> list[str]:
    """What is wrong with publishing in this way, whatever the text."""
    found = []
    if edition.public_from > timezone.now():
        found.append(_("Waktu terbit tidak boleh di masa depan."))
    if previous and edition.public_from <= previous.public_from:
        found.append(_("Waktu terbit harus sesudah edisi sebelumnya."))
    if edition.kind not in TEXT_KINDS or (edition.kind == Edition.Kind.FIRST) != (previous is None):
        found.append(_("Pilih jenis penerbitan: pembaruan, perbaikan kecil, atau terjemahan."))
    if edition.kind in NOTED_KINDS and not edition.note.strip():
        found.append(_("Pembaruan memerlukan catatan bagi pembaca."))
    if edition.kind in NOTED_KINDS and "en" in edition.document["texts"] and not edition.note_en.strip():
        found.append(_("Teks Inggrisnya terbit; pembacanya juga memerlukan catatan dalam bahasa Inggris."))
    if edition.approved_by is None and not edition.reason.strip():
        found.append(_("Siaran yang belum disetujui orang kedua memerlukan alasan."))
    return found


def to_sameness(edition: Edition, previous: Edition | None) -> list[str]:
    """Partners fetch every edition; one that says nothing new would only look like a silent change."""
    if previous is None:
        return []
    before = {name: part for name, part in previous.document.items() if name != "edition"}
    return (
        [_("Tidak ada yang berubah sejak edisi %d.") % previous.number] if before == edition.document else []
    )


def to_text(article: Article) -> list[str]:
    """Empty texts, and quotes or excerpts that do not stand in the text word for word."""
    found = []
    if article.released_on and article.released_on > timezone.localdate():
        found.append(_("Tanggal siaran tidak boleh di masa depan."))
    if not article.title.strip() or not article.body.strip():
        found.append(_("Siaran ini belum mempunyai judul atau isi."))
    for language in article.languages:
        text = article.text(language)
        for quote in article.quotes.all():
            words = quote.text_en if language == "en" else quote.text
            if (words or language == "id") and not stands_in(words, text):
                found.append(_("Kutipan ini tidak ada dalam teks: “%s”") % words)
    return found + [
        _("Petikan sumber ini tidak ada dalam teks: “%s”") % citation.excerpt
        for citation in article.citations.all()
        if not stands_in(citation.excerpt, article.text())
    ]


def to_images(article: Article) -> list[str]:
    """A reader who cannot see an image is told what it shows, or that it shows nothing."""
    uses = article.images.select_related("image").filter(image__decorative=False)
    return [
        _("Gambar “%s” memerlukan teks alternatif dalam setiap bahasa, atau tanda “hanya hiasan”.")
        % use.image
        for use in uses
        if not all(use.image.alt_en if language == "en" else use.image.alt for language in article.languages)
    ]


def to_facts(article: Article, moment: datetime) -> list[str]:
    return [_("Fakta ini belum mempunyai sumber: %s") % fact for fact in unsourced(article, moment)]


def to_addresses(article: Article) -> list[str]:
    """Addresses that have been public belong to their release for good."""
    taken = ArticleSlug.objects.exclude(article=article)
    return [
        _("Alamat “%s” pernah dipakai siaran lain.") % slug
        for language, slug in addresses(article)
        if taken.filter(language=language, slug=slug).exists()
    ]
