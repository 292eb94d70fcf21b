"""Photographs to download, with their words in the file: nothing is computed on the way but a few bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import partial

from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from articles.photos.jpeg import head_of
from pressroom.core.dates.days import interface_language
from pressroom.site.photos.found import File, file_of, photo_of, text_of, words_for

CHUNK = 65_536
# Of a photograph on a page, the name in the address, and in the downloaded file.
NAMES = {"original": "foto-{number}", "web": "foto-{number}-web"}


@require_safe
def photo(request: HttpRequest, slug: str, number: int, which: str) -> HttpResponseBase:
    """The original without what the camera wrote (`original`) or a smaller one (`web`), with its words."""
    text = text_of(interface_language(), slug)
    shown = photo_of(text, number)
    file = file_of(shown, which, words_for(text, request)(shown))
    if file is None or not default_storage.exists(file.download.path):
        raise Http404
    name = f"{text.slug}-{NAMES[which].format(number=number)}.jpg"
    return attachment(request, name, "image/jpeg", etag_of([file]), stream(file), file.bytes)


def attachment(
    request: HttpRequest, name: str, kind: str, etag: str, chunks: Iterable[bytes], length: int | None = None
) -> HttpResponseBase:
    """A file to keep, or word that the reader's copy of it is still good."""
    known = get_conditional_response(request, etag=etag)
    if known is not None:
        return known
    headers = {
        "ETag": etag,
        "Content-Disposition": f'attachment; filename="{name}"',
        "X-Robots-Tag": "noindex",
    }
    if length is not None:
        headers["Content-Length"] = str(length)
    return StreamingHttpResponse(chunks, content_type=kind, headers=headers)


def etag_of(files: Iterable[File], *more: bytes) -> str:
    """The stored file is named after its picture, so its name and the words say all."""
    told = hashlib.sha256()
    for part in (*more, *(part for f in files for part in (f.download.path.encode(), f.segments))):
        told.update(len(part).to_bytes(8, "big") + part)
    return f'"{told.hexdigest()[:32]}"'


def stream(file: File) -> Iterator[bytes]:
    """The stored JPEG with the segments put in where readers of metadata look for them."""
    with default_storage.open(file.download.path) as stored:
        start = stored.read(CHUNK)
        place = head_of(start)
        yield start[:place] + file.segments + start[place:]
        yield from iter(partial(stored.read, CHUNK), b"")
