"""Every public page in a real browser: both languages, light and dark, narrow and wide."""

from typing import Any

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import Browser, BrowserContext
from pytest_django.live_server_helper import LiveServer

from articles.publishing import publish
from tests import factories as make
from tests.browser.faults import complaints, crowded, sideways, small_targets, stray_stops, violations
from tests.looks.addresses import behind_letters
from tests.screens import ALL, SCREENS, is_shown
from tests.site import lives
from tests.site.pages import EVERY_PAGE, RELEASE, RELEASE_EN

pytestmark = pytest.mark.browser
MORE = [
    "/cari/?q=terorisme",
    "/en/search/?q=terrorism",
    "/cari/?q=zebra",
    "/siaran-pers/foto/",
    "/siaran-pers/?person=eddy-hartono",
]
MISSING = ["/tidak-ada/", "/en/nothing/"]
# A page of each build: the keyboard goes through these, and with SCREENS=all through every one.
BUILDS = EVERY_PAGE if ALL else ["/en/", RELEASE, "/perjanjian/", "/en/search/?q=terrorism"]


@pytest.fixture
def press_room(seed: None) -> list[str]:
    """The first release, one in Indonesian only with a photo and a history, and two who follow by e-mail."""
    article = make.article("Siaran berfoto", slug="foto", contact="Sari, 0800")
    make.article_image(article, make.image(original=make.picture_file(300, 200), caption="Pertemuan."))
    publish(article, reason="Arsip.")
    article.place = "Jakarta"
    article.save()
    publish(article, kind="update", note="Tempat dilengkapi.", reason="Arsip.")
    make.asked_subscription()
    make.subscription()
    return [*after_publication(), *behind_letters()]


def after_publication() -> list[str]:
    """Addresses of a corrected, a withdrawn and a killed release, and of what their codes tell."""
    corrected, withdrawn, killed = (lives.released(name) for name in ("ralat", "cabut", "batal"))
    lives.correct(corrected)
    lives.withdraw(withdrawn, corrected)
    lives.kill(killed, corrected)
    codes = [*map(lives.first_code, (corrected, withdrawn, killed)), "4F7KQ-2MXCD"]
    pages = [f"/siaran-pers/{name}/" for name in ("ralat", "cabut", "batal")]
    pages_en = [f"/en/press-releases/{name}-en/" for name in ("ralat", "cabut", "batal")]
    checks = [f"{start}{code}/" for start in ("/verifikasi/", "/en/verification/") for code in codes]
    return [*pages, *pages_en, *checks]


@pytest.fixture(params=SCREENS, ids=str)
def context(request: pytest.FixtureRequest, browser: Browser) -> Any:
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    yield context
    context.close()


def test_every_page_can_be_read_reached_and_used_by_everyone(
    context: BrowserContext, live_server: LiveServer, press_room: list[str]
) -> None:
    """Rules of accessibility, no sideways scrolling, targets of a finger's size, no blocked content."""
    page = context.new_page()
    heard, faults = complaints(page), {}
    width = page.viewport_size["width"]
    for path in (p for p in [*EVERY_PAGE, *MORE, *MISSING, *press_room] if is_shown(p, width)):
        page.goto(live_server.url + path)
        faults[path] = [*violations(page), *sideways(page), *small_targets(page)]
    assert {path: found for path, found in faults.items() if found} == {}
    assert heard == []


def test_pages_of_a_house_in_trouble_break_no_rule_either(
    context: BrowserContext, live_server: LiveServer, db: None
) -> None:
    page = context.new_page()
    page.goto(f"{live_server.url}/robots.txt")
    for template in ("500.html", "maintenance.html"):
        page.set_content(render_to_string(template))
        assert [*violations(page), *sideways(page)] == []


def test_the_first_stop_of_the_keyboard_leads_to_the_text(
    browser: Browser, live_server: LiveServer, seed: None
) -> None:
    page = browser.new_page()
    page.goto(live_server.url + RELEASE)
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.inner_text() == "Langsung ke isi"
    box = focused.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "isi"
    page.close()


def test_the_keyboard_goes_through_a_page_in_its_order_and_is_always_seen(
    context: BrowserContext, live_server: LiveServer, seed: None
) -> None:
    page = context.new_page()
    faults = {}
    for path in BUILDS:
        page.goto(live_server.url + path)
        faults[path] = stray_stops(page)
    assert {path: found for path, found in faults.items() if found} == {}


def test_readers_may_space_the_text_out(
    context: BrowserContext, live_server: LiveServer, press_room: list[str]
) -> None:
    page = context.new_page()
    faults = {}
    for path in [*BUILDS, *press_room]:
        page.goto(live_server.url + path)
        faults[path] = crowded(page)
    assert {path: found for path, found in faults.items() if found} == {}


def test_no_rule_is_broken_where_scripts_do_not_come(
    context: BrowserContext, live_server: LiveServer, press_room: list[str]
) -> None:
    context.route("**/*.js", lambda route: route.abort())
    page = context.new_page()
    for path in (RELEASE, RELEASE_EN, "/siaran-pers/foto/", "/siaran-pers/ralat/"):
        page.goto(live_server.url + path)
        assert [*violations(page), *sideways(page), *small_targets(page)] == []


def test_everything_works_without_scripts(
    browser: Browser, live_server: LiveServer, press_room: list[str]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/siaran-pers/foto/")
    page.get_by_text("Riwayat perubahan").click()
    assert page.get_by_text("Tempat dilengkapi.").is_visible()
    page.get_by_role("link", name="Cari").click()
    page.get_by_role("searchbox").fill("menanggulangi")
    page.get_by_role("button", name="Cari").click()
    page.get_by_role("link", name="Kepala BNPT dan Kedubes Rusia").click()
    assert page.url == live_server.url + RELEASE
    context.close()
