"""What the house says of itself: only what the desk has entered, and only what is so."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from pytest_django import Settings

from articles.publishing import publish
from pressroom.core.models import Office
from pressroom.core.pictures import DisplayCopy
from tests import factories as make
from tests.site.html import Page

pytestmark = pytest.mark.django_db
NAMES = ("about", "accessibility", "contact", "licence", "press_kit")
FEW = 6


def entered(**fields: Any) -> Office:
    details = {"contact": "Piket Humas", "email": "humas@contoh.go.id", "phone": "+62 21 1234-567"}
    return Office.objects.create(
        **{**details, "whatsapp": "+62 812 0000 0001", "hours": "Senin–Jumat", **fields}
    )


def shown(client: Client, name: str, language: str = "id") -> Page:
    with override(language):
        address = reverse(f"site:{name}")
    answer = client.get(address)
    assert answer.status_code == 200
    return Page(answer)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_page_is_linked_in_the_footer_and_says_when_nothing_was_entered(
    client: Client, language: str
) -> None:
    footer = shown(client, "home", language).links
    for name in NAMES:
        with override(language):
            assert reverse(f"site:{name}") in footer
        assert shown(client, name, language).tags["h1"] == 1
    assert "Belum diisi." in shown(client, "contact").text
    assert "belum diisi oleh kantor humas" in shown(client, "about").text


def test_the_contact_of_the_desk_is_shown_with_links_that_work(client: Client) -> None:
    entered(confirmed_on=timezone.localdate(), hours_en="Monday to Friday")
    page = shown(client, "contact")
    assert {"tel:+62211234567", "https://wa.me/6281200000001", "mailto:humas@contoh.go.id"} <= set(page.links)
    assert "Senin–Jumat" in page.text
    assert "Belum dipastikan lagi" not in page.text
    assert "Monday to Friday" in shown(client, "contact", "en").text
    assert "mailto:humas@contoh.go.id" in shown(client, "press_kit").links


def test_a_contact_that_nobody_has_confirmed_lately_says_so(client: Client) -> None:
    row = entered()
    assert "Belum dipastikan lagi" in shown(client, "contact").text
    Office.objects.update(confirmed_on=timezone.localdate() - timedelta(days=181))
    assert "terakhir dipastikan benar pada" in shown(client, "contact").text
    row.refresh_from_db()
    assert not row.stale(on=timezone.localdate() - timedelta(days=1))


def test_without_a_row_the_contact_is_that_of_the_settings(client: Client, settings: Settings) -> None:
    settings.AGENCY = {**settings.AGENCY, "contact_email": "pers@contoh.go.id"}
    assert "mailto:pers@contoh.go.id" in shown(client, "contact").links


def test_boilerplate_is_shown_in_both_languages_with_its_length(client: Client) -> None:
    entered(boilerplate_50="Kami menulis.", boilerplate_50_en="We write it all.", boilerplate_100="Panjang.")
    page = shown(client, "press_kit")
    for words in ("2 kata, bahasa Indonesia", "4 kata, bahasa Inggris", "We write it all.", "1 kata"):
        assert words in page.text
    assert "Panjang." in shown(client, "about").text


def test_the_marks_are_files_of_the_site(client: Client) -> None:
    images = [str(image["src"]) for image in shown(client, "press_kit").all("img")]
    assert [source for source in images if "wordmark" in source]
    assert all(finders.find(source.removeprefix("/static/")) for source in images)


def test_the_kit_holds_public_portraits_and_the_pictures_of_releases_only(client: Client) -> None:
    for name, hidden in (("Terlihat", {}), ("Tersembunyi", {"public_from": None})):
        make.person(name, portrait=DisplayCopy(make.picture_file().read(), name=f"{name}.png"), **hidden)
        article = make.article(f"Siaran {name}")
        make.article_image(article, make.image(alt=f"Foto {name}"))
        if not hidden:
            publish(article, reason="Arsip.")
    page = shown(client, "press_kit")
    assert "Terlihat" in page.text
    assert "Siaran Terlihat" in page.text
    assert "Tersembunyi" not in page.text + str(page.all("img"))


@pytest.mark.parametrize("name", NAMES)
def test_a_page_costs_few_queries_whatever_there_is(client: Client, name: str) -> None:
    entered(boilerplate_50="Kami menulis.")
    counts = []
    for number in (1, 4):
        for _ in range(number):
            text = make.edition_text()
            make.edition_image(text.edition)
            make.person_honorific(make.person(portrait="portraits/a.webp"))
        counts.append(queries(client, name))
    assert counts[0] == counts[1] <= FEW


def queries(client: Client, name: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        shown(client, name)
    return len(captured)


@pytest.mark.parametrize(
    ("host", "words"), [("pers.bnpt.go.id", "Anda sedang membuka pers.bnpt.go.id."), ("localhost", "salinan")]
)
def test_the_banner_claims_to_be_official_under_an_official_address_only(
    client: Client, settings: Settings, host: str, words: str
) -> None:
    settings.ALLOWED_HOSTS = [host]
    text = Page(client.get("/tentang/", headers={"host": host})).text
    assert words in text
    assert ("salinan untuk uji coba" in text) == (host == "localhost")
