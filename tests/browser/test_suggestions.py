"""Suggestions under the field of the search, by keyboard and by pointer; without a script, just the field."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.faults import violations
from tests.site.pages import RELEASE

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("seed")]


@pytest.fixture
def page(browser: Browser, live_server: LiveServer) -> Page:
    page = browser.new_page(base_url=live_server.url)
    yield page
    page.close()


def typed(page: Page, words: str) -> None:
    page.goto("/cari/")
    page.get_by_role("combobox").press_sequentially(words)
    expect(page.get_by_role("listbox")).to_be_visible()


def test_the_arrows_choose_enter_opens_and_escape_closes(page: Page) -> None:
    typed(page, "rus")
    field, options = page.get_by_role("combobox"), page.get_by_role("option")
    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", str(options.first.get_attribute("id")))
    assert violations(page) == []
    field.press("ArrowUp")
    expect(field).not_to_have_attribute("aria-activedescendant", re.compile("."))
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("rus")

    field.press_sequentially("i")
    expect(options.first).to_contain_text("Rusia")
    field.press("ArrowDown")
    field.press("Enter")
    expect(page).to_have_url(re.compile("/negara/ru/$"))


def test_a_pointer_opens_what_it_presses(page: Page) -> None:
    typed(page, "expert")
    page.get_by_role("option", name="Siaran pers").first.click()
    expect(page).to_have_url(re.compile(f"{RELEASE}$"))


def test_enter_without_a_choice_asks_for_what_was_typed(page: Page) -> None:
    typed(page, "rus")
    page.get_by_role("combobox").press("Enter")
    expect(page).to_have_url(re.compile(r"/cari/\?q=rus$"))


def test_without_a_script_the_field_is_a_plain_one(browser: Browser, live_server: LiveServer) -> None:
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/cari/")
    page.get_by_role("searchbox").fill("rusia")
    page.get_by_role("button", name="Cari").click()
    expect(page).to_have_url(re.compile(r"/cari/\?q=rusia$"))
    context.close()
