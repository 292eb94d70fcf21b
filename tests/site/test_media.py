"""Uploaded files pass the same gate as the pages that show them."""

import io
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from PIL import Image as Picture
from pytest_django import Settings

from articles.models import EditionImage
from articles.publishing import PublishingError, publish
from entities.models import Person
from tests import factories as make

pytestmark = pytest.mark.django_db
GPS = 0x8825


def photo_with_position(width: int = 2400) -> ContentFile:
    exif = Picture.Exif()
    exif[GPS] = {1: "S", 2: (6.0, 10.0, 30.0)}
    buffer = io.BytesIO()
    Picture.new("RGB", (width, width // 2), "navy").save(buffer, "JPEG", exif=exif)
    return ContentFile(buffer.getvalue(), name="IMG_0001.jpg")


def url_of(file: object) -> str:
    return f"/media/{file}"


def test_an_image_is_served_once_its_release_is_public(client: Client) -> None:
    use = make.article_image()
    assert client.get(url_of(use.image.display)).status_code == 404
    publish(use.article, reason="Arsip.")
    answer = client.get(url_of(use.image.display))
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/webp")


def test_an_image_of_a_later_edition_waits_for_it(client: Client) -> None:
    use = make.article_image()
    publish(use.article, reason="Arsip.")
    EditionImage.objects.update(public_from=timezone.now() + timedelta(minutes=1))
    assert client.get(url_of(use.image.display)).status_code == 404


def test_an_image_of_a_superseded_edition_is_gone(client: Client) -> None:
    use = make.article_image()
    publish(use.article, reason="Arsip.")
    use.delete()
    publish(use.article, kind="minor", reason="Arsip.")
    assert client.get(url_of(use.image.display)).status_code == 404


def test_the_original_is_for_the_desk_only(client: Client) -> None:
    use = make.article_image()
    publish(use.article, reason="Arsip.")
    assert client.get(url_of(use.image.original)).status_code == 404
    client.force_login(make.user(is_superuser=True))
    answer = client.get(url_of(use.image.original))
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")


def test_readers_get_a_smaller_copy_without_the_position() -> None:
    shown = make.image(original=photo_with_position())
    with Picture.open(shown.display) as display:
        assert (display.size, display.format) == ((1200, 600), "WEBP")
        assert GPS not in display.getexif()


def test_a_portrait_is_kept_without_the_position_and_served_with_the_person(client: Client) -> None:
    someone = make.person(portrait=photo_with_position(), public_from=None)
    with Picture.open(someone.portrait) as portrait:
        assert GPS not in portrait.getexif()
    assert client.get(url_of(someone.portrait)).status_code == 404
    Person.objects.update(public_from=make.LONG_AGO)
    assert client.get(url_of(someone.portrait)).status_code == 200


def test_the_text_of_an_agreement_is_served_with_it(client: Client) -> None:
    text = ContentFile(b"%PDF-1.7", name="naskah.pdf")
    hidden, shown = make.agreement(document=text, public_from=None), make.agreement(document=text)
    assert client.get(url_of(hidden.document)).status_code == 404
    assert client.get(url_of(shown.document)).status_code == 200


@pytest.mark.parametrize("staff", [False, True])
@pytest.mark.parametrize(
    "path",
    [
        *("", "../db.sqlite3", "images", "images/", "images/.", "images/..", "images/../x", "images//x"),
        *("images/none.webp", "images/%00.webp", "images/a%00", "images/%0A", "/etc/passwd", "secret-key"),
        *("images/folder", "images/folder/", f"images/{'x' * 300}.webp", "originals/", "%2e%2e/%2e%2e/x"),
    ],
)
def test_nothing_else_is_there(client: Client, settings: Settings, path: str, staff: bool) -> None:
    Path(settings.MEDIA_ROOT, "images", "folder").mkdir(parents=True, exist_ok=True)
    if staff:
        client.force_login(make.user(is_superuser=True))
    assert client.get(f"/media/{path}").status_code == 404


@pytest.mark.parametrize(
    ("fields", "english", "published"),
    [
        ({"alt": "Jabat tangan"}, False, True),
        ({"alt": ""}, False, False),
        ({"alt": "", "decorative": True}, True, True),
        ({"alt": "Jabat tangan"}, True, False),
        ({"alt": "Jabat tangan", "alt_en": "A handshake"}, True, True),
    ],
)
def test_an_image_without_words_for_those_who_cannot_see_it_waits(
    fields: dict, english: bool, published: bool
) -> None:
    article = make.article(english=english)
    make.article_image(article, make.image(**fields))
    if published:
        assert publish(article, reason="Arsip.").number == 1
    else:
        with pytest.raises(PublishingError, match="memerlukan teks alternatif"):
            publish(article, reason="Arsip.")
