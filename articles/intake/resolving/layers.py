"""Names with an automaton over them. New names come in a layer of their own until it pays to join layers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

import ahocorasick

from articles.intake.resolving.names import Name
from articles.intake.resolving.words import Alphabet, words_of

# A layer is joined with the one before it unless that is so many times as large: of n names there are then
# about log n layers, and each name is moved about log n times.
STEP = 2


class Layer:
    def __init__(self, names: Sequence[Name], alphabet: Alphabet) -> None:
        self.names = names
        self.by_key: dict[str, list[Name]] = {}
        for name in names:
            if key := alphabet.spell(words_of(name.text)):
                self.by_key.setdefault(key, []).append(name)
        self.automaton = ahocorasick.Automaton(ahocorasick.STORE_LENGTH)
        for key in self.by_key:
            self.automaton.add_word(key)
        self.automaton.make_automaton()

    def find(self, letters: str) -> Iterator[tuple[int, int, list[Name]]]:
        """First word, last word + 1, and names, of every name in a text spelt in letters."""
        if not self.by_key:
            return
        for last, length in self.automaton.iter(letters):
            first = last - length + 1
            yield first, last + 1, self.by_key[letters[first : last + 1]]

    @cached_property
    def keys_with(self) -> dict[str, list[str]]:
        """The keys in which a letter stands."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for key in self.by_key:
            for letter in key:
                found[letter].append(key)
        return dict(found)


def add_layer(
    layers: Sequence[Layer], names: Sequence[Name], alphabet: Alphabet, standing: Callable[[Name], bool]
) -> tuple[Layer, ...]:
    """The layers with these names on top; names that no longer stand are dropped where layers are joined."""
    kept, fresh = list(layers), list(names)
    while kept and len(kept[-1].names) < STEP * len(fresh):
        fresh = [*filter(standing, kept.pop().names), *fresh]
    return (*kept, Layer(fresh, alphabet))
