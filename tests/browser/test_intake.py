"""From a pasted release to a draft in a real browser: by keyboard, for everybody, without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.models import Article
from articles.seed.reference import build_reference
from entities.models import Organization, Person
from pressroom.desk.intake.words import KINDS
from tests import factories as make
from tests.browser.faults import complaints, sideways, violations

pytestmark = pytest.mark.browser
SOURCE = Path(settings.BASE_DIR, "fixtures/source")
SEED = next(SOURCE.glob("*.txt")).read_text()
# One finding of each kind, and something to object to.
SHORT = """BNPT dan Rusia Bahas Pendanaan Terorisme

Jakarta - Kepala Badan Nasional Penanggulangan Terorisme (BNPT) Irjen Pol Eddy Hartono menggelar konferensi \
pers di Jakarta, Rabu (9/10). "Kami merubah caranya," kata Eddy.

Indonesia menandatangani MoU tentang Pemberantasan Terorisme dengan Rusia pada tahun 2009, yang disahkan \
dengan Perpres No. 3 Tahun 2010. Kalimat ini merubah segala sesuatu.
"""
MOST_KEYS = 30
# Rules on colours differ by scheme, those on room by width: other pairs add nothing.
SCREENS = ((1280, "light"), (768, "dark"), (320, "light"))
# Chords count once: a modifier alone is no key.
COUNTER = """addEventListener("keydown", ({ key }) => {
    if (["Control", "Shift", "Meta", "Alt"].includes(key)) return;
    sessionStorage.keys = Number(sessionStorage.keys ?? 0) + 1;
}, true);"""
# A finger's room, but for links within a sentence.
SMALL = """() => [...document.querySelectorAll("#content-main :is(button, summary, input, select, .card a)")]
    .filter((one) => one.type !== "hidden" && one.offsetParent)
    .map((one) => [one, (one.closest("label") ?? one).getBoundingClientRect()])
    .filter(([one, box]) => box.height < 24 || box.width < 24)
    .map(([one, box]) => `${one.outerHTML.slice(0, 80)}: ${box.width} × ${box.height}`)"""


@pytest.fixture
def empty(transactional_db: None) -> None:
    """Countries, titles, topics and kinds of instruments; nobody and nothing is in the registers."""
    build_reference(SOURCE)


def enter(browser: Browser, live_server: LiveServer, **options: Any) -> BrowserContext:
    session = Client()
    session.force_login(make.user("penyunting", is_staff=True, is_superuser=True))
    cookie = {"name": "sessionid", "value": session.cookies["sessionid"].value, "url": live_server.url}
    context = browser.new_context(
        locale="id-ID", base_url=live_server.url, viewport={"width": 1280, "height": 900}, **options
    )
    context.add_cookies([cookie])
    return context


@pytest.fixture
def page(browser: Browser, live_server: LiveServer, transactional_db: None) -> Iterator[Page]:
    context = enter(browser, live_server, permissions=["clipboard-read", "clipboard-write"])
    context.add_init_script(COUNTER)
    page = context.new_page()
    page.heard = complaints(page)
    yield page
    context.close()


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def paste(page: Page, text: str = SEED) -> None:
    """The cursor is in the field already; the day is the one on which the release appeared."""
    page.goto("/admin/intake/")
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    press(page, "ControlOrMeta+V", "Tab", "Tab", *"10092024")
    with page.expect_navigation():
        press(page, "ControlOrMeta+Enter")


def open_cards(page: Page) -> int:
    return int(page.locator("[data-count='']").inner_text())


def paste_and_draft(page: Page) -> int:
    """The keys that it took."""
    paste(page)
    press(page, "A")
    while open_cards(page):
        is_concern = page.locator(".card.concern:focus").count()
        press(page, "s" if is_concern else "a")
    with page.expect_navigation():
        press(page, "ControlOrMeta+Enter")
    assert page.locator(".messagelist .success").count() == 1, page.locator(".summary").all_inner_texts()
    return page.evaluate("Number(sessionStorage.keys)")


def test_into_an_empty_register_by_keyboard_alone(empty: None, page: Page) -> None:
    assert paste_and_draft(page) <= MOST_KEYS
    article = Article.objects.get()
    assert {person.name for person in article.people.all()} == {"Eddy Hartono", "Sergei Tolchenov"}
    assert {country.pk for country in article.countries.all()} == {"ID", "RU"}
    assert article.quotes.count() == 5
    assert page.heard == []


def test_into_a_full_register_by_keyboard_alone(seed: None, page: Page) -> None:
    before = Person.objects.count(), Organization.objects.count()
    assert paste_and_draft(page) <= MOST_KEYS
    assert (Person.objects.count(), Organization.objects.count()) == before
    assert Article.objects.latest("pk").people.count() == 2
    assert page.heard == []


def faults(page: Page) -> dict[tuple[int, str], list[str]]:
    found = {}
    for width, scheme in SCREENS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.wait_for_timeout(300)  # links fade from one colour to the other
        found[width, scheme] = [*violations(page), *sideways(page), *page.evaluate(SMALL)]
    return {screen: wrong for screen, wrong in found.items() if wrong}


def test_the_first_step_is_for_everybody(empty: None, page: Page) -> None:
    page.goto("/admin/intake/")
    press(page, "ControlOrMeta+Enter")
    expect(page.get_by_text("Tempelkan naskahnya, atau pilih berkas.")).to_be_visible()
    assert faults(page) == {}


def test_the_second_step_is_for_everybody_also_with_errors(seed: None, page: Page, tmp_path: Path) -> None:
    paste(page, SHORT)
    press(page, "A")
    page.screenshot(path=tmp_path / "usulan.png")
    kinds = page.locator(".card").evaluate_all("cards => cards.map((card) => card.classList[1])")
    assert set(kinds) == KINDS.keys()
    page.locator("details.values").first.evaluate("details => { details.open = true }")
    page.locator("input[name='release-0-event_date']").fill("kapan-kapan")
    with page.expect_navigation():
        page.get_by_role("button", name="Buat draf").click()
    expect(page.locator("[data-errors]")).to_be_focused()
    assert page.locator(".card :checked[value=accept]").count() > 3
    assert faults(page) == {}
    page.locator("[data-errors] a").first.click()
    expect(page.locator("[name='release-0-event_date']")).to_be_focused()


def test_keys_move_decide_edit_and_undo_until_they_are_switched_off(empty: None, page: Page) -> None:
    paste(page, SHORT)
    everything = open_cards(page)
    press(page, "j", "j")
    expect(page.locator("#card-organization-0")).to_be_focused()
    press(page, "a", "s")
    assert open_cards(page) == everything - 2
    expect(page.locator("mark.current").first).to_be_attached()
    press(page, "u", "u")
    assert open_cards(page) == everything
    expect(page.locator("#card-organization-0")).to_be_focused()
    press(page, "e", "ControlOrMeta+A", *"jaksa", "Enter")
    expect(page.locator("[name='organization-0-name']")).to_have_value("jaksa")
    expect(page.locator("#card-organization-0")).to_be_focused()
    press(page, "A", "u")
    assert open_cards(page) == everything
    expect(page.locator("[name='organization-0-name']")).to_have_value("jaksa")
    page.get_by_label("Tombol satu huruf aktif").uncheck()
    press(page, "A", "j", "a")
    assert open_cards(page) == everything
    paste(page, SHORT)
    assert not page.get_by_label("Tombol satu huruf aktif").is_checked()


def test_everything_works_without_scripts(empty: None, browser: Browser, live_server: LiveServer) -> None:
    context = enter(browser, live_server, java_script_enabled=False)
    page = context.new_page()
    page.goto("/admin/intake/")
    page.get_by_label("Naskah siaran pers").fill(SHORT)
    page.get_by_role("button", name="Baca").click()
    expect(page.locator(".toolbar .keys")).to_be_hidden()
    page.get_by_role("button", name="Terima semua yang pasti").click()
    page.get_by_role("button", name="Buat draf").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert Article.objects.get().organizations.exists()
    context.close()
