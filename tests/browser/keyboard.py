"""Somebody who uses the keyboard and nothing else."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

# No page of the desk has more stops than this before what one looks for.
STOPS = 400


class Person:
    """One account at the desk, in a browser of its own; each picture gets the next number."""

    def __init__(self, browser: Browser, base_url: str, username: str, pictures: Path) -> None:
        self.context: BrowserContext = browser.new_context(
            locale="id-ID", base_url=base_url, viewport={"width": 1280, "height": 900}
        )
        self.page: Page = self.context.new_page()
        self.username, self.pictures = username, pictures

    def log_in(self, password: str) -> None:
        self.page.goto("/admin/")
        self.fill("#id_username", self.username)
        self.fill("#id_password", password)
        self.press("Enter")

    def reach(self, selector: str) -> None:
        """Tab from stop to stop until the one that matches has the focus, and can be seen to have it."""
        for _stop in range(STOPS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("s => document.activeElement.matches(s)", selector):
                return
        raise AssertionError(f"The keyboard does not reach {selector} on {self.page.url}")

    def reach_text(self, text: str) -> None:
        for _stop in range(STOPS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("document.activeElement.innerText || ''").strip() == text:
                return
        raise AssertionError(f"The keyboard does not reach “{text}” on {self.page.url}")

    def fill(self, selector: str, words: str) -> None:
        self.reach(selector)
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.type(words)

    def press(self, key: str) -> None:
        """A key that leads to another page."""
        with self.page.expect_navigation():
            self.page.keyboard.press(key)

    def follow(self, text: str) -> None:
        """Go to the link or button of that name, and press it."""
        self.reach_text(text)
        self.press("Enter")

    def picture(self, name: str) -> None:
        self.page.wait_for_load_state("networkidle")
        self.page.screenshot(path=self.pictures / f"{name}.png", full_page=True)
