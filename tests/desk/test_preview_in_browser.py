"""Preview in a real browser: at the desk, and for a reviewer who has nothing but a link."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.models import ReviewAnswer
from articles.revisions import store
from articles.sharing import share
from tests import factories as make
from tests.browser.faults import complaints, sideways, small_targets, violations
from tests.desk.test_in_browser import page, pytestmark, serious
from tests.desk.test_preview import full, page_url
from tests.screens import SCREENS

__all__ = ["page", "pytestmark"]


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_editor_previews_and_shares(page: Page, width: int, tmp_path: Path) -> None:
    article = full()
    store(article)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(page_url(article))
    inside = page.frame_locator("iframe")
    expect(inside.get_by_text("Pratinjau – belum terbit")).to_be_visible()
    expect(inside.locator("figure img")).to_be_visible()
    assert inside.locator("figure img").evaluate("image => image.naturalWidth") > 0
    page.get_by_label("Nama pembaca").fill("Sergei Tolchenov")
    page.get_by_role("button", name="Buat tautan").click()
    assert "/pratinjau/" in page.get_by_label("Salinlah sekarang").input_value()
    expect(inside.locator("figure img")).to_be_visible()
    page.screenshot(path=tmp_path / f"desk-{width}.png", full_page=True)
    assert sideways(page) == []
    page.get_by_role("link", name="Inggris, Komputer").click()
    expect(page.frame_locator("iframe").get_by_text("BNPT received a courtesy call.").first).to_be_visible()
    assert serious(page.complaints) == []


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_the_reviewer_reads_and_answers_without_scripts(
    page: Page, live_server: LiveServer, width: int, scheme: str, tmp_path: Path
) -> None:
    _link, token = share(store(full()), "Sergei Tolchenov", by=make.user(is_staff=True, is_superuser=True))
    url = f"{live_server.url}/pratinjau/{token}/"
    context = page.context.browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=False
    )
    reviewer = context.new_page()
    heard = complaints(reviewer)
    reviewer.goto(url)
    assert reviewer.locator("figure img").bounding_box()["width"] > 0
    reviewer.get_by_role("button", name="Fakta benar").click()
    expect(reviewer.get_by_role("status")).to_contain_text("Terima kasih")
    reviewer.get_by_role("link", name="Read in English").click()
    reviewer.get_by_role("combobox").select_option("1")
    reviewer.get_by_role("textbox").fill("It was an official visit.")
    reviewer.locator("button[value=comment]").click()
    expect(reviewer.get_by_text("It was an official visit.")).to_be_visible()
    reviewer.screenshot(path=tmp_path / f"reviewer-{width}-{scheme}.png", full_page=True)
    said = list(ReviewAnswer.objects.values_list("verdict", "paragraph", "language"))
    assert said == [("correct", None, "id"), ("comment", 1, "en")]
    assert heard == []
    context.close()


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_everyone_can_read_and_use_it(page: Page, live_server: LiveServer, width: int, scheme: str) -> None:
    _link, token = share(store(full()), "Sergei Tolchenov", by=make.user(is_staff=True, is_superuser=True))
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    for path in (f"/pratinjau/{token}/", f"/pratinjau/{token}/?bahasa=en", "/pratinjau/tidak-ada/"):
        page.goto(live_server.url + path)
        assert [*violations(page), *sideways(page), *small_targets(page)] == []


def test_the_address_of_a_preview_is_told_to_no_page_that_it_links_to(
    page: Page, live_server: LiveServer
) -> None:
    _link, token = share(store(full()), "Sergei Tolchenov", by=make.user(is_staff=True, is_superuser=True))
    told: list[str] = []
    page.on("request", lambda request: told.append(request.all_headers().get("referer", "")))
    page.goto(f"{live_server.url}/pratinjau/{token}/")
    page.get_by_role("link", name="Cari").first.click()
    page.wait_for_load_state("networkidle")
    assert len(told) > 3
    assert not [address for address in told if token in address]
