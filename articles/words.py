"""Texts word by word: what one has that the other has not. Pure functions, no database."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum
from html.parser import HTMLParser
from itertools import groupby

WORD = re.compile(r"(\s*)(\w+(?:[-'’.,]\w+)*|[^\w\s])")
# How blocks that are no plain paragraphs begin, so that a changed heading or list is seen as a change.
BLOCK_SIGNS = {"p": "", "h2": "##", "h3": "###", "li": "•", "blockquote": "»"}
MARKS = frozenset({"strong", "em"})
# Two passages with more pairs of words than this are shown as replaced; to align them would take seconds.
MOST_PAIRS = 4_000_000


class Kind(StrEnum):
    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True)
class Word:
    """A word, number or sign; `marks` are its formatting, and `→ address` if it is part of a link."""

    text: str
    marks: tuple[str, ...] = ()
    spaced: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class Run:
    """Words in a row that are the same in both texts, or only in this one."""

    text: str
    kind: Kind
    marks: tuple[str, ...] = ()

    @property
    def link(self) -> str:
        return next((mark.removeprefix("→ ") for mark in self.marks if mark.startswith("→ ")), "")


Block = tuple[Word, ...]
# A block of both texts in one: what is the same once, what was deleted before what was inserted instead.
Passage = tuple[Run, ...]


def older(passage: Passage) -> Passage:
    return tuple(run for run in passage if run.kind != Kind.INSERTED)


def newer(passage: Passage) -> Passage:
    return tuple(run for run in passage if run.kind != Kind.DELETED)


def text_blocks(text: str) -> list[Block]:
    """The words of each line of a plain text; empty lines are left out."""
    return [block for line in text.splitlines() if (block := tuple(words(line)))]


def words(text: str, marks: tuple[str, ...] = ()) -> Iterator[Word]:
    for space, word in WORD.findall(text):
        yield Word(word, marks, bool(space))


class BlockReader(HTMLParser):
    """Collects the words of each block of sanitised HTML, with their formatting."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self.marks: list[tuple[str, str]] = []
        self.sign = ""
        self.block: list[Word] = []
        self.spaced = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCK_SIGNS or tag == "br":
            self.end_block()
            # A paragraph inside a list or a block quote is announced by what surrounds it.
            self.sign = BLOCK_SIGNS.get(tag, "") or self.sign
        elif tag in MARKS or tag == "a":
            self.marks.append((tag, f"→ {dict(attrs).get('href') or ''}" if tag == "a" else tag))

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCK_SIGNS:
            self.end_block()
            self.sign = ""
        for place in range(len(self.marks) - 1, -1, -1):
            if self.marks[place][0] == tag:
                del self.marks[place]
                break

    def handle_data(self, data: str) -> None:
        marks = tuple(sorted({mark for _tag, mark in self.marks}))
        for word in words(data, marks):
            if self.sign and not self.block:
                self.block.append(Word(self.sign))
                self.sign, self.spaced = "", True
            self.block.append(Word(word.text, marks, word.spaced or self.spaced))
            self.spaced = False
        self.spaced = bool(self.block) and (self.spaced or data[-1:].isspace())

    def end_block(self) -> None:
        if self.block:
            self.blocks.append(tuple(self.block))
        self.block, self.spaced = [], False


def html_blocks(markup: str) -> list[Block]:
    """The words of each paragraph, heading, list item or quotation of sanitised HTML."""
    reader = BlockReader()
    reader.feed(markup)
    reader.close()
    reader.end_block()
    return reader.blocks


def passages(old: Sequence[Block], new: Sequence[Block]) -> list[Passage]:
    """The two texts as one, block by block, with its changes marked."""
    found: list[Passage] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found += [runs(block, Kind.SAME) for block in new[c:d]]
        else:
            found += changed_passages(old[a:b], new[c:d])
    return found


def changed_passages(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Passage]:
    """Each old block with the new one that is most like it; blocks without a like one by themselves."""
    remaining = list(new)
    for block in old:
        place = most_alike(block, remaining)
        if place is None:
            yield runs(block, Kind.DELETED)
            continue
        yield from (runs(added, Kind.INSERTED) for added in remaining[:place])
        yield compared(block, remaining[place])
        remaining = remaining[place + 1 :]
    yield from (runs(added, Kind.INSERTED) for added in remaining)


def most_alike(block: Block, candidates: Sequence[Block]) -> int | None:
    """Which of the blocks shares most of its words with this one; None where none shares a third."""
    best, place = 1 / 3, None
    for number, candidate in enumerate(candidates):
        alike = SequenceMatcher(None, texts(block), texts(candidate), autojunk=False).quick_ratio()
        if alike > best:
            best, place = alike, number
    return place


def texts(block: Block) -> list[str]:
    return [word.text for word in block]


def compared(old: Block, new: Block) -> Passage:
    """Two blocks word by word."""
    if len(old) * len(new) > MOST_PAIRS:
        return (*runs(old, Kind.DELETED), *runs(new, Kind.INSERTED))
    found: list[Run] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found += runs(same(old[a:b], new[c:d]), Kind.SAME)
        else:
            found += [*runs(old[a:b], Kind.DELETED), *runs(new[c:d], Kind.INSERTED)]
    return tuple(found)


def same(old: Block, new: Block) -> Block:
    """Words that both texts have, apart from the one before them if they are so in either."""
    pairs = zip(old, new, strict=True)
    return tuple(Word(word.text, word.marks, was.spaced or word.spaced) for was, word in pairs)


def runs(block: Sequence[Word], kind: Kind) -> Passage:
    """The words of one kind as text, parted only where the formatting changes."""
    by_marks = groupby(block, key=lambda word: word.marks)
    return tuple(Run("".join(map(written, group)), kind, marks) for marks, group in by_marks)


def written(word: Word) -> str:
    return f" {word.text}" if word.spaced else word.text
