"""What became of the names since they were last read, also by other processes and by a rollback."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Max

from articles.models import NameChange

# A row of a register: its kind and its key.
Owner = tuple[str, Any]


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Changes marked below `since` are all known; of the later ones those with these tokens."""

    since: int
    known: frozenset[str]


def now() -> Bookmark:
    """To be taken before the names are read."""
    since = horizon()
    return Bookmark(since, frozenset(marked_from(since).values_list("token", flat=True)))


def changed_since(bookmark: Bookmark) -> tuple[set[Owner] | None, Bookmark]:
    """Whose names changed; None where a known change is gone again, and with it all that was read."""
    since = horizon() if connection.vendor == "postgresql" else bookmark.since
    rows = list(marked_from(bookmark.since).values_list("token", "mark", "kind", "subject"))
    if connection.vendor != "postgresql":
        since = max((mark for _token, mark, *_owner in rows), default=since)
    later = Bookmark(since, frozenset(token for token, mark, *_owner in rows if mark >= since))
    if not bookmark.known <= {row[0] for row in rows}:
        return None, later
    return {owner(*row[2:]) for row in rows if row[0] not in bookmark.known}, later


def marked_from(since: int) -> Any:
    return NameChange.objects.filter(mark__gte=since).order_by()


def owner(kind: str, subject: str) -> Owner:
    return kind, subject if kind == "country" else int(subject)


def horizon() -> int:
    """No change that is still to become visible will be marked below this."""
    if connection.vendor != "postgresql":
        return NameChange.objects.aggregate(newest=Max("mark"))["newest"] or 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        return cursor.fetchone()[0]
