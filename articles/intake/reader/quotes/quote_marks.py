"""Words between quotation marks, however they were typed: straight, curly, mixed, doubled, unclosed.

One pass over the marks of each paragraph, or of several where only the width of a line broke a sentence.
Whether the words are a quote at all is judged elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..findings import Document, Paragraph, Span
from ..layout.lines import parted
from .attribution import follows, unmarked

_DOUBLE = re.compile(r"[‘’'`´]{2}|[“”„‟«»\"″＂\x93\x94]")
_TWICE = re.compile(rf"([“”„‟\"])\1|{_DOUBLE.pattern}")
_OPENED_TWICE = re.compile(r"(?<![^\s(])([“”„‟\"])\1(?=\w)")
_CLOSED_TWICE = re.compile(r"(?<=[^\s“”„‟\"])([“”„‟\"])\1(?!\w)")
_SINGLE = re.compile(r"(?<!\w)['‘’]|['‘’](?!\w)")
_OPENING = frozenset("“„«\x93‘")
_CLOSING = frozenset("”»\x94")
_BREAKS = frozenset(",?!")
_BLANK = frozenset({"", " "})
_BEFORE_OPENING = _BLANK | frozenset("([{/–—-:")
_AFTER_CLOSING = _BLANK | frozenset(".,;:!?)]")
_MARGIN = 20
_FINAL = frozenset(".?!…:;”\"’')")
_WIDEST_LINE = 100
_MOST_BETWEEN = 8


@dataclass(frozen=True, slots=True)
class Passage:
    """`span` are the words, `outer` the words with marks, `block` the paragraph, or paragraphs, around them.

    `broken`: the words break off with a comma, ask or call. `closed` is False where the closing mark lacks
    and the words run to the end of the block. `headed`: they begin it.
    """

    span: Span
    outer: Span
    block: Span
    broken: bool
    closed: bool
    headed: bool
    single: bool = False


def blocks_of(document: Document) -> list[Span]:
    """The paragraphs but headings, from the first word behind the dateline, wrapped lines joined again."""
    blocks: list[Span] = []
    above: Paragraph | None = None
    marks = 0
    for paragraph in document.paragraphs:
        joined = above is not None and _carries_on(document, above, paragraph, open_before=marks % 2 > 0)
        if not joined:
            marks = 0
        marks += sum(1 for _ in _DOUBLE.finditer(document.flat, *_bounds(paragraph)))
        if joined:
            blocks[-1] = Span(blocks[-1].start, paragraph.span.end)
        elif paragraph.kind != "heading":
            blocks.append(Span(*_bounds(paragraph)))
        above = paragraph if joined or paragraph.kind != "heading" else None
    return blocks


def _bounds(paragraph: Paragraph) -> tuple[int, int]:
    start = paragraph.sentences[0].start if paragraph.sentences else paragraph.span.start
    return start, paragraph.span.end


def _carries_on(document: Document, above: Paragraph, below: Paragraph, open_before: bool) -> bool:
    """Whether a sentence of a wrapped text goes on in the line `below`: in small letters, or in a quote."""
    if below.kind == "item" or parted(document.text, above.span, below.span):
        return False
    unfinished = open_before and document.flat[above.span.end - 1] not in _FINAL
    return (unfinished or document.flat[below.span.start].islower()) and _is_wrapped(document.text, above)


def _is_wrapped(text: str, paragraph: Paragraph) -> bool:
    """Whether its last line is no longer than a line of an e-mail."""
    lowest = paragraph.span.end - _WIDEST_LINE
    return lowest <= paragraph.span.start or "\n" in text[lowest : paragraph.span.end]


def find_passages(document: Document) -> tuple[Passage, ...]:
    found: list[Passage] = []
    between: list[Span] = []
    for block in blocks_of(document):
        open_before = bool(found) and not found[-1].closed and len(between) <= _MOST_BETWEEN
        walk = _Walk(document.flat, block, open_before, bool(between))
        passages = list(walk.passages())
        if walk.marked:
            if open_before and passages and passages[0].span.start == passages[0].outer.start == block.start:
                found.extend(Passage(span, span, span, False, False, True) for span in between)
            between = []
        else:
            between.append(block)
        found.extend(passages)
    return tuple(found)


class _Walk:
    """The walk over one block's marks. `runs_on`: a block above ended within a quote, `far`: not the last."""

    def __init__(self, flat: str, block: Span, runs_on: bool, far: bool) -> None:
        self.flat, self.block, self.runs_on, self.far = flat, block, runs_on, far
        self.start, self.end = block.start, block.end
        self.outermost = self.innermost = self.start
        self.depth, self.seen, self.single, self.marked = 0, 0, False, False
        self.pattern = _TWICE if self._is_doubled() else _DOUBLE

    def _is_doubled(self) -> bool:
        """““…””: each two marks are one."""
        opened = _OPENED_TWICE.search(self.flat, self.start, self.end)
        return opened is not None and _CLOSED_TWICE.search(self.flat, opened.end(), self.end) is not None

    def passages(self) -> Iterator[Passage]:
        marks = list(self.pattern.finditer(self.flat, self.start, self.end))
        self.marked = bool(marks)
        if not marks:
            self.single, self.pattern = True, _SINGLE
            marks = list(_SINGLE.finditer(self.flat, self.start, self.end))
        self.seen = self.start
        for mark in marks:
            yield from self._meet(mark)
            self.seen = mark.end()
        if self.depth:
            yield from self._left_open()

    def _meet(self, mark: re.Match[str]) -> Iterator[Passage]:
        if self._opens(mark):
            yield from self._open(mark)
        elif self.depth:
            yield from self._close(mark)
        else:
            yield from self._close_unopened(mark)

    def _opens(self, mark: re.Match[str]) -> bool:
        before, after = self._around(mark)
        leans_right = before in _BEFORE_OPENING and after not in _AFTER_CLOSING
        if self.depth:
            return leans_right and mark.group()[0] not in _CLOSING and not self._attributed(mark.end())
        leans_left = before not in _BLANK and after in _AFTER_CLOSING
        if mark.group()[0] in _CLOSING or leans_left:
            return leans_right
        return not self.single or leans_right

    def _around(self, mark: re.Match[str]) -> tuple[str, str]:
        before = self.flat[mark.start() - 1] if mark.start() > self.start else ""
        return before, self.flat[mark.end()] if mark.end() < self.end else ""

    def _open(self, mark: re.Match[str]) -> Iterator[Passage]:
        if self.depth and (comma := unmarked(self.flat, self.seen, mark.start())) is not None:
            yield self._passage(self.outermost, comma, comma)
            self.depth = 0
        self.innermost = mark.start()
        if not self.depth:
            self.outermost = mark.start()
        self.depth += 1

    def _close(self, mark: re.Match[str]) -> Iterator[Passage]:
        attributed = self._attributed(mark.end())
        if attributed and self.depth > 1 and not self._heads(self.outermost):
            self.outermost = self.innermost
        self.depth = 0 if attributed else self.depth - 1
        if not self.depth:
            yield self._passage(self.outermost, mark.start(), mark.end())
            self.runs_on = False

    def _close_unopened(self, mark: re.Match[str]) -> Iterator[Passage]:
        """A closing mark alone ends what ran on from the paragraph before, or a quote without opening."""
        first = self.seen == self.start and not self.single
        lacking = first and self._attributed(mark.end())
        ends = first and self.runs_on and (not self.far or mark.end() >= self.end)
        if ends or lacking:
            yield self._passage(self.start, mark.start(), mark.end())
        self.runs_on = False

    def _left_open(self) -> Iterator[Passage]:
        comma = unmarked(self.flat, self.seen, self.end)
        if comma is not None:
            yield self._passage(self.outermost, comma, comma)
        elif not self.single:
            yield self._passage(self.outermost, self.end, self.end, closed=False)

    def _attributed(self, at: int) -> bool:
        return follows(self.flat, at, self.end, broken=False) is not None

    def _heads(self, at: int) -> bool:
        return at - self.start < _MARGIN and not self.flat[self.start : at].strip()

    def _passage(self, opened: int, end: int, outer_end: int, closed: bool = True) -> Passage:
        start = opened
        if mark := self.pattern.match(self.flat, opened, end):
            start = mark.end()
        words = Span(*_stripped(self.flat, start, end))
        broken = (
            self.flat[max(words.end - 1, 0) : words.end] in _BREAKS
            or self.flat[outer_end : outer_end + 1] == ","
        )
        bare = Span(words.start, max(words.start, _without_comma(self.flat, words)))
        return Passage(
            bare, Span(opened, outer_end), self.block, broken, closed, self._heads(opened), self.single
        )


def _stripped(flat: str, start: int, end: int) -> tuple[int, int]:
    while start < end and flat[start] == " ":
        start += 1
    while end > start and flat[end - 1] == " ":
        end -= 1
    return start, end


def _without_comma(flat: str, words: Span) -> int:
    """The comma before an attribution is not part of the words."""
    end = words.end
    while end > words.start and flat[end - 1] in ", ":
        end -= 1
    return end
