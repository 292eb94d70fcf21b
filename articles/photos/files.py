"""Which files were made of an image, and under which names they are stored: `Rendering.files` as objects.

A cut is the picture in one shape: `whole`, `lead` (3:2 around the focal point) or `card` (1200 × 630), stored
in several widths and formats; `original` and `web` are JPEGs to download, without any metadata.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from articles.models import Image

# Formats of the files on pages, the smallest first, with their media types; the last one everybody reads.
TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
FOLDER = "renditions"
# What is downloaded with words in it; nobody but the desk may have it bare.
BARE = "bare"
MARK = 32  # hexadecimal digits of an image's digest that its files are named by
NAMED = re.compile(rf"{FOLDER}/([0-9a-f]{{{MARK}}})-[-\w]+\.\w+")


@dataclass(frozen=True)
class Cut:
    """`sizes` are (width, height) in pixels, the narrowest first; `weights` bytes by format in that order."""

    stem: str
    sizes: list[tuple[int, int]]
    weights: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> Cut:
        return cls(stored["stem"], [(w, h) for w, h in stored["sizes"]], stored["weights"])

    @property
    def formats(self) -> list[str]:
        return [name for name in TYPES if name in self.weights]

    def path(self, width: int, kind: str) -> str:
        return f"{FOLDER}/{self.stem}-{width}.{kind}"

    def url(self, width: int, kind: str) -> str:
        return f"{settings.MEDIA_URL}{self.path(width, kind)}"

    def srcset(self, kind: str) -> str:
        return ", ".join(f"{self.url(width, kind)} {width}w" for width, _height in self.sizes)

    def nearest(self, width: int) -> tuple[int, int]:
        """The narrowest size that is at least so wide, else the widest."""
        return next((size for size in self.sizes if size[0] >= width), self.sizes[-1])

    def weight(self, width: int) -> int:
        """Bytes of the nearest size in the format that is offered first."""
        place = self.sizes.index(self.nearest(width))
        return self.weights[self.formats[0]][place]

    def paths(self) -> Iterator[str]:
        for kind in self.weights:
            yield from (self.path(width, kind) for width, _height in self.sizes)


@dataclass(frozen=True)
class Download:
    """A JPEG to download: its (width, height) as people see it, and its bytes without the words."""

    path: str
    size: tuple[int, int]
    bytes: int

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> Download:
        width, height = stored["size"]
        return cls(stored["path"], (width, height), stored["bytes"])


def files_of(image: Image) -> dict[str, Any]:
    """What was made of an image, {} as long as nothing is; costs no query after `select_related`."""
    rendering = getattr(image, "rendering", None)
    return rendering.files if rendering else {}


def cut_of(image: Image, name: str = "whole") -> Cut | None:
    stored = files_of(image).get(name)
    return Cut.read(stored) if stored else None


def download_of(image: Image, name: str) -> Download | None:
    """`original`, as large as it was taken, or `web`."""
    stored = files_of(image).get(name)
    return Download.read(stored) if stored else None


def mark_of(image: Image) -> str:
    return image.sha256[:MARK]


def images_named(path: str) -> QuerySet[Image]:
    """The image that a file of FOLDER was made of, told by its name; none for a name that is none of ours."""
    named = NAMED.fullmatch(path)
    if named is None:
        return Image.objects.none()
    # A range and not LIKE: every database finds it by the index of the unique column.
    return Image.objects.filter(sha256__gte=named[1], sha256__lt=f"{named[1]}g")
