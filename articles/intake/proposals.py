"""What an editor is asked, and how the answers come back.

A proposal is one card: accept (perhaps changed) or skip. Answers are flat text, as a form posts them:
`{key}-verdict` is "accept" or "skip", `{key}-match` the id of an existing row or "" for a new one, and
`{key}-{field}` each value.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from .reader.findings import Evidence, Reading, Span

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Verdict = Literal["existing", "probable", "new"]
Kind = Literal[
    "release",
    "person",
    "organization",
    "country",
    "agreement",
    "regulation",
    "event",
    "quote",
    "topic",
    "concern",
]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row of the register that a finding may mean. `verdict` is never "new"; `reason` tells editors why."""

    pk: str
    label: str
    verdict: Verdict
    reason: StrOrPromise


@dataclass(frozen=True, slots=True)
class Match:
    """The candidates, best first; none: the register does not know it."""

    candidates: tuple[Candidate, ...] = ()

    @property
    def verdict(self) -> Verdict:
        return self.candidates[0].verdict if self.candidates else "new"

    @property
    def certain(self) -> Candidate | None:
        """The one candidate that may be taken without asking: existing, and the only existing one."""
        existing = [candidate for candidate in self.candidates if candidate.verdict == "existing"]
        return existing[0] if len(existing) == 1 else None


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: StrOrPromise


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a card. `kind` is text, lines (one a line) or choice; a choice offers `choices`."""

    name: str
    label: StrOrPromise
    value: str
    kind: Literal["text", "lines", "choice"] = "text"
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Concern:
    """Something that does not fit: with what the register holds (`held`, from `source`), or with house style.

    `span` holds what the text says; `fix` is what to put in place of exactly that span, None where only the
    editor can know. Nothing inside a quote has a fix: `quoted` concerns are hints such as [sic].
    """

    code: str
    span: Span
    message: StrOrPromise
    held: StrOrPromise = ""
    source: StrOrPromise = ""
    source_url: str = ""
    fix: str | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """`key` is stable for one text and its date ("person-0"). `spans` are highlighted, in order.

    `certain` is what "accept all certain" takes. `needs` are the keys of cards without which this one cannot
    be written (a quote needs its speaker). A card without fields and fix (`decidable` False) only informs.
    """

    key: str
    kind: Kind
    label: str
    spans: tuple[Span, ...]
    evidence: Evidence | None = None
    match: Match = Match()
    fields: tuple[Field, ...] = ()
    certain: bool = False
    needs: tuple[str, ...] = ()
    concern: Concern | None = None
    decidable: bool = True


@dataclass(frozen=True, slots=True)
class Proposals:
    """Everything asked about one text, in the order of the cards."""

    reading: Reading
    cards: tuple[Proposal, ...]

    def card(self, key: str) -> Proposal | None:
        return next((card for card in self.cards if card.key == key), None)

    def of_kind(self, kind: Kind) -> list[Proposal]:
        return [card for card in self.cards if card.kind == kind]
