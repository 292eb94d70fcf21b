"""Database triggers that write `NameChange`: every door is watched, bulk writes and plain SQL too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db import DEFAULT_DB_ALIAS, connections

LOG = "articles_namechange"


class Watched(NamedTuple):
    """A table with names, the column that says whose they are, and the columns that matter."""

    table: str
    kind: str
    owner: str
    columns: tuple[str, ...]


WATCHED = (
    Watched("entities_person", "person", "id", ("name", "merged_into_id")),
    Watched("entities_personname", "person", "person_id", ("person_id", "name", "kind")),
    Watched("entities_organization", "organization", "id", ("name", "name_en", "short", "merged_into_id")),
    Watched(
        "entities_organizationname", "organization", "organization_id", ("organization_id", "name", "kind")
    ),
    Watched("agreements_agreement", "agreement", "id", ("title", "title_en", "title_original")),
    Watched("entities_country", "country", "iso2", ("name",)),
)
ROWS_OF = {"insert": ("new",), "update": ("old", "new"), "delete": ("old",)}

SQLITE_TRIGGER = """
CREATE TRIGGER IF NOT EXISTS {name} AFTER {event} ON {table} BEGIN {body} END
"""
SQLITE_NOTE = """
INSERT INTO articles_namechange (kind, subject, mark, token)
SELECT '{kind}', {row}.{owner}, COALESCE(MAX(mark), 0) + 1, hex(randomblob(16)) FROM articles_namechange;
"""
POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION note_name_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO articles_namechange (kind, subject, mark, token)
    SELECT TG_ARGV[0], changed ->> TG_ARGV[1], pg_current_xact_id()::text::bigint, gen_random_uuid()::text
    FROM unnest(ARRAY[to_jsonb(OLD), to_jsonb(NEW)]) AS changed WHERE changed IS NOT NULL;
    RETURN NULL;
END $$
"""
POSTGRESQL_TRIGGER = """
CREATE OR REPLACE TRIGGER {name} AFTER {event} ON {table}
FOR EACH ROW EXECUTE FUNCTION note_name_change('{kind}', '{owner}')
"""


def install(sender: Any = None, using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """Put the triggers on every table that is there; safe to repeat, as after every migration."""
    connection = connections[using]
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        if LOG not in tables:
            return
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL_FUNCTION)
        for statement in statements(connection.vendor, tables):
            cursor.execute(statement)


def statements(vendor: str, tables: set[str]) -> Iterator[str]:
    write = on_postgresql if vendor == "postgresql" else on_sqlite
    for watched in WATCHED:
        if watched.table in tables:
            yield from (write(watched, event) for event in ROWS_OF)


def on_sqlite(watched: Watched, event: str) -> str:
    notes = (SQLITE_NOTE.format(row=row, **watched._asdict()) for row in ROWS_OF[event])
    return SQLITE_TRIGGER.format(
        name=name_of(watched, event), event=spelled(watched, event), table=watched.table, body="".join(notes)
    )


def on_postgresql(watched: Watched, event: str) -> str:
    return POSTGRESQL_TRIGGER.format(
        name=name_of(watched, event), event=spelled(watched, event), **watched._asdict()
    )


def name_of(watched: Watched, event: str) -> str:
    return f"{watched.table}_names_{event}"


def spelled(watched: Watched, event: str) -> str:
    return f"UPDATE OF {', '.join(watched.columns)}" if event == "update" else event.upper()
