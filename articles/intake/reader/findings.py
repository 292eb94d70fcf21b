"""What the reader finds. Every finding says where in the text it stands; a conclusion also says why.

Offsets count characters of the text as it was given. `Reading.text[span.start:span.end]` are the exact words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Basis = Literal["stated", "inferred"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` up to, not including, `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words, white space folded."""
        return " ".join(text[self.start : self.end].split())

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a finding rests on. A conclusion says why: an Indonesian sentence with %(name)s places.

    `values` fills the places; a date among them is written in the language of whoever reads the reason.
    """

    span: Span
    basis: Basis = "stated"
    reason: str = ""
    values: Mapping[str, str | int | date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dateline:
    """`place` in title case ("Jakarta"), `outlet` as printed or "", `day` where the dateline gives one."""

    span: Span
    place: str
    outlet: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """Some day from `first` to `last` (equal: that day), both None where the words allow no conclusion.

    `printed` are the words that the date rests on ("Rabu (9/10)", "awal tahun 2025"). `to_the_day` where they
    name days ("10–12 Juni" too), not a month or "pekan lalu".
    """

    printed: str
    first: date | None
    last: date | None
    evidence: Evidence
    to_the_day: bool = False


@dataclass(frozen=True, slots=True)
class Organization:
    """`name` without its acronym; `mentions` are all places, by name or acronym, the first one first."""

    name: str
    acronym: str
    mentions: tuple[Span, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Country:
    """`code` is ISO 3166-1 alpha-2; `mentions` names, adjectives and demonyms."""

    code: str
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """`full` as printed at the first full mention, with `prefixes` and `suffixes`; `name` without them.

    `role` is verbatim or ""; `acting` one of "", "plt", "plh", "pj"; `former` for "mantan" and "eks".
    `organization` is the `name` of one of the organizations found, or "". `mentions` are the places of the
    name, long or short; `titles` those where only the office stands for the person ("Kepala BNPT").
    """

    name: str
    full: str
    mentions: tuple[Span, ...]
    evidence: Evidence
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    role: str = ""
    role_span: Span | None = None
    acting: str = ""
    former: bool = False
    organization: str = ""
    titles: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Regulation:
    """`kind` is UU, Perpres, Keppres, PP, Permen, Perkap, Inpres or other; `number` and `year` may lack.

    `issuer` is the body that issued a Permen or Perban ("Menteri Dalam Negeri", "BNPT"), else "". `title` is
    what "tentang …" says, else "". `form` is the finer word for a kind (perppu, perban, perda, fatwa …).
    """

    kind: str
    number: str | None
    year: int | None
    mentions: tuple[Span, ...]
    issuer: str = ""
    title: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """`kind` is mou, pks, treaty or other; `form` the finer word (convention, protocol, loi …) or "".

    `parties` as printed; `year` of signature (planned: the planned one); `action` is signed, renewed,
    ratified, planned or ""; `ratified_by` the instrument as printed, `regulation` the same as found.
    """

    text: str
    kind: str
    mentions: tuple[Span, ...]
    evidence: Evidence
    form: str = ""
    subject: str = ""
    parties: tuple[str, ...] = ()
    year: int | None = None
    action: str = ""
    ratified_by: str = ""
    regulation: Regulation | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """`text` verbatim without marks; `speaker` a person's `name`, the words of a document that speaks, or "".

    `attribution` as printed ("Kepala BNPT"; "" for a bare -nya), `verb` as printed or "". Indirect speech has
    `direct` False. `evidence` says how the speaker is known.
    """

    text: str
    span: Span
    direct: bool
    speaker: str
    evidence: Evidence
    attribution: str = ""
    verb: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """`title` verbatim; `kind` one of courtesy_call, expert_meeting, signing, conference, briefing, other.

    `planned` lies ahead of the release. `participants` are names of people, organizations or country codes.
    """

    title: str
    kind: str
    evidence: Evidence
    planned: bool
    when: Moment | None = None
    place: str = ""
    participants: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a vocabulary given to the reader: `key` comes back, `names` are what is looked for."""

    key: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    key: str
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the editor should know: a weekday that contradicts its date, a date that cannot be known."""

    code: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`kind` is text, item (of a list) or heading; `sentences` lie inside `span`, without the dateline."""

    span: Span
    kind: str
    sentences: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A text laid out. `flat` is as long as `text`, but all its white space is single blanks: search in it.

    Paragraphs leave out the title; a hard-wrapped paragraph is one.
    """

    text: str
    flat: str
    title: Span
    dateline: Dateline | None
    paragraphs: tuple[Paragraph, ...]
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    document: Document
    event_date: Moment | None = None
    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    countries: tuple[Country, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    regulations: tuple[Regulation, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    topics: tuple[Topic, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def text(self) -> str:
        return self.document.text

    @property
    def title(self) -> str:
        return self.document.title.of(self.text)
