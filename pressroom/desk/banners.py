"""Public pages that say of themselves that they are only a preview."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

# Where the additions go; every page of the site has these once, and the text of a release never.
HEAD, BODY, MAIN = "</head>", "<body>", "</main>"


def with_banner(request: HttpRequest, page: HttpResponse, context: dict[str, Any], below: str = "") -> str:
    """The HTML of a rehearsed page with the banner on top, `below` under its text, and nothing else changed.

    Rendered in the active language, which should be that of the page.
    """
    head = render_to_string("preview/_head.html", context, request)
    banner = render_to_string("preview/_banner.html", context, request)
    html = page.content.decode()
    html = html.replace(HEAD, f"{head}{HEAD}", 1).replace(BODY, f"{BODY}{banner}", 1)
    return html.replace(MAIN, f"{below}{MAIN}", 1)
