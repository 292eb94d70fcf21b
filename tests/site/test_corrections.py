"""Corrections stand above the text, in both languages; the history says what else happened."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import PublicNote
from tests import factories as make
from tests.site import lives
from tests.site.html import Page
from tests.site.lives import MORNING

pytestmark = pytest.mark.django_db
PATH, PATH_EN = "/siaran-pers/kunjungan/", "/en/press-releases/kunjungan-en/"


def boxes(client: Client, path: str) -> int:
    return len([a for a in Page(client.get(path)).all("section") if a.get("class") == "ralat"])


def test_a_correction_says_what_was_wrong_and_what_is_right_above_the_text(client: Client) -> None:
    lives.correct(lives.released())
    said = Page(client.get(PATH)).text
    box = "Ralat, Kamis, 10 Oktober 2024, 08.00 WIB Semula: Keliru 1. Yang benar: Betul 1."
    assert box in said
    assert said.index(box) < said.index(f"{lives.SECRET} hadir.")


def test_english_readers_are_told_in_english(client: Client) -> None:
    lives.correct(lives.released())
    said = Page(client.get(PATH_EN)).text
    assert "Thursday, 10 October 2024, 08:00 WIB" in said
    assert "Wrong 1." in said
    assert "Right 1." in said
    assert "Betul" not in said


def test_every_correction_is_shown_the_newest_first(client: Client) -> None:
    article = lives.released()
    for number in (1, 2, 3):
        lives.correct(article, MORNING + timedelta(days=number), number)
    said = Page(client.get(PATH)).text
    assert boxes(client, PATH) == 3
    assert said.index("Keliru 3.") < said.index("Keliru 2.") < said.index("Keliru 1.")


def test_a_correction_of_tomorrow_is_not_told_today(client: Client) -> None:
    lives.correct(lives.released(), timezone.now() + timedelta(hours=1))
    for path in (PATH, PATH_EN, "/", "/atom.xml"):
        page = client.get(path).content.decode()
        assert "Keliru" not in page
        assert "Wrong" not in page
        assert 'class="amended"' not in page
    assert boxes(client, PATH) == 0


def test_an_update_has_no_box(client: Client) -> None:
    lives.update(lives.released())
    assert boxes(client, PATH) == 0


def test_a_mended_correction_reads_as_mended(client: Client) -> None:
    lives.correct(lives.released())
    PublicNote.objects.update(was="Salah ketik.", text="Sudah betul.")
    said = Page(client.get(PATH)).text
    assert "Semula: Salah ketik. Yang benar: Sudah betul." in said
    assert "Keliru" not in said


def test_a_correction_from_before_the_translation_is_shown_as_indonesian(client: Client) -> None:
    lives.correct(lives.released())
    PublicNote.objects.update(was_en="", text_en="")
    page = client.get(PATH_EN).content.decode()
    assert '<span lang="id">Keliru 1.</span>' in page
    assert '<span lang="id">Betul 1.</span>' in page


def test_the_history_names_every_act(client: Client) -> None:
    article = lives.released()
    lives.update(article)
    lives.correct(article, MORNING + timedelta(days=1))
    lives.withdraw(article)
    lives.update(article, at=None)
    printed = client.get(PATH).content.decode()
    assert re.findall(r"<li><span>(.*?) · <time.*?</time></span>(.*?)</li>", printed) == [
        ("Terbit kembali", "Tempat dilengkapi."),
        ("Pencabutan", "Salah orang."),
        ("Ralat", "Betul 1."),
        ("Pembaruan", "Tempat dilengkapi."),
    ]
    assert boxes(client, PATH) == 1


@pytest.mark.parametrize(("path", "name"), [("/", "Ralat"), ("/en/", "Correction")])
def test_the_front_page_names_the_newest_corrections(client: Client, path: str, name: str) -> None:
    lives.correct(lives.released())
    said = Page(client.get(path)).text
    assert f"{lives.SECRET} {name} · " in said


def test_the_front_page_names_withdrawals_until_the_release_is_back(client: Client) -> None:
    article = lives.released()
    lives.withdraw(article)
    assert f"{lives.SECRET} Dicabut · " in Page(client.get("/")).text
    lives.update(article, at=None)
    assert "Dicabut" not in Page(client.get("/")).text


def test_the_front_page_says_nothing_of_what_was_killed(client: Client) -> None:
    article = lives.released()
    lives.correct(article)
    lives.kill(article)
    page = Page(client.get("/"))
    assert lives.SECRET not in page.text
    assert "Semua ralat" not in page.text


def test_the_front_page_names_few(client: Client) -> None:
    for number in range(5):
        lives.correct(lives.released(f"siaran-{number}"), MORNING + timedelta(minutes=number))
    assert client.get("/").content.decode().count('<strong class="amended">') == 3


def test_without_corrections_the_front_page_has_no_block_for_them(client: Client) -> None:
    make.public_note(lives.released())
    assert "Semua ralat" not in Page(client.get("/")).text
