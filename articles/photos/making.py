"""Everything that readers get of a picture, made file by file: between two, its maker can do other things."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image as Picture
from PIL import ImageCms, ImageOps

from articles.models import Image
from articles.photos import jpeg
from articles.photos.encoding import WIDTHS, encode, formats, widths_for
from articles.photos.files import BARE, Cut, mark_of
from pressroom.core.pictures import opened, orientation_of, upright_copy

BOX = (WIDTHS[-1], WIDTHS[-1] * 4)
LEAD = (3, 2)
CARD = (1200, 630)
# A picture that is so nearly of the shape wanted is not cut for it.
NEARLY = 0.01
# The JPEG for web desks: as wide as their pages show it, and better than ours need it.
WEB_BOX = (1600, 6400)
WEB_QUALITY = 85
# What a picture that was no JPEG becomes one with, and one that is too odd to be taken apart.
LIKE_THE_ORIGINAL = 93

Files = dict[str, Any]
# What Pillow raises for a colour profile that it cannot make sense of.
BAD_PROFILE = (ImageCms.PyCMSError, OSError, ValueError)


def make(image: Image) -> Iterator[Files]:
    """Yields after each file what there is so far; the last one is everything, for `Rendering.files`.

    Raises ValidationError or OSError where the original cannot be read.
    """
    files: Files = {}
    with opened(image.original) as picture:
        base = in_srgb(upright_copy(picture, BOX))
    for name, part in cuts(image, base).items():
        if name == "lead" and part.size == base.size:
            files[name] = files["whole"]
            continue
        kinds, widths = (["jpg"], [part.width]) if name == "card" else (formats(), widths_for(part.width))
        for cut in make_cut(stem(image, name), part, kinds, widths):
            files[name] = vars(cut)
            yield files
    for name, data in (("original", bare_original(image)), ("web", web_copy(image))):
        files[name] = stored(f"{BARE}/{mark_of(image)}-{name}.jpg", data)
        yield files


def cuts(image: Image, base: Picture.Image) -> dict[str, Picture.Image]:
    """The shapes; a card is left out where it would have to be blown up to more than twice the picture."""
    focus = image.focal_x / 100, image.focal_y / 100
    shapes = {"whole": base, "lead": cut_to(base, LEAD, focus)}
    card = cut_to(base, CARD, focus)
    if card.width * 2 >= CARD[0]:
        shapes["card"] = card.resize(CARD, Picture.Resampling.LANCZOS)
    return shapes


def cut_to(picture: Picture.Image, shape: tuple[int, int], focus: tuple[float, float]) -> Picture.Image:
    """The largest part of that shape that has the focal point as near to its middle as can be."""
    wanted, given = shape[0] / shape[1], picture.width / picture.height
    if abs(wanted / given - 1) < NEARLY:
        return picture
    width = min(picture.width, max(1, round(picture.height * wanted)))
    height = min(picture.height, max(1, round(picture.width / wanted)))
    left = min(max(round(picture.width * focus[0] - width / 2), 0), picture.width - width)
    top = min(max(round(picture.height * focus[1] - height / 2), 0), picture.height - height)
    return picture.crop((left, top, left + width, top + height))


def stem(image: Image, name: str) -> str:
    """What the files of a cut are called; another focal point gives other names, as caches keep files."""
    return mark_of(image) if name == "whole" else f"{mark_of(image)}-{name}-{image.focal_x}-{image.focal_y}"


def make_cut(stem: str, part: Picture.Image, kinds: list[str], widths: list[int]) -> Iterator[Cut]:
    sizes = [(width, max(1, round(part.height * width / part.width))) for width in widths]
    smaller = [part if size == part.size else part.resize(size, Picture.Resampling.LANCZOS) for size in sizes]
    cut = Cut(stem, sizes)
    for kind in kinds:
        cut.weights[kind] = []
        for picture in smaller:
            data = encode(picture, kind)
            keep(cut.path(picture.width, kind), data)
            cut.weights[kind].append(len(data))
            yield cut


def bare_original(image: Image) -> bytes:
    """Every pixel of the original as a JPEG, without what the camera wrote; an odd one is written anew."""
    with opened(image.original) as picture:
        held = orientation_of(picture)
        if picture.format in ("JPEG", "MPO"):
            image.original.seek(0)
            with suppress(jpeg.Malformed):
                return jpeg.stripped(image.original.read(), held)
    return written_anew(image, (image.width, image.height), LIKE_THE_ORIGINAL)


def web_copy(image: Image) -> bytes:
    return written_anew(image, WEB_BOX, WEB_QUALITY)


def written_anew(image: Image, box: tuple[int, int], quality: int) -> bytes:
    """The original within a box as a progressive JPEG in sRGB."""
    with opened(image.original) as picture:
        copy = in_srgb(upright_copy(picture, box))
    buffer = io.BytesIO()
    copy.save(buffer, "JPEG", quality=quality, progressive=True, optimize=True)
    return buffer.getvalue()


def in_srgb(picture: Picture.Image) -> Picture.Image:
    """Pages show every picture as sRGB; one from a wider space would look pale without this."""
    profile = picture.info.pop("icc_profile", None)
    picture.info.clear()  # nothing of the original goes along by accident
    if profile:
        with suppress(*BAD_PROFILE):
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), inPlace=True)
    return picture


def stored(path: str, data: bytes) -> Files:
    with Picture.open(io.BytesIO(data)) as picture:
        size = ImageOps.exif_transpose(picture).size if orientation_of(picture) > 4 else picture.size
    keep(path, data)
    return {"path": path, "size": size, "bytes": len(data)}


def keep(path: str, data: bytes) -> None:
    """Under exactly this name, which says what picture it is; what is there and as long is the same."""
    if default_storage.exists(path):
        if default_storage.size(path) == len(data):
            return
        default_storage.delete(path)
    default_storage.save(path, ContentFile(data))
