"""Pictures: which files we take, and what readers get of them.

Readers get a photograph smaller, upright, and without the data that the camera wrote into it.
"""

from __future__ import annotations

import hashlib
import io
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _
from PIL import ExifTags, ImageOps
from PIL import Image as Picture

FORMATS = ("JPEG", "PNG", "WEBP")
MAX_MEGAPIXELS = 40
MAX_MEGABYTES = 25

# Twice the width of the text column on a phone; the column is 684 px wide on the largest screen.
DISPLAY_WIDTH = 1200
DISPLAY_BOX = (DISPLAY_WIDTH, DISPLAY_WIDTH * 4)
DISPLAY_QUALITY = 78

# EXIF orientations of a picture that lies on its side.
LYING = frozenset({5, 6, 7, 8})
# Palettes and bits cannot be blended when they are made smaller.
UNBLENDABLE = frozenset({"1", "P"})
# Formats of which one file may hold a film; a JPEG with a second picture behind the first is a photograph.
MOVING = frozenset({"PNG", "WEBP"})
# How files begin that editors try in good faith, although we do not take them.
SNIFFED = 1024
SVG = re.compile(rb"<svg[\s>]", re.IGNORECASE)
HEIC = frozenset({b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc"})
# What Pillow raises on a file that breaks off, or whose bytes have changed.
DAMAGE = (OSError, SyntaxError, ValueError, EOFError, struct.error, zlib.error)


class DisplayCopy(ContentFile):
    """What `display_copy` has made for readers; `upright` is the (width, height) of the whole picture."""

    upright: tuple[int, int]


def file_digest(file: File) -> str:
    """SHA-256 of a stored or uploaded file, which is left at its start."""
    file.open("rb")
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    return digest


def check_picture(file: File) -> None:
    """Raise ValidationError for a file that we do not take, judged by its size and header alone."""
    with opened(file):
        pass


def display_copy(original: File) -> DisplayCopy:
    """A WebP at most DISPLAY_WIDTH wide. EXIF and XMP are left out: they can tell where and by whom.

    Raises ValidationError for a file that we do not take, or that is damaged.
    """
    with opened(original) as picture:
        upright = upright_size(picture)
        buffer = io.BytesIO()
        upright_copy(picture, DISPLAY_BOX).save(buffer, "WEBP", quality=DISPLAY_QUALITY)
    copy = DisplayCopy(buffer.getvalue())
    copy.upright = upright
    return copy


def orientation_of(picture: Picture.Image) -> int:
    """How the camera was held: 1 is upright, as where nothing is said of it."""
    held = picture.getexif().get(ExifTags.Base.Orientation, 1)
    return held if isinstance(held, int) and 1 <= held <= 8 else 1


def upright_size(picture: Picture.Image) -> tuple[int, int]:
    return turned(picture.size) if orientation_of(picture) in LYING else picture.size


def upright_copy(picture: Picture.Image, box: tuple[int, int]) -> Picture.Image:
    """The picture upright within a box, in RGB on white. It has lost nothing but size and transparency."""
    # Whatever lies on its side is measured and shrunk the other way round, and only then set upright.
    lies = orientation_of(picture) in LYING
    return flat(ImageOps.exif_transpose(shrunk(picture, turned(box) if lies else box)))


def flat(picture: Picture.Image) -> Picture.Image:
    """In RGB; what shone through lies on white, for under it there may be anything."""
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    layer = picture.convert("RGBA")
    ground = Picture.new("RGBA", layer.size, "white")
    return Picture.alpha_composite(ground, layer).convert("RGB")


@contextmanager
def opened(file: File) -> Iterator[Picture.Image]:
    """The picture in a file that we take, not decoded yet; the file is left at its start."""
    if file.size > MAX_MEGABYTES * 1_000_000:
        raise ValidationError(_("Berkas gambar paling besar %d MB; kecilkan dahulu.") % MAX_MEGABYTES)
    file.open("rb")
    try:
        with Picture.open(file, formats=FORMATS) as picture:
            if picture.width * picture.height > MAX_MEGAPIXELS * 1_000_000:
                raise Picture.DecompressionBombError
            if picture.format in MOVING and getattr(picture, "is_animated", False):
                raise ValidationError(_("Gambar bergerak tidak diterima; simpan satu gambar diam dahulu."))
            yield picture
    except Picture.DecompressionBombError:
        raise ValidationError(
            _("Gambar paling besar %d megapiksel; kecilkan dahulu.") % MAX_MEGAPIXELS
        ) from None
    except Picture.UnidentifiedImageError:
        raise ValidationError(reason_against(file)) from None
    except DAMAGE:
        raise ValidationError(_("Gambar ini rusak; sebagian isinya tidak dapat dibaca.")) from None
    finally:
        file.seek(0)


def reason_against(file: File) -> str:
    """What to say of a file that is none of our FORMATS, judged by how it begins."""
    file.seek(0)
    start = file.read(SNIFFED)
    if SVG.search(start):
        return _("Berkas SVG tidak diterima karena dapat memuat skrip; simpan sebagai PNG dahulu.")
    if start[4:12] in HEIC:
        return _("Foto HEIC tidak diterima; simpan sebagai JPEG dahulu.")
    return _("Gambar harus berupa berkas JPEG, PNG, atau WebP.")


def turned(size: tuple[int, int]) -> tuple[int, int]:
    return size[1], size[0]


def shrunk(picture: Picture.Image, box: tuple[int, int]) -> Picture.Image:
    """The picture within a box; a JPEG is decoded at a fraction of its size that leaves twice the box."""
    scale = max(picture.width / box[0], picture.height / box[1], 1)
    picture.draft(None, (ceil(2 * picture.width / scale), ceil(2 * picture.height / scale)))
    small = picture.convert("RGB") if picture.mode in UNBLENDABLE else picture
    small.thumbnail(box)
    return small
