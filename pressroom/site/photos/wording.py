"""How sizes, credits and rights of photographs are written."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from articles.models import EditionImage, Image


def weight(size: int) -> str:
    """Bytes as "48 KB" or "4,1 MB"; powers of ten, as telephone companies count."""
    if size < 999_500:
        return f"{max(1, round(size / 1000))} KB"
    return f"{number_format(round(size / 1_000_000, 1), 1)} MB"


def pixels(width: int, height: int) -> str:
    return f"{width} × {height}"


def credit_words(photo: EditionImage) -> str:
    """Who took it; an illustration is never called a photograph."""
    if not photo.credit:
        return _("Ilustrasi") if photo.kind == Image.Kind.ILLUSTRATION else ""
    pattern = _("Ilustrasi: %s") if photo.kind == Image.Kind.ILLUSTRATION else _("Foto: %s")
    return pattern % photo.credit


def rights_words(photo: EditionImage) -> Iterator[str]:
    if photo.rights:
        yield photo.rights
    if photo.licence:
        yield _("Lisensi: %s") % photo.licence
