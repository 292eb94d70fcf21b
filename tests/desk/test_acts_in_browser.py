"""The workflow in a real browser: without scripts, by keyboard, on a tablet, for everybody's eyes."""

from collections.abc import Iterator
from importlib.resources import files

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from articles.models import Article, Edition
from tests import factories as make
from tests.desk.act_pages import act_address
from tests.desk.pages import address, change_address
from tests.desk.stages import Stage, at_stage
from tests.desk.test_in_browser import page, pytestmark, serious
from tests.screens import SCREENS

__all__ = ["page", "pytestmark"]

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text()
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def violations(page: Page) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]
    return [f"{one['id']}: {node['target']}" for one in found for node in one["nodes"]]


@pytest.fixture
def plain(transactional_db: None, live_server: LiveServer, browser: Browser) -> Iterator[Page]:
    """A browser of the superuser that runs no scripts."""
    session = Client()
    session.force_login(make.user(is_staff=True, is_superuser=True))
    cookie = {"name": "sessionid", "value": session.cookies["sessionid"].value, "url": live_server.url}
    context = browser.new_context(locale="id-ID", base_url=live_server.url, java_script_enabled=False)
    context.add_cookies([cookie])
    yield context.new_page()
    context.close()


def pages() -> list[str]:
    again = at_stage(Stage("approved", "public"), english=True)
    owed = at_stage(Stage("published", "public", owed=True))
    return [
        reverse("admin:index"),
        address(Article, "changelist"),
        change_address(again),
        change_address(owed),
        act_address(again, "schedule"),
        act_address(owed, "withdraw"),
        act_address(owed, "approve_afterwards"),
        act_address(owed, "submit"),  # which is not possible
    ]


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_every_page_of_the_workflow_is_for_everybody(page: Page, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    faults = {}
    for url in pages():
        page.goto(url)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        faults[url] = [*([f"{wide} px too wide"] if wide > 0 else []), *violations(page)]
    assert {url: found for url, found in faults.items() if found} == {}


@pytest.mark.parametrize("width", [320, 1280])
def test_what_will_be_is_shown_with_the_clothes_of_the_site(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(act_address(at_stage(Stage("approved"), english=True), "publish"))
    page.get_by_role("button", name="Periksa").click()
    page.wait_for_load_state("networkidle")
    shown = page.frame_locator("iframe[title='Halaman Indonesia']")
    assert shown.locator("h1").count() == 1
    body = shown.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert body == "rgb(251, 250, 246)"
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert serious(page.complaints) == []
    assert violations(page) == []


def test_a_line_of_the_checklist_leads_to_its_field(page: Page) -> None:
    page.goto(change_address(make.article(body="")))
    page.locator("a[data-jump=id_title], a[data-jump=id_body]").first.click()
    focused = page.evaluate("document.activeElement.closest('.form-row').className")
    assert "field-title" in focused or "field-body" in focused


def test_a_line_about_the_text_puts_the_cursor_into_it(page: Page) -> None:
    page.goto(change_address(make.article(body="<p>Lihat TK.</p>")))
    page.locator("a[data-jump=id_body]").first.click()
    assert page.evaluate("document.activeElement.isContentEditable")


def test_the_whole_way_works_without_scripts_and_by_keyboard(plain: Page) -> None:
    article = at_stage(Stage("in_review"))
    plain.goto(change_address(article))
    for act in ("Setujui", "Jadwalkan"):
        link = plain.locator(".acts").get_by_role("link", name=act, exact=True)
        link.focus()
        plain.keyboard.press("Enter")
        if act == "Jadwalkan":
            plain.get_by_label("Tanggal terbit").fill("2031-11-24")
            plain.get_by_label("Jam terbit (WIB)").fill("12:00")
            plain.keyboard.press("Enter")
            plain.wait_for_selector("text=Senin, 24 November 2031, 12.00 WIB (05.00 UTC)")
        button = plain.get_by_role("button", name=act, exact=True)
        button.focus()
        plain.keyboard.press("Enter")
        plain.wait_for_selector(".messagelist .success")
    assert Edition.objects.get().approved_by is not None
