"""The desk shows any revision as the public will get it, and to whom it was shown besides."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Edition, PreviewLink
from articles.publishing import publish
from articles.revisions import store
from articles.sharing import answer, share, viewed
from tests import factories as make
from tests.desk.conftest import LogIn
from tests.desk.pages import change_address

pytestmark = pytest.mark.django_db
CODE = re.compile(r"[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}")
BANNER = re.compile(r"<aside class=\"pratinjau\".*?</aside>", re.DOTALL)
HEAD = re.compile(
    r"<meta name=\"robots\" content=\"noindex\"><link rel=\"stylesheet\" href=\"[^\"]*preview.css\">"
)


def page_url(article: Article, query: str = "") -> str:
    return reverse("admin:articles_article_preview", args=[article.pk]) + query


def frame_url(article: Article, number: int, language: str = "id") -> str:
    return reverse("admin:articles_article_preview_frame", args=[article.pk, number, language])


def bare(html: str) -> str:
    """A page without the banner and without codes, which only a real edition has."""
    return CODE.sub("", HEAD.sub("", BANNER.sub("", html)))


def full(title: str = "Judul") -> Article:
    article = make.article(title, slug="kunjungan", english=True, slug_en="visit", lead="Ringkasan")
    make.quote(article, make.person(public_from=None), text_en="BNPT received a courtesy call.")
    make.article_image(article, make.image(alt_en="Two people shake hands"))
    article.topics.add(make.topic(public_from=None))
    return article


ADDRESSES = {"id": "/siaran-pers/kunjungan/", "en": "/en/press-releases/visit/"}


@pytest.mark.parametrize("language", ADDRESSES)
@pytest.mark.parametrize("already_public", [False, True])
def test_the_preview_is_the_public_page_byte_for_byte(
    desk: Client, client: Client, monkeypatch: pytest.MonkeyPatch, language: str, already_public: bool
) -> None:
    article = full()
    if already_public:
        publish(article, reason="Arsip.")
        Article.objects.update(lead="Ringkasan baru", slug="lawatan")
        article.refresh_from_db()
    address = ADDRESSES[language].replace("kunjungan", article.slug)
    number = store(article).number
    now = timezone.now() + timedelta(hours=1)
    monkeypatch.setattr(timezone, "now", lambda: now)
    preview = desk.get(frame_url(article, number, language)).content.decode()
    publish(article, kind="minor" if already_public else None, reason="Arsip.")
    public = client.get(address).content.decode()
    assert bare(preview) == bare(public)
    assert preview != public


def test_the_preview_says_that_it_is_one_in_its_own_language(desk: Client) -> None:
    article = full()
    number = store(article).number
    page = desk.get(frame_url(article, number)).content.decode()
    assert "Pratinjau – belum terbit" in page
    assert "Revisi 1" in page
    assert '<html lang="en">' in desk.get(frame_url(article, number, "en")).content.decode()
    publish(article, reason="Arsip.")
    assert "belum terbit" not in desk.get(frame_url(article, number)).content.decode()


def test_the_preview_is_kept_nowhere_and_framed_by_the_desk_only(desk: Client) -> None:
    article = full()
    answer = desk.get(frame_url(article, store(article).number))
    assert {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    page = desk.get(page_url(article))
    assert "frame-src 'self'" in page["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]


def test_the_picture_of_a_draft_is_shown_to_the_desk(desk: Client, client: Client) -> None:
    article = full()
    page = desk.get(frame_url(article, store(article).number)).content.decode()
    source = re.search(r'<img src="([^"]+)"', page)
    assert source is not None
    assert desk.get(source[1]).status_code == 200
    assert client.get(source[1]).status_code == 404


def test_looking_stores_nothing_and_shows_the_public_nothing(desk: Client, client: Client) -> None:
    article = full()
    desk.get(frame_url(article, store(article).number))
    desk.get(page_url(article))
    assert not Edition.objects.exists()
    assert client.get(ADDRESSES["id"]).status_code == 404
    article.refresh_from_db()
    assert article.state == "draft"


def test_any_revision_can_be_chosen_the_newest_unless_asked_otherwise(desk: Client) -> None:
    article = full("Judul lama")
    store(article)
    Article.objects.update(title="Judul baru")
    article.refresh_from_db()
    store(article)
    assert f'src="{frame_url(article, 2)}"' in desk.get(page_url(article)).content.decode()
    page = desk.get(page_url(article, "?revision=1&language=en&width=1280")).content.decode()
    assert f'<iframe src="{frame_url(article, 1, "en")}"' in page
    assert 'width="1280"' in page
    assert "Judul lama" in desk.get(frame_url(article, 1)).content.decode()


@pytest.mark.parametrize("query", ["?revision=9", "?revision=x", "?revision=-1"])
def test_a_revision_that_is_not_there_is_not_found(desk: Client, query: str) -> None:
    article = full()
    store(article)
    assert desk.get(page_url(article, query)).status_code == 404
    for number, language in ((9, "id"), (1, "fr")):
        assert desk.get(frame_url(article, number, language)).status_code == 404


def test_what_keeps_a_revision_from_being_published_is_said_beside_it(desk: Client) -> None:
    article = make.article(" ", body="<p>Isi TK.</p>")
    store(article)
    page = desk.get(page_url(article)).content.decode()
    assert "belum mempunyai judul" in page
    assert "<iframe" in page
    assert desk.get(frame_url(article, 1)).status_code == 200


def test_where_there_is_no_english_text_there_is_no_frame(desk: Client) -> None:
    article = make.article()
    store(article)
    page = desk.get(page_url(article, "?language=en")).content.decode()
    assert "Teks Inggris belum lengkap" in page
    assert "<iframe" not in page


def test_an_article_without_a_revision_says_so(desk: Client) -> None:
    page = desk.get(page_url(make.article())).content.decode()
    assert "belum pernah disimpan" in page


@pytest.mark.parametrize(
    ("role", "sees", "shares"),
    [
        ("Penulis", True, True),
        ("Penyunting", True, True),
        ("Kepala", True, True),
        ("Pengelola Mitra", True, False),
        ("Administrator", True, False),
        ("", False, False),
    ],
)
def test_who_may_look_and_who_may_share(log_in: LogIn, role: str, sees: bool, shares: bool) -> None:
    article, browser = full(), log_in(role)
    store(article)
    for url in (page_url(article), frame_url(article, 1)):
        assert browser.get(url).status_code == (200 if sees else 403)
    made = post_share(browser, article)
    assert made.status_code == (200 if shares else 403)
    assert PreviewLink.objects.exists() is shares


def test_nobody_without_an_account_sees_any_of_it(client: Client) -> None:
    article = full()
    store(article)
    for url in (page_url(article), frame_url(article, 1)):
        assert client.get(url).status_code == 302


def post_share(browser: Client, article: Article, **typed: object) -> object:
    url = reverse("admin:articles_article_share", args=[article.pk])
    return browser.post(url, {"revision": 1, "reviewer": "Sergei Tolchenov", "hours": 24, **typed})


def test_the_address_of_a_new_link_is_shown_this_once_and_works(desk: Client, client: Client) -> None:
    article = full()
    store(article)
    page = post_share(desk, article).content.decode()
    address = re.search(r"http://testserver(/pratinjau/[\w-]{43}/)", page)
    assert address is not None
    assert client.get(address[1]).status_code == 200
    assert address[1] not in desk.get(page_url(article)).content.decode()


@pytest.mark.parametrize("typed", [{"reviewer": ""}, {"hours": 73}, {"hours": 0}, {"hours": "x"}])
def test_a_link_that_cannot_be_made_says_why(desk: Client, typed: dict) -> None:
    article = full()
    store(article)
    page = post_share(desk, article, **typed)
    assert page.status_code == 200
    assert page.context["form"].errors
    assert not PreviewLink.objects.exists()


def test_a_link_is_revoked_with_one_button(desk: Client, client: Client) -> None:
    article = full()
    link, token = share(store(article), "Sergei", by=make.user(is_staff=True, is_superuser=True))
    url = reverse("admin:articles_article_revoke", args=[article.pk, link.pk])
    assert url in desk.get(page_url(article)).content.decode()
    assert desk.get(url).status_code == 405
    assert desk.post(url).status_code == 302
    assert client.get(reverse("preview", args=[token])).status_code == 404
    assert url not in desk.get(page_url(article)).content.decode()
    other = make.article()
    assert desk.post(reverse("admin:articles_article_revoke", args=[other.pk, link.pk])).status_code == 404


def test_links_openings_and_answers_stand_beside_the_preview(desk: Client, client: Client) -> None:
    article = full()
    link, token = share(store(article), "Sergei", by=make.user(is_staff=True, is_superuser=True))
    client.get(reverse("preview", args=[token]), REMOTE_ADDR="10.1.2.3")
    page = desk.get(page_url(article)).content.decode()
    assert "Belum ada tanggapan" in page
    assert "Dibuka 1 kali" in page
    assert "10.1.2.3" in page
    answer(link, "comment", paragraph=1, text="Bukan kunjungan kehormatan.")
    page = desk.get(page_url(article)).content.decode()
    assert "Bukan kunjungan kehormatan." in page
    assert "BNPT menerima kunjungan kehormatan." in page
    assert f"{frame_url(article, 1)}#:~:text=BNPT%20menerima%20kunjungan%20kehormatan." in page


@pytest.mark.parametrize(
    ("paragraph", "language", "field"),
    [(None, "id", "id_body"), (0, "id", "id_title"), (1, "en", "id_body_en"), (0, "en", "id_title_en")],
)
def test_an_answer_on_the_form_leads_to_its_field(
    desk: Client, paragraph: int | None, language: str, field: str
) -> None:
    article = full()
    link, _token = share(store(article), "Sergei", by=make.user())
    assert "Tanggapan pembaca luar" not in desk.get(change_address(article)).content.decode()
    answer(link, "comment", paragraph=paragraph, language=language, text="Keliru.")
    page = desk.get(change_address(article)).content.decode()
    assert "Keliru." in page
    assert f'href="{change_address(article)}#{field}"' in page
    assert f'id="{field}"' in page


def test_an_answer_to_a_text_that_has_changed_is_marked(desk: Client) -> None:
    article = full()
    link, _token = share(store(article), "Sergei", by=make.user())
    answer(link, "correct")
    assert "Teks sudah berubah" not in desk.get(page_url(article)).content.decode()
    store(make.amend(article))
    assert "Teks sudah berubah" in desk.get(page_url(article)).content.decode()
    assert "Teks sudah berubah" in desk.get(change_address(article)).content.decode()


def test_the_number_of_queries_does_not_grow_with_links_and_answers(desk: Client) -> None:
    article, maker = make.article(), make.user(is_staff=True)
    maker.groups.set(Group.objects.filter(name="Penulis"))
    revision, counted = store(article), []
    for number in (1, 5):
        for _link in range(number):
            link, _token = share(revision, "Sergei", by=maker)
            answer(link, "correct")
            viewed(link, "10.0.0.1")
        with CaptureQueriesContext(connection) as queries:
            desk.get(page_url(article))
        counted.append(len(queries))
    assert counted[0] == counted[1]
