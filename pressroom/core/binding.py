"""PostgreSQL's cursor for statements that are asked again and again: planned once for each connection."""

from __future__ import annotations

from typing import Any


def binding(driver: Any) -> Any:
    """A cursor that sends values beside the SQL; Django's own writes them into it, another SQL every time.

    `driver` is psycopg's connection, which need not be there for other databases.
    """
    from django.db.backends.postgresql.base import ServerBindingCursor

    return ServerBindingCursor(driver)  # type: ignore[call-arg]  # the stubs do not know its parents


def plan_once(connection: Any, **_signal: Any) -> None:
    """Left to itself, PostgreSQL plans anew for every moment: of any a third would be public, of now all."""
    if connection.vendor == "postgresql":
        connection.connection.execute("SET plan_cache_mode = force_generic_plan")
