"""Photographs made ready for readers: what is made, by whom, and what becomes of one that cannot be made."""

import io
import logging
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain
from xml.etree import ElementTree as Xml

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from PIL import ExifTags, ImageDraw, IptcImagePlugin
from PIL import Image as Picture

from articles.models import Image, Rendering
from articles.photos import encoding, errand, iim, jpeg, xmp
from articles.photos.files import cut_of, download_of, images_named
from articles.photos.making import cut_to
from articles.photos.words import Words
from tests import factories as make

EXIF = {"Make": "Canon", "BodySerialNumber": "SN-0123456789", "CameraOwnerName": "Budi"}
WORDS = Words(
    caption={"id": "Kepala BNPT <kiri> & tamu.", "en": "The Head of BNPT & guest."},
    alt={"id": "Dua orang berjabat tangan", "en": "Two people shake hands"},
    credit="Humas BNPT é" * 5,
    rights="© BNPT",
    terms="CC BY 4.0",
    statement="https://pers.example.go.id/siaran-pers/a/#foto-1",
    taken_on=date(2024, 10, 9),
    people=("Komjen. Pol. Eddy Hartono",),
    illustration=False,
)


def camera_jpeg(size: tuple[int, int] = (90, 60), orientation: int = 1) -> bytes:
    """A JPEG with what cameras write: position, serial number, owner, a comment, more behind the end."""
    picture = Picture.effect_noise(size, 60).convert("RGB")
    exif = Picture.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = EXIF["Make"]
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.BodySerialNumber] = EXIF["BodySerialNumber"]
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.CameraOwnerName] = EXIF["CameraOwnerName"]
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (6.0, 10.0, 30.0)
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", exif=exif, comment=b"SN-0123456789", xmp=b"<x>SN-0123456789</x>")
    return buffer.getvalue() + b"SN-0123456789 behind the end"


@pytest.mark.parametrize("orientation", [1, 6])
def test_metadata_goes_and_every_pixel_stays(orientation: int) -> None:
    taken = camera_jpeg(orientation=orientation)
    bare = jpeg.stripped(taken, orientation)
    assert b"SN-0123456789" in taken
    for said in (*EXIF.values(), "GPS"):
        assert said.encode() not in bare
    with Picture.open(io.BytesIO(taken)) as before, Picture.open(io.BytesIO(bare)) as after:
        assert after.tobytes() == before.tobytes()
        assert dict(after.getexif()) == ({ExifTags.Base.Orientation: 6} if orientation == 6 else {})


@pytest.mark.parametrize("data", [b"", b"\x89PNG", jpeg.START, camera_jpeg()[:200], camera_jpeg()[:-400]])
def test_what_is_no_whole_jpeg_is_not_taken_apart(data: bytes) -> None:
    with pytest.raises(jpeg.Malformed):
        jpeg.stripped(data)


def with_words(words: Words) -> Picture.Image:
    bare = jpeg.stripped(camera_jpeg(orientation=6), 6)
    place = jpeg.head_of(bare)
    picture = Picture.open(io.BytesIO(bare[:place] + xmp.app1(words) + iim.app13(words) + bare[place:]))
    picture.load()
    return picture


def said_in_xmp(picture: Picture.Image, name: str) -> list[str]:
    space, _colon, tag = name.partition(":")
    found = Xml.fromstring(picture.info["xmp"]).find(f".//{{{xmp.NAMESPACES[space]}}}{tag}")  # noqa: S314
    return [] if found is None else [text.strip() for text in found.itertext() if text.strip()]


