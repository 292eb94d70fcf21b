"""How well readings agree with annotated releases: precision, recall and F1 per field.

Matching: single values, names and codes exactly (case and white space folded); an organization by name or
acronym; an agreement by kind, year and 0.6 of its words; a regulation by kind, number and year; a quote by
0.9 of its text; a planned event by half of its words. Role, organization and speaker are scored apart, on
matched entries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

Entry = Any
Same = Callable[[Entry, Entry], bool]

AGREEMENT_OVERLAP, EVENT_OVERLAP, QUOTE_SIMILARITY = 0.6, 0.5, 0.9


@dataclass
class Tally:
    """Hits, `spurious` (read, not annotated) and `missed` (annotated, not read) entries of one field."""

    hits: int = 0
    spurious: list[tuple[str, str]] = field(default_factory=list)
    missed: list[tuple[str, str]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.hits / (self.hits + len(self.spurious)) if self.hits or self.spurious else 1.0

    @property
    def recall(self) -> float:
        return self.hits / (self.hits + len(self.missed)) if self.hits or self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean; 1.0 where there was nothing to find and nothing was found."""
        total = 2 * self.hits + len(self.spurious) + len(self.missed)
        return 2 * self.hits / total if total else 1.0

    def add(self, other: Tally) -> None:
        self.hits += other.hits
        self.spurious += other.spurious
        self.missed += other.missed


class Score:
    """Tallies per field over many releases. `tallies["all"]` sums every field."""

    def __init__(self) -> None:
        self.tallies: dict[str, Tally] = {}

    def compare(self, name: str, read: dict[str, Any], annotated: dict[str, Any]) -> None:
        """Add one release; `name` marks its errors."""
        for field_name, found, wanted, same in _fields(read, annotated):
            self._add(name, field_name, found, wanted, same)

    def _add(self, name: str, field_name: str, found: list[Entry], wanted: list[Entry], same: Same) -> None:
        pairs, spurious, missed = match(found, wanted, same)
        tally = Tally(
            len(pairs), [(name, show(entry)) for entry in spurious], [(name, show(entry)) for entry in missed]
        )
        for key in (field_name, "all"):
            self.tallies.setdefault(key, Tally()).add(tally)
        for key in APART.get(field_name, ()):
            self._add_apart(name, key, pairs)

    def _add_apart(self, name: str, key: str, pairs: list[tuple[Entry, Entry]]) -> None:
        for read, annotated in pairs:
            found, wanted = read.get(key), annotated.get(key)
            who = annotated.get("name") or annotated["text"][:50]
            same = fold(found) == fold(wanted)
            tally = Tally(int(same and bool(wanted)))
            if not same:
                tally.spurious += [(name, f"{found} [{who}]")] if found else []
                tally.missed += [(name, f"{wanted} [{who}]")] if wanted else []
            for label in (key, "all"):
                self.tallies.setdefault(label, Tally()).add(tally)


APART = {"people": ("role", "org"), "quotes": ("speaker",)}


def _fields(read: dict[str, Any], annotated: dict[str, Any]) -> Iterator[tuple[str, list, list, Same]]:
    for name in ("title", "dateline_city", "event_date"):
        yield name, _single(read[name]), _single(annotated[name]), _same_text
    for name, same in SAME.items():
        yield name, read[name], annotated[name], same


def _single(value: Entry) -> list[Entry]:
    return [value] if value else []


def match(
    found: list[Entry], wanted: list[Entry], same: Same
) -> tuple[list[tuple[Entry, Entry]], list, list]:
    """Pairs that agree, each entry in one pair at most; then what was found in vain, and what was missed."""
    pairs, spurious, missed = [], [], list(wanted)
    for entry in found:
        partner = next((other for other in missed if same(entry, other)), None)
        if partner is None:
            spurious.append(entry)
        else:
            missed.remove(partner)
            pairs.append((entry, partner))
    return pairs, spurious, missed


def fold(value: object) -> str:
    return " ".join(str(value or "").split()).casefold()


def show(entry: Entry) -> str:
    if isinstance(entry, str):
        return entry
    shown = ("name", "acronym", "text", "kind", "number", "year", "verb", "speaker")
    return " · ".join(str(entry[key]) for key in shown if entry.get(key))


def overlap(one: str, other: str) -> float:
    """Twice the common words over all words (Dice), each word once."""
    first, second = set(_words(one)), set(_words(other))
    return 2 * len(first & second) / (len(first) + len(second)) if first or second else 1.0


def _words(text: str) -> list[str]:
    return [word for word in (word.strip(".,;:()|“”\"'") for word in fold(text).split()) if word]


def _same_text(one: Entry, other: Entry) -> bool:
    return fold(one) == fold(other)


def _same_name(one: Entry, other: Entry) -> bool:
    return fold(one["name"]) == fold(other["name"])


def _same_organization(one: Entry, other: Entry) -> bool:
    names = {fold(other["name"]), fold(other.get("acronym"))} - {""}
    return bool(names & {fold(one["name"]), fold(one.get("acronym"))})


def _same_agreement(one: Entry, other: Entry) -> bool:
    alike = (one["kind"], one["year"]) == (other["kind"], other["year"])
    return alike and overlap(one["text"], other["text"]) >= AGREEMENT_OVERLAP


def _same_regulation(one: Entry, other: Entry) -> bool:
    return all(fold(one[key]) == fold(other[key]) for key in ("kind", "number", "year"))


def _same_quote(one: Entry, other: Entry) -> bool:
    matcher = SequenceMatcher(None, fold(one["text"]), fold(other["text"]), autojunk=False)
    return matcher.quick_ratio() >= QUOTE_SIMILARITY and matcher.ratio() >= QUOTE_SIMILARITY


def _same_event(one: Entry, other: Entry) -> bool:
    return overlap(one, other) >= EVENT_OVERLAP


SAME: dict[str, Same] = {
    "people": _same_name,
    "organisations": _same_organization,
    "countries": _same_text,
    "agreements": _same_agreement,
    "regulations": _same_regulation,
    "quotes": _same_quote,
    "planned_events": _same_event,
}
