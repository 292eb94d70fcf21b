"""Rows of the registers that a scheduled release is about to make known."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.publishing import publish
from entities.models import Organization
from tests import factories as make


@pytest.fixture
def waiting(db: None) -> Organization:
    newcomer = make.organization(public_from=None)
    article = make.article()
    article.organizations.add(newcomer)
    make.citation(article, organization=newcomer)
    publish(article, reason="Uji.", at=make.FAR_AHEAD)
    return newcomer


def test_the_address_that_the_log_will_name_stays(desk: Client, waiting: Organization) -> None:
    page = desk.get(reverse("admin:entities_organization_change", args=[waiting.pk])).text
    assert 'name="name"' in page
    assert 'name="slug"' not in page


def test_what_a_release_will_make_known_is_not_deleted(desk: Client, waiting: Organization) -> None:
    desk.post(reverse("admin:entities_organization_delete", args=[waiting.pk]), {"post": "yes"})
    chosen = {"action": "delete_selected", "_selected_action": [waiting.pk], "post": "yes"}
    desk.post(reverse("admin:entities_organization_changelist"), chosen)
    assert Organization.objects.filter(pk=waiting.pk).exists()
