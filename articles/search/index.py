"""The full-text index over the stems of every edition text, and the question whether a text answers a query.

SQLite has an FTS5 table beside `articles_editiontext`, kept by triggers; PostgreSQL a GIN index on it.
"""

from __future__ import annotations

from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.utils import CursorWrapper
from django.db.models import Model, QuerySet
from django.db.models.expressions import RawSQL

from articles.search.stems import Term, search_terms

TABLE = "articles_editiontext"
AnyModel = TypeVar("AnyModel", bound=Model)

POSTGRESQL_INDEX = """
CREATE INDEX IF NOT EXISTS articles_editiontext_search
ON articles_editiontext USING gin (to_tsvector('simple', stems))
"""

SQLITE_INDEX = """
CREATE VIRTUAL TABLE IF NOT EXISTS articles_editiontext_search USING fts5(
    stems, content='articles_editiontext', content_rowid='id', tokenize='unicode61'
)
"""
REMOVE_OLD = """
INSERT INTO articles_editiontext_search(articles_editiontext_search, rowid, stems)
VALUES ('delete', old.id, old.stems);
"""
ADD_NEW = "INSERT INTO articles_editiontext_search(rowid, stems) VALUES (new.id, new.stems);"
SQLITE_TRIGGERS = {
    "articles_editiontext_search_insert": f"AFTER INSERT ON {TABLE} BEGIN {ADD_NEW} END",
    "articles_editiontext_search_delete": f"AFTER DELETE ON {TABLE} BEGIN {REMOVE_OLD} END",
    "articles_editiontext_search_update": (
        f"AFTER UPDATE OF stems ON {TABLE} BEGIN {REMOVE_OLD} {ADD_NEW} END"
    ),
}
REBUILD = "INSERT INTO articles_editiontext_search(articles_editiontext_search) VALUES ('rebuild')"


def install(sender: Any = None, using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """Make what is missing of the index, if its table exists; safe to repeat, as after every migration."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if TABLE not in connection.introspection.table_names(cursor):
            return
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL_INDEX)
        else:
            install_on_sqlite(cursor)


def install_on_sqlite(cursor: CursorWrapper) -> None:
    """A migration that remakes the table drops its triggers, and what changed since is not in the index."""
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
    cursor.execute(
        "SELECT count(*) FROM articles_editiontext"
        " UNION SELECT count(*) FROM articles_editiontext_search_docsize"
    )
    return len(cursor.fetchall()) == 1


def matching(queryset: QuerySet[AnyModel], query: str, language: str) -> QuerySet[AnyModel]:
    """Those of the edition texts that contain every word of the query, whatever its form; their order stays.

    Any string is a query; one that has no word to look for finds nothing. `language` is the one in which its
    words are stemmed: pass a queryset of texts in that language.
    """
    terms = search_terms(query, language)
    if not terms:
        return queryset.none()
    return queryset.filter(pk__in=rows_with(terms, connections[queryset.db].vendor))


def rows_with(terms: list[Term], vendor: str) -> RawSQL:
    """Keys of the rows with all the terms. Stems are letters and digits: nothing in them ends a quotation."""
    if vendor == "postgresql":
        wanted = " & ".join(f"'{term.stem}'{':*' * term.prefix}" for term in terms)
        return RawSQL(
            "SELECT id FROM articles_editiontext"
            " WHERE to_tsvector('simple', stems) @@ to_tsquery('simple', %s)",
            [wanted],
        )
    wanted = " AND ".join(f'"{term.stem}"{"*" * term.prefix}' for term in terms)
    return RawSQL(
        "SELECT rowid FROM articles_editiontext_search WHERE articles_editiontext_search MATCH %s", [wanted]
    )
