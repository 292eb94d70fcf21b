"""What belongs to every picture of a release."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.checklist.findings import Context, Found, Level, suffix
from articles.models import Image

FIELD = "images-group"


def in_every_language(context: Context, image: Image, name: str) -> bool:
    return all(getattr(image, name + suffix(language)).strip() for language in context.article.languages)


def alt(context: Context) -> Iterator[Found]:
    """A reader who cannot see an image is told what it shows, or that it shows nothing."""
    sentence = _("Gambar “%s” memerlukan teks alternatif dalam setiap bahasa, atau tanda “hanya hiasan”.")
    for image in context.images:
        if not image.decorative and not in_every_language(context, image, "alt"):
            yield Level.BLOCKS, sentence % image, FIELD


def credit(context: Context) -> Iterator[Found]:
    for image in context.images:
        if not image.credit.strip():
            yield Level.WARNS, _("Gambar “%s” belum mempunyai kredit.") % image, FIELD


def captions(context: Context) -> Iterator[Found]:
    for image in context.images:
        if not image.decorative and not in_every_language(context, image, "caption"):
            yield Level.WARNS, _("Gambar “%s” belum mempunyai keterangan dalam setiap bahasa.") % image, FIELD
