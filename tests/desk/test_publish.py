"""The desk's "Terbitkan": who may, what it asks, and what it says when a release is not fit for it."""

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse

from articles.models import Article, Edition, PublicNote
from articles.publishing import publish
from tests import factories as make
from tests.desk.conftest import LogIn
from tests.desk.pages import change_address

ALLOWED = {"Penulis": False, "Penyunting": False, "Kepala": True, "admin": True}
REASON = {"reason": "Penyunting lain sedang cuti."}


def changed_since_its_first_edition(**fields: Any) -> Article:
    article = make.article(**fields)
    publish(article, reason="Siaran lama.")
    Article.objects.filter(pk=article.pk).update(place="Jakarta")
    return article


def publish_address(article: Article) -> str:
    return reverse("admin:articles_article_publish", args=[article.pk])


@pytest.mark.parametrize(("role", "allowed"), ALLOWED.items())
@pytest.mark.parametrize("method", ["get", "post"])
def test_only_who_holds_the_permission_publishes(
    log_in: LogIn, role: str, allowed: bool, method: str
) -> None:
    article = make.article()
    response = getattr(log_in(role), method)(publish_address(article), REASON)
    assert (response.status_code != 403) == allowed
    assert Edition.objects.exists() == (allowed and method == "post")


@pytest.mark.parametrize(("role", "allowed"), ALLOWED.items())
def test_the_button_is_there_for_those_who_may(log_in: LogIn, role: str, allowed: bool) -> None:
    article = make.article()
    page = log_in(role).get(change_address(article)).content.decode()
    assert (publish_address(article) in page) == allowed


@pytest.mark.django_db
def test_a_stranger_is_sent_to_the_door(client: Client) -> None:
    response = client.post(publish_address(make.article()), REASON)
    assert response.status_code == 302
    assert not Edition.objects.exists()


@pytest.mark.django_db
def test_a_forged_form_publishes_nothing(log_in: LogIn) -> None:
    article = make.article()
    browser = Client(enforce_csrf_checks=True)
    browser.cookies = log_in("Kepala").cookies
    assert browser.post(publish_address(article), REASON).status_code == 403
    assert not Edition.objects.exists()


def test_the_edition_keeps_who_published_and_why(log_in: LogIn) -> None:
    article = make.article()
    browser = log_in("Kepala")
    response = browser.post(publish_address(article), REASON, follow=True)
    edition = Edition.objects.get()
    assert (edition.kind, edition.reason) == ("first", REASON["reason"])
    assert edition.published_by_id == int(browser.session["_auth_user_id"])
    assert edition.approved_by is None
    assert "Siaran sudah terbit" in response.content.decode()
    assert LogEntry.objects.get().get_change_message() == "Terbit sebagai edisi 1."


@pytest.mark.parametrize("reason", ["", "   "])
def test_without_a_reason_nothing_is_published(desk: Client, reason: str) -> None:
    response = desk.post(publish_address(make.article()), {"reason": reason})
    assert response.context["form"].errors["reason"] == ["Isian ini wajib diisi."]
    assert not Edition.objects.exists()


def test_what_speaks_against_publishing_is_shown_and_what_was_typed_is_kept(desk: Client) -> None:
    article = make.article()
    make.quote(article, text="Tidak pernah dikatakan.")
    response = desk.post(publish_address(article), REASON)
    page = response.content.decode()
    assert "Kutipan ini tidak ada dalam teks: “Tidak pernah dikatakan.”" in page
    assert REASON["reason"] in page
    article.refresh_from_db()
    assert article.state == "draft"
    assert not Edition.objects.exists()


def test_a_first_edition_is_not_asked_what_kind_it_is(desk: Client) -> None:
    assert set(desk.get(publish_address(make.article())).context["form"].fields) == {"reason"}


@pytest.mark.parametrize("kind", ["update", "minor", "translation"])
def test_a_later_edition_says_what_it_is(desk: Client, kind: str) -> None:
    article = changed_since_its_first_edition(english=True)
    answers = REASON | {"kind": kind, "note": "Tempat dilengkapi.", "note_en": "Venue added."}
    assert desk.post(publish_address(article), answers).status_code == 302
    edition = article.editions.get(number=2)
    assert (edition.kind, edition.note, edition.note_en) == (kind, "Tempat dilengkapi.", "Venue added.")
    assert PublicNote.objects.exists() == (kind == "update")


@pytest.mark.parametrize("kind", ["", "first", "correction", "kill"])
def test_kinds_that_are_not_on_offer_are_refused(desk: Client, kind: str) -> None:
    article = changed_since_its_first_edition()
    response = desk.post(publish_address(article), REASON | {"kind": kind})
    assert response.context["form"].errors["kind"]
    assert article.editions.count() == 1


def test_an_update_without_a_word_to_the_readers_is_refused(desk: Client) -> None:
    article = changed_since_its_first_edition()
    response = desk.post(publish_address(article), REASON | {"kind": "update"})
    assert response.context["form"].non_field_errors() == ["Pembaruan memerlukan catatan bagi pembaca."]
    assert article.editions.count() == 1


def test_an_article_that_is_not_there_is_not_found(desk: Client) -> None:
    assert desk.get(reverse("admin:articles_article_publish", args=[404])).status_code == 404
