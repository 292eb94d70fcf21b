"""From HTML to lines: paragraphs parted by a blank one; an item of a list or a row of a table is one line."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import nh3
from django.utils.translation import gettext as _

from .blocks import Blocks
from .refusals import Unreadable

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "title"}
PARAGRAPHS = {
    *HEADINGS,
    "p",
    "div",
    "section",
    "article",
    "main",
    "blockquote",
    "pre",
    "figcaption",
    "address",
}
LISTS, ITEMS, CELLS = {"ul", "ol", "dl"}, {"li", "dt", "dd", "caption"}, {"td", "th"}
KEPT = {*PARAGRAPHS, *LISTS, *ITEMS, *CELLS, "br", "hr", "table", "tr"}
DROPPED = {
    *("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select", "button"),
    *("nav", "footer", "aside", "form", "textarea", "audio", "video"),
}
# The parser behind nh3 takes a step for each open element at every tag; this many take it a second.
MOST_STEPS = 100_000_000
NESTING = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})")
NEVER_NEST = {
    "p",
    "li",
    "td",
    "th",
    "tr",
    "dt",
    "dd",
    "option",
    "br",
    "hr",
    "img",
    "meta",
    "link",
    "input",
    "col",
}
TOKEN = re.compile(r"<(/?)(\w+)[^>]*>|([^<]+)")
LOOKS_LIKE = re.compile(
    r"\s*(<\?xml[^>]{0,200}>\s*)?(<!--.{0,2000}?-->\s*)?<(!doctype html|html|head|body|meta)\b", re.I | re.S
)
CLAIMED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{1,30})", re.IGNORECASE)


def is_markup(text: str, suffix: str) -> bool:
    return bool(LOOKS_LIKE.match(text)) or (
        suffix in {".html", ".htm", ".xhtml"} and bool(NESTING.search(text))
    )


def declared_encoding(content: bytes) -> str:
    found = CLAIMED.search(content[:4096])
    return found[1].decode("ascii", "replace") if found else ""


def text_of(markup: str) -> str:
    """The text, its title first: the main heading, else the page's title. Raises Unreadable."""
    refuse_deep_nesting(markup)
    clean = nh3.clean(markup, tags=KEPT, attributes={}, clean_content_tags=DROPPED)
    title, body = parted(clean)
    lines = lines_of(body)
    first = next(filter(None, lines), "")
    lead = [] if not title or (first and title.casefold().startswith(first.casefold())) else [title, ""]
    return "\n".join([*lead, *lines]).strip()


def refuse_deep_nesting(markup: str) -> None:
    depth = steps = 0
    for closing, name in NESTING.findall(markup):
        if name.lower() not in NEVER_NEST:
            depth = max(0, depth - 1) if closing else depth + 1
        steps += depth
    if steps > MOST_STEPS:
        raise Unreadable(_("Susunan halaman ini terlalu rumit. Salin teksnya dan tempelkan di sini."))


def parted(clean: str) -> tuple[str, str]:
    """The title of the page, "" where its heading says it, and what follows. Before a heading stand menus."""
    heading = clean.find("<h1>")
    if heading >= 0:
        return "", clean[heading:]
    found = re.search(r"<title>([^<]*)</title>", clean)
    return (words_of(found[1]), clean[: found.start()] + clean[found.end() :]) if found else ("", clean)


def words_of(text: str) -> str:
    return " ".join(html.unescape(text).split())


def lines_of(clean: str) -> list[str]:
    blocks = Blocks()
    for closing, name, text in tokens(clean):
        if not name:
            blocks.say(html.unescape(text))
        elif closing:
            closed(blocks, name)
        else:
            opened(blocks, name)
    return blocks.finished()


def tokens(clean: str) -> Iterator[tuple[str, str, str]]:
    for match in TOKEN.finditer(clean):
        yield match[1] or "", match[2] or "", match[3] or ""


def opened(blocks: Blocks, name: str) -> None:
    if name in CELLS:
        blocks.open_cell()
    elif name in LISTS:
        blocks.open_list(name)
    elif name in ITEMS:
        blocks.open_item(name)
    else:
        parted_by(blocks, name)
    if name == "pre":
        blocks.verbatim += 1


def closed(blocks: Blocks, name: str) -> None:
    if name in CELLS:
        blocks.close_cell()
    elif name == "tr":
        blocks.close_row()
    elif name in LISTS:
        blocks.close_list()
    else:
        parted_by(blocks, name)
    if name == "pre":
        blocks.verbatim -= 1


def parted_by(blocks: Blocks, name: str) -> None:
    if name in PARAGRAPHS or name in {"table", "hr"}:
        blocks.end_paragraph()
    else:
        blocks.end_line()
