"""Events of a release and those of the register: by day, kind and who took part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q
from django.utils.translation import gettext as _

from agreements.models import Event, EventParticipant
from articles.intake.proposals import Candidate, Match
from articles.intake.reader.findings import Event as Found
from articles.intake.resolving.agreements import subject_words

RELATED_TITLE = 0.5
# What is read of an event.
COLUMNS = ("kind", "title", "earliest", "latest")
MOST_CANDIDATES = 50


@dataclass(frozen=True, slots=True)
class Sought:
    """An event found, its days, and its participants as the register may know them."""

    found: Found
    first: date | None
    last: date | None
    people: frozenset[int]
    organizations: frozenset[int]
    countries: frozenset[str]

    def takes_part(self, event: Event) -> bool:
        """Whether anybody of the one takes part in the other; countries alone do not tell meetings apart."""
        rows = event.participants.all()
        people = {row.person_id for row in rows} & self.people
        return bool(people or {row.organization_id for row in rows} & self.organizations)

    def countries_fit(self, event: Event) -> bool:
        there = {row.country_id for row in event.participants.all()}
        return bool(there & self.countries)


def seek(
    found: Sequence[Found], people: dict[str, frozenset[int]], organizations: dict[str, frozenset[int]]
) -> list[Sought]:
    return [
        Sought(
            event,
            event.when.first if event.when else None,
            event.when.last if event.when else None,
            frozenset().union(*(people.get(name, frozenset()) for name in event.participants)),
            frozenset().union(*(organizations.get(name, frozenset()) for name in event.participants)),
            frozenset(event.participants),
        )
        for event in found
    ]


def read_events(sought: Sequence[Sought]) -> list[Event]:
    """Every row of the same kind on days in common, with its participants: two queries."""
    condition = Q()
    for one in sought:
        if one.first and one.last:
            condition |= Q(kind=one.found.kind, earliest__lte=one.last, latest__gte=one.first)
    if not condition:
        return []
    rows = Event.objects.filter(condition).order_by("pk")[:MOST_CANDIDATES]
    participants = EventParticipant.objects.only("event_id", "person_id", "organization_id", "country_id")
    return list(rows.only(*COLUMNS).prefetch_related(Prefetch("participants", participants.order_by())))


def match_events(sought: Sequence[Sought], rows: Sequence[Event]) -> tuple[Match, ...]:
    return tuple(match(one, rows) for one in sought)


def match(sought: Sought, rows: Sequence[Event]) -> Match:
    fitting = [row for row in rows if may_be(sought, row)]
    certain = [row for row in fitting if is_certain(sought, row)]
    fitting.sort(key=lambda row: (row not in certain, row.pk))
    return Match(tuple(candidate(row, certain) for row in fitting))


def may_be(sought: Sought, row: Event) -> bool:
    """Same kind and days; of "other" events the titles must be related too."""
    if sought.first is None or sought.last is None or row.kind != sought.found.kind:
        return False
    if row.earliest is None or row.latest is None or row.earliest > sought.last or row.latest < sought.first:
        return False
    return row.kind != Event.Kind.OTHER or related(sought.found.title, row.title)


def related(one: str, other: str) -> bool:
    said, title = subject_words(one), subject_words(other)
    return bool(said and title) and len(said & title) / min(len(said), len(title)) >= RELATED_TITLE


def is_certain(sought: Sought, row: Event) -> bool:
    same_days = (row.earliest, row.latest) == (sought.first, sought.last)
    return same_days and (sought.takes_part(row) or sought.countries_fit(row))


def candidate(row: Event, certain: Sequence[Event]) -> Candidate:
    if certain == [row]:
        return Candidate(str(row.pk), row.title, "existing", _("Tanggal, jenis, dan pesertanya sama."))
    if row in certain:
        reason = _("Ada %(count)d kegiatan sejenis dengan peserta ini pada tanggal itu.") % {
            "count": len(certain)
        }
        return Candidate(str(row.pk), row.title, "probable", reason)
    return Candidate(str(row.pk), row.title, "probable", _("Jenisnya sama dan waktunya bertepatan."))
