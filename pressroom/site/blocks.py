"""Sanitised HTML taken apart into its outermost blocks."""

from __future__ import annotations

import re

from pressroom.core.html import plain_text

VOID = "br"
# A ">" may stand in the value of an attribute; the sanitiser quotes those with '"'.
TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)(?:[^>"]|"[^"]*")*>')


def outermost_blocks(markup: str) -> list[str]:
    """The outermost blocks of HTML that `pressroom.core.html.sanitize` has cleaned, in order.

    White space between two of them stays with the second. Joined, they are the markup again.
    """
    blocks, start, depth = [], 0, 0
    for tag in TAG.finditer(markup):
        closing, name = tag.groups()
        if name == VOID:
            continue
        depth += -1 if closing else 1
        if not depth:
            blocks.append(markup[start : tag.end()])
            start = tag.end()
    return [*blocks, markup[start:]] if markup[start:] else blocks


def block_text(block: str) -> str:
    """The words of a block, white space folded."""
    return " ".join(plain_text(block).split())
