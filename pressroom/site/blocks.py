"""Sanitised HTML taken apart into its outermost blocks."""

from __future__ import annotations

from html.parser import HTMLParser

from pressroom.core.html import plain_text

VOID = "br"


class BlockParser(HTMLParser):
    """Collects the markup of each outermost element, character for character."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.blocks: list[str] = [""]
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.add(self.get_starttag_text() or "")
        self.depth += tag != VOID

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.add(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag != VOID
        self.add(f"</{tag}>")
        if not self.depth:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        self.add(data)

    def handle_entityref(self, name: str) -> None:
        self.add(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.add(f"&#{name};")

    def add(self, markup: str) -> None:
        self.blocks[-1] += markup


def outermost_blocks(markup: str) -> list[str]:
    """The outermost blocks of HTML that `pressroom.core.html.sanitize` has cleaned, in order.

    White space between two of them stays with the second. Joined, they are the markup again.
    """
    parser = BlockParser()
    parser.feed(markup)
    parser.close()
    return [block for block in parser.blocks if block]


def block_text(block: str) -> str:
    """The words of a block, white space folded."""
    return " ".join(plain_text(block).split())
