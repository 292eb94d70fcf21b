"""Names and texts as sequences of words: case, apostrophes, hyphens and spacing make no difference.

Each word becomes one letter of a private alphabet, so that an automaton over words is small and never matches
half a word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

WORD = re.compile(r"[^\W_]+")
# Stands for every word that no name has.
UNKNOWN = chr(1)
FIRST_LETTER = 16
SURROGATES, SURROGATE_COUNT = 0xD800, 0x800

VOWELS = str.maketrans("vzq", "fsk", "aeiouyh")
DOUBLED = re.compile(r"(.)\1+")


def words_of(text: str) -> list[str]:
    return WORD.findall(text.lower())


def skeleton(word: str) -> str:
    """What stays of a word in most of its spellings: "Moeldoko" and "Muldoko", "Eddy" and "Edi"."""
    return DOUBLED.sub(r"\1", word.translate(VOWELS)) or word[0]


class Alphabet:
    """A letter for each word of the names; it only grows."""

    def __init__(self) -> None:
        self.letters: dict[str, str] = {}
        self.by_skeleton: defaultdict[str, list[str]] = defaultdict(list)
        self.without_skeleton: list[str] = []

    def spell(self, words: Iterable[str]) -> str:
        """These words in letters, unknown ones learnt."""
        return "".join([self.letters.get(word) or self.learn(word) for word in words])

    def learn(self, word: str) -> str:
        number = FIRST_LETTER + len(self.letters)
        letter = chr(number if number < SURROGATES else number + SURROGATE_COUNT)
        self.letters[word] = letter
        self.without_skeleton.append(word)
        return letter

    def read(self, words: Iterable[str]) -> str:
        """These words in letters, UNKNOWN for those of no name."""
        return "".join([self.letters.get(word, UNKNOWN) for word in words])

    def alike(self, word: str) -> Iterator[str]:
        """Letters of words that may be other spellings of this one, the word itself included."""
        while self.without_skeleton:
            learnt = self.without_skeleton.pop()
            self.by_skeleton[skeleton(learnt)].append(self.letters[learnt])
        return iter(self.by_skeleton.get(skeleton(word), ()))
