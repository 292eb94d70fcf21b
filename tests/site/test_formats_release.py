"""A release in other formats: plain text, oEmbed, the card; and the files that machines look for."""

import io
import json
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree as Xml

import pytest
from django.test import Client
from django.utils import timezone
from PIL import Image
from pytest_django import DjangoAssertNumQueries

from pressroom.site.formats.cards import HEIGHT, WIDTH, Card, draw
from pressroom.site.formats.well_known import expiry
from tests import factories as make
from tests.site import lives
from tests.site.lives import SECRET

pytestmark = pytest.mark.django_db
TEXT = "/siaran-pers/kunjungan.txt"
PAGE = "http://testserver/siaran-pers/kunjungan/"


def test_the_plain_text_has_all_that_a_newsroom_needs(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    article = lives.released(number="SP-7/2024", body=f"<p>{SECRET} hadir.</p><p>Lalu pergi.</p>")
    lives.correct(article)
    with django_assert_max_num_queries(3):
        answer = client.get(TEXT)
    said = answer.content.decode()
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert f"{SECRET} hadir.\n\nLalu pergi.\n" in said
    for words in ("Nomor: SP-7/2024", "Keliru 1.", "Betul 1.", PAGE, "<" not in said and "Kode verifikasi: "):
        assert words in said


def test_what_was_taken_away_says_so_in_plain_text(client: Client) -> None:
    article = lives.released("lama")
    article.slug = "kunjungan"
    article.save()
    lives.update(article)
    assert client.get("/siaran-pers/lama.txt")["Location"] == TEXT
    lives.withdraw(article)
    said = client.get(TEXT).content.decode()
    assert f"Dicabut: {SECRET}" in said
    assert "Salah orang." in said
    assert "hadir" not in said
    lives.kill(article)
    gone = client.get(TEXT)
    assert gone.status_code == 410
    assert SECRET not in gone.content.decode()
    assert client.get("/siaran-pers/tiada.txt").status_code == 404


def test_oembed_quotes_a_release_and_nothing_else(client: Client) -> None:
    article = lives.released(title="<b>Polri & TNI</b>")
    said = json.loads(client.get("/oembed/", {"url": PAGE, "maxwidth": "400"}).content)
    assert (said["type"], said["version"], said["width"]) == ("rich", "1.0", 400)
    assert f'<a href="{PAGE}">&lt;b&gt;Polri &amp; TNI&lt;/b&gt;</a>' in said["html"]
    assert "thumbnail_url" not in said
    xml = client.get("/oembed/", {"url": PAGE, "format": "xml"})
    assert Xml.fromstring(xml.content).findtext("title") == "<b>Polri & TNI</b>"  # noqa: S314 – our own
    lives.withdraw(article)
    asked = {
        f"url={quote(PAGE)}&format=csv": 501,
        **dict.fromkeys(
            (
                *("", f"url={quote(PAGE)}", "url=http://testserver/siaran-pers/tiada/", "url=http://["),
                *("url=http://testserver/tokoh/satu/", "url=http://elsewhere/siaran-pers/kunjungan/"),
                *("url=javascript:alert(1)", "url=%00", "url=http://testserver/siaran-pers/%00/"),
            ),
            404,
        ),
    }
    assert {query: client.get(f"/oembed/?{query}").status_code for query in asked} == asked


def test_a_card_is_drawn_for_each_text_that_stands(client: Client) -> None:
    article = lives.released()
    old = f"/kartu/{lives.first_code(article)}.png"
    answer = client.get(old)
    assert answer["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(answer.content)).size == (WIDTH, HEIGHT)
    new = f"/kartu/{lives.code_of(lives.update(article))}.png"
    assert client.get(old)["Location"] == new
    lives.withdraw(article)
    assert [client.get(path).status_code for path in (old, new, "/kartu/%00.png", "/kartu/tiada.png")] == [
        404
    ] * 4


def test_no_headline_is_too_long_for_a_card() -> None:
    for headline in ("", "x" * 300, "kata " * 200, "Ågå 🤯"):
        assert draw(Card("", headline, "Badan", "9 Oktober 2024"))[:4] == b"\x89PNG"


def test_the_news_sitemap_holds_two_days(client: Client) -> None:
    now = timezone.now()
    for slug, age in (("baru", 1), ("lama", 3)):
        make.edition_text(slug=slug, title="A & B", published_at=now - timedelta(days=age), updated_at=now)
    said = client.get("/sitemap-news.xml").content.decode()
    assert "<loc>http://testserver/siaran-pers/baru/</loc>" in said
    assert "<news:name>Ruang Pers BNPT</news:name>" in said
    assert "<news:title>A &amp; B</news:title>" in said
    assert "lama" not in said
    Xml.fromstring(said)  # noqa: S314 – our own


def test_security_txt_is_there_once_somebody_is_named(client: Client, settings: Any) -> None:
    assert client.get("/.well-known/security.txt").status_code == 404
    settings.SECURITY_CONTACT = ["csirt@instansi.example", "https://instansi.example/lapor"]
    answer = client.get("/.well-known/security.txt")
    lines = answer.content.decode().splitlines()
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert lines[:2] == ["Contact: mailto:csirt@instansi.example", "Contact: https://instansi.example/lapor"]
    assert [line for line in lines if line.startswith("Expires: ")]
    for now in (datetime(2024, 1, 1, tzinfo=UTC), datetime(2024, 12, 31, 23, tzinfo=UTC)):
        assert timedelta(days=140) < expiry(now) - now < timedelta(days=365)
