"""The WSGI application around Django's: what was answered once in a generation is answered again.

An answer is kept under (generation, scheme, host, URL), so one publication makes every older one unreachable
at once. Only what FreshnessMiddleware marked as public is kept, and only for readers without a session or a
key: an editor never sees or leaves anything here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import Error, connection
from django.utils import timezone
from django.utils.http import http_date

from pressroom.core import generation
from pressroom.site.caching.build import build
from pressroom.site.caching.encodings import encoding_for
from pressroom.site.caching.pages import Environ, Page, may_be_kept, page_of

StartResponse = Callable[..., Any]
Key = tuple[str, ...]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

# Where answers depend on who asks, or are files.
ELSEWHERE = ("/admin/", "/api/", "/media/", "/static/", "/pratinjau/")
FILES = (".jpg", ".png", ".pdf", ".zip")
# What Django is not told, so that it gives the whole answer, not compressed.
LEFT_TO_US = {"HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE"}
# What makes one answer differ from another.
SEEN = (
    *("wsgi.url_scheme", "HTTP_X_FORWARDED_PROTO", "HTTP_HOST", "HTTP_X_FORWARDED_HOST"),
    *("SCRIPT_NAME", "PATH_INFO", "QUERY_STRING", "HTTP_SAVE_DATA"),
)
DAY = 86_400
# The pages that one process keeps in its own memory before the shared cache; all go when there are more.
AT_HAND = 1_000


class PageCache:
    def __init__(self, application: Application) -> None:
        self.application = application
        self.build = build()
        self.generation = ""
        self.pages: dict[Key, Page] = {}
        self.began: datetime | None = None

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        now = generation_for(environ)
        if now is None:
            return self.application(environ, start_response)
        key = (now, *(environ.get(name, "") for name in SEEN))
        page = self.kept(key, now)
        if page is None:
            return self.asked_of_django(environ, start_response, key)
        return self.answer(environ, start_response, key, page)

    def kept(self, key: Key, now: str) -> Page | None:
        if now != self.generation or len(self.pages) > AT_HAND:
            self.generation, self.pages, self.began = now, {}, None
        if key not in self.pages and (page := cache.get(self.name_of(key))):
            self.pages[key] = page
        return self.pages.get(key)

    def keep(self, key: Key, page: Page) -> None:
        self.pages[key] = page
        cache.set(self.name_of(key), page, DAY)

    def name_of(self, key: Key) -> str:
        """The key in the shared cache, of letters and digits only."""
        return f"page:{sha256(repr((self.build, key)).encode()).hexdigest()}"

    def asked_of_django(self, environ: Environ, start_response: StartResponse, key: Key) -> Iterable[bytes]:
        """Django's own answer; one that may not be kept goes through as it is."""
        said: list[Any] = []
        since = self.last_change()
        plain = {name: value for name, value in environ.items() if name not in LEFT_TO_US}
        plain[generation.TOLD] = key[0]
        chunks = self.application(plain, lambda *line: said.append(line))
        status, headers = said[0][:2]
        if environ["REQUEST_METHOD"] != "GET" or not may_be_kept(status, headers):
            start_response(*said[0])
            return chunks
        page = page_of(headers, chunks, since)
        getattr(chunks, "close", lambda: None)()
        return self.answer(environ, start_response, key, page)

    def last_change(self) -> str:
        """As an HTTP date; none within its own second, which another change may still share."""
        self.began = since = self.began or generation.began()
        return http_date(since.timestamp()) if timezone.now() - since > timedelta(seconds=1) else ""

    def answer(
        self, environ: Environ, start_response: StartResponse, key: Key, page: Page
    ) -> Iterable[bytes]:
        encoding = encoding_for(environ.get("HTTP_ACCEPT_ENCODING", ""))
        if key not in self.pages or encoding not in page.bodies:
            page.compress(encoding)
            self.keep(key, page)
        if page.is_known(environ):
            start_response("304 Not Modified", page.headers_of_304())
            return []
        start_response("200 OK", page.headers_for(encoding))
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [page.bodies[encoding]]


def generation_for(environ: Environ) -> str | None:
    """The generation in which a request is answered; None where the answer is not for everybody."""
    if (
        settings.MAINTENANCE
        or environ["REQUEST_METHOD"] not in {"GET", "HEAD"}
        or "HTTP_AUTHORIZATION" in environ
        or settings.SESSION_COOKIE_NAME in environ.get("HTTP_COOKIE", "")
        or environ.get("PATH_INFO", "").startswith(ELSEWHERE)
        or environ.get("PATH_INFO", "").endswith(FILES)
    ):
        return None
    try:
        return generation.current()
    except Error:  # a database that went away: Django says so to the reader
        connection.close()
        return None
