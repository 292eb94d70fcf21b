"""Uploaded files, through the same gate as the pages that show them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from django.core.files import File
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from agreements.models import Agreement
from articles.models import EditionImage
from entities.models import Person

# Folder to the question whether the public may have a file of it; other folders hold nothing public.
GATES: dict[str, Callable[[str], bool]] = {
    "images": lambda path: EditionImage.objects.current().filter(image__display=path).exists(),
    "portraits": lambda path: Person.objects.visible().filter(portrait=path).exists(),
    "agreements": lambda path: Agreement.objects.visible().filter(document=path).exists(),
}
# One folder and a file in it, as our storage names them.
STORED = re.compile(r"[-\w]+/(?!\.+$)[-\w.]{1,100}")
KEPT_FOR = timedelta(minutes=5)


@require_safe
def media(request: HttpRequest, path: str) -> FileResponse:
    """A public file, or for someone at the desk any file; everything else does not exist."""
    if not STORED.fullmatch(path):
        raise Http404
    gate = GATES.get(path.partition("/")[0])
    public = gate is not None and gate(path)
    if not (public or request.user.is_staff) or not default_storage.exists(path):
        raise Http404
    response = FileResponse(opened(path))
    response["Cache-Control"] = f"max-age={KEPT_FOR.seconds}" if public else "private, no-store"
    response["Last-Modified"] = http_date(default_storage.get_modified_time(path).timestamp())
    return response


def opened(path: str) -> File:
    try:
        return default_storage.open(path)
    except IsADirectoryError as error:
        raise Http404 from error
