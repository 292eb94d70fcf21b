"""The pages of partners' keys in a real browser: accessible, on a phone too, and a key can be copied."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Page

from pressroom.api.models import PartnerKey
from tests import factories as make
from tests.desk.pages import change_address
from tests.desk.test_in_browser import page, pytestmark, serious
from tests.screens import SCREENS

__all__ = ["page", "pytestmark"]


def check(page: Page) -> None:
    """What axe itself puts into the page breaks the policy, so the console is read before it."""
    page.wait_for_load_state("networkidle")
    assert serious(page.complaints) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page.url
    found = Axe().run(page, context="#content")
    assert found.violations_count == 0, (page.url, found.generate_report())
    page.complaints.clear()


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_a_key_is_made_copied_and_revoked(page: Page, width: int, scheme: str) -> None:
    partner = make.partner("Antara")
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.goto(reverse("admin:api_partner_issue", args=[partner.pk]))
    check(page)
    page.locator("input[name=label]").fill("Server berita")
    page.get_by_label("membaca siaran berembargo").check()
    page.locator("input[type=submit].default").click()
    check(page)
    key = PartnerKey.objects.get()
    assert page.get_by_label("Kunci", exact=True).input_value().startswith(f"prk_{key.prefix}_")
    page.goto(reverse("admin:api_partnerkey_revoke", args=[key.pk]))
    check(page)
    page.locator("input[type=submit].default").click()
    page.wait_for_url(f"**{change_address(key)}")
    key.refresh_from_db()
    assert key.revoked_at
    assert serious(page.complaints) == []
