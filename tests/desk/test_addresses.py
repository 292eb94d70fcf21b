"""The addresses of a release at the desk: they move with their readers, and never onto another's."""

import pytest
from django.test import Client
from django.urls import reverse

from articles import revisions
from articles.models import Article
from articles.workflow import perform
from pressroom.desk.addresses import ADDRESSES, MOVES
from tests import factories as make
from tests.desk.pages import address, change_address, errors, save, shown
from tests.desk.stages import Makers, Stage, at_stage

TAKEN = "Alamat ini pernah dipakai siaran lain; pilihlah yang baru."
PUBLIC = Stage("published", "public")


@pytest.mark.parametrize("field", ADDRESSES)
def test_an_address_may_change_after_publication_and_the_form_says_what_that_does(
    desk: Client, field: str
) -> None:
    page = desk.get(change_address(at_stage(PUBLIC, english=True)))
    assert field in shown(page)
    assert page.context["adminform"].form.fields[field].help_text == MOVES


def test_readers_at_the_old_address_are_led_to_the_new_one(desk: Client, client: Client) -> None:
    article, makers = at_stage(PUBLIC, slug="lama"), Makers()
    save(desk, change_address(article), slug="baru")
    article.refresh_from_db()
    makers.approve(article)
    perform("publish", article, by=makers.editor, kind="minor")
    response = client.get(reverse("site:release", args=["lama"]))
    assert (response.status_code, response.headers["Location"]) == (
        301,
        reverse("site:release", args=["baru"]),
    )


@pytest.mark.parametrize(("field", "language"), ADDRESSES.items())
def test_an_address_that_another_release_ever_had_is_refused(desk: Client, field: str, language: str) -> None:
    make.article_slug(make.article(), slug="pernah", language=language)
    article = make.article(english=True)
    assert errors(save(desk, change_address(article), **{field: "pernah"})) == [TAKEN]
    article.refresh_from_db()
    assert getattr(article, field) != "pernah"


def test_a_new_release_cannot_begin_with_it_either(desk: Client) -> None:
    make.article_slug(make.article(), slug="pernah")
    response = save(desk, address(Article, "add"), title="Baru", slug="pernah", body="<p>Baru.</p>")
    assert errors(response) == [TAKEN]


def test_an_address_that_is_still_to_come_is_taken_too(desk: Client) -> None:
    at_stage(Stage("published", pending=True), slug="nanti")
    waiting = Article.objects.get()
    Article.objects.filter(pk=waiting.pk).update(slug="lain")
    assert errors(save(desk, change_address(make.article()), slug="nanti")) == [TAKEN]


def test_ones_own_old_address_is_free(desk: Client) -> None:
    article = make.article()
    make.article_slug(article, slug="dahulu")
    assert save(desk, change_address(article), slug="dahulu").status_code == 302


def test_the_same_word_in_the_other_language_is_no_double(desk: Client) -> None:
    make.article_slug(make.article(), slug="moscow", language="en")
    assert save(desk, change_address(make.article()), slug="moscow").status_code == 302


@pytest.mark.parametrize(("stage", "moves"), [(Stage("draft"), True), (PUBLIC, False)], ids=str)
def test_only_the_address_of_a_draft_moves_while_one_types(desk: Client, stage: Stage, moves: bool) -> None:
    article = at_stage(stage, slug="semula")
    revisions.store(article)
    url = reverse("admin:articles_article_autosave", args=[article.pk])
    typed = shown(desk.get(change_address(article))) | {"slug": "ketikan", "title": "Judul ketikan"}
    assert desk.post(url, typed).status_code == 200
    article.refresh_from_db()
    assert (article.title, article.slug) == ("Judul ketikan", "ketikan" if moves else "semula")
