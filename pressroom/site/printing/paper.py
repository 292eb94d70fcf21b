"""From the HTML of a page to a PDF. Imports WeasyPrint, which not every machine has: see `pdf`."""

from __future__ import annotations

import mimetypes
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.files.storage import default_storage
from PIL import ImageFile
from weasyprint import HTML
from weasyprint.urls import URLFetcher, URLFetcherResponse

# WeasyPrint lets the whole process take broken-off pictures for whole ones; uploads are to be refused then.
ImageFile.LOAD_TRUNCATED_IMAGES = False

# What the storage adds to the name of a static file.
DIGEST = re.compile(r"\.[0-9a-f]{12}(?=\.\w+$)")


class OwnFiles(URLFetcher):
    """Our style sheets, fonts and pictures from the disk, and the code of the copy; never a network."""

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        if url.startswith("data:"):
            return super().fetch(url, headers)
        parts = urlsplit(url)
        kind = mimetypes.guess_type(parts.path)[0] or "application/octet-stream"
        return URLFetcherResponse(url, own_file(unquote(parts.path)), {"Content-Type": kind})


def draw(page: str, address: str) -> bytes:
    """The page as a tagged PDF, which screen readers can follow (PDF/UA-1)."""
    document = HTML(string=page, base_url=address, url_fetcher=OwnFiles(), media_type="print")
    drawn: bytes = document.write_pdf(pdf_variant="pdf/ua-1")
    return drawn


def own_file(path: str) -> bytes:
    """Raises ValueError for what is none of our files; the page is then drawn without it."""
    if path.startswith(settings.STATIC_URL):
        return static_file(path.removeprefix(settings.STATIC_URL))
    media = str(settings.MEDIA_URL)
    if path.startswith(media):
        with default_storage.open(path.removeprefix(media)) as file:
            return bytes(file.read())
    raise ValueError(f"{path} is none of our files.")


def static_file(name: str) -> bytes:
    if staticfiles_storage.exists(name):
        with staticfiles_storage.open(name) as file:
            return bytes(file.read())
    found = finders.find(DIGEST.sub("", name))
    if not found:
        raise ValueError(f"There is no static file {name}.")
    return Path(found).read_bytes()
