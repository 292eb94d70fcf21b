"""The change log: one row per public change of anything, numbered in the order of commits."""

from __future__ import annotations

from datetime import datetime

from django.db import connection, models
from django.db.transaction import TransactionManagementError
from django.utils import timezone

from pressroom.core.models import Change
from pressroom.core.visibility import Public

# Any constant will do, as long as nothing else in the database takes the same advisory lock.
LOCK_KEY = 0x5052_4553_53


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
) -> Change:
    """Write the next row of the log; the caller is in a transaction, which this serialises with others."""
    lock()
    return Change.objects.create(
        seq=newest() + 1,
        at=at or timezone.now(),
        kind=kind,
        object_id=object_id,
        op=op,
        version=version,
        digest=digest,
    )


def append_fact(fact: Public, *, op: str = Change.Op.UPSERT, at: datetime | None = None) -> Change:
    """Log that a row of the registers changed for the public."""
    subject = fact.change_subject
    return append(subject.change_kind, subject.public_id, op=op, at=at)


def newest() -> int:
    """The number of the newest change, 0 before the first: the generation of everything public."""
    return Change.objects.aggregate(newest=models.Max("seq"))["newest"] or 0
