"""Debian's chromium for the browser tests; where it is missing they are skipped, and in CI they fail."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import Browser, sync_playwright

CHROMIUM = "/usr/bin/chromium"
MISSING = f"NO BROWSER TEST HAS RUN: there is no {CHROMIUM}. Install Debian's chromium, or run `make test`."


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    # Playwright's loop runs in this thread, and Django takes that for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def seed(transactional_db: None) -> None:
    """The register and the record that the first press release yields."""
    call_command("load_fixtures", verbosity=0)
