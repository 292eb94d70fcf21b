"""The full-text index over the stems of every edition text, and the question whether a text answers a query.

SQLite has an FTS5 table beside `articles_editiontext`, kept by triggers; PostgreSQL a column with an index.
What is put together into SQL here are the names of these tables; what readers type is always a parameter.
"""
# ruff: noqa: S608, S610, S611

from __future__ import annotations

import json
from typing import Any, TypeVar

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.utils import CursorWrapper
from django.db.models import Model, QuerySet
from django.db.models.expressions import RawSQL

from articles.search.marks import LANGUAGE, mark
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
# Inside the row, where a look at a text that may answer costs a third of fetching it from outside.
POSTGRESQL_STORAGE = f"ALTER TABLE {TABLE} ALTER COLUMN words SET STORAGE MAIN"
POSTGRESQL_STORE = f"UPDATE {TABLE} SET stems = stems"
# One for each language, of which PostgreSQL then knows how often its words are said: of one index for all it
# would take what is common in one language for common in the other, and walk the table to find it. What waits
# to be sorted in would be read from end to end by every search.
POSTGRESQL_INDEX = "CREATE INDEX {name} ON {table} USING gin ({words}) WITH (fastupdate = off)"
EACH_ON_POSTGRESQL = "json_array_elements_text(%s::json) AS passage(value)"
EACH_ON_SQLITE = "json_each(%s) AS passage"

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
            install_on_postgresql(cursor)
        else:
            install_on_sqlite(cursor)


def is_ready(connection: Any, cursor: CursorWrapper) -> bool:
    """Whether the table is there, with its marks: a migration may have stopped before them."""
    if TABLE not in connection.introspection.table_names(cursor):
        return False
    columns = connection.introspection.get_table_description(cursor, TABLE)
    return any(column.name == "marks" for column in columns)


def install_on_postgresql(cursor: CursorWrapper) -> None:
    """Texts that were stored before their words stayed inside the row are written once more."""
    cursor.execute(f"DROP INDEX IF EXISTS {FORMER_INDEX}, {INDEX}")
    cursor.execute(POSTGRESQL_COLUMN)
    if not is_inside(cursor):
        cursor.execute(POSTGRESQL_STORAGE)
        cursor.execute(POSTGRESQL_STORE)
    make_indexes(cursor)


def make_indexes(cursor: CursorWrapper) -> None:
    """Nothing is known of the words in a new index before the table is looked through."""
    names = {language: f"{INDEX}_{language.replace('-', '_')}" for language, _name in settings.LANGUAGES}
    cursor.execute("SELECT indexname FROM pg_indexes WHERE tablename = %s", [TABLE])
    made = {name for (name,) in cursor.fetchall()}
    missing = {language: name for language, name in names.items() if name not in made}
    for language, name in missing.items():
        cursor.execute(POSTGRESQL_INDEX.format(name=name, table=TABLE, words=words_in(language)))
    if missing:
        cursor.execute(f"ANALYZE {TABLE}")


def words_in(language: str) -> str:
    """The words of a text in this language, as its index has them."""
    if language not in dict(settings.LANGUAGES):
        raise ValueError(f"No texts are indexed in {language!r}")
    return f"(CASE WHEN {TABLE}.language = '{language}' THEN {TABLE}.words END)"


def is_inside(cursor: CursorWrapper) -> bool:
    storage = "SELECT attstorage FROM pg_attribute WHERE attrelid = %s::regclass AND attname = 'words'"
    cursor.execute(storage, [TABLE])
    return cursor.fetchone() == ("m",)


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
    return answering(queryset, wanted_terms(search_terms(query, language)), language)


def answering(queryset: QuerySet[AnyModel], wanted: Wanted, language: str) -> QuerySet[AnyModel]:
    """Those of the edition texts in a language that have what is wanted, in the queryset's order.

    None if nothing is wanted.
    """
    if not wanted:
        return queryset.none()
    asked = [written(wanted, language)]
    if connections[queryset.db].vendor == "postgresql":
        keys = RawSQL(f"SELECT id FROM {TABLE} WHERE {words_in(language)} @@ %s::tsquery", asked)
    else:
        keys = RawSQL(f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH %s", asked)
    found = queryset.filter(pk__in=keys)
    return verbatim(found, passages(wanted)) if wanted.verbatim else found


def latest(queryset: QuerySet[AnyModel], expression: Any, language: str) -> QuerySet[AnyModel]:
    """Those in a language that answer an expression as it is `written` (or its place), newest words first.

    In the order of their keys, in which FTS5 has its rows and PostgreSQL may walk the table: sliced, it costs
    what the slice holds. Slice by hundreds: PostgreSQL takes few for quickly found, and walks the whole table
    for a word that nobody has said.
    """
    if connections[queryset.db].vendor == "postgresql":
        said = [f"{words_in(language)} @@ %s::tsquery"]
        return queryset.extra(where=said, params=[expression]).order_by("-id")
    joined = [f"{INDEX} MATCH %s", f"{INDEX}.rowid = {TABLE}.id"]
    found = queryset.extra(tables=[INDEX], where=joined, params=[expression])
    return found.extra(order_by=[f"-{INDEX}.rowid"])


def written(wanted: Wanted, language: str) -> str:
    """FTS5 has one index for all: by the mark, what is common in another language is found."""
    if connection.vendor == "postgresql":
        return for_postgresql(wanted)
    return for_sqlite(wanted.also([[mark(LANGUAGE, language)]]))


def verbatim(queryset: QuerySet[AnyModel], patterns: Any) -> QuerySet[AnyModel]:
    """Those in whose title, lead or text each of the `passages` (or what is in their place) stands.

    Of NOT EXISTS PostgreSQL expects hardly any text and reads all of them; of this, every other, and it
    begins with those that were said last. ILIKE would fold every letter that there is.
    """
    if connections[queryset.db].vendor == "postgresql":
        folded, everyone, each = 'lower({} COLLATE "C")', "bool_and", EACH_ON_POSTGRESQL
    else:
        folded, everyone, each = "{}", "min", EACH_ON_SQLITE
    columns = [folded.format(f"{TABLE}.{column}") for column in ("title", "lead", "text")]
    stands = " OR ".join(f"{column} LIKE passage.value" for column in columns)
    return queryset.extra(where=[f"(SELECT {everyone}({stands}) FROM {each})"], params=[patterns])


def passages(wanted: Wanted) -> str:
    """The quoted passages as patterns, in JSON: both databases read a list of any length from it."""
    return json.dumps([pattern_of(passage) for passage in wanted.verbatim])


def pattern_of(passage: str) -> str:
    """Both databases fold the case of ASCII letters alike; any other sign stands for one of any kind."""
    signs = (sign.lower() if sign.isascii() and sign.isalnum() else "_" for sign in passage)
    return f"%{''.join(signs)}%"
