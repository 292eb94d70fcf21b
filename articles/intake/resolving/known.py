"""Names of the registers in the text that the reader passed over."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any, NamedTuple

from articles.intake.reader import Reading, Span
from articles.intake.resolving.index import Index, Mention
from articles.intake.resolving.names import MAIN
from articles.intake.resolving.words import words_of
from articles.intake.spans import Named, Places

KINDS = ("person", "organization", "agreement")


class Passed(NamedTuple):
    kind: str
    pk: Any
    label: str
    mentions: tuple[Span, ...]


def passed_over(
    index: Index, reading: Reading, mentions: Sequence[Mention], met: set[tuple[str, Any]]
) -> tuple[Passed, ...]:
    """Each row once, in order of place. `met` rows are candidates of a finding already."""
    places: dict[tuple[str, Any], list[Span]] = {}
    labels: dict[tuple[str, Any], str] = {}
    taken = places_of(reading)
    for mention in (mention for mention in mentions if not taken.touch(mention.span)):
        rows = {(name.kind, index.survivor(name.kind, name.pk)): name for name in mention.names}
        if len(rows) == 1 and rows.keys().isdisjoint(met):
            ((row, name),) = rows.items()
            if row[0] in KINDS and is_telling(name.kind, name.text):
                places.setdefault(row, []).append(mention.span)
                if row not in labels or name.form == MAIN:
                    labels[row] = name.text
    return tuple(Passed(kind, pk, labels[kind, pk], tuple(spans)) for (kind, pk), spans in places.items())


def is_telling(kind: str, name: str) -> bool:
    """A person of one name would be found in every namesake."""
    return kind != "person" or len(words_of(name)) > 1


def places_of(reading: Reading) -> Places:
    """Every place that a finding takes."""
    findings: chain[Named] = chain(
        reading.organizations, reading.people, reading.agreements, reading.countries
    )
    offices = (span for person in reading.people for span in (*person.titles, person.role_span) if span)
    return Places(chain((span for finding in findings for span in finding.mentions), offices))
