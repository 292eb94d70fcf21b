"""What readers get of a photograph: smaller, upright, and without the data that the camera wrote into it."""

from __future__ import annotations

import hashlib
import io

from django.core.files.base import ContentFile, File
from PIL import Image as Picture
from PIL import ImageOps

# Twice the width of the text column on a phone; the column is 684 px wide on the largest screen.
DISPLAY_WIDTH = 1200
DISPLAY_QUALITY = 78


def file_digest(file: File) -> str:
    """SHA-256 of a stored or uploaded file, which is left at its start."""
    file.open("rb")
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    return digest


def display_copy(original: File) -> ContentFile:
    """A WebP at most DISPLAY_WIDTH wide. EXIF and XMP are left out: they can tell where and by whom."""
    with Picture.open(original) as opened:
        picture = ImageOps.exif_transpose(opened).convert("RGB")
    original.seek(0)
    picture.thumbnail((DISPLAY_WIDTH, DISPLAY_WIDTH * 4))
    buffer = io.BytesIO()
    picture.save(buffer, "WEBP", quality=DISPLAY_QUALITY)
    return ContentFile(buffer.getvalue())
