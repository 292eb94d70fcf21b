"""A walk through the first release and three that fared badly: nothing leads nowhere, every format is sound.

`make validate` walks farther, and lets the HTML checker judge what it finds.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from django.test import Client
from pytest_django import Settings

from tests.site import lives
from tests.validation.answers import Answer
from tests.validation.crawl import Crawl, crawl
from tests.validation.judging import mistakes

HOST = "http://testserver"
STARTS = ("/", "/en/", "/sitemap.xml", "/sitemap-news.xml")
# WhiteNoise serves these where the press room runs; the test client has Django alone.
FILES = ("/static/", "/media/")
# Made with much work, each by a room that has tests of its own.
COSTLY = (".pdf", ".zip", ".png")
# Asked for without a question only: an answer to one is the same format with fewer lines.
FORMATS = (".xml", ".rss", ".json", ".csv", ".ics")


@pytest.fixture
def fetch(client: Client) -> Callable[[str], Answer]:
    def asked(url: str) -> Answer:
        path, query = urlsplit(url)[2:4]
        if path.startswith(FILES) or path.endswith(COSTLY) or (query and path.endswith(FORMATS)):
            return Answer(url, 200)
        response = client.get(url.removeprefix(HOST))
        body = b"".join(response) if response.streaming else response.content
        return Answer(url, response.status_code, {k.lower(): v for k, v in response.items()}, body)

    return asked


@pytest.fixture
def found(seed: None, fetch: Callable[[str], Answer]) -> Crawl:
    lives.correct(lives.released("ralat"))
    lives.withdraw(lives.released("cabut"))
    lives.kill(lives.released("batal"))
    return crawl(fetch, [f"{HOST}{path}" for path in STARTS], HOST, read=1, asked=2)


@pytest.mark.django_db
def test_everything_public_is_in_order(
    found: Crawl, fetch: Callable[[str], Answer], settings: Settings
) -> None:
    settings.SECURITY_CONTACT = ["keamanan@example.go.id"]
    assert len(found.pages) > 50
    assert b"deleted-entry" in found.answers[f"{HOST}/atom.xml"].body
    assert mistakes(found, fetch) == []
