"""No answer outlives the moment of the next release, and none tells when that will be."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from django.utils.http import http_date

from articles.models import Article
from articles.publishing import publish
from tests import factories as make
from tests.site import lives
from tests.site.pages import EVERY_PAGE
from tests.site.urls import every_address

pytestmark = pytest.mark.django_db
PATH = "/siaran-pers/kunjungan/"
MACHINES = ["/atom.xml", "/en/atom.xml", "/sitemap.xml", "/sitemap-releases.xml", "/robots.txt"]
API = ["/api/v1/", "/api/v1/releases/", "/api/v1/changes/", "/api/v1/openapi.json"]
PUBLIC = [path for language in ("id", "en") for path in every_address(language) if path[:7] != "/admin/"]


def keeps(answer: HttpResponse) -> str:
    return answer.get("Cache-Control", "")


def test_every_pattern_of_the_urlconf_has_an_address_here() -> None:
    assert {"/", "/en/press-releases/tiada/", "/api/v1/releases/tiada/", "/favicon.ico"} <= set(PUBLIC)
    assert "/media/images/tiada.webp" in PUBLIC


@pytest.mark.parametrize("path", sorted({*PUBLIC, *EVERY_PAGE, *MACHINES, *API, "/tiada", "/tokoh", "/en"}))
def test_every_public_answer_may_be_kept_but_not_used_unasked(client: Client, path: str) -> None:
    """Pages, lists, redirects and pages that do not exist; what is private says so itself."""
    answer = client.get(path)
    assert keeps(answer) == "public, no-cache" or "no-store" in keeps(answer)
    assert "Expires" not in answer
    assert "Age" not in answer
    assert "Last-Modified" not in answer
    tagged = answer.streaming or "ETag" in answer or not answer.content
    assert tagged or "no-store" in keeps(answer)


def test_a_reader_who_has_the_page_is_told_that_it_still_stands(client: Client, seed: None) -> None:
    for path in (*EVERY_PAGE, *MACHINES, *API):
        first = client.get(path)
        again = client.get(path, headers={"If-None-Match": first["ETag"]})
        assert (first.status_code, again.status_code, again.content) == (200, 304, b""), path
        assert keeps(again) == "public, no-cache", path


def the_release() -> Article:
    return Article.objects.get(slug="kunjungan")


CHANGES: list[Callable[[], object]] = [
    lambda: lives.released("lain"),
    lambda: lives.correct(the_release()),
    lambda: lives.again(the_release(), "minor", at=lives.MORNING),
    lambda: lives.withdraw(the_release()),
    lambda: lives.kill(the_release()),
]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("path", ["/atom.xml", "/sitemap-releases.xml", "/siaran-pers/", PATH])
def test_whoever_asks_with_an_old_tag_or_date_gets_the_new_answer(
    client: Client, path: str, change: Callable[[], object]
) -> None:
    lives.released()
    before = client.get(path)
    change()
    tagged = client.get(path, headers={"If-None-Match": before["ETag"]})
    dated = client.get(path, headers={"If-Modified-Since": http_date(timezone.now().timestamp())})
    assert dated.status_code != 304
    assert (tagged.status_code == 304) == (before.content == dated.content)


def test_an_edition_to_come_changes_no_header(client: Client) -> None:
    lives.released()
    paths = ["/", PATH, "/siaran-pers/rahasia/", "/atom.xml", "/sitemap-releases.xml", "/cari/?q=rahasia"]
    before = {path: dict(client.get(path).headers) for path in paths}
    publish(make.article("Rahasia", slug="rahasia"), reason="Arsip.", at=timezone.now() + timedelta(hours=1))
    assert {path: dict(client.get(path).headers) for path in paths} == before


def test_a_public_file_is_asked_for_each_time_and_sent_once(client: Client) -> None:
    use = make.article_image()
    publish(use.article, reason="Arsip.")
    path = f"/media/{use.image.display}"
    first = client.get(path)
    assert keeps(first) == "public, no-cache"
    known = {"If-None-Match": first["ETag"]}
    assert client.get(path, headers=known).status_code == 304
    lives.kill(use.article)
    assert client.get(path, headers=known).status_code == 404


def test_the_desk_keeps_its_own_rules(client: Client) -> None:
    client.force_login(make.user(is_staff=True, is_superuser=True))
    for path in ("/admin/", "/admin/articles/article/", "/admin/jsi18n/", "/admin/tiada/"):
        assert "public" not in keeps(client.get(path)), path