def test_the_words_are_read_back_from_the_file() -> None:
    picture = with_words(WORDS)
    indonesian, english = WORDS.caption["id"], WORDS.caption["en"]
    for name, said in {
        "dc:creator": [WORDS.credit],
        "dc:description": [indonesian, indonesian, english],
        "dc:rights": ["© BNPT", "© BNPT"],
        "photoshop:Credit": [WORDS.credit],
        "photoshop:DateCreated": ["2024-10-09"],
        "xmpRights:UsageTerms": ["CC BY 4.0", "CC BY 4.0"],
        "xmpRights:WebStatement": [WORDS.statement],
        "Iptc4xmpCore:AltTextAccessibility": [WORDS.alt["id"], WORDS.alt["id"], WORDS.alt["en"]],
        "Iptc4xmpExt:PersonInImage": ["Komjen. Pol. Eddy Hartono"],
        "Iptc4xmpExt:DigitalSourceType": [xmp.SOURCES[False]],
    }.items():
        assert said_in_xmp(picture, name) == said, name
    read = {key: bytes(value).decode() for key, value in IptcImagePlugin.getiptcinfo(picture).items()}
    assert read[2, 120] == indonesian
    assert read[2, 55] == "20241009"
    assert read[2, 116] == "© BNPT"
    assert WORDS.credit.startswith(read[2, 80])
    assert 30 <= len(read[2, 80].encode()) <= 32


def test_odd_words_leave_a_file_that_can_be_read() -> None:
    odd = {"id": "a\0b\x0b ]]> \ud7ff &amp;" + "é" * 3900, "en": ""}
    picture = with_words(Words(odd, {"id": "", "en": ""}, "", "", "", "", None, (), illustration=True))
    assert said_in_xmp(picture, "dc:description")[0].startswith("ab ]]>")
    assert said_in_xmp(picture, "dc:creator") == []
    assert said_in_xmp(picture, "Iptc4xmpExt:DigitalSourceType") == [xmp.SOURCES[True]]
    assert len(IptcImagePlugin.getiptcinfo(picture)[2, 120]) <= 2000


@pytest.mark.parametrize(
    ("size", "focus", "cut"),
    [
        ((300, 200), (0.5, 0.5), (300, 200)),
        ((400, 200), (0.0, 0.5), (300, 200)),
        ((400, 200), (1.0, 1.0), (300, 200)),
        ((200, 400), (0.5, 0.9), (200, 133)),
        ((1, 900), (0.5, 0.5), (1, 1)),
    ],
)
def test_a_cut_has_its_shape_and_keeps_the_focal_point(
    size: tuple[int, int], focus: tuple[float, float], cut: tuple[int, int]
) -> None:
    picture = Picture.new("L", size)
    point = min(int(size[0] * focus[0]), size[0] - 1), min(int(size[1] * focus[1]), size[1] - 1)
    picture.putpixel(point, 255)
    part = cut_to(picture, (3, 2), focus)
    assert part.size == cut
    assert part.getextrema()[1] == 255


def test_widths_and_budgets() -> None:
    assert encoding.widths_for(6000) == [360, 720, 1080, 1440]
    assert encoding.widths_for(1000) == [360, 720, 1000]
    assert encoding.widths_for(4) == [4]
    assert [encoding.budget_for(width) for width in (4, 360, 1000, 1080, 1440)] == [
        *(18_000, 18_000, 58_000, 58_000, 88_000),
    ]
    busy = Picture.effect_noise((90, 60), 90).convert("RGB").resize((360, 240))
    for kind in encoding.formats():
        assert len(encoding.encode(busy, kind)) <= encoding.budget_for(360)


@pytest.fixture
def photo(db: None) -> Image:
    """Smaller than any width of the layout, so that it is made in no time; not yet made."""
    picture = Picture.new("RGB", (300, 160), "navy")
    ImageDraw.Draw(picture).rectangle((0, 0, 20, 160), fill="red")
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return make.image(original=ContentFile(buffer.getvalue(), name="foto.png"), focal_x=0)


