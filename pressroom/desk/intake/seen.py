"""What an editor saw when deciding: whatever means something else by now is asked again.

Between reading and drafting somebody else may have drafted the same text, added a person, or changed a rule.
The page carries a stamp of every card, so that no answer falls on a card that nobody has seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from articles.intake.proposals import Proposal, Proposals

NAME = "seen"


def stamps(proposals: Proposals) -> dict[str, str]:
    """A stamp for each card that can be decided, by its key."""
    return {card.key: stamp(card) for card in proposals.cards if card.decidable}


def stamp(card: Proposal) -> str:
    """Changes with what the card is about, which rows it may mean and what it would put in place."""
    concern = card.concern and (card.concern.code, card.concern.fix)
    about = card.label if concern is None else concern
    meant = [candidate.pk for candidate in card.match.candidates]
    return sha256(repr((about, card.spans, meant)).encode()).hexdigest()[:12]


def carried(proposals: Proposals) -> str:
    """The stamps as the form carries them along."""
    return " ".join(f"{key}:{stamp}" for key, stamp in stamps(proposals).items())


def still_meant(proposals: Proposals, answers: Mapping[str, str]) -> tuple[dict[str, str], int]:
    """The answers without those to cards that are not what they were, and how many of these were accepted."""
    seen = dict(part.split(":", 1) for part in answers.get(NAME, "").split() if ":" in part)
    now = stamps(proposals)
    stale = {key for key in {*seen, *now} if seen.get(key) != now.get(key)}
    kept = {name: value for name, value in answers.items() if name.rpartition("-")[0] not in stale}
    return kept, sum(answers.get(f"{key}-verdict") == "accept" for key in stale)
