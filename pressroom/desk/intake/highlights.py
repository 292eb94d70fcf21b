"""The text in pieces: which findings stand on each, however they overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.text import Truncator

from articles.intake.proposals import Proposal
from articles.intake.reader import Span

from .words import KINDS

# Findings on one word beyond this many are left out of its highlighting.
MOST_AT_ONCE = 8
# A concern about a whole sentence would underline everything else in it.
WIDE = 60


@dataclass(frozen=True, slots=True)
class Piece:
    """Words on which the same findings stand: `cards`, the narrowest first. `begins`: not seen before."""

    text: str
    cards: tuple[Proposal, ...] = ()
    begins: tuple[str, ...] = ()

    @property
    def kinds(self) -> str:
        """The classes of its mark."""
        return " ".join(dict.fromkeys("wide" if is_wide(card) else card.kind for card in self.cards))

    @property
    def keys(self) -> str:
        return " ".join(card.key for card in self.cards)

    @property
    def target(self) -> str:
        """The card that it leads to."""
        return next(iter(self.begins), self.cards[0].key)

    @property
    def title(self) -> str:
        return " · ".join(f"{KINDS[card.kind]}: {Truncator(card.label).chars(60)}" for card in self.cards)


def is_wide(card: Proposal) -> bool:
    return card.kind == "concern" and card.spans[0].end - card.spans[0].start > WIDE


def highlight(text: str, cards: Iterable[Proposal]) -> list[list[Piece]]:
    """The lines on which something stands, each in pieces."""
    lines: list[list[Piece]] = [[]]
    begun: set[str] = set()
    for start, end, found in stretches(len(text), list(cards)):
        begins = tuple(card.key for card in found if card.key not in begun)
        begun.update(begins)
        for row, words in enumerate(text[start:end].split("\n")):
            if row:
                lines.append([])
            if words:
                lines[-1].append(Piece(words, found, begins))
                begins = ()
    return [line for line in lines if line]


def stretches(length: int, cards: list[Proposal]) -> Iterator[tuple[int, int, tuple[Proposal, ...]]]:
    """From one border of a finding to the next, over the whole text."""
    borders = sorted(borders_of(length, cards), key=lambda border: border[:2])
    active: dict[tuple[str, Span], Proposal] = {}
    position = 0
    for place, opens, span, card in borders:
        if place > position:
            yield position, place, narrowest_first(active)
            position = place
        if not opens:
            active.pop((card.key, span), None)
        elif len(active) < MOST_AT_ONCE:
            active[card.key, span] = card
    if position < length:
        yield position, length, ()


def borders_of(length: int, cards: list[Proposal]) -> Iterator[tuple[int, bool, Span, Proposal]]:
    for card in cards:
        for span in set(card.spans):
            if 0 <= span.start < span.end <= length:
                yield span.start, True, span, card
                yield span.end, False, span, card


def narrowest_first(active: dict[tuple[str, Span], Proposal]) -> tuple[Proposal, ...]:
    ordered = sorted(active.items(), key=lambda item: item[0][1].end - item[0][1].start)
    return tuple({card.key: card for _place, card in ordered}.values())
