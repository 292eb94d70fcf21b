"""Pictures: which files we take, and what readers get of them.

Readers get a photograph smaller, upright, and without the data that the camera wrote into it.
"""

from __future__ import annotations

import hashlib
import io
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
        # Whatever lies on its side is measured and shrunk the other way round, and only then set upright.
        lies = picture.getexif().get(ExifTags.Base.Orientation) in LYING
        upright = turned(picture.size) if lies else picture.size
        small = ImageOps.exif_transpose(shrunk(picture, turned(DISPLAY_BOX) if lies else DISPLAY_BOX))
        buffer = io.BytesIO()
        small.convert("RGB").save(buffer, "WEBP", quality=DISPLAY_QUALITY)
    copy = DisplayCopy(buffer.getvalue())
    copy.upright = upright
    return copy


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
            yield picture
    except Picture.DecompressionBombError:
        raise ValidationError(
            _("Gambar paling besar %d megapiksel; kecilkan dahulu.") % MAX_MEGAPIXELS
        ) from None
    except Picture.UnidentifiedImageError:
        raise ValidationError(_("Gambar harus berupa berkas JPEG, PNG, atau WebP.")) from None
    except DAMAGE:
        raise ValidationError(_("Gambar ini rusak; sebagian isinya tidak dapat dibaca.")) from None
    finally:
        file.seek(0)


def turned(size: tuple[int, int]) -> tuple[int, int]:
    return size[1], size[0]


def shrunk(picture: Picture.Image, box: tuple[int, int]) -> Picture.Image:
    """The picture within a box; a JPEG is decoded at a fraction of its size that leaves twice the box."""
    scale = max(picture.width / box[0], picture.height / box[1], 1)
    picture.draft(None, (ceil(2 * picture.width / scale), ceil(2 * picture.height / scale)))
    small = picture.convert("RGB") if picture.mode in UNBLENDABLE else picture
    small.thumbnail(box)
    return small
