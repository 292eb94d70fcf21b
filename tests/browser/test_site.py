"""Every public page in a real browser: both languages, light and dark, narrow and wide."""

import re
from importlib.resources import files
from typing import Any

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page
from pytest_django.live_server_helper import LiveServer

from articles.publishing import publish
from tests import factories as make
from tests.screens import SCREENS, is_shown
from tests.site import lives
from tests.site.pages import EVERY_PAGE, RELEASE

pytestmark = pytest.mark.browser
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text()
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
MORE = [
    "/cari/?q=terorisme",
    "/en/search/?q=terrorism",
    "/cari/?q=zebra",
    "/siaran-pers/foto/",
    "/siaran-pers/?person=eddy-hartono",
]
MISSING = ["/tidak-ada/", "/en/nothing/"]
EXPECTED = re.compile(r"status of (404|410)")
SMALLEST_TARGET = 24
# Links and buttons that do not stand within a sentence (WCAG 2.2, 2.5.8).
LONE_TARGETS = "nav a, .brand, .title a, .rail li > a, .onward a, .ways a, .foot a, button, summary, input"


@pytest.fixture
def press_room(seed: None) -> list[str]:
    """The first release, one in Indonesian only with a photo and a history, and pages of what came after."""
    article = make.article("Siaran berfoto", slug="foto", contact="Sari, 0800")
    make.article_image(article, make.image(original=make.picture_file(300, 200), caption="Pertemuan."))
    publish(article, reason="Arsip.")
    article.place = "Jakarta"
    article.save()
    publish(article, kind="update", note="Tempat dilengkapi.", reason="Arsip.")
    return after_publication()


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


def violations(page: Page) -> list[str]:
    """What axe finds; its source is evaluated, since the policy lets no script be added."""
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]
    return [f"{v['id']}: {node['html']}" for v in found for node in v["nodes"]]


def complaints(page: Page) -> list[str]:
    """The list that the console's complaints will be in."""
    heard: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not EXPECTED.search(message.text):
            heard.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


def sideways(page: Page) -> list[str]:
    """How far the page is wider than the window."""
    excess = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [f"{excess} px too wide"] if excess > 0 else []


def small_targets(page: Page) -> list[str]:
    script = """selector => [...document.querySelectorAll(selector)]
        .map(target => [target.textContent.trim(), target.getBoundingClientRect().height])"""
    sizes = page.evaluate(script, LONE_TARGETS)
    return [f"{name}: {height} px" for name, height in sizes if 0 < height < SMALLEST_TARGET]


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


def test_the_error_page_breaks_no_rule_either(
    context: BrowserContext, live_server: LiveServer, press_room: list[str]
) -> None:
    page = context.new_page()
    page.goto(f"{live_server.url}/robots.txt")
    page.set_content(render_to_string("500.html"))
    assert violations(page) == []


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
