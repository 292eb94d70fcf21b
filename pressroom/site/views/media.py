"""Uploaded files, through the same gate as the pages that show them."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.core.files import File
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from agreements.models import Agreement
from articles.models import EditionImage
from articles.photos.files import FOLDER, images_named
from entities.models import Person

# Folder to the question whether the public may have a file of it; other folders hold nothing public.
GATES: dict[str, Callable[[str], bool]] = {
    "images": lambda path: EditionImage.objects.current().filter(image__display=path).exists(),
    FOLDER: lambda path: EditionImage.objects.current().filter(image__in=images_named(path)).exists(),
    "portraits": lambda path: Person.objects.visible().filter(portrait=path).exists(),
    "agreements": lambda path: Agreement.objects.visible().filter(document=path).exists(),
}
# One folder and a file in it, as our storage names them.
STORED = re.compile(r"[-\w]+/(?!\.+$)[-\w.]{1,100}")


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """A public file, or any file for whoever sees images at the desk; everything else does not exist."""
    if not STORED.fullmatch(path):
        raise Http404
    gate = GATES.get(path.partition("/")[0])
    public = gate is not None and gate(path)
    if not (public or request.user.has_perm("articles.view_image")) or not default_storage.exists(path):
        raise Http404
    if public:
        return unless_known(request, path)
    return FileResponse(opened(path), headers={"Cache-Control": "private, no-store"})


def unless_known(request: HttpRequest, path: str) -> HttpResponseBase:
    """The file, or word that the reader's copy of it is still good; the gate is passed each time."""
    request.META.pop("HTTP_ACCEPT_ENCODING", None)  # what we store is compressed as it is
    etag = f'"{int(default_storage.get_modified_time(path).timestamp()):x}-{default_storage.size(path):x}"'
    known = get_conditional_response(request, etag=etag)
    return known or FileResponse(opened(path), headers={"ETag": etag})


def opened(path: str) -> File:
    try:
        return default_storage.open(path)
    except IsADirectoryError as error:
        raise Http404 from error
