"""Pictures at the desk: what is taken, what is refused and why, and what stays once it is published."""

import io
from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.db import models
from django.test import Client
from PIL import Image as Picture

from articles.models import Image, Rendering
from articles.photos import errand
from entities.models import Person
from tests import factories as make
from tests.desk.pages import address, change_address, errors, save, shown

PIXELS = "Gambar paling besar 40 megapiksel; kecilkan dahulu."
FORMAT = "Gambar harus berupa berkas JPEG, PNG, atau WebP."
DAMAGE = "Gambar ini rusak; sebagian isinya tidak dapat dibaca."


def drawn(kind: str, size: tuple[int, int], mode: str = "RGB") -> ContentFile:
    buffer = io.BytesIO()
    Picture.new(mode, size).save(buffer, kind)
    return ContentFile(buffer.getvalue(), name=f"foto.{kind.lower()}")


def broken_off() -> ContentFile:
    return ContentFile(drawn("JPEG", (800, 600)).read()[:2000], name="foto.jpg")


REFUSED = {
    "169 megapixels": (lambda: drawn("PNG", (13_000, 13_000), "1"), PIXELS),
    "a bomb for Pillow too": (lambda: drawn("PNG", (14_000, 14_000), "1"), PIXELS),
    "a GIF": (lambda: drawn("GIF", (4, 3)), FORMAT),
    "half a photo": (broken_off, DAMAGE),
}
FORMS: dict[str, tuple[type[models.Model], Callable[[File], dict]]] = {
    "image": (Image, lambda file: {"original": file}),
    "portrait": (Person, lambda file: {"portrait": file, "name": "A", "sort_name": "A", "slug": "a"}),
}


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("file", REFUSED)
def test_a_file_that_we_do_not_take_is_refused_with_one_sentence(desk: Client, form: str, file: str) -> None:
    model, filled = FORMS[form]
    make_file, sentence = REFUSED[file]
    response = save(desk, address(model, "add"), **filled(make_file()))
    assert errors(response) == [sentence]
    assert not model._default_manager.exists()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_portrait_is_taken_and_kept_as_its_copy(desk: Client, kind: str) -> None:
    model, filled = FORMS["portrait"]
    save(desk, address(model, "add"), **filled(drawn(kind, (2400, 1600))))
    with Picture.open(Person.objects.get().portrait) as portrait:
        assert (portrait.format, portrait.size) == ("WEBP", (1200, 800))


def test_a_picture_that_is_there_already_is_refused_with_its_name(desk: Client) -> None:
    image = make.image(alt="Jabat tangan")
    image.original.seek(0)
    response = save(desk, address(Image, "add"), original=image.original.file)
    assert errors(response) == ["Gambar ini sudah tersimpan: Jabat tangan."]


def test_a_new_picture_is_stored_with_its_digest(desk: Client) -> None:
    save(desk, address(Image, "add"), original=make.picture_file(), alt="Jabat tangan")
    image = Image.objects.get()
    assert len(image.sha256) == 64
    save(desk, change_address(image), alt="Bersalaman")
    image.refresh_from_db()
    assert image.alt == "Bersalaman"


def test_a_picture_that_nobody_has_seen_can_be_replaced(desk: Client) -> None:
    image = make.image()
    before = image.sha256, image.display.name
    save(desk, change_address(image), original=make.picture_file(8, 9))
    image.refresh_from_db()
    assert (image.width, image.height) == (8, 9)
    assert image.sha256 != before[0]
    assert image.display.name != before[1]


def test_a_published_picture_is_described_anew_and_never_replaced(desk: Client) -> None:
    image = make.image()
    make.edition_image(shown=image)
    before = image.sha256, image.original.name, image.display.name
    assert "original" not in shown(desk.get(change_address(image)))
    save(desk, change_address(image), original=make.picture_file(8, 9), alt="Bersalaman")
    image.refresh_from_db()
    assert (image.sha256, image.original.name, image.display.name) == before
    assert image.alt == "Bersalaman"


@pytest.mark.django_db
@pytest.mark.parametrize("refuse", [Image.save, Image.full_clean])
def test_no_other_way_replaces_a_published_picture(refuse: Callable[[Image], None]) -> None:
    image = make.image()
    make.edition_image(shown=image)
    image.original = make.picture_file(8, 9)
    with pytest.raises(ValidationError, match="sudah terbit"):
        refuse(image)
    image.refresh_from_db()
    assert (image.width, image.height) == (4, 3)


def test_the_focal_point_is_typed_or_clicked_and_the_page_says_how_far_the_copies_are(desk: Client) -> None:
    image = make.image()
    page = desk.get(change_address(image))
    text = page.content.decode()
    assert f'<img src="{image.display.url}" alt="{image.alt}">' in text
    assert text.count('min="0" max="100"') == 2
    assert "sedang dibuat" in text
    errand.finish()
    assert "sudah dibuat" in desk.get(change_address(image)).content.decode()
    Rendering.objects.update(made_at=None, problem="ValidationError: racun")
    assert "racun" in desk.get(change_address(image)).content.decode()


def test_a_file_name_is_no_alternative_text(desk: Client) -> None:
    response = save(desk, address(Image, "add"), original=make.picture_file(), alt="IMG_0042.JPG")
    assert errors(response) == ["Ini nama berkas. Tuliskan apa yang terlihat pada gambar."]
