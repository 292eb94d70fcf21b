"""The editor's answers, as a form or a command gives them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _

from articles.intake.proposals import Kind, Proposal, Proposals

ACCEPT, SKIP = "accept", "skip"
# Kinds of cards that mean a row of a register, known or new.
MATCHED: tuple[Kind, ...] = ("organization", "person", "regulation", "agreement", "event")


class Refused(Exception):
    """`errors`: what is wrong, by card ("person-0") or by value ("person-0-name"). Nothing was written."""

    def __init__(self, errors: Mapping[str, list[str]]) -> None:
        super().__init__(" ".join(message for messages in errors.values() for message in messages))
        self.errors = dict(errors)


def answers_by(
    proposals: Proposals, accepts: Callable[[Proposal], bool] = lambda card: card.certain
) -> dict[str, str]:
    """Every value as proposed; accepted are the certain cards, or those that `accepts` says."""
    answers: dict[str, str] = {}
    for card in proposals.cards:
        chosen = card.match.certain or next(iter(card.match.candidates), None)
        answers[f"{card.key}-verdict"] = ACCEPT if accepts(card) and card.decidable else SKIP
        answers[f"{card.key}-match"] = chosen.pk if chosen else ""
        answers |= {f"{card.key}-{field.name}": field.value for field in card.fields}
    return answers


class Answers:
    """Asks the answers; what is missing counts as skipped, or as the value proposed. Gathers `errors`."""

    def __init__(self, proposals: Proposals, given: Mapping[str, str]) -> None:
        self.proposals, self.given = proposals, given
        self.errors: defaultdict[str, list[str]] = defaultdict(list)

    def accepted(self, kind: Kind) -> list[Proposal]:
        cards = (card for card in self.proposals.cards if card.kind == kind and card.decidable)
        return [card for card in cards if self.given.get(f"{card.key}-verdict") == ACCEPT]

    def is_accepted(self, key: str) -> bool:
        return self.given.get(f"{key}-verdict") == ACCEPT

    def match(self, card: Proposal) -> str:
        """The id of an existing row, "" for a new one; `check_matches` has seen that it may be one."""
        return self.given.get(f"{card.key}-match", "")

    def check_matches(self) -> None:
        """Raises Refused where an accepted card means a row that it may not, before anything rests on it."""
        for card in (card for kind in MATCHED for card in self.accepted(kind)):
            chosen = self.given.get(f"{card.key}-match")
            known = {candidate.pk for candidate in card.match.candidates}
            if chosen and chosen not in known:
                self.refuse(f"{card.key}-match", _("Pilihan ini tidak ada lagi; baca ulang naskahnya."))
            elif known and (chosen is None or not (chosen or card.fields)):
                self.refuse(f"{card.key}-match", _("Register mengenal ini: pilih barisnya."))
        self.raise_errors()

    def value(self, card: Proposal, name: str) -> str:
        field = next(field for field in card.fields if field.name == name)
        value = (
            self.given.get(f"{card.key}-{name}", field.value).replace("\r\n", "\n").replace("\0", "").strip()
        )
        if field.kind == "choice" and value not in {choice.value for choice in field.choices}:
            self.refuse(f"{card.key}-{name}", _("Pilih salah satu dari daftar."))
            return ""
        return value

    def lines(self, card: Proposal, name: str) -> list[str]:
        return [line.strip() for line in self.value(card, name).splitlines() if line.strip()]

    def refuse(self, key: str, message: object) -> None:
        self.errors[key].append(str(message))

    def raise_errors(self) -> None:
        if self.errors:
            raise Refused(self.errors)
