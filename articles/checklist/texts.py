"""What a release must say about itself: words, place, date, contact, and who approved it."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.addresses import addresses as addresses_of
from articles.checklist.findings import Context, Found, Level
from articles.models import ArticleSlug


def approval(context: Context) -> Iterator[Found]:
    if not context.approved:
        yield Level.BLOCKS, _("Siaran ini belum disetujui orang kedua."), ""


def text(context: Context) -> Iterator[Found]:
    article = context.article
    if not article.title.strip() or not article.body.strip():
        field = "id_body" if article.title.strip() else "id_title"
        yield Level.BLOCKS, _("Siaran ini belum mempunyai judul atau isi."), field


def place(context: Context) -> Iterator[Found]:
    if not context.article.place.strip():
        yield Level.WARNS, _("Tempat (dateline) belum diisi."), "id_place"


def date(context: Context) -> Iterator[Found]:
    """A release that waits for its moment may bear the date of that day."""
    article = context.article
    if article.released_on and article.released_on > timezone.localdate(context.at):
        yield Level.BLOCKS, _("Tanggal siaran tidak boleh di masa depan."), "id_released_on"
    elif article.released_on and article.released_on != timezone.localdate(context.at):
        sentence = _(
            "Pembaca akan melihat tanggal siaran saja, tanpa jam terbit; itu hanya untuk siaran lama."
        )
        yield Level.WARNS, sentence, "id_released_on"
    if article.event and not article.event.earliest:
        yield Level.WARNS, _("Kegiatan utama ini belum bertanggal: %s") % article.event, "id_event"


def contact(context: Context) -> Iterator[Found]:
    """The page of a release without a contact of its own shows that of the agency."""
    ways = ("contact", "contact_email", "contact_phone")
    if not context.article.contact.strip() and not any(settings.AGENCY[way] for way in ways):
        sentence = _("Belum ada narahubung, baik bagi siaran ini maupun bagi lembaga.")
        yield Level.WARNS, sentence, "id_contact"


def addresses(context: Context) -> Iterator[Found]:
    """Addresses that have been public belong to their release for good."""
    taken = ArticleSlug.objects.exclude(article=context.article)
    for language, slug in addresses_of(context.article):
        if taken.filter(language=language, slug=slug).exists():
            field = "id_slug_en" if language == "en" else "id_slug"
            yield Level.BLOCKS, _("Alamat “%s” pernah dipakai siaran lain.") % slug, field
