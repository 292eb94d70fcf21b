"""A picture as bytes in the formats of pages, as good as a budget of bytes allows."""

from __future__ import annotations

import io
from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

from PIL import Image as Picture
from PIL import features

# The widths that the layout asks for: the column of 684 px and telephones of 360 to 430 px, sharp at two to
# three pixels a dot. A reader on a telephone pays for no more than 1080.
WIDTHS = (360, 720, 1080, 1440)
# Bytes that a picture of such a width may weigh; the photo of a page on a telephone stays under 60 KB.
BUDGETS = (18_000, 38_000, 58_000, 88_000)
# Qualities that are tried in turn, and what else the encoder is told.
# AVIF at speed 9 takes a seventh of the time of speed 7 and looks as good at the same weight.
LADDERS: Mapping[str, tuple[str, tuple[int, ...], dict[str, Any]]] = {
    "avif": ("AVIF", (58, 48, 38, 28, 18), {"speed": 9}),
    "webp": ("WEBP", (76, 64, 50, 36, 22, 10), {"method": 4}),
    "jpg": ("JPEG", (78, 66, 52, 38, 24, 12), {"progressive": True, "optimize": True}),
}


def formats() -> list[str]:
    """What this machine can write; Pillow may have been built without AVIF."""
    return [name for name in LADDERS if name != "avif" or features.check("avif")]


def widths_for(width: int) -> list[int]:
    """The widths of WIDTHS that are narrower than a picture, and its own as far as there is a use for it."""
    return [*(w for w in WIDTHS if w < width), min(width, WIDTHS[-1])] if width < WIDTHS[-1] else [*WIDTHS]


def budget_for(width: int) -> int:
    return BUDGETS[min(bisect_left(WIDTHS, width), len(BUDGETS) - 1)]


def encode(picture: Picture.Image, kind: str) -> bytes:
    """In the best of the format's qualities that the budget of its width allows, else in the least."""
    name, qualities, options = LADDERS[kind]
    data = b""
    for quality in qualities:
        buffer = io.BytesIO()
        picture.save(buffer, name, quality=quality, **options)
        data = buffer.getvalue()
        if len(data) <= budget_for(picture.width):
            break
    return data
