"""From raw text to a title, a dateline, paragraphs and sentences; no character moves."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise, zip_longest

from ..findings import Dateline, Document, Paragraph, Span
from .dateline import find_dateline
from .letterhead import lines_above_title
from .lines import Wrap, flatten, lines_of, parted
from .sentences import split_sentences

_ITEM = re.compile(
    r"(?:[•·▪‣●○■□◦➢➤✓✔→∙*\uf0b7\uf0a7]|[-–—](?=\s)|\(?(?:[0-9]{1,2}|[a-z]|[ivx]{2,4})[.)](?=\s|[A-Z“\"]))\s{0,4}\S"
)
_HEADING_END = tuple(".?!,;:”\"’')")
_LONGEST_HEADING = 90
_WORDS_OF_HEADING = 12
_SHORTEST_LEAD = 100
_SHORTEST_SENTENCE = 50
_LINES_BEFORE_LEAD = 6
_LINES_OF_TITLE = 4


def lay_out(text: str, published: date | None = None) -> Document:
    flat = flatten(text)
    lines = lines_of(text, flat)
    lines = lines[lines_above_title(flat, lines) :]
    if not lines:
        return Document(text, flat, Span(0, 0), None, (), published)
    wrap = Wrap(flat, lines)
    above = _lines_of_title(text, flat, lines, wrap)
    title = Span(lines[0].start, lines[above - 1].end)
    blocks = _blocks(text, flat, lines[above:], wrap)
    dateline = _dateline(flat, blocks, published)
    paragraphs = _paragraphs(flat, blocks, dateline)
    return Document(text, flat, title, dateline, paragraphs, published)


def _lines_of_title(text: str, flat: str, lines: list[Span], wrap: Wrap) -> int:
    """One, or as many lines as a wrapped title fills: up to an empty line or the dateline."""
    for count, (line, below) in enumerate(pairwise(lines[: _LINES_OF_TITLE + 1]), 1):
        if parted(text, line, below) or find_dateline(flat, below):
            return count
        if not wrap.goes_on(line, below) or flat[line.end - 1] == ".":
            return 1
    return 1


def _blocks(text: str, flat: str, lines: list[Span], wrap: Wrap) -> list[Span]:
    """The paragraphs as they were before their lines were wrapped."""
    blocks: list[Span] = []
    above: Span | None = None
    for line in lines:
        joined = above is not None and wrap.goes_on(above, line) and not parted(text, above, line)
        if joined and not _is_item(flat, line):
            blocks[-1] = Span(blocks[-1].start, line.end)
        else:
            blocks.append(line)
        above = line
    return blocks


def _dateline(flat: str, blocks: list[Span], published: date | None) -> Dateline | None:
    """At the head of the first paragraph, or after short lines such as a byline."""
    for block in blocks[:_LINES_BEFORE_LEAD]:
        if dateline := find_dateline(flat, block, published):
            return dateline
        if _is_lead(flat, block):
            return None
    return None


def _is_lead(flat: str, block: Span) -> bool:
    """Long, or a short sentence: below it a place and a date are a signature."""
    length = block.end - block.start
    return length >= _SHORTEST_LEAD or (length >= _SHORTEST_SENTENCE and flat[block.end - 1] == ".")


def _paragraphs(flat: str, blocks: list[Span], dateline: Dateline | None) -> tuple[Paragraph, ...]:
    after = dateline.span if dateline else None
    found = []
    for block, below in zip_longest(blocks, blocks[1:]):
        start = after.end if after and block.holds(after) else block.start
        inner = Span(min(start, block.end), block.end)
        found.append(Paragraph(block, _kind(flat, block, below), split_sentences(flat, inner)))
    return tuple(found)


def _kind(flat: str, block: Span, below: Span | None) -> str:
    if _is_item(flat, block):
        return "item"
    return "heading" if below and _is_heading(flat, block, below) else "text"


def _is_item(flat: str, block: Span) -> bool:
    return _ITEM.match(flat, block.start, block.end) is not None


def _is_heading(flat: str, block: Span, below: Span) -> bool:
    """Short, without a final stop, and above a real paragraph."""
    length = block.end - block.start
    if length > _LONGEST_HEADING or below.end - below.start <= length:
        return False
    printed = flat[block.start : block.end]
    begins = printed[0].isupper() or printed[0].isdigit()
    return begins and not printed.endswith(_HEADING_END) and len(printed.split()) <= _WORDS_OF_HEADING
