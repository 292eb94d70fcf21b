"""Quotes woven into the text of a release: their paragraph becomes a figure that says who spoke."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from pressroom.site.blocks import block_text, outermost_blocks


class Spoken(Protocol):
    """What weaving reads of a quote; `EditionQuote` has it."""

    ordinal: int
    kind: str
    name: str
    role: str
    text: str


Place = tuple[int, int]


@dataclass(frozen=True)
class Offer:
    """What a caption offers: the words of the link to the quote, and of the button that copies it.

    `copied` says what the button copies; without it there is none. The button is hidden until the page's
    script, which alone can copy, shows it.
    """

    link: str
    button: str = ""
    copied: Callable[[Spoken], str] | None = None


def weave(markup: str, quotes: Iterable[Spoken], offer: Offer) -> SafeString:
    """The sanitised HTML with each quote's paragraphs inside a `<figure>`; no character of it is changed.

    Quotes that share a paragraph share a figure. One that stands only in the headline has none.
    """
    blocks = outermost_blocks(markup)
    woven: list[str] = []
    done = 0
    for (first, last), spoken in gather(blocks, quotes):
        woven += [*blocks[done:first], figure("".join(blocks[first : last + 1]), spoken, offer)]
        done = last + 1
    return mark_safe("".join([*woven, *blocks[done:]]))


def gather(blocks: Sequence[str], quotes: Iterable[Spoken]) -> list[tuple[Place, list[Spoken]]]:
    """Runs of blocks with the quotes that stand in them, in the order of the text; no two runs overlap."""
    texts = [block_text(block) for block in blocks]
    found = [(place, quote) for quote in quotes if (place := place_of(quote.text, texts))]
    runs: list[tuple[Place, list[Spoken]]] = []
    for (first, last), quote in sorted(found, key=lambda pair: (pair[0][0], pair[1].ordinal)):
        if runs and first <= runs[-1][0][1]:
            (start, end), spoken = runs.pop()
            runs.append(((start, max(end, last)), [*spoken, quote]))
        else:
            runs.append(((first, last), [quote]))
    return runs


def place_of(words: str, texts: Sequence[str]) -> Place | None:
    """The first and the last of the blocks in which these words stand; None if they do not."""
    folded = " ".join(words.split())
    start = " ".join(texts).find(folded)
    if start < 0 or not folded:
        return None
    return block_at(start, texts), block_at(start + len(folded) - 1, texts)


def block_at(position: int, texts: Sequence[str]) -> int:
    """The index of the block that holds this character of the blocks joined with spaces."""
    end = -1
    for index, text in enumerate(texts):
        end += len(text) + 1
        if position < end:
            return index
    raise IndexError(position)


def figure(markup: str, spoken: Sequence[Spoken], offer: Offer) -> SafeString:
    """The anchor of the first quote is the figure's own; further ones have theirs on their captions."""
    direct = any(quote.kind == "direct" for quote in spoken)
    captions = format_html_join(
        "",
        '<span{}>{}<span class="offer"> · {}{}</span></span>',
        (
            (anchor(quote) if index else "", speaker(quote), link(quote, offer.link), copy(quote, offer))
            for index, quote in enumerate(spoken)
        ),
    )
    return format_html(
        '<figure class="{}"{}>{}<figcaption>{}</figcaption></figure>',
        "kutipan" if direct else "kutipan tuturan",
        anchor(spoken[0]),
        mark_safe(markup),
        captions,
    )


def anchor(quote: Spoken) -> SafeString:
    return format_html(' id="kutipan-{}"', quote.ordinal)


def speaker(quote: Spoken) -> str:
    return ", ".join(filter(None, (quote.name, quote.role)))


def link(quote: Spoken, text: str) -> SafeString:
    return format_html('<a href="#kutipan-{}">{}</a>', quote.ordinal, text)


def copy(quote: Spoken, offer: Offer) -> SafeString | str:
    if offer.copied is None:
        return ""
    return format_html(
        ' <button class="copy" type="button" data-copy="#salin-{0}" hidden>{1}</button>'
        '<span id="salin-{0}" hidden>{2}</span>',
        quote.ordinal,
        offer.button,
        offer.copied(quote),
    )


def cited(quote: Spoken, source: str, address: str) -> str:
    """The words of the record with who spoke them and where: “…” — name, role. Headline, day. Address."""
    return f"“{quote.text}” — {speaker(quote)}. {source}. {address}#kutipan-{quote.ordinal}"
