"""A text as a run of words: what the finders of names walk over, each word read once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from .findings import Document, Span

_WORD = re.compile(r"[^\W_]+(?:['’`][^\W_]+)*")

BREAK = "\n"
_WIDEST_GAP = 8


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists. `gaps[i]` is what stands before word i, blanks folded; BREAK where a paragraph begins.

    The first `headline` words are the title; `neighbours` are folded words side by side below it.
    """

    flat: str
    printed: list[str]
    folded: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    headline: int = 0
    neighbours: set[tuple[str, str]] = field(default_factory=set)

    def __len__(self) -> int:
        return len(self.printed)

    def span(self, first: int, end: int) -> Span:
        """The characters of words `first` up to, not including, `end`; with the bracket they opened."""
        start, stop = self.starts[first], self.ends[end - 1]
        opened = self.flat.rfind("(", start, stop) > self.flat.rfind(")", start, stop)
        return Span(start, stop + (opened and self.flat.startswith(")", stop)))

    def capital(self, index: int) -> bool:
        return index < len(self.printed) and self.printed[index][0].isupper()

    def gap(self, index: int) -> str:
        """What stands before word `index`; BREAK beyond the last word."""
        return self.gaps[index] if index < len(self.gaps) else BREAK


def words_of(document: Document) -> Words:
    """All words of the title and the paragraphs."""
    title = phrase(document.flat, document.title)
    words = phrase(document.flat, document.title, *(paragraph.span for paragraph in document.paragraphs))
    below = words.folded[len(title) :]
    return replace(words, headline=len(title), neighbours=set(pairwise(below)))


def phrase(text: str, *spans: Span) -> Words:
    """The words of a text, or of these parts of it."""
    words = Words(text, [], [], [], [], [])
    for span in spans or (Span(0, len(text)),):
        _add(words, text, span)
    words.folded.extend(fold(word) for word in words.printed)
    return words


def fold(word: str) -> str:
    """Case and kind of apostrophe do not matter."""
    return word.casefold().replace("’", "'").replace("`", "'")


def _add(words: Words, flat: str, span: Span) -> None:
    before = -1
    for match in _WORD.finditer(flat, span.start, span.end):
        start, end = match.span()
        words.printed.append(match.group())
        words.starts.append(start)
        words.ends.append(end)
        words.gaps.append(
            BREAK if before < 0 else _folded_gap(flat[before : min(start, before + _WIDEST_GAP)])
        )
        before = end


def _folded_gap(gap: str) -> str:
    if gap == " " or not gap:
        return gap
    return re.sub(r"\s+", " ", gap)
