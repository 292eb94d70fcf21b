"""The small HTML subset that a release may use, enforced on every way into the database."""

from __future__ import annotations

import html
import re
from typing import Any

import nh3
from django.db import models

ALLOWED_TAGS = {"p", "h2", "h3", "ul", "ol", "li", "blockquote", "strong", "em", "a", "br"}
ALLOWED_ATTRIBUTES = {"a": {"href", "hreflang"}}
ALLOWED_SCHEMES = {"http", "https", "mailto", "tel"}

BLOCK_END = re.compile(r"</(?:p|h2|h3|li|blockquote)>|<br\s*/?>")
TAG = re.compile(r"<[^>]+>")


def sanitize(markup: str) -> str:
    """Keep the allowed tags, attributes and link schemes; drop scripts and styles with their contents."""
    return nh3.clean(
        markup,
        tags=ALLOWED_TAGS,
        attributes=ALLOWED_ATTRIBUTES,
        url_schemes=ALLOWED_SCHEMES,
        link_rel="noopener noreferrer",
    ).strip()


def paragraphs(markup: str) -> list[str]:
    """The plain text of each block of sanitised HTML, white space folded, empty ones left out."""
    texts = (html.unescape(TAG.sub("", block)) for block in BLOCK_END.split(markup))
    return [folded for text in texts if (folded := " ".join(text.split()))]


def plain_text(markup: str) -> str:
    """Sanitised HTML as plain text, one line a block."""
    return "\n".join(paragraphs(markup))


class SanitizedHTMLField(models.TextField):
    """A text column that only ever holds sanitised HTML: `save()`, `bulk_create()` and `update()` alike."""

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        return super().get_db_prep_save(sanitize(value) if isinstance(value, str) else value, connection)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            value = sanitize(value)
            setattr(model_instance, self.attname, value)
        return value
