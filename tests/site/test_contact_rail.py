"""Pages that have nothing but the press contact beside their text."""

import pytest
from django.test import Client
from pytest_django import Settings

from tests.site import lives
from tests.site.html import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def addresses() -> list[str]:
    """Of the form for codes, of what a code tells, and of a release withdrawn and one killed."""
    proven, withdrawn, killed = (lives.released(name) for name in ("asli", "cabut", "batal"))
    lives.withdraw(withdrawn)
    lives.kill(killed)
    codes = ["/verifikasi/", f"/verifikasi/{lives.first_code(proven)}/"]
    return [*codes, "/siaran-pers/cabut/", "/siaran-pers/batal/"]


@pytest.mark.parametrize(("phone", "rails"), [("", 0), ("+62 21 1234", 1)])
def test_there_is_a_rail_only_where_a_contact_is_known(
    client: Client, settings: Settings, addresses: list[str], phone: str, rails: int
) -> None:
    settings.AGENCY = {**settings.AGENCY, "contact": "", "contact_email": "", "contact_phone": phone}
    for address in addresses:
        page = Page(client.get(address))
        assert (page.tags["aside"], "Narahubung media +62" in page.text) == (rails, bool(rails)), address
