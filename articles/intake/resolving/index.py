"""All names of the registers in memory, kept up to date: `current()` before every release."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from threading import Lock
from typing import Any

from django.db import connection

from articles.intake.reader import Span
from articles.intake.resolving import changes
from articles.intake.resolving.changes import Owner
from articles.intake.resolving.layers import Layer, add_layer
from articles.intake.resolving.names import Name, read_all, read_of
from articles.intake.resolving.spelling import close
from articles.intake.resolving.words import WORD, Alphabet, words_of

# What may stand between two words of a name: blanks, hyphen, apostrophe; a full stop only after an initial.
GAP = re.compile(r"[\s\-–'’/&]{1,4}")
ABBREVIATED_GAP = re.compile(r"[\s\-–'’/&.]{1,4}")
LONGEST_ABBREVIATION = 3
# Mergers of mergers are followed this far.
LONGEST_CHAIN = 10
# So many names with a word in common are compared letter by letter, those with the rarest word first.
MOST_COMPARED = 300


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where names of the registers stand; of several that overlap the longest."""

    span: Span
    names: tuple[Name, ...]


class Index:
    def __init__(self) -> None:
        self.alphabet = Alphabet()
        self.bookmark = changes.now()
        names, self.merged, self.main = read_all()
        self.layers: tuple[Layer, ...] = (Layer(names, self.alphabet),)
        self.version = 0
        self.versions: dict[Owner, int] = {}

    def refresh(self, owners: Iterable[Owner]) -> None:
        """Read the names of these rows again."""
        wanted: defaultdict[str, set[Any] | None] = defaultdict(set)
        for kind, pk in owners:
            wanted[kind].add(pk)  # type: ignore[union-attr]
        self.version += 1
        names, merged, main = read_of(wanted, self.version)
        self.versions.update((owner, self.version) for owner in owners)
        self.layers = add_layer(self.layers, names, self.alphabet, self.stands)
        for owner in owners:
            self.merged.pop(owner, None)
            self.main.pop(owner, None)
        self.merged.update(merged)
        self.main.update(main)

    def stands(self, name: Name) -> bool:
        """Whether its owner has not been read again since."""
        return self.versions.get(name.owner, 0) == name.version

    def survivor(self, kind: str, pk: Any) -> Any:
        """The key of the row that took over, however many mergers on."""
        for _step in range(LONGEST_CHAIN):
            if (kind, pk) not in self.merged:
                return pk
            pk = self.merged[kind, pk]
        return pk

    def name_of(self, kind: str, pk: Any) -> str | None:
        """What the register calls this row; None where there is none."""
        return self.main.get((kind, pk))

    def find(self, text: str) -> list[Mention]:
        """Every place of a name in a text, from left to right."""
        words = list(WORD.finditer(text))
        letters = self.alphabet.read([word[0].lower() for word in words])
        found: defaultdict[tuple[int, int], list[Name]] = defaultdict(list)
        for layer in self.layers:
            for first, last, names in layer.find(letters):
                found[first, -last] += names
        return list(self._longest(text, words, found))

    def _longest(
        self, text: str, words: list[re.Match[str]], found: dict[tuple[int, int], list[Name]]
    ) -> Iterator[Mention]:
        free = 0
        for first, last in sorted(found):
            if first >= free and is_one(text, words[first:-last]):
                span = Span(words[first].start(), words[-last - 1].end())
                printed = text[span.start : span.end]
                names = [n for n in found[first, last] if self.stands(n) and may_be(n, printed)]
                if names:
                    yield Mention(span, tuple(names))
                    free = -last

    def named(self, text: str, kind: str) -> list[Name]:
        """The names of that kind that are spelt so."""
        key = self.alphabet.read(words_of(text))
        names = (name for layer in self.layers for name in layer.by_key.get(key, ()))
        return [name for name in names if name.kind == kind and self.stands(name)]

    def alike(self, text: str, kind: str) -> list[Name]:
        """The names of that kind that differ from this in a few letters."""
        words = words_of(text)
        found = []
        for layer in self.layers:
            for key in self._with_a_word_of(layer, words):
                names = [n for n in layer.by_key[key] if n.kind == kind and self.stands(n)]
                found += [n for n in names if close(words, words_of(n.text))]
        return found

    def _with_a_word_of(self, layer: Layer, words: list[str]) -> list[str]:
        """Keys with any of these words in any spelling, those with the rarest word first."""
        lists = []
        for word in words:
            letters = list(self.alphabet.alike(word))
            lists.append([key for letter in letters for key in layer.keys_with.get(letter, ())])
        lists.sort(key=len)
        return list(dict.fromkeys(key for keys in lists for key in keys))[:MOST_COMPARED]


def is_one(text: str, words: list[re.Match[str]]) -> bool:
    """Whether nothing parts these words, as a comma or the end of a sentence would."""
    for word, following in pairwise(words):
        gap = ABBREVIATED_GAP if len(word[0]) <= LONGEST_ABBREVIATION else GAP
        if not gap.fullmatch(text, word.end(), following.start()):
            return False
    return True


def may_be(name: Name, printed: str) -> bool:
    """Acronyms keep their case; a name of one word is not an ordinary word in small letters."""
    if name.text.isupper() and " " not in name.text:
        return printed == name.text
    return " " in name.text or printed[:1].isupper()


_indexes: dict[tuple[str, str], Index] = {}
_lock = Lock()


def current() -> Index:
    """The index of the default database, with every change that is visible to us now."""
    place = connection.vendor, str(connection.settings_dict["NAME"])
    with _lock:
        index = _indexes.get(place)
        if index is not None:
            owners, index.bookmark = changes.changed_since(index.bookmark)
            if owners is not None:
                if owners:
                    index.refresh(owners)
                return index
        _indexes[place] = Index()
        return _indexes[place]
