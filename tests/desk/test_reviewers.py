"""What a reviewer without an account meets, and that nothing of it goes further than to him."""

import logging
import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, PreviewLink, PreviewView, ReviewAnswer
from articles.publishing import publish
from articles.revisions import store
from articles.sharing import revoke, share
from pressroom.core.models import AuditEntry
from tests import factories as make
from tests.desk.test_preview import bare, full

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss() -> User:
    return make.user(is_staff=True, is_superuser=True)


@pytest.fixture
def article() -> Article:
    return full("Judul rahasia")


@pytest.fixture
def shared(article: Article, boss: User) -> tuple[PreviewLink, str]:
    """A link, and the address that it opens."""
    link, token = share(store(article), "Sergei <Tolchenov>", by=boss, hours=24)
    return link, reverse("preview", args=[token])


Shared = tuple[PreviewLink, str]


def test_the_reviewer_reads_the_page_that_the_public_will_get(
    client: Client, shared: Shared, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, url = shared
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now)
    preview = client.get(url).content.decode()
    publish(link.article, reason="Arsip.")
    public = client.get("/siaran-pers/kunjungan/").content.decode()
    theirs = re.sub(r"\s*<section id=\"tanggapan\".*?</section>", "\n    ", bare(preview), flags=re.DOTALL)
    for language, address in (("id", "/siaran-pers/kunjungan/"), ("en", "/en/press-releases/visit/")):
        theirs = theirs.replace(f'href="{url}?bahasa={language}"', f'href="{address}"')
    assert theirs.replace(f'src="{url}media/', 'src="/media/') == bare(public)


def test_the_banner_says_for_whom_until_when_and_to_pass_nothing_on(client: Client, shared: Shared) -> None:
    _link, url = shared
    page = client.get(url).content.decode()
    assert "Pratinjau – belum terbit" in page
    assert "Sergei &lt;Tolchenov&gt;" in page
    assert "Jangan teruskan" in page
    assert re.search(r"sampai \w+, \d+ \w+ \d{4}, [\d.]+ WIB \(.*UTC\)", page)


def test_both_languages_can_be_read(client: Client, shared: Shared) -> None:
    page = client.get(f"{shared[1]}?bahasa=en").content.decode()
    assert '<html lang="en">' in page
    assert "BNPT received a courtesy call." in page
    assert f'href="{shared[1]}?bahasa=id"' in page
    assert '<html lang="id">' in client.get(f"{shared[1]}?bahasa=fr").content.decode()


def test_without_an_english_text_the_page_stays_indonesian(client: Client, boss: User) -> None:
    _link, token = share(store(make.article()), "Sergei", by=boss)
    page = client.get(reverse("preview", args=[token]) + "?bahasa=en").content.decode()
    assert '<html lang="id">' in page
    assert "Read in English" not in page


def test_nothing_of_it_is_kept_indexed_or_told_to_others(client: Client, shared: Shared) -> None:
    picture = re.search(r'src="(/pratinjau/[^"]+)"', client.get(shared[1]).content.decode())
    assert picture is not None
    for url in (shared[1], picture[1], "/pratinjau/tidak-ada/"):
        answer = client.get(url)
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        assert answer["Referrer-Policy"] == "strict-origin"
        assert answer["X-Frame-Options"] == "DENY"
    assert '<meta name="robots" content="noindex">' in client.get(shared[1]).content.decode()


def test_pictures_are_served_under_the_token_and_nowhere_else(client: Client, shared: Shared) -> None:
    link, url = shared
    page = client.get(url).content.decode()
    sources = [found for found in re.findall(r'<img src="([^"]+)"', page) if not found.endswith("/qr.svg")]
    assert [source.startswith(f"{url}media/images/") for source in sources] == [True]
    served = client.get(sources[0])
    assert (served.status_code, served["Content-Type"]) == (200, "image/webp")
    other = make.image()
    for path in (other.display, link.article.images.get().image.original, "../db.sqlite3", "x"):
        assert client.get(f"{url}media/{path}").status_code == 404
    revoke(link, by=link.created_by)
    assert client.get(sources[0]).status_code == 404


DEAD: dict[str, Callable[[PreviewLink], object]] = {
    "expired": lambda link: PreviewLink.objects.update(
        created_at=timezone.now() - timedelta(days=2), expires_at=timezone.now() - timedelta(days=1)
    ),
    "revoked": lambda link: revoke(link, by=link.created_by),
    "maker gone": lambda link: User.objects.update(is_active=False),
}


@pytest.mark.parametrize("end", DEAD)
def test_every_dead_link_gives_the_same_answer_as_one_that_never_was(
    client: Client, shared: Shared, end: str
) -> None:
    link, url = shared
    unknown = client.get("/pratinjau/tidak-ada/")
    DEAD[end](link)
    for answer in (client.get(url), client.post(url, {"verdict": "correct"}), client.get(f"{url}media/x/y")):
        assert (answer.status_code, answer.content) == (404, unknown.content)
        assert dict(answer.headers) == dict(unknown.headers)
    assert "Mintalah tautan baru" in unknown.content.decode()
    assert not ReviewAnswer.objects.exists()
    assert not PreviewView.objects.exists()


