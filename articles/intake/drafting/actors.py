"""Who a line names: an accepted person or organization, or a country."""

from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property

from articles.intake.reference import bare
from entities.models import Country, Organization, Person

from .writing import Writing

Actor = Person | Organization | Country


class Actors:
    """Looks names up among what the draft accepted; countries are always there."""

    def __init__(self, writing: Writing) -> None:
        self.writing = writing

    @cached_property
    def named(self) -> dict[str, Person | Organization]:
        """By the register's names and by those that the text prints."""
        found: dict[str, Person | Organization] = {}
        readings: dict[str, tuple[Any, ...]] = {
            "person": self.writing.reading.people,
            "organization": self.writing.reading.organizations,
        }
        for key, row in self.writing.made.items():
            kind, _dash, number = key.partition("-")
            if kind in readings:
                names = [row.name, getattr(row, "short", "")]
                if int(number) < len(readings[kind]):
                    entry = readings[kind][int(number)]
                    names += [entry.name, getattr(entry, "acronym", "")]
                found |= {bare(name): row for name in names if name}
        return found

    @cached_property
    def left_out(self) -> set[str]:
        """Names that the text gives and the editor skipped."""
        reading = self.writing.reading
        names = [*(body.name for body in reading.organizations), *(person.name for person in reading.people)]
        return set(map(bare, names)) - set(self.named)

    def is_left_out(self, line: str) -> bool:
        return bare(line) in self.left_out

    def find(self, line: str) -> Actor | None:
        return self.named.get(bare(line)) or self.writing.reference.country_of(line)
