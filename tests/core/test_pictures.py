"""Which files we take as pictures, and what readers get of them."""

import contextlib
import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags
from PIL import Image as Picture

from articles.models import Image
from entities.models import Person
from pressroom.core.pictures import FORMATS, MAX_MEGABYTES, check_picture, display_copy
from tests import factories as make

FORMAT = "Gambar harus berupa berkas JPEG, PNG, atau WebP."
PIXELS = "Gambar paling besar 40 megapiksel; kecilkan dahulu."
BYTES = "Berkas gambar paling besar 25 MB; kecilkan dahulu."
DAMAGE = "Gambar ini rusak; sebagian isinya tidak dapat dibaca."


def file_of(
    kind: str = "PNG", size: tuple[int, int] = (40, 30), mode: str = "RGB", **options: Any
) -> ContentFile:
    buffer = io.BytesIO()
    Picture.new(mode, size).save(buffer, kind, **options)
    return ContentFile(buffer.getvalue(), name=f"foto.{kind.lower()}")


def noise(kind: str) -> bytes:
    buffer = io.BytesIO()
    Picture.effect_noise((64, 48), 80).convert("RGB").save(buffer, kind)
    return buffer.getvalue()


NOISE = {kind: noise(kind) for kind in FORMATS}


def script() -> ContentFile:
    return ContentFile(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n%%EndComments\n", name="foto.png")


def too_heavy() -> ContentFile:
    return ContentFile(file_of().read() + bytes(MAX_MEGABYTES * 1_000_000), name="foto.png")


REFUSED: dict[str, tuple[Callable[[], ContentFile], str]] = {
    "a GIF": (lambda: file_of("GIF"), FORMAT),
    "a TIFF": (lambda: file_of("TIFF"), FORMAT),
    "a BMP": (lambda: file_of("BMP"), FORMAT),
    "PostScript under another name": (script, FORMAT),
    "a text": (lambda: ContentFile(b"Siaran pers", name="foto.jpg"), FORMAT),
    "nothing": (lambda: ContentFile(b"", name="foto.jpg"), FORMAT),
    "41 megapixels": (lambda: file_of("PNG", (8200, 5000), "1"), PIXELS),
    "a bomb for Pillow too": (lambda: file_of("PNG", (14_000, 14_000), "1"), PIXELS),
    "26 megabytes": (too_heavy, BYTES),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_we_do_not_take_is_refused_with_a_sentence(name: str) -> None:
    make_file, sentence = REFUSED[name]
    for judge in (check_picture, display_copy):
        with pytest.raises(ValidationError) as refusal:
            judge(make_file())
        assert refusal.value.messages == [sentence]


@pytest.mark.django_db
@pytest.mark.parametrize("name", REFUSED)
def test_no_way_of_storing_it_gets_around_that(name: str) -> None:
    make_file, sentence = REFUSED[name]
    for store in (lambda: make.image(original=make_file()), lambda: make.person(portrait=make_file())):
        with pytest.raises(ValidationError) as refusal:
            store()
        assert refusal.value.messages == [sentence]
    assert not Image.objects.exists()
    assert not Person.objects.exists()


MODES = {
    "JPEG": ["1", "L", "RGB", "CMYK"],
    "PNG": ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"],
    "WEBP": ["RGB", "RGBA"],
}


@pytest.mark.parametrize(("kind", "mode"), [(kind, mode) for kind in FORMATS for mode in MODES[kind]])
def test_a_picture_of_any_mode_becomes_a_smaller_copy(kind: str, mode: str) -> None:
    with Picture.open(display_copy(file_of(kind, (2400, 1600), mode))) as copy:
        assert (copy.format, copy.mode, copy.size) == ("WEBP", "RGB", (1200, 800))


@pytest.mark.parametrize(
    ("size", "copied"),
    [
        ((40, 30), (40, 30)),
        ((1300, 130), (1200, 120)),
        ((600, 6000), (480, 4800)),
        ((1, 30_000), (1, 4800)),
        ((30_000, 1), (1200, 1)),
    ],
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_copy_is_never_larger_than_the_picture_or_the_box(
    kind: str, size: tuple[int, int], copied: tuple[int, int]
) -> None:
    with Picture.open(display_copy(file_of(kind, size))) as copy:
        assert copy.size == copied


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", FORMATS)
def test_a_picture_that_lies_on_its_side_is_set_upright(kind: str, orientation: int) -> None:
    exif = Picture.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    copy = display_copy(file_of(kind, (2400, 1600), exif=exif))
    assert copy.upright == ((2400, 1600) if orientation <= 4 else (1600, 2400))
    with Picture.open(copy) as picture:
        assert picture.size == ((1200, 800) if orientation <= 4 else (1200, 1800))
        assert not picture.getexif()


@pytest.mark.django_db
def test_an_image_is_as_wide_and_high_as_readers_see_it() -> None:
    exif = Picture.Exif()
    exif[ExifTags.Base.Orientation] = 6
    image = make.image(original=file_of("JPEG", (400, 300), exif=exif))
    assert (image.width, image.height) == (300, 400)


def blocks_for(kind: str, size: tuple[int, int]) -> int:
    """How many blocks of 16 MB Pillow takes in turn to make the copy."""
    file = file_of(kind, size)
    before = Picture.core.get_stats()["allocated_blocks"]
    display_copy(file)
    return Picture.core.get_stats()["allocated_blocks"] - before


def test_a_jpeg_is_not_decoded_beyond_what_its_copy_needs() -> None:
    large = (7200, 4800)
    assert (
        blocks_for("JPEG", large) <= blocks_for("PNG", large) - 6
    )  # of nine for every pixel, three are left


@pytest.mark.parametrize("kind", FORMATS)
@given(places=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), max_size=6), kept=st.floats(0, 1))
def test_a_damaged_file_becomes_a_copy_or_a_sentence(
    kind: str, places: list[tuple[float, int]], kept: float
) -> None:
    whole = bytearray(NOISE[kind])
    for place, byte in places:
        whole[int(place * len(whole))] = byte
    with contextlib.suppress(ValidationError):
        display_copy(ContentFile(bytes(whole[: int(kept * len(whole))]), name="foto"))


def test_a_photo_that_breaks_off_is_said_to_be_damaged() -> None:
    half = NOISE["JPEG"][:1000]
    with pytest.raises(ValidationError, match="rusak"):
        display_copy(ContentFile(half, name="foto.jpg"))


def film(kind: str) -> ContentFile:
    frames = [Picture.new("RGB", (8, 8), colour) for colour in ("red", "navy")]
    buffer = io.BytesIO()
    frames[0].save(buffer, kind, save_all=True, append_images=frames[1:])
    return ContentFile(buffer.getvalue(), name=f"foto.{kind.lower()}")


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (lambda: ContentFile(b'<?xml version="1.0"?><svg onload="alert(1)"></svg>', name="a.svg"), "SVG"),
        (lambda: ContentFile(b"\0\0\0\x18ftypheic" + bytes(40), name="a.jpg"), "HEIC"),
        (lambda: film("PNG"), "bergerak"),
        (lambda: film("WEBP"), "bergerak"),
    ],
)
def test_the_refusal_says_what_to_do(file: Callable[[], ContentFile], reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        check_picture(file())


def test_what_shines_through_lies_on_white() -> None:
    with Picture.open(display_copy(file_of("PNG", (8, 8), "RGBA"))) as copy:
        assert copy.getpixel((4, 4)) == (255, 255, 255)
