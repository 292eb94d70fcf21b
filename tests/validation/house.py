"""A press room for one walk: the first release, an invented archive around it, and news of today."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import django
from django.core.management import call_command

from tests.benchmarks.cost.server import serving
from tests.validation.answers import Answer

ROOT = Path(__file__).parents[2]
# What no page leads to: nothing, and a release that must not be used.
MISSING = ("/tidak-ada/", "/en/tidak-ada/", "/siaran-pers/siaran-batal/")
# Collected and compressed once: nothing else of the house is kept.
STATIC = ROOT / ".local" / "validators" / "static"
PATIENCE = 60  # seconds for one answer


@contextmanager
def served(releases: int) -> Iterator[str]:
    """The address of a server over a house that is gone afterwards; Django is set up on the way."""
    with TemporaryDirectory(prefix="pressroom-") as folder:
        os.environ |= {
            "PRESSROOM_MODE": "development",
            "DJANGO_SETTINGS_MODULE": "pressroom.settings",
            "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
            "MEDIA_ROOT": f"{folder}/media",
            "STATIC_ROOT": str(STATIC),
            "CACHE_URL": f"filecache://{folder}/cache",
            "SECURITY_CONTACT": "keamanan@example.go.id,https://example.go.id/keamanan/",
        }
        django.setup()
        fill(releases)
        with serving("granian", "pressroom.wsgi:application", {}) as (port, _process):
            yield f"http://127.0.0.1:{port}"


def fill(releases: int) -> None:
    from pressroom.core.management.commands.prepare import collect_static

    call_command("migrate", interactive=False, verbosity=0)
    call_command("make_demo", releases=releases, seed=1)
    publish_news()
    take_away()
    call_command("make_photos")
    STATIC.mkdir(parents=True, exist_ok=True)
    collect_static(STATIC)


def publish_news() -> None:
    """News sitemaps name what is two days old at most, and nothing of the archive is."""
    from articles.publishing import publish
    from tests import factories as make

    publish(make.article(english=True, slug="kabar-contoh", slug_en="sample-news"), reason="Contoh.")


def take_away() -> None:
    """One release withdrawn, one killed: few archives are so unlucky."""
    from tests.site import lives

    lives.withdraw(lives.released("siaran-cabut"))
    lives.kill(lives.released("siaran-batal"))


def asking(origin: str) -> Callable[[str], Answer]:
    """Asks for addresses of this server over one kept connection."""
    connection = HTTPConnection(urlsplit(origin).netloc, timeout=PATIENCE)

    def fetch(url: str) -> Answer:
        parts = urlsplit(url)
        path = parts._replace(scheme="", netloc="", fragment="").geturl()
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
        except (HTTPException, ConnectionError):  # a kept connection may have been given up meanwhile
            connection.close()
            connection.request("GET", path)
            answer = connection.getresponse()
        headers = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(url, answer.status, headers, answer.read())

    return fetch
