"""The history of a working copy at the desk: folded autosaves, any two compared, any restored."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.documents import working_copy
from articles.models import Article, Citation, Image, Revision
from articles.revisions import folded, store
from pressroom.desk import revisions
from tests import factories as make
from tests.desk.conftest import LogIn
from tests.desk.pages import address, change_address, save

SAVES = [("Ani", False), ("Ani", True), ("Ani", True), ("Budi", True), ("Budi", False), ("Budi", True)]


def page(name: str, article: Article, *args: int) -> str:
    return reverse(f"admin:articles_article_{name}", args=[article.pk, *args])


def compare_url(article: Article, first: object, second: object) -> str:
    return f"{page('compare', article)}?from={first}&to={second}"


@pytest.fixture
def article(db: None) -> Article:
    """Three revisions: the title is Satu, Dua, Tiga."""
    article = make.article(title="Satu")
    for title in ("Satu", "Dua", "Tiga"):
        article.title = title
        article.save()
        store(article, make.user(first_name=f"Penyunting {title}"))
    return article


@pytest.mark.django_db
def test_consecutive_autosaves_of_one_author_fold_into_one() -> None:
    article, users = make.article(), {name: make.user(name) for name in ("Ani", "Budi")}
    for number, (name, autosave) in enumerate(SAVES, start=1):
        make.revision(article, number, author=users[name], autosave=autosave)
    history = Revision.objects.order_by("-number")
    assert [[r.number for r in group] for group in folded(history)] == [[6], [5], [4], [3, 2], [1]]


def test_the_history_lists_the_newest_first_with_author_and_edition(log_in: LogIn, article: Article) -> None:
    make.edition(article, revision=article.revisions.get(number=2))
    response = log_in("Penulis").get(page("revisions", article))
    assert [(row.number, row.who) for row in response.context["rows"]] == [
        (3, "Penyunting Tiga"),
        (2, "Penyunting Dua"),
        (1, "Penyunting Satu"),
    ]
    assert [row.editions for row in response.context["rows"]] == [(), (1,), ()]
    html = response.content.decode()
    assert page("restore", article, 1) in html
    assert page("restore", article, 3) not in html


def test_autosaves_show_as_one_row(desk: Client, article: Article) -> None:
    author = make.user()
    for number in (4, 5, 6):
        make.revision(article, number, author=author, autosave=True)
    rows = desk.get(page("revisions", article)).context["rows"]
    assert [(row.first, row.number) for row in rows] == [(4, 6), (3, 3), (2, 2), (1, 1)]
    assert rows[0].note == "Tersimpan otomatis"


def test_a_long_history_goes_on_on_the_next_page(
    desk: Client, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(revisions, "PAGE", 2)
    first = desk.get(page("revisions", article))
    assert [row.number for row in first.context["rows"]] == [3, 2]
    older = desk.get(f"{page('revisions', article)}?before={first.context['older']}")
    assert [row.number for row in older.context["rows"]] == [1]
    assert older.context["older"] is None
    assert page("restore", article, 1) in older.content.decode()


def test_the_history_takes_as_many_queries_for_many_revisions(
    desk: Client, article: Article, django_assert_max_num_queries: Callable
) -> None:
    for number in range(4, 40):
        make.revision(article, number, author=make.user())
    with django_assert_max_num_queries(11):
        desk.get(page("revisions", article))


def headings(response: Any) -> list[str]:
    return [section.heading for section in response.context["sections"]]


def test_any_two_revisions_are_compared_the_older_on_the_left(desk: Client, article: Article) -> None:
    for url in (compare_url(article, 1, 3), compare_url(article, 3, 1)):
        response = desk.get(url)
        assert headings(response) == ["Judul"]
        assert "<del>Satu</del>" in response.content.decode()
        assert "<ins>Tiga</ins>" in response.content.decode()


def test_without_numbers_the_newest_is_compared_with_the_one_before(desk: Client, article: Article) -> None:
    response = desk.get(page("compare", article))
    assert (response.context["old"].number, response.context["new"].number) == (2, 3)


def test_a_revision_is_no_different_from_itself(desk: Client, article: Article) -> None:
    assert "Tidak ada yang berbeda." in desk.get(compare_url(article, 2, 2)).content.decode()


@pytest.mark.parametrize(("first", "second"), [(1, 9), (9, 1), ("x", 1), (1, "-1")])
def test_a_revision_that_is_not_there_is_not_found(
    desk: Client, article: Article, first: object, second: object
) -> None:
    assert desk.get(compare_url(article, first, second)).status_code == 404


def test_the_revision_of_another_article_is_not_found(desk: Client, article: Article) -> None:
    other = make.article()
    assert desk.get(compare_url(other, 1, 2)).status_code == 404
    assert desk.get(page("restore", other, 1)).status_code == 404


def test_links_quotes_sources_and_images_are_shown_by_name(desk: Client, article: Article) -> None:
    topic, event, image = make.topic("Terorisme"), make.event(title="Kunjungan"), make.image(alt="Jabat")
    speaker = make.person("Eddy Hartono")
    article.topics.add(topic)
    article.kind, article.released_on, article.event = "speech", make.THE_DAY, event
    article.save()
    make.quote(article, speaker, text="Kami siap.")
    make.citation(article, event=event, excerpt="Kunjungan itu.")
    make.article_image(article, image)
    store(article)
    html = desk.get(compare_url(article, 3, 4)).content.decode()
    for text in ("Terorisme", "Kami siap.", "Eddy Hartono", "Kegiatan: Kunjungan", "Kunjungan itu.", "Jabat"):
        assert f"<ins>{text}" in html
    for text in ("pidato", "9 Oktober 2024"):
        assert f"<ins>{text}" in html
    assert "Kutipan 1 – ditambahkan" in html
    back = desk.get(compare_url(article, 4, 4))
    assert headings(back) == []


def test_a_row_of_the_registers_that_is_gone_is_named_by_its_number(desk: Client, article: Article) -> None:
    topic = make.topic()
    article.topics.add(topic)
    store(article)
    topic.delete()
    store(article)
    html = desk.get(compare_url(article, 4, 5)).content.decode()
    assert re.search(r"<del>topik nomor \d+, yang sudah tidak ada</del>", html)


def test_the_comparison_takes_as_many_queries_for_many_links(
    desk: Client, article: Article, django_assert_max_num_queries: Callable
) -> None:
    for number in range(1, 9):
        speaker = make.person()
        article.people.add(speaker)
        article.topics.add(make.topic())
        appointment = make.appointment(speaker)
        make.quote(article, speaker, number, appointment=appointment, event=make.event())
        make.citation(article, appointment=appointment)
        make.citation(article, action=make.action())
        make.citation(article, person_honorific=make.person_honorific(speaker))
    store(article)
    with django_assert_max_num_queries(24):
        desk.get(compare_url(article, 3, 4))


def test_markup_in_a_text_stays_text(desk: Client, article: Article) -> None:
    article.title, article.lead = "<img src=x>", "<b>tebal</b>"
    article.save()
    store(article)
    html = desk.get(compare_url(article, 3, 4)).content.decode()
    assert "&lt;" in html
    assert "<img src=x>" not in html
    assert "<b>tebal" not in html


def restore(browser: Client, article: Article, number: int, version: object = None) -> Any:
    article.refresh_from_db()
    seen = article.version if version is None else version
    return browser.post(page("restore", article, number), {"seen_version": seen})


def test_restoring_shows_first_what_changes_and_changes_nothing(desk: Client, article: Article) -> None:
    response = desk.get(page("restore", article, 1))
    assert headings(response) == ["Judul"]
    assert "<del>Tiga</del>" in response.content.decode()
    article.refresh_from_db()
    assert article.title == "Tiga"


def test_an_editor_restores_a_revision_as_a_new_save(log_in: LogIn, article: Article) -> None:
    browser = log_in("Penyunting")
    response = restore(browser, article, 1)
    assert response.status_code == 302
    article.refresh_from_db()
    newest = article.revisions.latest("number")
    assert (article.title, article.version) == ("Satu", 2)
    assert (newest.number, newest.note) == (4, "Memulihkan revisi 1")
    assert newest.author_id == int(browser.session["_auth_user_id"])


@pytest.mark.parametrize("version", [7, "", "x"])
def test_a_restore_that_was_overtaken_is_shown_again(desk: Client, article: Article, version: object) -> None:
    response = restore(desk, article, 1, version)
    assert response.status_code == 409
    assert "sesudah Anda membuka halaman ini" in response.content.decode()
    article.refresh_from_db()
    assert article.title == "Tiga"


def test_what_could_not_come_back_is_told(desk: Client, article: Article) -> None:
    topic = make.topic()
    article.topics.add(topic)
    store(article)
    topic.delete()
    response = desk.post(page("restore", article, 4), {"seen_version": 1}, follow=True)
    assert "Sudah tidak ada dalam daftar: topik nomor" in response.content.decode()


@pytest.mark.parametrize("name", ["revisions", "compare", "restore"])
@pytest.mark.parametrize(("role", "status"), [("Penulis", 200), ("Kepala", 200), ("Tamu", 403)])
def test_who_sees_the_history(log_in: LogIn, article: Article, name: str, role: str, status: int) -> None:
    args = [1] if name == "restore" else []
    assert log_in(role).get(page(name, article, *args)).status_code == status


def test_who_only_looks_restores_nothing(log_in: LogIn, article: Article) -> None:
    assert restore(log_in("Tamu"), article, 1).status_code == 403
    assert restore(Client(), article, 1).status_code == 302
    article.refresh_from_db()
    assert article.title == "Tiga"


def test_an_article_without_revisions_says_so(desk: Client) -> None:
    article = make.article()
    assert "belum pernah disimpan" in desk.get(page("revisions", article)).content.decode()
    assert desk.get(page("compare", article)).status_code == 404


def test_the_form_leads_to_the_history(desk: Client, article: Article) -> None:
    assert page("revisions", article) in desk.get(change_address(article)).content.decode()


def test_the_words_of_an_image_are_an_edit_of_every_release_that_shows_it(
    desk: Client, article: Article
) -> None:
    image = make.image(alt="Lama")
    other, stranger = make.article(), make.article()
    for release in (article, other):
        make.article_image(release, image)
    for release in (article, other, stranger):
        store(release)
    save(desk, address(Image, "change", image.pk), alt="Baru")
    for release, version in ((article, 2), (other, 2), (stranger, 1)):
        release.refresh_from_db()
        assert release.version == version
    newest = article.revisions.latest("number")
    assert newest.document["images"][0]["alt"] == "Baru"
    assert newest.author
    save(desk, address(Image, "change", image.pk), alt="Baru")
    other.refresh_from_db()
    assert other.version == 2


EDITS: dict[str, Callable[[Client, Citation], Any]] = {
    "changed": lambda browser, c: save(browser, change_address(c), excerpt="Lain."),
    "moved": lambda browser, c: save(browser, change_address(c), article=make.article().pk),
    "deleted": lambda browser, c: browser.post(address(Citation, "delete", c.pk), {"post": "yes"}),
    "deleted from the list": lambda browser, c: browser.post(
        address(Citation, "changelist"),
        {"action": "delete_selected", "_selected_action": [c.pk], "post": "yes"},
    ),
}


@pytest.mark.parametrize("edit", EDITS)
def test_a_citation_that_is_edited_on_its_own_page_is_an_edit_of_its_release(
    desk: Client, article: Article, edit: str
) -> None:
    citation = make.citation(article, event=make.event())
    store(article)
    EDITS[edit](desk, citation)
    article.refresh_from_db()
    newest = article.revisions.latest("number")
    assert (article.version, newest.number) == (2, 5)
    assert newest.document == working_copy(article)
    assert newest.author


def test_a_citation_that_moves_is_an_edit_of_both_releases(desk: Client, article: Article) -> None:
    citation, other = make.citation(article, event=make.event()), make.article()
    save(desk, change_address(citation), article=other.pk)
    other.refresh_from_db()
    assert other.version == 2
    assert other.revisions.get().document["citations"]


def test_a_citation_saved_unchanged_is_no_edit(desk: Client, article: Article) -> None:
    citation = make.citation(article, event=make.event())
    store(article)
    save(desk, change_address(citation))
    article.refresh_from_db()
    assert article.version == 1


@pytest.mark.parametrize("asked", ["revisions/?before=", "compare/?from=", "preview/?revision="])
@pytest.mark.parametrize("number", ["9" * 5000, "9" * 12, "²", "-1", "x"])
def test_no_number_in_an_address_breaks_a_page(desk: Client, asked: str, number: str) -> None:
    article = make.revision().article
    assert desk.get(f"/admin/articles/article/{article.pk}/{asked}{number}").status_code in (200, 404)
