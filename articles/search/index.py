"""The full-text index over the stems of every edition text, and the question whether a text answers a query.

SQLite has an FTS5 table beside `articles_editiontext`, kept by triggers; PostgreSQL a column with an index.
What is put together into SQL here are the names of these tables; what readers type is always a parameter.
"""
# ruff: noqa: S608, S610, S611

from __future__ import annotations

from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.utils import CursorWrapper
from django.db.models import Model, QuerySet
from django.db.models.expressions import RawSQL

from articles.search.stems import search_terms
from articles.search.wanted import Wanted, for_postgresql, for_sqlite, wanted_terms

TABLE = "articles_editiontext"
INDEX = "articles_editiontext_words"
AnyModel = TypeVar("AnyModel", bound=Model)

# Marks go in as they are; a parser of words would take them apart. An index over the expression alone would
# have it worked out again for every text that is looked at.
POSTGRESQL_COLUMN = f"""
ALTER TABLE {TABLE} ADD COLUMN IF NOT EXISTS words tsvector GENERATED ALWAYS AS
(to_tsvector('simple', stems) || array_to_tsvector(string_to_array(marks, ' '))) STORED
"""
POSTGRESQL_INDEX = f"CREATE INDEX IF NOT EXISTS {INDEX} ON {TABLE} USING gin (words)"

SQLITE_INDEX = f"""
CREATE VIRTUAL TABLE IF NOT EXISTS {INDEX} USING fts5(
    stems, marks, content='{TABLE}', content_rowid='id', tokenize="unicode61 tokenchars ':_-'"
)
"""
# What this index was before it knew marks.
FORMER_INDEX = "articles_editiontext_search"
FORMER_TRIGGERS = [f"{FORMER_INDEX}_{event}" for event in ("insert", "delete", "update")]

REMOVE_OLD = f"""
INSERT INTO {INDEX}({INDEX}, rowid, stems, marks) VALUES ('delete', old.id, old.stems, old.marks);
"""
ADD_NEW = f"INSERT INTO {INDEX}(rowid, stems, marks) VALUES (new.id, new.stems, new.marks);"
SQLITE_TRIGGERS = {
    f"{INDEX}_insert": f"AFTER INSERT ON {TABLE} BEGIN {ADD_NEW} END",
    f"{INDEX}_delete": f"AFTER DELETE ON {TABLE} BEGIN {REMOVE_OLD} END",
    f"{INDEX}_update": f"AFTER UPDATE OF stems, marks ON {TABLE} BEGIN {REMOVE_OLD} {ADD_NEW} END",
}
REBUILD = f"INSERT INTO {INDEX}({INDEX}) VALUES ('rebuild')"


def install(sender: Any = None, using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """Make what is missing of the index, if its table exists; safe to repeat, as after every migration."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if not is_ready(connection, cursor):
            return
        if connection.vendor == "postgresql":
            cursor.execute(f"DROP INDEX IF EXISTS {FORMER_INDEX}")
            cursor.execute(POSTGRESQL_COLUMN)
            cursor.execute(POSTGRESQL_INDEX)
        else:
            install_on_sqlite(cursor)


def is_ready(connection: Any, cursor: CursorWrapper) -> bool:
    """Whether the table is there, with its marks: a migration may have stopped before them."""
    if TABLE not in connection.introspection.table_names(cursor):
        return False
    columns = connection.introspection.get_table_description(cursor, TABLE)
    return any(column.name == "marks" for column in columns)


def install_on_sqlite(cursor: CursorWrapper) -> None:
    """A migration that remakes the table drops its triggers, and what changed since is not in the index."""
    for trigger in FORMER_TRIGGERS:
        cursor.execute(f"DROP TRIGGER IF EXISTS {trigger}")
    cursor.execute(f"DROP TABLE IF EXISTS {FORMER_INDEX}")
    cursor.execute(SQLITE_INDEX)
    missing = missing_triggers(cursor)
    for name in missing:
        cursor.execute(f"CREATE TRIGGER {name} {SQLITE_TRIGGERS[name]}")
    if missing or not counts_agree(cursor):
        cursor.execute(REBUILD)


def missing_triggers(cursor: CursorWrapper) -> list[str]:
    cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [TABLE])
    present = {name for (name,) in cursor.fetchall()}
    return [name for name in SQLITE_TRIGGERS if name not in present]


def counts_agree(cursor: CursorWrapper) -> bool:
    """Whether as many texts are indexed as there are; FTS5 keeps one row of sizes for each."""
    cursor.execute(f"SELECT count(*) FROM {TABLE} UNION SELECT count(*) FROM {INDEX}_docsize")
    return len(cursor.fetchall()) == 1


def matching(queryset: QuerySet[AnyModel], query: str, language: str) -> QuerySet[AnyModel]:
    """Those of the edition texts that contain every word of the query, whatever its form; their order stays.

    Any string is a query; one that has no word to look for finds nothing. `language` is the one in which its
    words are stemmed: pass a queryset of texts in that language.
    """
    return answering(queryset, wanted_terms(search_terms(query, language)))


def answering(queryset: QuerySet[AnyModel], wanted: Wanted) -> QuerySet[AnyModel]:
    """Those of the edition texts that have what is wanted, in the queryset's order; none if nothing is."""
    if not wanted:
        return queryset.none()
    found = queryset.filter(pk__in=keys_of(wanted, connections[queryset.db].vendor))
    return verbatim(found, wanted)


def keys_of(wanted: Wanted, vendor: str) -> RawSQL:
    if vendor == "postgresql":
        return RawSQL(f"SELECT id FROM {TABLE} WHERE words @@ %s::tsquery", [for_postgresql(wanted)])
    return RawSQL(f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH %s", [for_sqlite(wanted)])


def latest_answering(queryset: QuerySet[AnyModel], wanted: Wanted) -> QuerySet[AnyModel]:
    """`answering`, what was said last first: sliced, it costs what the slice holds, however many there are.

    In the order of their keys, in which FTS5 has its rows and PostgreSQL may walk the table.
    """
    if connections[queryset.db].vendor == "postgresql":
        found = queryset.extra(where=[f"{TABLE}.words @@ %s::tsquery"], params=[for_postgresql(wanted)])
        return verbatim(found, wanted).order_by("-id")
    joined = [f"{INDEX} MATCH %s", f"{INDEX}.rowid = {TABLE}.id"]
    found = queryset.extra(tables=[INDEX], where=joined, params=[for_sqlite(wanted)])
    return verbatim(found, wanted).extra(order_by=[f"-{INDEX}.rowid"])


def verbatim(queryset: QuerySet[AnyModel], wanted: Wanted) -> QuerySet[AnyModel]:
    """Those in whose title, lead or text the quoted passages stand letter for letter."""
    like = "ILIKE" if connections[queryset.db].vendor == "postgresql" else "LIKE"
    stands = " OR ".join(f"{TABLE}.{column} {like} %s" for column in ("title", "lead", "text"))
    for passage in wanted.verbatim:
        queryset = queryset.extra(where=[f"({stands})"], params=[pattern_of(passage)] * 3)
    return queryset


def pattern_of(passage: str) -> str:
    """Both databases fold the case of ASCII letters alike; any other sign stands for one of any kind."""
    signs = (sign if sign.isascii() and sign.isalnum() else "_" for sign in passage)
    return f"%{''.join(signs)}%"
