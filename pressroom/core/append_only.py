"""Database triggers that refuse changes to what was once recorded.

A model says `append_only = ("UPDATE", "DELETE")`. The triggers are put back after every migration, because
SQLite drops them when a migration rebuilds a table.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connections

POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$
"""
POSTGRESQL_TRIGGER = """
CREATE OR REPLACE TRIGGER {name} BEFORE {operation} ON {table}
FOR EACH {level} EXECUTE FUNCTION refuse_change()
"""
SQLITE_TRIGGER = """
CREATE TRIGGER IF NOT EXISTS {name} BEFORE {operation} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
# Triggers that are switched on and still do what they were made for.
POSTGRESQL_WORKING = """
SELECT tgname FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid
WHERE tgenabled IN ('O', 'A') AND tgrelid::regclass::text || '_no_' = substring(tgname from '^.*_no_')
AND prosrc LIKE '%RAISE EXCEPTION%is append-only%'
"""
SQLITE_WORKING = (
    "SELECT name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%RAISE(ABORT%is append-only%'"
)


def protected_models() -> list[Any]:
    """Every model that says `append_only`."""
    return [model for model in apps.get_models() if getattr(model, "append_only", ())]


def trigger_name(table: str, operation: str) -> str:
    return f"{table}_no_{operation.lower()}"


def protect_models(using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """Install the triggers of every append-only model whose table exists; safe to repeat."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL_FUNCTION)
        for table, operation in guarded_operations(connection.vendor):
            if table in tables:
                cursor.execute(trigger_sql(connection.vendor, table, operation))


def guarded_operations(vendor: str) -> list[tuple[str, str]]:
    """(table, operation) pairs; PostgreSQL can also empty a table without deleting a row."""
    pairs = [
        (model._meta.db_table, operation) for model in protected_models() for operation in model.append_only
    ]
    if vendor == "postgresql":
        pairs += [(table, "TRUNCATE") for table, operation in pairs if operation == "DELETE"]
    return pairs


def trigger_sql(vendor: str, table: str, operation: str) -> str:
    template = POSTGRESQL_TRIGGER if vendor == "postgresql" else SQLITE_TRIGGER
    level = "STATEMENT" if operation == "TRUNCATE" else "ROW"
    return template.format(name=trigger_name(table, operation), table=table, operation=operation, level=level)


def missing_triggers(using: str = DEFAULT_DB_ALIAS) -> list[str]:
    """Names of triggers that should guard the record and are absent, switched off or emptied."""
    connection = connections[using]
    with connection.cursor() as cursor:
        cursor.execute(POSTGRESQL_WORKING if connection.vendor == "postgresql" else SQLITE_WORKING)
        working = {row[0] for row in cursor.fetchall()}
    wanted = [trigger_name(*pair) for pair in guarded_operations(connection.vendor)]
    return [name for name in wanted if name not in working]
