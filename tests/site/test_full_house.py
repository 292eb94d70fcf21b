"""The query budgets with 1,000 releases, 300 people and 100 agreements in the house."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from agreements.models import Agreement, Event
from tests import house

pytestmark = pytest.mark.django_db
BUDGET = 6
LISTS = ("releases", "people", "organizations", "agreements", "calendar", "topics")
# Pages of one thing show its sources, too; they cost more than a list, but no more for a fuller house.
FACT_BUDGET = 15
FRONT_BUDGET = 4


def queries(client: Client, path: str) -> int:
    """What it costs whoever is not the first to ask in a generation."""
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200, path
    return len(captured)


def addresses(language: str) -> tuple[list[str], str, list[str]]:
    with translation.override(language):
        lists = [reverse(f"site:{name}") for name in LISTS]
        search = f"{reverse('site:search')}?q=terorisme"
        facts = [
            reverse("site:person", args=["t-1"]),
            reverse("site:organization", args=["l-1"]),
            reverse("site:agreement", args=[Agreement.objects.first().slug]),
            reverse("site:event", args=[Event.objects.first().slug]),
        ]
        return [*lists, search], reverse("site:release", args=[f"{language}-7"]), facts


@pytest.mark.usefixtures("one_generation")
def test_every_page_keeps_its_budget_in_a_full_house(client: Client) -> None:
    house.fill()
    for language in ("id", "en"):
        lists, release, facts = addresses(language)
        assert {path: n for path in [*lists, release] if (n := queries(client, path)) > BUDGET} == {}
        assert queries(client, reverse("site:home")) <= FRONT_BUDGET
        assert {path: n for path in facts if (n := queries(client, path)) > FACT_BUDGET} == {}
