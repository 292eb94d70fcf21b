"""Phrases in two languages from text files, drawn as words occur in life: few often, most seldom."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Generic, NamedTuple, TypeVar

HERE = Path(__file__).parent
# Words that stay small in a headline.
SMALL_ID = ("dan", "di", "ke", "dari", "bagi", "dengan", "untuk", "tentang", "soal", "yang", "pada", "lewat")
SMALL_EN = ("and", "in", "of", "on", "the", "to", "for", "with", "by", "about", "from", "as", "into", "a")
SMALL = frozenset({*SMALL_ID, *SMALL_EN})
Item = TypeVar("Item")


class Phrase(NamedTuple):
    """The same words in Indonesian and in English; {names} in them are filled in later."""

    id: str
    en: str

    def filled(self, slots: Slots) -> Phrase:
        return Phrase(opened(self.id.format_map(slots.id)), opened(self.en.format_map(slots.en)))

    def headed(self) -> Phrase:
        return Phrase(headed(self.id), headed(self.en))

    def closed(self) -> Phrase:
        """With a full stop, where no abbreviation at the end has brought one."""
        return Phrase(*(text if text.endswith(".") else f"{text}." for text in self))


class Slots:
    """What stands for each {name}, by language."""

    def __init__(self) -> None:
        self.id: dict[str, str] = {}
        self.en: dict[str, str] = {}

    def put(self, **phrases: Phrase | str | int) -> None:
        for name, value in phrases.items():
            self.id[name], self.en[name] = value if isinstance(value, Phrase) else same(str(value))


class Deck(Generic[Item]):
    """What can be drawn; the chance of the n-th is 1/n of that of the first (Zipf)."""

    def __init__(self, items: Iterable[Item]) -> None:
        self.items: Sequence[Item] = list(items)
        self.weights = list(accumulate(1 / rank for rank in range(1, len(self.items) + 1)))

    def draw(self, dice: Random) -> Item:
        return self.items[bisect(self.weights, dice.random() * self.weights[-1])]


NOTHING = Phrase("", "")


def same(text: str) -> Phrase:
    return Phrase(text, text)


def opened(text: str) -> str:
    """With a capital letter, as a sentence begins."""
    return text[:1].upper() + text[1:]


def headed(text: str) -> str:
    """In the capitals of a headline."""
    return opened(" ".join(word if word in SMALL else opened(word) for word in text.split()))


def phrase(line: str) -> Phrase:
    indonesian, english = line.split(" | ")
    return Phrase(indonesian.strip(), english.strip())


def lines_of(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@cache
def words(name: str) -> list[Phrase]:
    """The phrases of `words/<name>.txt`, the commonest first."""
    return [phrase(line) for line in lines_of(HERE / "words" / f"{name}.txt")]


@cache
def names(name: str) -> list[str]:
    """The single words of `words/<name>.txt`."""
    return [word for line in lines_of(HERE / "words" / f"{name}.txt") for word in line.split()]


@cache
def grammar(name: str) -> dict[str, list[Phrase]]:
    """The sections of `grammar/<name>.txt`, each with its phrases."""
    sections: dict[str, list[Phrase]] = {}
    for line in lines_of(HERE / "grammar" / f"{name}.txt"):
        if line.startswith("["):
            found = sections.setdefault(line.strip("[]"), [])
        else:
            found.append(phrase(line))
    return sections
