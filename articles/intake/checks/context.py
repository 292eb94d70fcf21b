"""What the checks look at: findings with the rows that they may mean, each table read once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from agreements.models import Agreement, LegalInstrument
from articles.intake.proposals import Candidate, Concern, Match
from articles.intake.reader import Reading, Span
from articles.intake.reader import findings as found
from articles.intake.resolving import Resolution, day_of
from articles.intake.resolving.offices import of_people_and_bodies
from articles.intake.spans import Places, quotations
from entities.models import Appointment, Organization, Person

from .sources import source_of


class Context:
    """A reading beside the registers."""

    def __init__(self, reading: Reading, resolution: Resolution) -> None:
        self.reading, self.resolution = reading, resolution
        self.flat = reading.document.flat
        self.day = day_of(reading)

    @cached_property
    def quotations(self) -> Places:
        return quotations(self.reading)

    def people(self) -> Iterator[tuple[found.Person, Match]]:
        return zip(self.reading.people, self.resolution.people, strict=True)

    def bodies_of(self, person: found.Person) -> set[int]:
        """The rows that the person's organization may mean."""
        pairs = zip(self.reading.organizations, self.resolution.organizations, strict=True)
        return {pk for body, match in pairs if body.name == person.organization for pk in keys(match)}

    @cached_property
    def appointments(self) -> list[Appointment]:
        """Of everybody in question, and to every office of the bodies in question."""
        people = {pk for match in self.resolution.people for pk in keys(match)}
        bodies = {pk for match in self.resolution.organizations for pk in keys(match)}
        if not people and not bodies:
            return []
        asked = of_people_and_bodies(people, bodies)
        return list(Appointment.objects.filter(asked).with_names().order_by("pk"))

    @cached_property
    def persons(self) -> dict[int, Person]:
        """Everybody whom a person found may be, with titles and other names."""
        people = {pk for match in self.resolution.people for pk in keys(match)}
        rows = Person.objects.prefetch_related("honorifics__honorific", "names")
        return rows.in_bulk(people) if people else {}

    @cached_property
    def organizations(self) -> list[tuple[found.Organization, Organization]]:
        """Each body found with the one row that it may be."""
        pairs = likely(self.reading.organizations, self.resolution.organizations)
        rows = Organization.objects.prefetch_related("names").in_bulk({pk for _body, pk in pairs})
        return [(body, rows[pk]) for body, pk in pairs if pk in rows]

    @cached_property
    def agreements(self) -> list[tuple[found.Agreement, Agreement]]:
        """Each agreement found with the row that fits best, its parties and steps read."""
        pairs = likely(self.reading.agreements, self.resolution.agreements)
        rows = Agreement.objects.prefetch_related(
            "parties__organization", "actions__instrument__kind", "actions__party"
        )
        known = rows.in_bulk({pk for _agreement, pk in pairs})
        return [(agreement, known[pk]) for agreement, pk in pairs if pk in known]

    @cached_property
    def instruments(self) -> dict[int, LegalInstrument]:
        wanted = {pk for match in self.resolution.regulations for pk in keys(match)}
        return LegalInstrument.objects.select_related("kind", "issuer").in_bulk(wanted) if wanted else {}

    def concern(
        self, code: str, span: Span, message: str, held: str, fact: Any, fix: str | None = None
    ) -> Concern:
        """What the text says at `span` against `held`, which rests on the sources of that fact."""
        quoted = self.quotations.touch(span)
        label, url = source_of(fact)
        return Concern(code, span, message, held, label, url, None if quoted else fix, quoted)


def keys(match: Match) -> Iterator[int]:
    return (int(candidate.pk) for candidate in match.candidates)


def likely(findings: Iterable[Any], matches: Iterable[Match]) -> list[tuple[Any, int]]:
    """Findings with the row that is certainly or at least singly meant."""
    pairs = ((finding, only(match)) for finding, match in zip(findings, matches, strict=True))
    return [(finding, int(candidate.pk)) for finding, candidate in pairs if candidate]


def only(match: Match) -> Candidate | None:
    return match.certain or (match.candidates[0] if len(match.candidates) == 1 else None)
