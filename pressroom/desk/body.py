"""The editor for the text of a release: exactly the HTML that a release may hold.

It runs under the strict policy of the site: its import map carries the request's nonce, and its style sheet
is a file of ours instead of the inline one it would inject.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django_prose_editor.widgets import AdminProseEditorWidget
from js_asset import Media

from pressroom.core.html import ALLOWED_SCHEMES

# Each extension stands for tags of `pressroom.core.html.ALLOWED_TAGS`; a test holds the two together.
EXTENSIONS: dict[str, Any] = {
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": {"enableListAttributes": False},
    "ListItem": True,
    "Blockquote": True,
    "Bold": True,
    "Italic": True,
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": sorted(ALLOWED_SCHEMES)},
}


class BodyWidget(AdminProseEditorWidget):
    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, config={"extensions": EXTENSIONS}, preset="configurable")

    @property
    def media(self) -> Media:
        return super().media + Media(css={"all": ["desk/body.css"]}, js=["desk/body.js"])


def with_nonce(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """The context of a form, its import map allowed by the policy of this response."""
    return {**context, "media": Media.from_media(context["media"], nonce=str(request.csp_nonce))}  # type: ignore[attr-defined]
