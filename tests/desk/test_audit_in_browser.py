"""The audit trail in a real browser: nothing breaks the policy, and its pages fit a phone."""

import pytest
from playwright.sync_api import Page

from pressroom.core.models import AuditEntry
from tests import factories as make
from tests.desk.pages import address, change_address
from tests.desk.test_in_browser import page, pytestmark, serious

__all__ = ["page", "pytestmark"]


@pytest.mark.parametrize("width", [320, 1280])
def test_the_trail_fits_and_breaks_no_policy(page: Page, width: int) -> None:
    details = {"title": ["x" * 500, "Judul"], "quotes/3/text": [None, "Kutipan " * 40]}
    entry = make.audit_entry(
        details=details, subject_type="articles.article", subject_id="7", subject="Judul " * 20
    )
    page.set_viewport_size({"width": width, "height": 800})
    for url in (address(AuditEntry, "changelist"), change_address(entry)):
        page.goto(url)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert serious(page.complaints) == []


def test_the_file_is_downloaded(page: Page) -> None:
    make.audit_entry(actor="siti")
    page.goto(f"{address(AuditEntry, 'changelist')}?actor=siti")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Unduh CSV").click()
    text = waiting.value.path().read_text(encoding="utf-8-sig")
    assert [line.split(",")[1] for line in text.splitlines()] == ["actor", "siti"]
