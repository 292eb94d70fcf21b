"""Photographs on pages and to download, and the press kit: only what is public, each with its words."""

import io
import re
import zipfile
from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from PIL import Image as Picture
from PIL import IptcImagePlugin

from articles.models import Article, EditionImage, EditionText, Image, Rendering
from articles.photos import errand
from articles.photos.files import cut_of, download_of
from articles.publishing import publish
from pressroom.site.photos.wording import weight
from tests import factories as make
from tests.site import lives

pytestmark = pytest.mark.django_db
PAGE = "/siaran-pers/kunjungan/"
FILES = (f"{PAGE}foto-1.jpg", f"{PAGE}foto-1-web.jpg", f"{PAGE}kit-pers.zip")


def body_of(client: Client, path: str) -> bytes:
    response = client.get(path)
    assert response.status_code == 200, path
    return b"".join(response.streaming_content)


@pytest.fixture
def article(db: None) -> Article:
    """A release with one photograph, everything made of it; not published."""
    buffer = io.BytesIO()
    Picture.new("RGB", (90, 40), "navy").save(buffer, "JPEG")
    eddy = make.person("Eddy Hartono")
    title = make.honorific("Komjen. Pol.", code="komjen-pol", position="prefix")
    make.person_honorific(eddy, title, start_latest=date(2020, 1, 1))
    image = make.image(
        original=ContentFile(buffer.getvalue(), name="IMG_1.jpg"),
        alt="Dua orang berjabat tangan",
        alt_en="A handshake",
        caption="Eddy Hartono menerima tamu.",
        caption_en="Eddy Hartono receives a guest.",
        credit="Humas BNPT",
        rights="© BNPT",
        licence="CC BY 4.0",
    )
    article = make.article(english=True, slug="kunjungan", slug_en="visit")
    article.people.add(eddy, make.person("Orang Lain"))
    make.article_image(article, image)
    errand.finish()
    return article


@pytest.fixture
def public(article: Article) -> Article:
    publish(article, reason="Arsip.")
    return article


def every_file() -> list[str]:
    image = Image.objects.select_related("rendering").get()
    made = [cut_of(image), cut_of(image, "lead")]
    return [*FILES, *(f"/media/{path}" for cut in made if cut for path in cut.paths())]


def statuses(client: Client) -> set[int]:
    return {client.get(path).status_code for path in every_file()}


def test_every_file_passes_the_gate_of_its_release(client: Client, article: Article) -> None:
    assert statuses(client) == {404}
    publish(article, reason="Arsip.")
    assert statuses(client) == {200}
    image = Image.objects.select_related("rendering").get()
    bare = download_of(image, "original")
    assert bare
    assert client.get(f"/media/{bare.path}").status_code == 404  # never without its words
    for model in (EditionImage, EditionText):
        model.objects.update(public_from=timezone.now() + timedelta(minutes=1))
    assert statuses(client) == {404}


@pytest.mark.parametrize("take_away", [lives.withdraw, lives.kill], ids=["withdrawn", "killed"])
def test_what_is_taken_away_takes_its_files_along(client: Client, public: Article, take_away: object) -> None:
    take_away(public)
    assert statuses(client) == {404}


def test_a_photo_that_an_edition_drops_is_gone(client: Client, public: Article) -> None:
    public.images.all().delete()
    publish(public, kind="minor", reason="Arsip.")
    kit = FILES[2]
    assert {path: client.get(path).status_code for path in every_file()} == {
        path: 200 if path == kit else 404 for path in every_file()
    }


ODD = ["foto-0.jpg", "foto-2.jpg", "foto-99999999999999999999.jpg", "foto-x.jpg", "foto-1-besar.jpg"]


