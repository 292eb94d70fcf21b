"""Findings against the registers: which row each may mean, and known names that the reader passed over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from articles.intake.proposals import Match
from articles.intake.reader import Reading, Span
from articles.intake.resolving import agreements, events, organizations, people, regulations
from articles.intake.resolving.index import Index, current
from articles.intake.resolving.known import passed_over


@dataclass(frozen=True, slots=True)
class Known:
    """A name of the registers that stands in the text but in no finding.

    `kind` is person, organization or agreement.
    """

    kind: str
    pk: str
    label: str
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """One match per finding, in the reading's order."""

    people: tuple[Match, ...]
    organizations: tuple[Match, ...]
    agreements: tuple[Match, ...]
    regulations: tuple[Match, ...]
    events: tuple[Match, ...]
    known: tuple[Known, ...] = ()


def resolve(reading: Reading) -> Resolution:
    """Match every finding with the registers as they are now."""
    index = current()
    bodies = match_bodies(index, reading)
    meant = meanings([body.name for body in reading.organizations], bodies)
    persons = match_persons(index, reading, meant)
    known_people = meanings([person.name for person in reading.people], persons)
    return Resolution(
        people=persons,
        organizations=bodies,
        agreements=match_agreements(index, reading, meant),
        regulations=regulations.match_regulations(
            reading.regulations, regulations.read_instruments(reading.regulations)
        ),
        events=match_events(reading, known_people, meant),
        known=known_names(index, reading, persons, bodies),
    )


def day_of(reading: Reading) -> date | None:
    """The day on which offices are looked up."""
    if reading.event_date and reading.event_date.first:
        return reading.event_date.first
    return reading.document.published


def match_bodies(index: Index, reading: Reading) -> tuple[Match, ...]:
    return tuple(organizations.match(index, found) for found in reading.organizations)


def match_persons(index: Index, reading: Reading, meant: dict[str, frozenset[int]]) -> tuple[Match, ...]:
    sought = people.seek(index, reading.people, meant)
    return people.match_people(sought, people.read_register(index, sought, day_of(reading)))


def match_agreements(index: Index, reading: Reading, meant: dict[str, frozenset[int]]) -> tuple[Match, ...]:
    sought = agreements.seek(index, reading, meant)
    return agreements.match_agreements(sought, agreements.read_agreements(sought))


def match_events(
    reading: Reading, known_people: dict[str, frozenset[int]], meant: dict[str, frozenset[int]]
) -> tuple[Match, ...]:
    sought = events.seek(reading.events, known_people, meant)
    return events.match_events(sought, events.read_events(sought))


def meanings(names: Sequence[str], matches: Sequence[Match]) -> dict[str, frozenset[int]]:
    """The rows that each name may mean."""
    return {
        name: frozenset(int(candidate.pk) for candidate in match.candidates)
        for name, match in zip(names, matches, strict=True)
    }


def known_names(
    index: Index, reading: Reading, persons: Iterable[Match], bodies: Iterable[Match]
) -> tuple[Known, ...]:
    met: set[tuple[str, Any]] = {
        *(("person", int(candidate.pk)) for match in persons for candidate in match.candidates),
        *(("organization", int(candidate.pk)) for match in bodies for candidate in match.candidates),
    }
    passed = passed_over(index, reading, index.find(reading.document.flat), met)
    return tuple(Known(one.kind, str(one.pk), one.label, one.mentions) for one in passed)
