"""Working copies at the desk: every save is kept, the text stays within its subset, and the policy holds."""

import re

import pytest
from django.test import Client
from django_prose_editor.config import allowlist_from_extensions, expand_extensions

from articles.models import Article, Citation, Quote, Revision
from pressroom.core.html import ALLOWED_SCHEMES, ALLOWED_TAGS
from pressroom.desk.body import EXTENSIONS
from tests import factories as make
from tests.desk.conftest import LogIn
from tests.desk.pages import added_part, address, change_address, errors, save, shown

DRAFT = {"title": "Kunjungan", "slug": "kunjungan", "body": "<p>BNPT menerima kunjungan.</p>"}


def test_the_editor_offers_exactly_the_html_that_a_release_may_hold() -> None:
    offered = allowlist_from_extensions(expand_extensions(EXTENSIONS))
    assert offered["tags"] == ALLOWED_TAGS
    assert offered["url_schemes"] == ALLOWED_SCHEMES


def test_a_new_article_starts_its_revisions_with_their_author(log_in: LogIn) -> None:
    browser = log_in("Penulis")
    save(browser, address(Article, "add"), **DRAFT)
    revision = Revision.objects.get()
    assert revision.number == 1
    assert revision.author_id == int(browser.session["_auth_user_id"])


def test_a_revision_holds_what_the_same_save_wrote_into_the_rows(desk: Client) -> None:
    article = make.article()
    speaker, topic = make.person("Eddy Hartono"), make.topic()
    rows = added_part(
        "quotes", 0, ordinal=1, speaker=speaker.pk, kind="direct", text="BNPT menerima kunjungan kehormatan."
    )
    save(desk, change_address(article), topics=[topic.pk], **rows)
    document = Revision.objects.get().document
    assert [quote["text"] for quote in document["quotes"]] == ["BNPT menerima kunjungan kehormatan."]
    assert document["topics"] == [str(topic.pk)]


def test_each_save_that_changes_something_is_one_revision(desk: Client) -> None:
    article = make.article()
    for title in ("Satu", "Dua", "Dua"):
        save(desk, change_address(article), title=title)
    assert list(Revision.objects.values_list("number", flat=True)) == [2, 1]


def test_html_beyond_the_subset_is_dropped(desk: Client) -> None:
    body = '<p onclick="x()">Teks<script>x()</script> <strong>tebal</strong></p><table></table>'
    save(desk, address(Article, "add"), **DRAFT | {"body": body})
    assert Article.objects.get().body == "<p>Teks <strong>tebal</strong></p>"


def test_an_english_text_that_is_not_complete_is_not_ready(desk: Client) -> None:
    response = save(desk, change_address(make.article()), english_ready="on")
    assert errors(response) == ["Teks Inggris yang siap terbit memerlukan judul, isi, dan alamat."]
    assert not Revision.objects.exists()


def test_state_and_version_are_shown_and_not_offered(desk: Client) -> None:
    article = make.article()
    assert not {"state", "version", "uid"} & shown(desk.get(change_address(article))).keys()
    save(desk, change_address(article), state="published", version=9)
    article.refresh_from_db()
    assert (article.state, article.version) == ("draft", 1)


def test_a_quote_of_somebody_elses_post_is_refused(desk: Client) -> None:
    rows = added_part(
        "quotes",
        0,
        ordinal=1,
        speaker=make.person().pk,
        appointment=make.appointment().pk,
        kind="direct",
        text="x",
    )
    response = save(desk, change_address(make.article()), **rows)
    assert errors(response) == ["Jabatan ini bukan jabatan pembicara tersebut."]
    assert not Quote.objects.exists()


CITATIONS = [
    ({"basis": "stated"}, "Satu rujukan mendukung tepat satu fakta."),
    ({"basis": "inferred", "event": True}, "Kesimpulan memerlukan alasan."),
]


@pytest.mark.parametrize(("typed", "message"), CITATIONS)
def test_a_citation_that_breaks_a_rule_is_explained(desk: Client, typed: dict, message: str) -> None:
    fact = {"event": make.event().pk} if "event" in typed else {}
    rows = added_part("citations", 0, excerpt="BNPT", basis=typed["basis"], **fact)
    response = save(desk, change_address(make.article()), **rows)
    assert errors(response) == [message]
    assert not Citation.objects.exists()


def test_an_editor_deletes_a_draft_and_its_revisions_go_along(log_in: LogIn) -> None:
    article = make.article()
    make.revision(article)
    log_in("Penyunting").post(address(Article, "delete", article.pk), {"post": "yes"})
    assert not Article.objects.exists()


@pytest.mark.parametrize("role", ["Penulis", "Penyunting", "Kepala", "admin"])
def test_nobody_deletes_a_release_that_was_published(log_in: LogIn, role: str) -> None:
    article = make.edition().article
    assert log_in(role).post(address(Article, "delete", article.pk), {"post": "yes"}).status_code == 403
    assert Article.objects.exists()


@pytest.mark.parametrize("page", ["add", "change"])
def test_the_only_inline_script_carries_the_nonce_of_its_response(desk: Client, page: str) -> None:
    url = address(Article, "add") if page == "add" else change_address(make.article())
    response = desk.get(url)
    policy = response.headers["Content-Security-Policy"]
    nonce = re.search(r"'nonce-([^']+)'", policy)
    html = response.content.decode()
    inline = [tag for tag in re.findall(r"<script[^>]*>", html) if "src=" not in tag]
    assert nonce
    assert inline == [f'<script type="importmap" nonce="{nonce[1]}">']
    assert "unsafe" not in policy
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", html)


def test_a_draft_has_no_page_to_look_at(desk: Client) -> None:
    assert "viewsitelink" not in desk.get(change_address(make.article())).content.decode()


def test_without_a_script_a_quote_is_added_on_an_empty_row_that_one_asks_for(desk: Client) -> None:
    url = change_address(make.article())
    assert 'name="quotes-0-text"' not in desk.get(url).content.decode()
    assert 'name="quotes-0-text"' in desk.get(f"{url}?rows").content.decode()
