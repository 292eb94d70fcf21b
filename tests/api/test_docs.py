"""Swagger, in a browser that obeys the strict policy."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

CHROMIUM = Path("/usr/bin/chromium")

pytestmark = pytest.mark.django_db


def test_the_page_has_no_inline_script_or_style(client):
    response = client.get("/api/v1/docs/")
    page = response.content.decode()

    assert "<style" not in page
    assert "style=" not in page
    assert "<script>" not in page
    policy = response["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy


def test_its_script_comes_from_the_same_address(client):
    script = client.get("/api/v1/docs/?script=")

    assert script["Content-Type"] == "application/javascript"
    assert b"/api/v1/openapi.json" in script.content


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_swagger_runs_under_the_policy(live_server, monkeypatch):
    """Every operation is listed, one is tried out, and the console has nothing to say."""
    if not CHROMIUM.exists() and not os.environ.get("CI"):
        pytest.skip(f"there is no {CHROMIUM}")
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    said: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"{live_server.url}/api/v1/docs/")
        page.wait_for_selector(".opblock")
        operations = page.locator(".opblock").count()
        page.locator("#operations-index-index button.opblock-summary-control").click()
        page.get_by_role("button", name="Try it out").click()
        page.get_by_role("button", name="Execute").click()
        page.wait_for_selector(".live-responses-table .microlight")
        browser.close()

    assert said == []
    assert operations == 27