def test_everything_is_made_and_nothing_before(photo: Image) -> None:
    assert cut_of(photo) is None
    errand.finish()
    made = Rendering.objects.select_related("image").get()
    assert (made.due, made.problem) == (None, "")
    image = made.image
    whole, lead = cut_of(image), cut_of(image, "lead")
    assert whole
    assert lead
    assert (whole.sizes, lead.sizes) == ([(300, 160)], [(240, 160)])
    for cut in (whole, lead):
        weights = chain.from_iterable(cut.weights.values())
        for path, weight in zip(cut.paths(), weights, strict=True):
            assert default_storage.size(path) == weight
            assert images_named(path).get() == image
            with Picture.open(default_storage.open(path)) as picture:
                assert picture.size == cut.sizes[0]
                assert picture.convert("RGB").getpixel((5, 80))[0] > 150
    original = download_of(image, "original")
    assert original
    assert original.size == (300, 160)
    assert default_storage.size(original.path) == original.bytes


def test_another_focal_point_asks_for_it_all_again_and_other_words_do_not(photo: Image) -> None:
    errand.finish()
    same = Image.objects.get()
    same.alt = "Lain"
    same.save()
    assert not Rendering.objects.filter(due__isnull=False).exists()
    before = cut_of(same, "lead")
    same.focal_x = 100
    same.save()
    errand.finish()
    after = cut_of(Image.objects.get(), "lead")
    assert before
    assert after
    assert before.stem != after.stem  # caches keep what has the old name


def test_images_stored_past_save_are_asked_for(photo: Image) -> None:
    Rendering.objects.all().delete()
    assert errand.ask_for_missing() == 1
    assert errand.ask_for_missing() == 0


def test_a_claimed_picture_is_left_alone_until_its_lease_is_over(photo: Image) -> None:
    now = timezone.now()
    assert errand.claim(now)
    assert errand.claim(now) is None
    assert errand.claim(now + errand.LEASE + timedelta(seconds=1))


@pytest.fixture
def poison(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(image: Image) -> Iterator[dict]:
        raise ValidationError("racun")
        yield {}

    monkeypatch.setattr(errand, "make", fails)


def test_a_poison_picture_steps_aside_loudly(
    photo: Image, poison: None, caplog: pytest.LogCaptureFixture
) -> None:
    for attempt in range(1, errand.ATTEMPTS + 1):
        Rendering.objects.update(due=timezone.now())
        errand.finish()
        assert Rendering.objects.get().attempts == attempt
    row = Rendering.objects.get()
    assert row.due is None
    assert "racun" in row.problem
    assert [record.levelno for record in caplog.records] == [logging.WARNING, logging.WARNING, logging.ERROR]


def test_one_that_kills_the_worker_each_time_is_given_up_too(
    photo: Image, caplog: pytest.LogCaptureFixture
) -> None:
    now = timezone.now()
    for attempt in range(errand.ATTEMPTS):
        assert errand.claim(now + attempt * errand.LEASE * 2)
    assert errand.claim(now + errand.LEASE * 9) is None
    assert "given up" in caplog.text
    assert Rendering.objects.get().due is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        ({"alt": "IMG_0042"}, ["alt"]),
        ({"alt": "DSC01234.JPG", "alt_en": "WhatsApp Image 2024-10-09"}, ["alt", "alt_en"]),
        ({"alt_en": "foto-kunjungan.jpeg"}, ["alt_en"]),
        ({"decorative": True, "alt": "Jabat tangan"}, ["alt"]),
        ({"decorative": True, "alt": ""}, []),
        ({"alt": "Foto 3 orang berjabat tangan"}, []),
        ({"alt": "Berkas .jpg di layar komputer"}, []),
    ],
)
def test_words_for_the_blind_are_words(fields: dict, refused: list[str]) -> None:
    image = make.image()
    for name, value in fields.items():
        setattr(image, name, value)
    if not refused:
        return image.full_clean()
    with pytest.raises(ValidationError) as refusal:
        image.full_clean()
    assert sorted(refusal.value.message_dict) == refused
    return None
