"""The body of a draft as the small HTML of the press room."""

from __future__ import annotations

import re
from html import escape
from itertools import groupby

from articles.intake.reader import Document
from articles.intake.reader.findings import Paragraph

from .edits import Edited

_MARKER = re.compile(r"(?:[•·▪‣*–-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")


def as_html(document: Document, edited: Edited) -> str:
    """Paragraphs, sub-headings and lists; words are those of the edited text, white space folded."""
    blocks = groupby(document.paragraphs, key=lambda paragraph: paragraph.kind)
    return "\n".join(block_html(kind, [words(p, edited) for p in group]) for kind, group in blocks)


def words(paragraph: Paragraph, edited: Edited) -> str:
    text = edited.words(paragraph.span)
    return escape(without_marker(text) if paragraph.kind == "item" else text, quote=False)


def without_marker(text: str) -> str:
    """ "1. Perjanjian …" without its "1.", which a list writes by itself."""
    return _MARKER.sub("", text, count=1) if _MARKER.match(text) else text


def block_html(kind: str, texts: list[str]) -> str:
    if kind == "item":
        return f"<ul>\n{''.join(f'<li>{text}</li>' for text in texts)}\n</ul>"
    tag = "h2" if kind == "heading" else "p"
    return "\n".join(f"<{tag}>{text}</{tag}>" for text in texts)
