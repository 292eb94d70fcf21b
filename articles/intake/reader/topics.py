"""Topics of a given vocabulary that the text speaks of: by name, or by its words in other forms nearby."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .cues import words
from .findings import Document, Span, Term, Topic
from .stems import stem

_WORD = re.compile(r"\w+")
_SMALL = frozenset(words("topic_small_words"))
MAY_LACK_ONE_FROM = 4


@dataclass(frozen=True, slots=True)
class _Token:
    """A word that counts; `capital` outside the title, where capitals mean a name."""

    stem: str
    span: Span
    sentence: int
    capital: bool


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The stems of a name in order. Names in it ("Rusia") must stand in the text; `proper`: all are names."""

    stems: tuple[str, ...]
    names: frozenset[str]
    proper: bool

    @property
    def needed(self) -> int:
        return len(self.stems) - (len(self.stems) >= MAY_LACK_ONE_FROM)

    @property
    def window(self) -> int:
        """How many words apart the first and the last may stand."""
        return len(self.stems) + (len(self.stems) > 2) * 2


def find_topics(document: Document, vocabulary: Sequence[Term]) -> tuple[Topic, ...]:
    """Topics in the order of the vocabulary, each with all the places that speak of it."""
    if not vocabulary:
        return ()
    text = _Text(document)
    found = ((term.key, _mentions(text, term)) for term in vocabulary)
    return tuple(Topic(key, mentions) for key, mentions in found if mentions)


def _mentions(text: _Text, term: Term) -> tuple[Span, ...]:
    return tuple(sorted({span for name in term.names for span in text.places(_wanted(name))}))


def _wanted(name: str) -> _Wanted:
    kept = [word for word in _WORD.findall(name) if word.casefold() not in _SMALL]
    stems = tuple(dict.fromkeys(stem(word) for word in kept))
    names = frozenset(stem(word) for word in kept[1:] if word[0].isupper())
    proper = all(word[0].isupper() for word in kept) and (len(kept) > 1 or name.isupper())
    return _Wanted(stems, names, proper)


class _Text:
    """The words of a text that count, to be looked up by stem."""

    def __init__(self, document: Document) -> None:
        self.tokens = list(_tokens(document))
        self._places: dict[str, list[int]] = defaultdict(list)
        for index, token in enumerate(self.tokens):
            self._places[token.stem].append(index)

    def places(self, wanted: _Wanted) -> Iterator[Span]:
        """Where enough of the stems stand close together in one sentence."""
        if not wanted.stems or any(name not in self._places for name in wanted.names):
            return
        end = -1
        for index in self._anchors(wanted):
            near = self._near(index, wanted) if index > end else []
            if near and self._speaks(near, wanted):
                end = near[-1]
                yield Span(self.tokens[near[0]].span.start, self.tokens[end].span.end)

    def _anchors(self, wanted: _Wanted) -> list[int]:
        """Where a mention may begin: at any of the stems that cannot all be lacking."""
        rarest = sorted((self._places.get(one, []) for one in wanted.stems), key=len)
        if not rarest[len(wanted.stems) - wanted.needed]:
            return []
        return sorted(index for one in wanted.stems for index in self._places.get(one, []))

    def _near(self, start: int, wanted: _Wanted) -> list[int]:
        """The first places of different stems from here on, within the window and the sentence."""
        sentence, missing, found = self.tokens[start].sentence, set(wanted.stems), []
        for index in range(start, min(start + wanted.window, len(self.tokens))):
            token = self.tokens[index]
            if token.sentence != sentence:
                break
            if token.stem in missing:
                missing.discard(token.stem)
                found.append(index)
        return found

    def _speaks(self, near: list[int], wanted: _Wanted) -> bool:
        stems = [self.tokens[index].stem for index in near]
        if len(stems) < wanted.needed or not wanted.names <= set(stems):
            return False
        in_order = len(wanted.stems) != 2 or stems == list(wanted.stems)
        named = all(self.tokens[index].capital for index in near)
        return in_order and (wanted.proper or bool(wanted.names) or not named)


def _tokens(document: Document) -> Iterator[_Token]:
    sentences = [(document.title, True)]
    sentences += [(one, False) for paragraph in document.paragraphs for one in paragraph.sentences]
    for number, (sentence, in_title) in enumerate(sentences):
        for word in _WORD.finditer(document.flat, sentence.start, sentence.end):
            if word.group().casefold() not in _SMALL:
                capital = word.group()[0].isupper() and not in_title
                yield _Token(stem(word.group()), Span(*word.span()), number, capital)