@pytest.mark.parametrize("path", [*(f"{PAGE}{name}" for name in ODD), "/siaran-pers/lain/kit-pers.zip"])
def test_nothing_else_is_there(client: Client, public: Article, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_download_carries_the_words_of_the_edition(client: Client, public: Article) -> None:
    Image.objects.update(caption="Sudah diubah di meja.", credit="Lain")
    with Picture.open(io.BytesIO(body_of(client, FILES[0]))) as picture:
        picture.load()
        said = picture.info["xmp"].decode()
        assert IptcImagePlugin.getiptcinfo(picture)[2, 120] == b"Eddy Hartono menerima tamu."
    for words in (
        "Humas BNPT",
        "© BNPT",
        "CC BY 4.0",
        "A handshake",
        "http://testserver/siaran-pers/kunjungan/",
    ):
        assert words in said
    assert re.findall(r"<Iptc4xmpExt:PersonInImage><rdf:Bag>(.*?)</rdf:Bag>", said) == [
        "<rdf:li>Komjen. Pol. Eddy Hartono</rdf:li>"  # and nobody whom the caption does not name
    ]


def test_a_download_is_sent_once(client: Client, public: Article) -> None:
    for path in FILES:
        first = client.get(path)
        assert first["Cache-Control"] == "public, no-cache"
        assert client.get(path, headers={"If-None-Match": first["ETag"]}).status_code == 304
        there = client.get(path, headers={"host": "localhost"})
        assert there["ETag"] != first["ETag"]  # addresses stand in the files


def test_the_kit_holds_texts_photos_captions_and_terms(client: Client, public: Article) -> None:
    made = [body_of(client, FILES[2]) for _ in range(2)]
    assert made[0] == made[1]
    with zipfile.ZipFile(io.BytesIO(made[0])) as kit:
        assert kit.testzip() is None
        inside = {name: kit.read(name) for name in kit.namelist()}
    assert {"id/kunjungan.txt", "en/visit.txt", "foto-1.jpg", "foto-1-web.jpg"} < set(inside)
    assert len(inside) == 8
    assert "menerima kunjungan kehormatan" in inside["id/kunjungan.txt"].decode()
    assert "received a courtesy call" in inside["en/visit.txt"].decode()
    assert inside["foto-1.jpg"] == body_of(client, FILES[0])
    told = b"".join(inside.values()).decode(errors="ignore")
    for words in (
        "Teks alternatif: Dua orang berjabat tangan",
        "A handshake",
        "Foto: Humas BNPT",
        "CC BY 4.0",
    ):
        assert words in told


def test_a_kit_without_photos_is_a_kit_of_texts(client: Client) -> None:
    publish(make.article(slug="kunjungan"), reason="Arsip.")
    with zipfile.ZipFile(io.BytesIO(body_of(client, FILES[2]))) as kit:
        assert len(kit.namelist()) == 2


def test_the_page_offers_sizes_and_files(client: Client, public: Article) -> None:
    page = client.get(PAGE).content.decode()
    image = Image.objects.select_related("rendering").get()
    whole = cut_of(image)
    assert whole
    for kind in whole.formats:
        assert f'srcset="{whole.srcset(kind)}"' in page
    assert 'width="90" height="40" alt="Dua orang berjabat tangan" fetchpriority="high"' in page
    assert "Unduh resolusi tinggi (JPG 90 × 40, 1 KB)" in page
    assert FILES[0] in page
    assert 'data-copy="#keterangan-foto-1" hidden>' in page
    lead = client.get("/").content.decode()
    assert 'width="60" height="40"' in lead  # cut to 3:2
    assert "foto-1.jpg" not in lead


def test_until_it_is_made_the_page_shows_the_copy_of_the_upload(client: Client, public: Article) -> None:
    Rendering.objects.all().delete()
    page = client.get(PAGE).content.decode()
    assert f'src="{Image.objects.get().display.url}"' in page
    assert "srcset" not in page
    assert "Unduh resolusi" not in page


@pytest.mark.parametrize("path", [PAGE, "/"])
def test_who_saves_data_gets_a_link_instead(client: Client, public: Article, path: str) -> None:
    saving = {"Save-Data": "on"}
    page = client.get(path, headers=saving)
    assert "Save-Data" in page["Vary"]
    text = page.content.decode()
    assert "<picture>" not in text
    assert re.search(r'<a href="\?foto=1#foto-1" rel="nofollow">Tampilkan foto \(\d+ KB\)</a>', text)
    assert "Foto: Humas BNPT" in text
    for more, headers in (("?foto=1", saving), ("", {"Save-Data": "off"}), ("", {})):
        assert "<picture>" in client.get(f"{path}{more}", headers=headers).content.decode()


def test_an_illustration_is_called_one(client: Client, article: Article) -> None:
    Image.objects.update(kind="illustration")
    publish(article, reason="Arsip.")
    page = client.get(PAGE).content.decode()
    assert "Ilustrasi: Humas BNPT" in page
    assert "Foto: " not in page
    assert "digitalsourcetype/digitalCreation" in body_of(client, FILES[0]).decode(errors="ignore")


@pytest.mark.parametrize(
    ("size", "written"),
    [(400, "1 KB"), (48_200, "48 KB"), (999_499, "999 KB"), (999_500, "1,0 MB"), (4_130_000, "4,1 MB")],
)
def test_weights_are_written_with_a_comma(size: int, written: str) -> None:
    assert weight(size) == written


def test_more_photos_cost_no_more_queries(
    client: Client, public: Article, django_assert_num_queries: object
) -> None:
    edition = EditionImage.objects.get().edition
    for ordinal in range(2, 5):
        make.edition_image(edition, ordinal=ordinal)
    errand.finish()
    for path, queries in ((FILES[0], 4), (FILES[2], 11)):
        with django_assert_num_queries(queries):
            client.get(path)
