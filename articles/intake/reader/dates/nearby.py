"""Whether words of a cue file stand near a place in the text; one look costs the same wherever it is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

_WORD = re.compile(r"[\w./’'-]*\w|&")
_SENTENCE_END = re.compile(r"[.!?;][”\"’')]*\s")
_MARKS = ".,;:([“\"‘'"
_REACH = 32
_MOST_WORDS = 3


class Surroundings:
    """The words and sentences of a text by place, read once."""

    def __init__(self, flat: str) -> None:
        self.flat = flat
        self.places = [word.span() for word in _WORD.finditer(flat)]
        self.words = [flat[start:end].casefold() for start, end in self.places]
        self._sentences = [0, *(end.end() for end in _SENTENCE_END.finditer(flat))]

    def sentence_start(self, at: int, reach: int) -> int:
        """Where the sentence that holds `at` begins, `reach` characters before it at most."""
        begun = self._sentences[bisect_right(self._sentences, at) - 1]
        return max(0, at - reach, begun)


class Cues:
    """Words and phrases, looked for in any case."""

    def __init__(self, phrases: Iterable[str]) -> None:
        folded = {phrase.casefold().rstrip(".") for phrase in phrases}
        self._phrases: dict[str, list[list[str]]] = {}
        for phrase in folded:
            first, *others = phrase.split()
            self._phrases.setdefault(first, []).append(others)
        self._folded = folded
        self._last_words = frozenset(phrase.rsplit(" ", 1)[-1] for phrase in folded)

    def places(self, text: Surroundings) -> Places:
        words, places, known = text.words, text.places, self._phrases
        ends = [(index, self._end(words, index)) for index, word in enumerate(words) if word in known]
        return Places([(places[first][0], places[last][1]) for first, last in ends if last >= first])

    def _end(self, words: list[str], index: int) -> int:
        """The last word of the shortest phrase that begins here; before `index` where none does."""
        phrases = self._phrases[words[index]]
        lengths = [len(one) for one in phrases if words[index + 1 : index + 1 + len(one)] == one]
        return index + min(lengths, default=-1)

    def before(self, flat: str, start: int) -> bool:
        """Whether one of them, of three words at most, is the last thing before a place."""
        before = flat[max(0, start - _REACH) : start]
        if not before.endswith(" "):
            return False
        last = [word.strip(_MARKS) for word in before.casefold().split()[-_MOST_WORDS:]]
        if not last or last[-1] not in self._last_words:
            return False
        return any(" ".join(last[count:]) in self._folded for count in range(len(last)))


class Places:
    """Where the words of one cue file stand in one text."""

    def __init__(self, found: list[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in found]
        self._ends = [end for _, end in found]

    @property
    def first(self) -> int | None:
        """Where the first of them begins."""
        return self._starts[0] if self._starts else None

    def between(self, start: int, end: int) -> bool:
        """Whether one of them stands between two places."""
        at = bisect_left(self._starts, start)
        return at < len(self._ends) and self._ends[at] <= end
