"""What must hold of the record whenever somebody was killed while writing to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from django.db import transaction
from django.db.models import Count

from articles import projections, record
from articles.models import Article, Cancellation, Edition, WorkflowStep
from articles.reveal import source_of
from articles.transitions import TRANSITIONS
from pressroom.core import changes
from pressroom.core.models import AuditEntry, Change, PendingChange


def steps() -> int:
    return WorkflowStep.objects.count()


def editions() -> int:
    return Edition.objects.count()


def logged() -> int:
    return Change.objects.count()


@transaction.atomic
def faults(*, every_edition: bool) -> list[str]:
    """Takes the lock, so that a transaction that outlives its client has come to its end.

    To derive every edition again takes longer the more there are; the rest is asked each time.
    """
    changes.lock()
    proved = record.faults() if every_edition else record.log_faults()
    return [*proved, *half_editions(), *doubles(), *ghosts(), *half_steps()]


def half_editions() -> Iterator[str]:
    if projections.are_missing():
        yield "An edition has no projections."
    for edition in Edition.objects.annotate(made=Count("steps")).filter(made=0):
        yield f"Edition {edition} was made by no step."


def doubles() -> Iterator[str]:
    """No release stands twice in the log, nor in it and before it."""
    releases = Change.objects.filter(kind="release")
    pairs = list(releases.values_list("object_id", "version"))
    pairs += PendingChange.objects.filter(kind="release").values_list("object_id", "version")
    if len(pairs) != len(set(pairs)):
        yield "A release is logged twice."


def ghosts() -> Iterator[str]:
    """Nothing waits for an edition that was cancelled."""
    cancelled = Edition.objects.filter(pk__in=Cancellation.objects.values("edition")).select_related(
        "article"
    )
    sources = [source_of(edition) for edition in cancelled]
    for row in PendingChange.objects.filter(source__in=sources):
        yield f"The cancelled edition {row.source} is still waited for."


def half_steps() -> Iterator[str]:
    """Every step is in the audit trail, and every text in a revision."""
    rows = WorkflowStep.objects.all(), AuditEntry.objects.filter(act__in=TRANSITIONS)
    done, noted = (Counter(some.values_list("act", flat=True)) for some in rows)
    if done != noted:
        yield f"Steps and audit trail differ: {done - noted} without an entry, {noted - done} without a step."
    for article in Article.objects.filter(revisions=None):
        yield f"{article} has no revision."


def lost(told: int, kept: int, interrupted: bool) -> Iterator[str]:
    """Whatever was told to be done is stored, and of what was interrupted all or nothing."""
    if not told <= kept <= told + interrupted:
        yield f"{told} acts were done and {kept} are stored."