@pytest.mark.parametrize("path", ["/pratinjau/", "/pratinjau/a", "/pratinjau/a/b", "/pratinjau/a/b/c/"])
def test_other_addresses_beside_it_are_as_empty(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_each_view_is_kept_and_audited(client: Client, shared: Shared) -> None:
    _link, url = shared
    client.get(url, REMOTE_ADDR="10.1.2.3")
    client.get(f"{url}?bahasa=en", REMOTE_ADDR="10.1.2.4")
    client.head(url)
    assert list(PreviewView.objects.values_list("address", flat=True)) == ["10.1.2.4", "10.1.2.3"]
    assert AuditEntry.objects.filter(act="link_viewed").count() == 2


def test_the_reviewer_says_that_the_facts_are_right(client: Client, shared: Shared) -> None:
    link, url = shared
    sent = client.post(f"{url}?bahasa=en", {"verdict": "correct"})
    assert sent.status_code == 302
    assert sent["Location"].startswith(f"{url}?bahasa=en&")
    said = link.answers.get()
    assert (said.verdict, said.paragraph, said.language) == ("correct", None, "en")
    assert 'role="status"' in client.get(sent["Location"]).content.decode()


@pytest.mark.parametrize(("chosen", "number"), [("", None), ("0", 0), ("1", 1)])
def test_the_reviewer_comments_on_a_paragraph(
    client: Client, shared: Shared, chosen: str, number: int | None
) -> None:
    link, url = shared
    sent = client.post(url, {"verdict": "comment", "paragraph": chosen, "text": "<b>Keliru</b>"})
    assert sent.status_code == 302
    said = link.answers.get()
    assert (said.paragraph, said.text, said.language) == (number, "<b>Keliru</b>", "id")
    assert "&lt;b&gt;Keliru" in client.get(url).content.decode()


@pytest.mark.parametrize(
    "typed",
    [
        {"verdict": "comment", "text": " "},
        {"verdict": "comment", "paragraph": "9", "text": "Keliru"},
        {"verdict": "comment", "paragraph": "x", "text": "Keliru"},
        {"verdict": "other", "text": "Keliru"},
        {"text": "Keliru"},
        {"verdict": "comment", "text": "x" * 4001},
    ],
)
def test_an_answer_that_says_nothing_comes_back_with_everything_typed(
    client: Client, shared: Shared, typed: dict
) -> None:
    link, url = shared
    page = client.post(url, typed)
    assert page.status_code == 200
    assert not link.answers.exists()
    assert 'role="alert"' in page.content.decode()
    assert typed["text"].strip() in page.content.decode()


def test_a_link_takes_fifty_answers_and_no_more(client: Client, shared: Shared) -> None:
    link, url = shared
    for _number in range(50):
        make.review_answer(link)
    assert client.post(url, {"verdict": "correct"}).status_code == 200
    assert link.answers.count() == 50
    assert "sudah penuh" in client.get(url).content.decode()


def test_a_form_from_another_site_is_refused(shared: Shared) -> None:
    link, url = shared
    browser = Client(enforce_csrf_checks=True)
    browser.get(url)
    assert browser.post(url, {"verdict": "correct"}).status_code == 403
    token = browser.cookies["csrftoken"].value
    assert browser.post(url, {"verdict": "correct", "csrfmiddlewaretoken": token}).status_code == 302
    assert link.answers.count() == 1


def test_the_token_is_in_no_log(shared: Shared, caplog: pytest.LogCaptureFixture) -> None:
    link, url = shared
    token = url.split("/")[2]
    browser = Client(enforce_csrf_checks=True)
    with caplog.at_level(logging.DEBUG):
        for request in (
            lambda: browser.get(url),
            lambda: browser.post(url, {"verdict": "correct"}),
            lambda: browser.put(url),
            lambda: browser.get(f"{url}media/x"),
            lambda: revoke(link, by=link.created_by),
            lambda: browser.get(url),
        ):
            request()
    logged = [record.getMessage() for record in caplog.records if record.name.startswith("django.")]
    assert len([message for message in logged if "/pratinjau/•••" in message]) >= 4
    assert not [message for message in logged if token in message and not message.startswith("(0.")]


def test_the_text_is_shown_as_it_was_shared_whatever_came_after(client: Client, shared: Shared) -> None:
    link, url = shared
    Article.objects.update(title="Judul baru")
    link.article.refresh_from_db()
    store(link.article)
    page = client.get(url).content.decode()
    assert "Judul rahasia" in page
    assert "Judul baru" not in page
