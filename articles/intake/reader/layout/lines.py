"""The lines of a text, and which of them were broken only because a line was full."""

from __future__ import annotations

import re
from itertools import pairwise

from ..findings import Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
# "\r\r\n" is one line end that was turned into Windows' twice.
_NEWLINE = re.compile(r"\r{1,2}\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACE = "".join(char for char in map(chr, range(0x3001)) if char.isspace())
# Marks of direction and of invisible breaks part words as a blank does; other controls mean nothing.
_UNSEEN = "\ufeff\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CONTROLS = "".join(map(chr, (*range(0x09), *range(0x0E, 0x1C), *range(0x7F, 0xA0))))
_TO_BLANK = str.maketrans(dict.fromkeys(_SPACE + _UNSEEN + _CONTROLS, " "))

_WIDEST_WRAP = 120
_RAGGED = 8
_FINAL = tuple(".?!:;”\"’')")


def flatten(text: str) -> str:
    """As long as `text`, all its white space and invisible marks single blanks."""
    return text.translate(_TO_BLANK)


def lines_of(text: str, flat: str) -> list[Span]:
    """Every line with something on it, without the blanks around it."""
    spans = (trimmed(flat, Span(*match.span())) for match in _LINE.finditer(text))
    return [span for span in spans if span.start < span.end]


def trimmed(flat: str, span: Span) -> Span:
    words = flat[span.start : span.end]
    left = len(words) - len(words.lstrip(" "))
    right = len(words) - len(words.rstrip(" "))
    return Span(span.start + left, max(span.start + left, span.end - right))


def parted(text: str, above: Span, below: Span) -> bool:
    """Whether an empty line stands between two lines."""
    breaks = _NEWLINE.finditer(text, above.end, below.start)
    return next(breaks, None) is not None and next(breaks, None) is not None


class Wrap:
    """How wide the lines of a hard-wrapped text are; `width` is None where lines are paragraphs."""

    def __init__(self, flat: str, lines: list[Span]) -> None:
        self.flat = flat
        self.width = self._width(lines)

    def _width(self, lines: list[Span]) -> int | None:
        """Wrapped text has short lines throughout, and many that go on in lower case.

        A title and an address of the web are often left whole.
        """
        wrapped = [line for line in lines[1:] if " " in self.flat[line.start : line.end]]
        width = max((line.end - line.start for line in wrapped), default=0)
        if width < lines[0].end - lines[0].start <= width + _RAGGED:
            width = lines[0].end - lines[0].start
        if len(lines) < 3 or width > _WIDEST_WRAP:
            return None
        carried = sum(self._carries_on(above, below) for above, below in pairwise(lines))
        return width if carried >= max(2, len(lines) // 5) else None

    def _carries_on(self, above: Span, below: Span) -> bool:
        ends = self.flat[above.end - 1] in _FINAL
        return not ends and self.flat[below.start].islower()

    def goes_on(self, above: Span, below: Span) -> bool:
        """Whether `below` continues the line `above` it: in mid-sentence, or because no word fitted there."""
        if self.width is None or above.end - above.start > self.width:
            return False
        next_word = self.flat.find(" ", below.start, below.end)
        length = (next_word if next_word > 0 else below.end) - below.start
        return self._carries_on(above, below) or above.end - above.start + 1 + length > self.width
