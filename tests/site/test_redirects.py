"""Old addresses lead to the present ones, while those are public."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import EditionText
from articles.publishing import publish
from tests import factories as make
from tests.site.html import Page

pytestmark = pytest.mark.django_db


def moved_release(client: Client) -> None:
    article = make.article(slug="lama", english=True, slug_en="old")
    publish(article, reason="Arsip.")
    article.slug, article.slug_en = "baru", "new"
    article.save()
    publish(article, kind="minor", reason="Arsip.")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/siaran-pers/lama/", "/siaran-pers/baru/"),
        ("/en/press-releases/old/", "/en/press-releases/new/"),
    ],
)
def test_an_old_address_of_a_release_leads_to_the_new_one(client: Client, old: str, new: str) -> None:
    moved_release(client)
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (301, new)
    assert client.get(new).status_code == 200


def test_an_old_address_is_unknown_while_no_edition_is_public(client: Client) -> None:
    moved_release(client)
    EditionText.objects.update(public_from=timezone.now() + timedelta(hours=1))
    assert client.get("/siaran-pers/lama/").status_code == 404


def test_an_address_to_come_leads_nowhere_before_its_moment(client: Client) -> None:
    article = make.article(slug="lama")
    publish(article, reason="Arsip.")
    article.slug = "rahasia"
    article.save()
    publish(article, kind="minor", reason="Arsip.", at=timezone.now() + timedelta(hours=1))
    assert client.get("/siaran-pers/rahasia/").status_code == 404
    assert client.get("/siaran-pers/lama/").status_code == 200


def test_an_address_of_one_language_is_unknown_in_the_other(client: Client) -> None:
    moved_release(client)
    assert client.get("/en/press-releases/lama/").status_code == 404


@pytest.mark.parametrize(("kind", "path"), [("person", "/tokoh/"), ("organization", "/lembaga/")])
def test_a_merged_row_leads_to_the_one_that_stands(client: Client, kind: str, path: str) -> None:
    maker = getattr(make, kind)
    last = maker(slug="tetap")
    middle = maker(slug="tengah", merged_into=last)
    maker(slug="awal", merged_into=middle)
    response = client.get(f"{path}awal/")
    assert (response.status_code, response["Location"]) == (301, f"{path}tetap/")
    assert f"{path}awal/" not in Page(client.get(path)).links


@pytest.mark.parametrize(("kind", "path"), [("person", "/tokoh/"), ("organization", "/lembaga/")])
@pytest.mark.parametrize("hidden", [None, make.FAR_AHEAD], ids=["never announced", "announced later"])
def test_a_merged_row_stays_where_it_is_while_its_successor_is_not_public(
    client: Client, kind: str, path: str, hidden: datetime | None
) -> None:
    maker = getattr(make, kind)
    maker(slug="awal", merged_into=maker(slug="tetap", public_from=hidden))
    assert client.get(f"{path}awal/").status_code == 200
    assert f'href="{path}awal/"' in client.get(path).content.decode()
    assert client.get(f"{path}tetap/").status_code == 404


def test_a_circle_of_mergers_ends(client: Client) -> None:
    first = make.person(slug="satu")
    second = make.person(slug="dua", merged_into=first)
    type(first).objects.filter(pk=first.pk).update(merged_into=second)
    assert client.get("/tokoh/satu/").status_code == 404
