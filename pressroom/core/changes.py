"""The change log: one row per public change of anything, numbered in the order of commits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import connection, models, transaction
from django.db.transaction import TransactionManagementError
from django.utils import timezone

from pressroom.core.models import Change, PendingChange
from pressroom.core.visibility import Public

# Any constant will do, as long as nothing else in the database takes the same advisory lock.
LOCK_KEY = 0x5052_4553_53
# What a row that waits has in common with the row of the log that it becomes.
COPIED = ("kind", "object_id", "op", "version", "digest")


def lock() -> None:
    """Let one transaction at a time write the record, until it ends.

    PostgreSQL takes an advisory lock; SQLite has already locked, as its transactions begin IMMEDIATE.
    Without it a lower number could be committed after a higher one had been read.
    """
    if not connection.in_atomic_block:
        raise TransactionManagementError("The change log is written inside a transaction.")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK_KEY])


def append(
    kind: str,
    object_id: str,
    *,
    op: str = Change.Op.UPSERT,
    version: int | None = None,
    digest: str = "",
    at: datetime | None = None,
    source: str = "",
) -> Change:
    """Log a change that happens `at` (default: now); one that lies ahead gets its `seq` when that comes.

    The caller is in a transaction, which this serialises with others.
    """
    at = at or timezone.now()
    row = Change(at=at, kind=kind, object_id=object_id, op=op, version=version, digest=digest)
    append_all([row], source)
    return row


def append_facts(
    facts: Iterable[Public], *, op: str = Change.Op.UPSERT, at: datetime | None = None, source: str = ""
) -> None:
    """Log that rows of the registers changed for the public: each API resource once, in order of its name."""
    subjects = {(fact.change_subject.change_kind, fact.change_subject.public_id) for fact in facts}
    at = at or timezone.now()
    rows = [Change(at=at, kind=kind, object_id=public_id, op=op) for kind, public_id in sorted(subjects)]
    append_all(rows, source)


def append_fact(
    fact: Public, *, op: str = Change.Op.UPSERT, at: datetime | None = None, source: str = ""
) -> None:
    """Log that one row of the registers changed for the public."""
    append_facts([fact], op=op, at=at, source=source)


def append_all(rows: Sequence[Change], source: str = "") -> None:
    """Log these rows in this order, behind whatever fell due before."""
    if not rows:
        return
    lock()
    now = timezone.now()
    ahead = [row for row in rows if row.at > now]
    waiting = [PendingChange(due=row.at, source=source, **copied(row)) for row in ahead]
    PendingChange.objects.bulk_create(waiting)
    write_due(now)
    write([row for row in rows if row.at <= now])


def advance(now: datetime | None = None) -> int:
    """Move every row that is due into the log, in order and exactly once; returns how many there were.

    Called by the worker every second, and by whoever reads the log: a dead worker delays no reader.
    """
    now = now or timezone.now()
    if not PendingChange.objects.filter(due__lte=now).exists():
        return 0
    with transaction.atomic():
        lock()
        return write_due(now)


def write_due(now: datetime) -> int:
    """The part of `advance` under the lock. What several releases make known at one moment is logged once."""
    due = list(PendingChange.objects.filter(due__lte=now).order_by("due", "pk"))
    if due:
        rows = [Change(at=row.due, **copied(row)) for row in due]
        write(list({(row.at, *copied(row).values()): row for row in rows}.values()))
        PendingChange.objects.filter(due__lte=now).delete()
    return len(due)


def write(rows: list[Change]) -> None:
    if rows:
        for seq, row in enumerate(rows, start=newest() + 1):
            row.seq = seq
        Change.objects.bulk_create(rows)


def copied(row: Change | PendingChange) -> dict[str, str | int | None]:
    return {name: getattr(row, name) for name in COPIED}


def newest() -> int:
    """The number of the newest change, 0 before the first: the generation of everything public."""
    return Change.objects.aggregate(newest=models.Max("seq"))["newest"] or 0
