"""Pictures of every page, on a telephone and a desk, light and dark, in both languages; and what is wrong.

`python -m tests.looks.screenshots [part of an address …]`; the pictures lie in `.local/screenshots/`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import CHROMIUM
from tests.browser.faults import complaints, sideways
from tests.looks.addresses import every_address
from tests.looks.house import served
from tests.looks.tongues import foreign_texts

PICTURES = Path(__file__).parents[2] / ".local" / "screenshots"
WINDOWS = {"phone": 390, "desk": 1280}
SCHEMES = ("light", "dark")
UNNAMEABLE = re.compile(r"[^\w-]+")


def main(wanted: list[str]) -> int:
    """The number of pages that something is wrong with."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    wrong = 0
    with served() as house:
        paths = [path for path in every_address() if not wanted or any(part in path for part in wanted)]
        with started() as browser:
            finder, page = browser.new_page(), browser.new_page()
            for path in in_both_languages(finder, house, paths):
                faults = looked_at(page, house + path, name_of(path))
                wrong += bool(faults)
                sys.stdout.writelines(f"{path}: {fault}\n" for fault in faults)
                sys.stdout.flush()
    sys.stdout.write(f"{wrong} pages with faults; the pictures are in {PICTURES}.\n")
    return min(wrong, 1)


@contextmanager
def started() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


def in_both_languages(page: Page, house: str, paths: list[str]) -> Iterator[str]:
    """Each address, and the one that its page gives for English."""
    for path in paths:
        page.goto(house + path)
        english = page.locator("link[hreflang=en]").all()
        addresses = [link.get_attribute("href").removeprefix(house) for link in english]
        yield from [path, *addresses]


def looked_at(page: Page, address: str, name: str) -> list[str]:
    """Take the pictures of a page; what is wrong with it."""
    heard = complaints(page)
    page.goto(address, wait_until="networkidle")
    load_everything(page)
    faults = foreign_texts(page)
    for (window, width), scheme in product(WINDOWS.items(), SCHEMES):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.screenshot(path=PICTURES / f"{name}.{window}-{scheme}.png", full_page=True)
        faults += [f"{fault} ({window})" for fault in sideways(page)]
    return list(dict.fromkeys([*heard, *faults]))


def load_everything(page: Page) -> None:
    """Photographs wait until somebody scrolls to them."""
    page.evaluate("""async () => {
        const images = [...document.images];
        images.forEach((image) => { image.loading = "eager"; });
        await Promise.allSettled(images.map((image) => image.decode()));
    }""")


def name_of(path: str) -> str:
    return UNNAMEABLE.sub("-", path).strip("-") or "beranda"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
