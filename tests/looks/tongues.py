"""Texts in the wrong language: what a screen reader would say in a voice that cannot pronounce it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import polib
from playwright.sync_api import Page

CATALOGUE = Path(__file__).parents[2] / "locale/en/LC_MESSAGES/django.po"
# Words that most sentences of a language have, and no sentence of the other.
COMMON = {
    "id": {"yang", "dan", "dengan", "untuk", "pada", "dari", "oleh", "dalam", "tidak", "ini", "itu", "telah"},
    "en": {"the", "of", "and", "with", "for", "from", "by", "that", "this", "is", "was", "are", "has", "to"},
}
# What is the name of a language in one and of a country in both.
NAMES = {"Indonesia"}
OTHER = {"id": "en", "en": "id"}
WORD = re.compile(r"[^\W\d_]+")
# Every text and every attribute that is read out, with the language that holds there.
TEXTS = """() => {
    const tongue = (node) => node.closest("[lang]").lang;
    const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
        const within = walker.currentNode.parentElement;
        if (!within.closest("script, style")) found.push([tongue(within), walker.currentNode.data]);
    }
    for (const name of ["aria-label", "alt", "title", "placeholder", "content"])
        for (const node of document.querySelectorAll(`body [${name}], meta[name=description]`))
            if (node.hasAttribute(name)) found.push([tongue(node), node.getAttribute(name)]);
    return found;
}"""


def foreign_texts(page: Page) -> list[str]:
    texts = ((tongue, " ".join(text.split())) for tongue, text in page.evaluate(TEXTS))
    return [f"not in {tongue}: “{text}”" for tongue, text in texts if is_foreign(text, tongue)]


def is_foreign(text: str, tongue: str) -> bool:
    """Whether it is a text of the interface in the other language, or sounds more like that one."""
    return text in interface_texts(OTHER[tongue]) or sounds_like(OTHER[tongue], text)


def sounds_like(tongue: str, text: str) -> bool:
    words = set(WORD.findall(text.lower()))
    heard = len(words & COMMON[tongue])
    return heard >= 2 and heard > len(words & COMMON[OTHER[tongue]])


@cache
def interface_texts(tongue: str) -> frozenset[str]:
    """Texts that the interface has in this language alone."""
    pairs = [(entry.msgid, entry.msgstr) for entry in polib.pofile(str(CATALOGUE)) if entry.msgstr]
    indonesian, english = (frozenset(texts) for texts in zip(*pairs, strict=True))
    return (indonesian - english if tongue == "id" else english - indonesian) - NAMES
