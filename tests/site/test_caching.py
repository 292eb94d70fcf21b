"""Public pages come from the cache, and never an older one than the record allows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

import brotli
import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from articles.models import Article, EditionText
from articles.publishing import publish
from entities.models import Country
from pressroom.core import generation
from pressroom.core.models import PendingChange
from pressroom.site.caching.application import PageCache
from pressroom.site.caching.encodings import compressed, encoding_for
from tests import factories as make

pytestmark = pytest.mark.django_db

LIST = "/siaran-pers/"


class Site:
    """The site behind its page cache, and how often Django was asked."""

    def __init__(self) -> None:
        self.asked = 0
        django = WSGIHandler()

        def counted(environ: dict, start_response: Callable) -> Iterable[bytes]:
            self.asked += 1
            return django(environ, start_response)

        self.cache = PageCache(counted)

    def get(self, path: str, method: str = "GET", **headers: str) -> HttpResponse:
        environ = RequestFactory().generic(method, path, **headers).environ
        said: list[Any] = []
        body = b"".join(self.cache(environ, lambda *line: said.append(line)))
        status, pairs = said[0][:2]
        return HttpResponse(body, status=int(status[:3]), headers=dict(pairs))


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Site:
    # A request must not close the connection that the test's transaction is on.
    monkeypatch.setattr("django.core.signals.request_started.receivers", [])
    monkeypatch.setattr("django.core.signals.request_finished.receivers", [])
    return Site()


def released(title: str, at: Any = None) -> Article:
    article = make.article(title)
    publish(article, reason="Uji.", at=at)
    return article


def test_a_page_is_asked_of_django_once(site: Site) -> None:
    released("Pertama")
    answers = [site.get(LIST) for _ in range(3)]
    assert site.asked == 1
    assert {answer.content for answer in answers} == {answers[0].content}
    assert b"Pertama" in answers[0].content


def test_a_publication_is_seen_on_the_very_next_request(site: Site) -> None:
    site.get(LIST)
    released("Baru saja")
    assert b"Baru saja" in site.get(LIST).content


def test_what_falls_due_is_seen_at_its_moment_though_nothing_runs(site: Site) -> None:
    released("Nanti", at=timezone.now() + timedelta(hours=1))
    assert b"Nanti" not in site.get(LIST).content
    past = timezone.now() - timedelta(seconds=1)
    EditionText.objects.update(public_from=past)
    PendingChange.objects.update(due=past)
    assert b"Nanti" in site.get(LIST).content
    assert not PendingChange.objects.exists()


def test_what_the_log_does_not_tell_of_begins_a_generation_too(site: Site) -> None:
    make.country("RU")
    before = generation.current()
    Country.objects.get(pk="RU").save()
    assert generation.current() != before


def test_an_editor_neither_gets_nor_leaves_a_page_here(site: Site) -> None:
    released("Pertama")
    for _ in range(2):
        site.get(LIST, HTTP_COOKIE="sessionid=abc")
    site.get(LIST, HTTP_AUTHORIZATION="Bearer abc")
    assert site.asked == 3
    assert site.cache.pages == {}


@pytest.mark.parametrize(
    "path", ["/tidak-ada/", "/api/v1/releases/", "/admin/login/", "/static/nothing.css", "/siaran-pers"]
)
def test_what_is_no_public_page_is_asked_anew(site: Site, path: str) -> None:
    site.get(path)
    site.get(path)
    assert site.asked == 2


@pytest.mark.parametrize(
    "other",
    [
        {"path": f"{LIST}?year=2024"},
        {"path": "/en/press-releases/"},
        {"HTTP_HOST": "localhost"},
        {"HTTP_SAVE_DATA": "on"},
        {"HTTP_X_FORWARDED_PROTO": "https"},
    ],
    ids=str,
)
def test_answers_that_differ_are_kept_apart(site: Site, other: dict[str, str]) -> None:
    site.get(LIST)
    site.get(**{"path": LIST, **other})
    assert site.asked == 2


def test_a_reader_who_has_the_page_is_told_so(site: Site) -> None:
    first = site.get(LIST)
    assert first.headers["Cache-Control"] == "public, no-cache"
    etag, since = first.headers["ETag"], first.headers["Last-Modified"]
    for known in ({"HTTP_IF_NONE_MATCH": etag}, {"HTTP_IF_MODIFIED_SINCE": since}):
        assert site.get(LIST, **known).status_code == 304
    released("Baru saja")
    for known in ({"HTTP_IF_NONE_MATCH": etag}, {"HTTP_IF_MODIFIED_SINCE": since}):
        assert site.get(LIST, **known).status_code == 200


def test_a_page_is_compressed_once_for_each_encoding(site: Site) -> None:
    plain = site.get(LIST)
    brotlied = [site.get(LIST, HTTP_ACCEPT_ENCODING="gzip, deflate, br") for _ in range(2)]
    assert brotli.decompress(brotlied[1].content) == plain.content
    assert brotlied[1].headers["Content-Encoding"] == "br"
    assert "Accept-Encoding" in plain.headers["Vary"]
    assert site.asked == 1


def test_a_head_has_the_headers_and_no_body(site: Site) -> None:
    length = site.get(LIST).headers["Content-Length"]
    head = site.get(LIST, method="HEAD")
    assert (head.content, head.headers["Content-Length"]) == (b"", length)


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [("", ""), ("gzip", "gzip"), ("br;q=1.0, gzip", "br"), ("br;q=0, gzip", "gzip"), ("gzip;q=0", "")],
)
def test_the_encoding_is_one_that_the_reader_takes(accepted: str, encoding: str) -> None:
    assert encoding_for(accepted) == encoding
    assert compressed(b"isi", "") == b"isi"
