"""The form in a real browser: what is typed is kept, and two editors who meet lose nothing."""

import json

from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect

from articles.models import Article, Revision
from articles.revisions import store
from tests import factories as make
from tests.desk.pages import change_address, save
from tests.desk.test_in_browser import go_on_writing, page, pytestmark, serious

__all__ = ["page", "pytestmark"]


def opened(page: Page) -> Article:
    article = make.article(title="Semula", body="<p>BNPT menerima tamu.</p>")
    store(article)
    page.goto(change_address(article))
    page.wait_for_load_state("networkidle")
    return article


def status(page: Page):
    return page.locator("[data-autosave]")


def test_typing_is_kept_two_seconds_after_it_stops(page: Page) -> None:
    article = opened(page)
    page.get_by_label("Judul:", exact=True).fill("Sedang diketik")
    go_on_writing(page)
    page.keyboard.type(" Mereka pulang.")
    expect(status(page)).to_contain_text("Tersimpan otomatis", timeout=10_000)
    article.refresh_from_db()
    assert (article.title, article.body) == ("Sedang diketik", "<p>BNPT menerima tamu. Mereka pulang.</p>")
    assert Revision.objects.latest("number").autosave
    page.get_by_label("Ringkasan:", exact=True).fill("Ringkasan")
    page.locator("input[name=_continue]").click()
    page.wait_for_load_state("networkidle")
    article.refresh_from_db()
    assert (article.title, article.lead) == ("Sedang diketik", "Ringkasan")
    assert serious(page.complaints) == []


def test_a_quote_is_numbered_by_itself_and_its_writer_hears_that_the_button_saves_it(page: Page) -> None:
    article = opened(page)
    make.quote(article, ordinal=3)
    page.reload(wait_until="networkidle")
    page.get_by_text("Tambah Kutipan lagi").click()
    page.locator("#id_quotes-1-text").fill("Kita tidak boleh lengah")
    expect(page.locator("#id_quotes-1-ordinal")).to_have_value("4")
    expect(status(page)).to_contain_text("Kutipan, rujukan, dan gambar belum tersimpan")


def test_a_form_that_nobody_touches_saves_nothing(page: Page) -> None:
    article = opened(page)
    page.wait_for_timeout(3_500)
    assert status(page).text_content() == ""
    article.refresh_from_db()
    assert (article.version, Revision.objects.count()) == (1, 1)


def test_one_who_was_overtaken_is_told_and_then_chooses(page: Page) -> None:
    article = opened(page)
    other = Client()
    other.force_login(make.user("ani", is_staff=True, is_superuser=True))
    save(other, change_address(article), title="Judul Ani", lead="Ringkasan Ani")
    page.get_by_label("Judul:", exact=True).fill("Judul saya")
    expect(status(page)).to_contain_text("Siaran ini sudah diubah oleh ani", timeout=10_000)
    page.locator("input[name=_continue]").click()
    expect(page.get_by_role("heading", name="Gabungkan dua suntingan")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.get_by_label("Pakai isian saya: Judul").check()
    page.get_by_role("button", name="Simpan gabungan").click()
    page.wait_for_load_state("networkidle")
    article.refresh_from_db()
    assert (article.title, article.lead) == ("Judul saya", "Ringkasan Ani")


def test_one_who_was_logged_out_keeps_typing_and_saves_after_logging_in(page: Page) -> None:
    article = opened(page)
    cookies = page.context.cookies()
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.get_by_label("Judul:", exact=True).fill("Sesudah keluar")
    expect(status(page)).to_contain_text("Anda sudah keluar", timeout=10_000)
    article.refresh_from_db()
    assert article.title == "Semula"
    assert page.get_by_label("Judul:", exact=True).input_value() == "Sesudah keluar"
    page.context.add_cookies([c for c in json.loads(json.dumps(cookies)) if c["name"] == "sessionid"])
    page.locator("input[name=_continue]").click()
    page.wait_for_load_state("networkidle")
    article.refresh_from_db()
    assert article.title == "Sesudah keluar"


def test_the_pages_of_the_history_fit_a_phone(page: Page) -> None:
    article = make.article(title="Satu", body=f"<p>{'Kata panjang sekali ' * 40}</p>")
    store(article)
    Article.objects.filter(pk=article.pk).update(title="Dua" * 30)
    article.refresh_from_db()
    store(article)
    page.set_viewport_size({"width": 320, "height": 640})
    base = change_address(article).removesuffix("change/")
    for path in ("revisions/", "compare/", "restore/1/"):
        page.goto(base + path)
        overflow = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert overflow <= 0, path
    assert serious(page.complaints) == []
