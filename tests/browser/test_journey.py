"""The editors' journey, by keyboard alone: written, seen by a second person, scheduled, corrected by a third.

With JOURNEY_PICTURES=docs/journey the pictures of the handbook are taken anew.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from playwright.sync_api import Browser

from articles import revisions, standing
from articles.models import Article, Edition, EditionText, PublicNote
from articles.publishing import publish
from tests import factories as make
from tests.browser.keyboard import Person

pytestmark = pytest.mark.browser

PASSWORD = "kata-sandi-yang-panjang"
Arrive = Callable[[str, str], Person]


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    folder = Path(os.environ.get("JOURNEY_PICTURES", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def arrive(seed: None, browser: Browser, live_server: object, pictures: Path) -> Arrive:
    """Somebody in a role logs in, by keyboard."""

    def start(username: str, role: str) -> Person:
        user = make.user(username, password=PASSWORD, is_staff=True)
        user.groups.set(Group.objects.filter(name=role))
        person = Person(browser, live_server.url, username, pictures)
        person.log_in(PASSWORD)
        return person

    return start


def draft() -> Article:
    article = make.article(
        "BNPT dan Kedubes Rusia Sepakati Jadwal Pertemuan Ahli",
        slug="jadwal-pertemuan-ahli",
        place="Jakarta",
        contact="Humas BNPT",
        body="<p>BNPT dan Kedutaan Besar Rusia menyepakati jadwal pertemuan ahli.</p>",
    )
    revisions.store(article)
    return article


def test_from_the_first_word_to_the_correction(arrive: Arrive) -> None:
    article = draft()
    writes_and_submits(arrive("ani", "Penulis"), article)
    approves_and_schedules(arrive("budi", "Penyunting"), article)
    edition = standing.pending(article)
    assert edition is not None
    assert (edition.approved_by.username, edition.published_by.username) == ("budi", "budi")
    assert not EditionText.objects.current().filter(article=article).exists()
    assert EditionText.objects.current(edition.public_from).filter(article=article).exists()


def writes_and_submits(writer: Person, article: Article) -> None:
    writer.picture("1-ruang-kerja")
    writer.page.goto(f"/admin/articles/article/{article.pk}/change/")
    writer.fill("#id_lead", "Pertemuan berlangsung pada awal tahun depan.")
    writer.picture("2-menulis")
    writer.reach("input[name=_continue]")
    writer.press("Enter")
    writer.follow("Ajukan tinjauan")
    writer.picture("3-mengajukan")
    writer.follow("Ajukan tinjauan")
    article.refresh_from_db()
    assert article.state == Article.State.IN_REVIEW


def approves_and_schedules(editor: Person, article: Article) -> None:
    editor.picture("4-menunggu-tinjauan")
    editor.follow(article.title)
    editor.follow("Setujui")
    editor.picture("5-menyetujui")
    editor.follow("Setujui")
    article.refresh_from_db()
    assert article.state == Article.State.APPROVED
    editor.follow("Jadwalkan")
    type_moment(editor, days=1)
    editor.follow("Periksa")
    editor.picture("6-memeriksa-jadwal")
    editor.follow("Jadwalkan")
    editor.picture("7-terjadwal")


def type_moment(editor: Person, days: int) -> None:
    """The parts of a date as they are typed, in the order of the browser's own language: English here."""
    at = timezone.localtime(timezone.now() + timedelta(days=days))
    editor.reach("#id_at_0")
    editor.page.keyboard.type(at.strftime("%m%d%Y"))
    editor.reach("#id_at_1")
    editor.page.keyboard.type("1200PM")


def test_a_third_person_corrects_in_public(arrive: Arrive) -> None:
    article = draft()
    publish(article, reason="Terbit sebelum ada tinjauan.")
    corrects(arrive("citra", "Penyunting"), article)
    approves(arrive("budi", "Penyunting"), article)
    publishes_the_correction(arrive("dewi", "Kepala"), article)
    note = PublicNote.objects.get(article=article)
    assert (note.kind, note.was, note.text) == (Edition.Kind.CORRECTION, "bulan depan", "awal tahun depan")


def corrects(third: Person, article: Article) -> None:
    third.page.goto(f"/admin/articles/article/{article.pk}/change/")
    third.fill("#id_lead", "Pertemuan berlangsung pada awal tahun depan.")
    third.reach("input[name=_continue]")
    third.press("Enter")
    third.follow("Ajukan tinjauan")
    third.follow("Ajukan tinjauan")


def approves(editor: Person, article: Article) -> None:
    editor.follow(article.title)
    editor.follow("Setujui")
    editor.picture("8-perbedaan-bagi-penyunting")
    editor.follow("Setujui")


def publishes_the_correction(chief: Person, article: Article) -> None:
    chief.page.goto(f"/admin/articles/article/{article.pk}/change/")
    chief.follow("Terbitkan sekarang")
    choose(chief, "correction")
    chief.fill("#id_note", "awal tahun depan")
    chief.fill("#id_was", "bulan depan")
    chief.follow("Periksa")
    chief.picture("9-memeriksa-ralat")
    chief.follow("Terbitkan sekarang")
    chief.page.goto(f"/siaran-pers/{article.slug}/")
    chief.picture("10-ralat-di-mata-pembaca")
    assert chief.page.get_by_text("bulan depan").first.is_visible()


def choose(person: Person, value: str) -> None:
    """Radio buttons are one stop; arrows go through them."""
    person.reach("input[name=kind]")
    for _choice in range(10):
        if person.page.evaluate("document.activeElement.value") == value:
            break
        person.page.keyboard.press("ArrowDown")
    person.page.keyboard.press("Space")
