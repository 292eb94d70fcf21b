"""Proposals as the page shows them: with what was answered, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.text import Truncator

from articles.intake.proposals import Candidate, Choice, Field, Proposal, Proposals, Verdict
from articles.intake.reasons import say

from .words import BASES, KINDS, ONLY_KNOWN, REGISTERS, VERDICTS

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Errors = Mapping[str, list[str]]
MOST_LINES = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of a card with what stands in it."""

    id: str
    label: StrOrPromise
    kind: str
    value: str
    choices: tuple[Choice, ...]
    errors: Sequence[str]

    @property
    def rows(self) -> int:
        return min(max(self.value.count("\n") + 1, len(self.value) // 60 + 1, 2), MOST_LINES)

    @property
    def shown(self) -> StrOrPromise:
        """The value as read, for a closed card."""
        return next((choice.label for choice in self.choices if choice.value == self.value), self.value)


@dataclass(frozen=True, slots=True)
class Option:
    """A row of the register that the card may be about, or "" for a new one."""

    value: str
    label: str
    verdict: Verdict
    reason: StrOrPromise
    url: str
    chosen: bool

    @property
    def verdict_label(self) -> StrOrPromise:
        return VERDICTS[self.verdict]


class Card:
    """One proposal. `answers` are what was posted, {} on first sight; the texts come from `proposals`."""

    def __init__(self, proposal: Proposal, proposals: Proposals, answers: Mapping[str, str], errors: Errors):
        self.proposal, self.key, self.kind = proposal, proposal.key, proposal.kind
        self.proposals, self.answers, self.all_errors = proposals, answers, errors

    @property
    def kind_label(self) -> StrOrPromise:
        return KINDS[self.kind]

    @property
    def is_fixed(self) -> bool:
        """The release itself is always part of its draft."""
        return self.kind == "release"

    @property
    def decision(self) -> str:
        return "accept" if self.is_fixed else self.answers.get(f"{self.key}-verdict", "")

    @property
    def is_open(self) -> bool:
        """Whether its fields are shown at once: where somebody should look."""
        return bool(self.errors or any(entry.errors for entry in self.entries)) or not self.proposal.certain

    @property
    def verdict(self) -> str:
        return self.proposal.match.verdict if self.kind in REGISTERS else ""

    @property
    def verdict_label(self) -> StrOrPromise:
        return VERDICTS[self.proposal.match.verdict] if self.verdict else ""

    @property
    def errors(self) -> list[str]:
        """What is wrong with the card itself, or with which row it is."""
        return [
            m for name in ("", "-match", "-verdict") for m in self.all_errors.get(f"{self.key}{name}", ())
        ]

    @property
    def words(self) -> str:
        """Exactly what the text says."""
        evidence, spans = self.proposal.evidence, self.proposal.spans
        span = evidence.span if evidence else spans[0] if spans else None
        return span.of(self.proposals.reading.text) if span else ""

    @property
    def says_more(self) -> bool:
        return self.words != self.proposal.label

    @property
    def basis(self) -> StrOrPromise:
        return BASES[self.proposal.evidence.basis] if self.proposal.evidence else ""

    @property
    def reason(self) -> str:
        return say(self.proposal.evidence) if self.proposal.evidence else ""

    @property
    def entries(self) -> list[Entry]:
        return [self.entry(field) for field in self.proposal.fields] if self.proposal.decidable else []

    def entry(self, field: Field) -> Entry:
        name = f"{self.key}-{field.name}"
        value = self.answers.get(name, field.value)
        return Entry(name, field.label, field.kind, value, field.choices, self.all_errors.get(name, ()))

    @property
    def gist(self) -> str:
        """The values in one line, without what the card is called anyway."""
        values = (str(entry.shown).replace("\n", ", ") for entry in self.entries if entry.value)
        return " · ".join(value for value in values if value != self.proposal.label)

    @property
    def options(self) -> list[Option]:
        """Empty where there is nothing to choose from."""
        candidates = self.proposal.match.candidates
        if self.kind in ONLY_KNOWN or not candidates:
            return []
        rows = [self.option(candidate) for candidate in candidates]
        return [*rows, self.new_row] if self.proposal.fields else rows

    def option(self, candidate: Candidate) -> Option:
        url = reverse(REGISTERS[self.kind], args=[candidate.pk]) if self.kind in REGISTERS else ""
        chosen = self.chosen == candidate.pk
        return Option(candidate.pk, candidate.label, candidate.verdict, candidate.reason, url, chosen)

    @property
    def new_row(self) -> Option:
        return Option("", "", "new", "", "", chosen=not self.chosen)

    @property
    def chosen(self) -> str:
        """What was chosen, else the best candidate; it counts only once the card is accepted."""
        return self.answers.get(f"{self.key}-match", self.proposal.match.candidates[0].pk)

    @property
    def needed(self) -> list[Proposal]:
        return [card for key in self.proposal.needs if (card := self.proposals.card(key))]


@dataclass(frozen=True, slots=True)
class Group:
    """The cards of one kind."""

    kind: str
    label: StrOrPromise
    cards: list[Card]


def groups(proposals: Proposals, answers: Mapping[str, str], errors: Errors) -> list[Group]:
    cards = (Card(proposal, proposals, answers, errors) for proposal in proposals.cards)
    return [Group(kind, KINDS[kind], list(same)) for kind, same in groupby(cards, key=lambda card: card.kind)]


@dataclass(frozen=True, slots=True)
class Complaint:
    """One message, and what it is about: `place` is the id on the page, "" where the page has none."""

    place: str
    about: str
    message: str


def complaints(found: list[Group], errors: Errors) -> list[Complaint]:
    """Every message, in the order of the cards."""
    cards = [card for group in found for card in group.cards]
    told = [complaint for card in cards for complaint in complaints_of(card)]
    known = {complaint.message for complaint in told}
    rest = (message for messages in errors.values() for message in messages if message not in known)
    return [*told, *(Complaint("", "", message) for message in rest)]


def complaints_of(card: Card) -> Iterator[Complaint]:
    name = Truncator(card.proposal.label).chars(60)
    yield from (Complaint(f"card-{card.key}", name, message) for message in card.errors)
    for entry in card.entries:
        about = f"{name}, {entry.label}"
        yield from (Complaint(entry.id, about, message) for message in entry.errors)


def accept_certain(proposals: Proposals, answers: Mapping[str, str]) -> dict[str, str]:
    """The answers, with every certain card accepted on which nobody has decided.

    One that needs another card waits with it; cards come after those that they need.
    """
    decided = dict(answers)
    for card in proposals.cards:
        ready = all(decided.get(f"{key}-verdict") == "accept" for key in card.needs)
        if card.certain and card.decidable and ready:
            decided.setdefault(f"{card.key}-verdict", "accept")
    return decided
