"""The index beside the texts: always in step with them, put back where it is lost, safe from any query."""

import pytest
from django.db import connection, models
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from articles.models import EditionText
from articles.search.index import INDEX, SQLITE_TRIGGERS, TABLE, install, matching, words_in
from articles.search.stems import stem_query, stem_text
from tests import factories

ONLY_SQLITE = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="the FTS5 table is SQLite's")
ONLY_POSTGRESQL = pytest.mark.skipif(
    "connection.vendor != 'postgresql'", reason="the GIN index is PostgreSQL's"
)


def text_with(words: str, **fields: object) -> EditionText:
    return factories.edition_text(text=words, stems=stem_text(words, "id"), **fields)


def found(query: str) -> list[EditionText]:
    return list(matching(EditionText.objects.order_by("id"), query, "id"))


@pytest.mark.django_db
def test_a_new_text_is_found_at_once(reference: None) -> None:
    text = text_with("Penanggulangan terorisme")

    assert found("menanggulangi") == [text]


@pytest.mark.django_db
def test_texts_made_in_bulk_are_found(reference: None) -> None:
    made = text_with("Sidang perdana")
    made.delete()
    EditionText.objects.bulk_create([made])

    assert found("persidangan") == [made]


@pytest.mark.django_db
def test_a_changed_text_is_found_by_its_new_words_only(reference: None) -> None:
    text = text_with("Kunjungan ke Moskwa")
    EditionText.objects.filter(pk=text.pk).update(stems=stem_text("Kunjungan ke Ankara", "id"))

    assert found("Ankara") == [text]
    assert found("Moskwa") == []


@pytest.mark.django_db
def test_a_deleted_text_is_not_found(reference: None) -> None:
    kept, gone = text_with("Kunjungan ke Moskwa"), text_with("Kunjungan ke Ankara")
    gone.delete()

    assert found("kunjungan") == [kept]


@pytest.mark.django_db
def test_a_search_stays_behind_the_gate_of_its_queryset(reference: None) -> None:
    text_with("Rahasia sampai besok", public_from=factories.FAR_AHEAD)

    assert not matching(EditionText.objects.current(), "rahasia", "id").exists()


@pytest.mark.django_db
def test_a_search_keeps_the_order_of_its_queryset(reference: None) -> None:
    first, second = text_with("Rapat pleno"), text_with("Rapat rapat rapat")

    assert list(matching(EditionText.objects.order_by("-id"), "rapat", "id")) == [second, first]


@pytest.mark.django_db
def test_a_search_is_one_query(reference: None) -> None:
    with CaptureQueriesContext(connection) as queries:
        found("keamanan internasional")

    assert len(queries) == 1


@pytest.mark.django_db
def test_a_search_without_words_asks_the_database_nothing() -> None:
    with CaptureQueriesContext(connection) as queries:
        assert found("dan … yang") == []

    assert len(queries) == 0


HOSTILE = [
    '"',
    "'",
    '" OR "',
    "'; DROP TABLE articles_editiontext; --",
    "teror AND",
    "NEAR(teror, 3)",
    "stems:teror",
    "-teror",
    "^teror*",
    "teror & !teror | (",
    "teror:*",
    "%s %(x)s",
    "\\",
    "\x00",
    "teror\x00isme",
    "\ud800",
    "💥 teror 💥",
    "ﷺ" * 300,
    "㍿" * 200,
    "x" * 100_000,
    "kata " * 5_000,
    "ß İ ﬁ Ⅷ ½ é e\u0301",
]


@pytest.mark.django_db
@pytest.mark.parametrize("query", HOSTILE, ids=ascii)
def test_no_query_is_an_error(query: str) -> None:
    assert found(query) == []


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.text(max_size=300) | st.text(alphabet="\"'*^:()&|!<->+-\\ \x00%teror", max_size=40))
@example("AND OR NOT NEAR")
def test_no_text_at_all_is_an_error_as_a_query(query: str) -> None:
    assert found(query) == []


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(alphabet=st.characters(codec="latin-1") | st.sampled_from("теророβγ0123"), max_size=60))
@example("0e0a 1e5kg 12e3")
def test_a_text_is_found_by_its_own_words(reference: None, words: str) -> None:
    text = factories.edition_text(stems=stem_text(words, "id"))
    asked = matching(EditionText.objects.filter(pk=text.pk), words, "id")

    assert asked.exists() == bool(stem_query(words, "id"))


@pytest.mark.django_db(transaction=True)
def test_installing_again_changes_nothing(reference: None) -> None:
    text = text_with("Keamanan internasional")
    install()
    install()

    assert found("aman") == [text]


@pytest.mark.django_db
def test_without_its_table_nothing_is_installed() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {TABLE} RENAME TO articles_elsewhere")

    install()

    assert TABLE not in connection.introspection.table_names()


@ONLY_SQLITE
@pytest.mark.django_db(transaction=True)
def test_a_migration_that_remakes_the_table_leaves_no_text_behind(reference: None) -> None:
    text = text_with("Ditulis sebelum migrasi")
    field = models.TextField(default="")
    field.set_attributes_from_name("lead")
    with connection.schema_editor() as editor:
        editor.alter_field(EditionText, EditionText._meta.get_field("lead"), field)
    EditionText.objects.update(stems=stem_text("Ditulis di tengah migrasi", "id"))
    assert triggers() == set()

    install()

    assert triggers() == set(SQLITE_TRIGGERS)
    assert found("pertengahan") == [text]
    assert found("sebelum") == []


@ONLY_SQLITE
@pytest.mark.django_db
def test_an_index_that_lost_rows_is_rebuilt(reference: None) -> None:
    text = text_with("Peninjauan lapangan")
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {INDEX}({INDEX}) VALUES ('delete-all')")  # noqa: S608
    assert found("meninjau") == []

    install()

    assert found("meninjau") == [text]


@ONLY_POSTGRESQL
@pytest.mark.django_db
def test_a_search_on_postgresql_can_use_the_index(reference: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")

    plan = matching(EditionText.objects.all(), "keamanan internasional", "id").explain()

    assert INDEX in plan


def test_no_index_is_asked_for_a_language_that_no_text_is_in() -> None:
    with pytest.raises(ValueError, match="xx"):
        words_in("xx'; DROP TABLE articles_editiontext --")


def triggers() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [TABLE])
        return {name for (name,) in cursor.fetchall()}
