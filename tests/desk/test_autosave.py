"""What is typed is kept while it is typed, by one who still has the newest version and may change it."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from articles.english import is_stale
from articles.models import Article, Revision
from articles.revisions import store
from tests import factories as make
from tests.desk.conftest import LogIn
from tests.desk.pages import address, change_address, save, shown


@pytest.fixture
def article(db: None) -> Article:
    article = make.article(title="Semula", english=True)
    store(article)
    return article


def url_of(article: Article) -> str:
    return reverse("admin:articles_article_autosave", args=[article.pk])


def own_fields(browser: Client, article: Article) -> dict[str, Any]:
    """What the script sends: the form without the rows of its inlines."""
    page = shown(browser.get(change_address(article)))
    return {
        name: value for name, value in page.items() if not re.match(r"\w+-(\d+|__prefix__|[A-Z_]+)", name)
    }


def autosave(browser: Client, article: Article, **typed: Any) -> HttpResponse:
    data = own_fields(browser, article) | typed
    return browser.post(url_of(article), {name: value for name, value in data.items() if value is not None})


def test_typing_is_stored_as_a_revision_of_its_own_kind(log_in: LogIn, article: Article) -> None:
    browser = log_in("Penulis")
    response = autosave(browser, article, title="Sedang diketik")
    answer = response.json()
    assert (answer["version"], answer["revision"]) == (2, 2)
    assert re.fullmatch(r"Tersimpan otomatis \d{1,2}\.\d\d WIB", answer["text"])
    article.refresh_from_db()
    assert (article.title, article.version) == ("Sedang diketik", 2)
    newest = Revision.objects.latest("number")
    assert newest.autosave
    assert newest.author_id == int(browser.session["_auth_user_id"])


def test_nothing_new_is_no_revision_and_no_version(desk: Client, article: Article) -> None:
    answer = autosave(desk, article).json()
    assert (answer["version"], answer["revision"]) == (1, 1)
    assert Revision.objects.count() == 1


def test_the_button_saves_on_top_of_it(desk: Client, article: Article) -> None:
    opened = shown(desk.get(change_address(article)))
    answer = autosave(desk, article, title="Sedang diketik").json()
    typed = {"title": "Selesai", "seen_version": answer["version"], "seen_revision": answer["revision"]}
    assert desk.post(change_address(article), opened | typed).status_code == 302
    article.refresh_from_db()
    assert (article.title, article.version) == ("Selesai", 3)
    assert not Revision.objects.latest("number").autosave


def test_links_and_both_languages_are_kept_too(desk: Client, article: Article) -> None:
    topic = make.topic()
    autosave(desk, article, topics=[topic.pk], lead_en="Lead", body="<p>Isi <script>x</script>baru.</p>")
    article.refresh_from_db()
    assert (article.lead_en, article.body) == ("Lead", "<p>Isi baru.</p>")
    assert Revision.objects.latest("number").document["topics"] == [str(topic.pk)]


def test_rows_of_the_inlines_are_left_alone(desk: Client, article: Article) -> None:
    quote = make.quote(article, text="Ujaran.")
    autosave(desk, article, title="Lain", **{"quotes-0-text": "Terpotong"})
    quote.refresh_from_db()
    assert quote.text == "Ujaran."


UNFIT = [
    ({"title": ""}, "title", "Judul"),
    ({"slug": "bukan alamat!"}, "slug", "Alamat halaman"),
    ({"slug": "dipakai"}, "slug", "Alamat halaman"),
    ({"released_on": "besok"}, "released_on", "Tanggal siaran"),
    ({"title_en": ""}, "title_en", "Judul (Inggris)"),
    ({"body_en": ""}, "body_en", "Isi (Inggris)"),
]


@pytest.mark.parametrize(("typed", "name", "label"), UNFIT)
def test_what_is_not_fit_yet_stays_as_it_was_and_the_rest_is_kept(
    desk: Client, article: Article, typed: dict, name: str, label: str
) -> None:
    make.article(slug="dipakai")
    before = getattr(article, name)
    response = autosave(desk, article, **typed, lead="Ringkasan baru")
    assert response.status_code == 200
    assert response.json()["text"].endswith(f", kecuali: {label}")
    article.refresh_from_db()
    assert (getattr(article, name), article.lead) == (before, "Ringkasan baru")


def test_the_english_text_is_never_called_ready_by_typing(desk: Client) -> None:
    article = make.article(english=True, english_ready=False)
    autosave(desk, article, english_ready="on", lead="Baru")
    article.refresh_from_db()
    assert (article.english_ready, article.lead) == (False, "Baru")
    Article.objects.update(english_ready=True)
    autosave(desk, article, english_ready=None, lead="Lagi")
    article.refresh_from_db()
    assert (article.english_ready, article.lead) == (True, "Lagi")


def test_a_translation_that_is_typed_translates_the_text_of_now(desk: Client, article: Article) -> None:
    autosave(desk, article, title_en="New title")
    article.refresh_from_db()
    assert not is_stale(article)
    autosave(desk, article, title="Judul baru")
    article.refresh_from_db()
    assert is_stale(article)


def test_an_address_that_was_public_stays(desk: Client, article: Article) -> None:
    article.slugs.create(language="id", slug=article.slug, public_from=make.LONG_AGO)
    before = article.slug
    autosave(desk, article, slug="lain", title="Baru")
    article.refresh_from_db()
    assert (article.slug, article.title) == (before, "Baru")


@pytest.mark.parametrize("version", [None, "9", ""])
def test_one_who_was_overtaken_is_told_and_saves_nothing(
    desk: Client, article: Article, version: str | None
) -> None:
    response = autosave(desk, article, seen_version=version, title="Lain")
    assert response.status_code == 409
    text = response.json()["text"]
    assert text.startswith("Siaran ini sudah diubah")
    assert "dibandingkan" in text
    article.refresh_from_db()
    assert article.title == "Semula"


def test_the_page_after_somebody_elses_save_offers_both(log_in: LogIn, article: Article) -> None:
    first, second = log_in("Penulis"), log_in("Penyunting")
    opened = shown(second.get(change_address(article)))
    autosave(first, article, title="Dari yang pertama")
    response = second.post(change_address(article), opened | {"lead": "Dari yang kedua"})
    assert [(q.name, q.side) for q in response.context["questions"]] == [
        ("title", "theirs"),
        ("lead", "mine"),
    ]


@pytest.mark.parametrize(("role", "status"), [("Penulis", 200), ("Tamu", 403)])
def test_who_may_change_an_article_may_autosave_it(
    log_in: LogIn, article: Article, role: str, status: int
) -> None:
    data = own_fields(log_in("admin"), article)
    assert log_in(role).post(url_of(article), data).status_code == status


def test_one_who_was_logged_out_is_sent_to_log_in(article: Article) -> None:
    assert Client().post(url_of(article)).status_code == 302


def test_only_a_post_saves_and_only_an_article_that_is_there(desk: Client, article: Article) -> None:
    assert desk.get(url_of(article)).status_code == 405
    assert desk.post(reverse("admin:articles_article_autosave", args=[0])).status_code == 404


def test_a_new_article_has_no_autosave(desk: Client) -> None:
    assert "data-autosave" not in desk.get(address(Article, "add")).content.decode()


def test_who_only_looks_has_no_autosave(log_in: LogIn, article: Article) -> None:
    browser = log_in("Tamu")
    reader = User.objects.get(pk=browser.session["_auth_user_id"])
    reader.user_permissions.add(Permission.objects.get(codename="view_article"))
    assert "data-autosave" not in browser.get(change_address(article)).content.decode()
    html = log_in("Penulis").get(change_address(article)).content.decode()
    assert f'data-autosave data-url="{url_of(article)}"' in html


def test_a_reload_of_the_form_forgets_the_version_that_was_seen(desk: Client, article: Article) -> None:
    html = desk.get(change_address(article)).content.decode()
    for name in ("seen_version", "seen_revision"):
        assert re.search(rf'<input type="hidden" name="{name}" value="1" autocomplete="off"', html)
    save(desk, change_address(article), title="Baru")
    assert shown(desk.get(change_address(article)))["seen_revision"] == 2
