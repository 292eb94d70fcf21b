"""The words that facts rest on: in releases as they stand now, and in outside sources.

One query fetches the sources of a whole page, the newest CITATIONS_SHOWN of each fact. A working copy's own
citations are never read, only its published ones; a citation without a release is an outside source and
public with its fact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from operator import itemgetter
from typing import Any

from django.db.models import (
    Case,
    CharField,
    DateField,
    DateTimeField,
    F,
    IntegerField,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    UUIDField,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from rest_framework.request import Request

from agreements.models import Agreement, AgreementAction, Event, LegalInstrument
from articles.models import Citation, EditionCitation, EditionText
from articles.models.citations import TARGETS
from articles.models.projections import CITATIONS_SHOWN, newest_of_each
from entities.models import Appointment, Organization, Person, PersonHonorific, Post
from pressroom.api.references import address

Target = tuple[str, int]
# A citation and its place among all that were fetched.
Ranked = tuple[int, dict[str, Any]]

KINDS: dict[type[Model], str] = {
    Organization: "organization",
    PersonHonorific: "person_honorific",
    Appointment: "appointment",
    Agreement: "agreement",
    AgreementAction: "action",
    Event: "event",
}
WORDS = ("excerpt", "basis", "note", "note_en")
RELEASE = ("release_uid", "release_title", "release_title_en")
# What an answer prints of a citation: two that agree in all of it are one.
PRINTED = ("release_uid", "paragraph", *WORDS, "url", "retrieved_on")
COLUMNS = (
    *("fact_type", "fact_id", "paragraph", *WORDS, *RELEASE),
    *("url", "retrieved_on", "is_outside", "public_from", "id"),
)


def targets_of(row: Model) -> list[Target]:
    """What a row's sources cite: itself, or, where it cannot be cited, the facts that make it known."""
    kind = KINDS.get(type(row))
    if kind is None:
        return targets_of_all(known_by(row))
    merged = known_mergers(row) if isinstance(row, Organization) else ()
    return [(kind, row.pk), *targets_of_all(merged)]


def known_mergers(row: Organization) -> list[Organization]:
    """The public rows merged into this one; what was recorded under a hidden one is not told of another."""
    return [merged for merged in row.merged_from.all() if merged.is_visible()]


def targets_of_all(rows: Iterable[Model]) -> list[Target]:
    return [target for row in rows for target in targets_of(row)]


def known_by(row: Model) -> list[Model]:
    """The facts through which a row is known, as the view has prefetched them."""
    if isinstance(row, Person):
        return [*row.honorifics.all(), *row.appointments.all()]
    if isinstance(row, Post):
        return [*row.appointments.all()]
    if isinstance(row, LegalInstrument):
        return [*row.actions.all()]
    raise TypeError(f"{type(row).__name__} has no sources.")


class Sources:
    """The citations of many facts, ready to be printed."""

    def __init__(self, targets: Iterable[Target], request: Request) -> None:
        self.request = request
        self.found: defaultdict[Target, list[Ranked]] = defaultdict(list)
        if wanted := ids_by_type(targets):
            for rank, row in enumerate(rows(wanted)):
                self.found[row["fact_type"], row["fact_id"]].append((rank, row))

    def of(self, row: Model) -> list[dict[str, Any]]:
        """The newest of each kind of source; a sentence that supports several facts of the row comes once."""
        once: dict[tuple[Any, ...], dict[str, Any]] = {}
        cited = (pair for target in targets_of(row) for pair in self.found[target])
        for _rank, found in sorted(cited, key=itemgetter(0)):
            once.setdefault(tuple(found[name] for name in PRINTED), found)
        kinds = ([found for found in once.values() if found["is_outside"] == kind] for kind in (0, 1))
        return [entry(found, self.request) for kind in kinds for found in kind[:CITATIONS_SHOWN]]


def ids_by_type(targets: Iterable[Target]) -> dict[str, set[int]]:
    wanted: defaultdict[str, set[int]] = defaultdict(set)
    for kind, pk in targets:
        wanted[kind].add(pk)
    return wanted


def rows(wanted: dict[str, set[int]]) -> QuerySet:
    """The newest published citations of each fact, then outside sources: one query for both."""
    columns = [found.order_by().values(*COLUMNS) for found in (published(wanted), outside(wanted))]
    return (
        columns[0].union(columns[1], all=True).order_by("is_outside", "-public_from", "-retrieved_on", "id")
    )


def published(wanted: dict[str, set[int]]) -> QuerySet:
    return with_release(EditionCitation.objects.newest_for(wanted)).annotate(
        fact_type=F("target_type"),
        fact_id=F("target_id"),
        is_outside=Value(0),
        url=Value("", output_field=CharField()),
        retrieved_on=Value(None, output_field=DateField()),
    )


def outside(wanted: dict[str, set[int]]) -> QuerySet:
    cites = Q()
    for kind, pks in wanted.items():
        cites |= Q(**{f"{kind}__in": pks})
    cited = Citation.objects.filter(cites, article__isnull=True)
    no_words = Value("", output_field=CharField())
    return newest_of_each(cited, TARGETS, ("-retrieved_on", "id")).annotate(
        fact_type=Case(*(When(**{f"{kind}__isnull": False}, then=Value(kind)) for kind in TARGETS)),
        fact_id=Coalesce(*(f"{kind}_id" for kind in TARGETS)),
        paragraph=Value(None, output_field=IntegerField()),
        release_uid=Value(None, output_field=UUIDField()),
        release_title=no_words,
        release_title_en=no_words,
        is_outside=Value(1),
        public_from=Value(None, output_field=DateTimeField()),
    )


def with_release(queryset: QuerySet) -> QuerySet:
    """Annotate projections with the uid and the titles of their release as it stands.

    The uid is all that is ever read of a working copy: it never changes and says nothing.
    """
    texts = EditionText.objects.filter(edition=OuterRef("edition"))
    return queryset.annotate(
        release_uid=F("edition__article__uid"),
        release_title=Subquery(texts.filter(language="id").values("title")[:1]),
        release_title_en=Subquery(texts.filter(language="en").values("title")[:1]),
    )


def entry(row: dict[str, Any], request: Request) -> dict[str, Any]:
    retrieved = row["retrieved_on"]
    return {
        "release": release_entry(row, request) if row["release_uid"] else None,
        "paragraph": row["paragraph"],
        **words(row),
        "url": row["url"] or None,
        "retrieved_on": retrieved.isoformat() if retrieved else None,
    }


def release_entry(row: dict[str, Any], request: Request) -> dict[str, Any]:
    """A release from what `with_release` has annotated."""
    uid = str(row["release_uid"])
    return {
        "id": uid,
        "title": {"id": row["release_title"], "en": row["release_title_en"]},
        "url": address("releases", uid, request),
    }


def words(row: dict[str, Any]) -> dict[str, Any]:
    note = {"id": row["note"], "en": row["note_en"] or None} if row["note"] else None
    return {"excerpt": row["excerpt"], "basis": row["basis"], "note": note}
