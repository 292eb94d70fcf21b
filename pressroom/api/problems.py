"""Everything that goes wrong leaves the API as a problem document (RFC 9457), in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from rest_framework.exceptions import APIException
from rest_framework.response import Response
from rest_framework.views import exception_handler

MEDIA_TYPE = "application/problem+json"


class Problem(APIException):
    """A problem that says more than its status; `members` go into the document beside the standard ones."""

    def __init__(self, **members: Any) -> None:
        super().__init__()
        self.members = members


class InvalidParameters(Problem):
    """Query parameters that the address does not know or cannot read: (parameter, sentence) pairs."""

    status_code = 400

    def __init__(self, faults: Iterable[tuple[str, str]]) -> None:
        pairs = [{"parameter": parameter, "detail": sentence} for parameter, sentence in faults]
        super().__init__(errors=pairs)


class Gone(Problem):
    """What was here must not be used any more; `release` says what is left of it."""

    status_code = 410


class Unrecorded(Problem):
    """Nobody reads what is kept under embargo without leaving a trace."""

    status_code = 503


def handle(error: Exception, context: dict[str, Any]) -> Response | None:
    """The exception handler of the API; what it does not know stays an exception, and a 500."""
    response = exception_handler(error, context)
    if response is None:
        return None
    title, detail = wording(response.status_code)
    response.data = {
        "type": "about:blank",
        "title": title,
        "status": response.status_code,
        "detail": detail,
        "instance": context["request"].get_full_path(),
    }
    if isinstance(error, Problem):
        response.data |= error.members
    response.content_type = MEDIA_TYPE
    response.headers["Content-Language"] = get_language()
    return response


def wording(status: int) -> tuple[str, str]:
    """Title and detail for a status code."""
    known = {
        400: (_("Permintaan keliru"), _("Ada parameter yang tidak dikenal atau nilainya tidak terbaca.")),
        401: (_("Kunci tidak berlaku"), _("Sertakan kunci mitra yang berlaku, atau jangan sertakan kunci.")),
        403: (_("Tidak diizinkan"), _("Kunci ini tidak membuka alamat ini.")),
        404: (_("Tidak ditemukan"), _("Tidak ada data publik di alamat ini.")),
        405: (_("Metode tidak dilayani"), _("API ini hanya untuk dibaca; gunakan GET.")),
        406: (_("Format tidak tersedia"), _("API ini hanya menjawab dalam format JSON.")),
        410: (_("Dibatalkan"), _("Siaran ini dibatalkan dan tidak boleh dipakai lagi.")),
        503: (_("Sedang tidak dapat dilayani"), _("Cobalah lagi sebentar lagi.")),
    }
    return known.get(status, (_("Permintaan tidak dapat dilayani"), _("Periksa permintaan Anda.")))
