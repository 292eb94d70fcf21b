"""The record refuses to be changed, whichever way one comes in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, models, transaction

from articles.models import Cancellation, Edition, PreviewView, ReviewAnswer, Revision, WorkflowStep
from pressroom.core import append_only, changes
from pressroom.core.models import AuditEntry, Change
from tests import factories
from tests.conftest import lift_triggers
from tests.rollback import rolled_back

pytestmark = pytest.mark.django_db


def change() -> Change:
    return changes.append("person", "eddy-hartono")


# How a row is made, and a text column of it.
RECORDS: dict[type[models.Model], tuple[Callable[[], models.Model], str]] = {
    AuditEntry: (factories.audit_entry, "reason"),
    Cancellation: (factories.cancellation, "reason"),
    Change: (change, "digest"),
    Edition: (factories.edition, "note"),
    PreviewView: (factories.preview_view, "address"),
    ReviewAnswer: (factories.review_answer, "text"),
    Revision: (factories.revision, "note"),
    WorkflowStep: (factories.workflow_step, "note"),
}


# Text, and an address as well: every column above takes it.
OTHER = "203.0.113.9"


def edit_by_save(row: models.Model, column: str) -> None:
    setattr(row, column, OTHER)
    row.save()


def edit_by_update(row: models.Model, column: str) -> None:
    type(row).objects.filter(pk=row.pk).update(**{column: OTHER})


def edit_by_bulk_update(row: models.Model, column: str) -> None:
    setattr(row, column, OTHER)
    type(row).objects.bulk_update([row], [column])


def edit_by_upsert(row: models.Model, column: str) -> None:
    setattr(row, column, OTHER)
    pk = row._meta.pk.name
    type(row).objects.bulk_create([row], update_conflicts=True, unique_fields=[pk], update_fields=[column])


def edit_by_sql(row: models.Model, column: str) -> None:
    execute(f"UPDATE {row._meta.db_table} SET {column} = '{OTHER}'")  # noqa: S608


def delete_by_row(row: models.Model) -> None:
    row.delete()


def delete_by_queryset(row: models.Model) -> None:
    type(row).objects.all().delete()


def delete_by_sql(row: models.Model) -> None:
    execute(f"DELETE FROM {row._meta.db_table}")  # noqa: S608


EDITS = (edit_by_save, edit_by_update, edit_by_bulk_update, edit_by_upsert, edit_by_sql)
DELETIONS = (delete_by_row, delete_by_queryset, delete_by_sql)


def execute(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


@contextmanager
def refused(row: models.Model) -> Iterator[None]:
    with pytest.raises(IntegrityError, match=f"{row._meta.db_table} is append-only"), transaction.atomic():
        yield


def test_every_append_only_model_is_tried_here() -> None:
    assert set(append_only.protected_models()) == set(RECORDS)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_a_recorded_row_cannot_be_edited(model: type[models.Model], edit: Callable) -> None:
    make, column = RECORDS[model]
    row = make()
    before = getattr(row, column)
    with refused(row):
        edit(row, column)
    row.refresh_from_db()
    assert getattr(row, column) == before


@pytest.mark.parametrize("delete", DELETIONS, ids=lambda delete: delete.__name__)
@pytest.mark.parametrize("model", [Change, Edition], ids=lambda model: model.__name__)
def test_a_recorded_row_cannot_be_deleted(model: type[models.Model], delete: Callable) -> None:
    row = RECORDS[model][0]()
    with refused(row):
        delete(row)
    assert model.objects.count() == 1


@pytest.mark.parametrize("model", [Change, Edition], ids=lambda model: model.__name__)
def test_a_recorded_table_cannot_be_truncated(model: type[models.Model]) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL can empty a table without deleting its rows")
    row = RECORDS[model][0]()
    # TRUNCATE does not run while checks of foreign keys are pending.
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    with refused(row):
        execute(f"TRUNCATE {model._meta.db_table} CASCADE")


def test_a_revision_goes_only_with_its_draft() -> None:
    revision = factories.revision()
    revision.article.delete()
    assert not Revision.objects.exists()


def test_new_rows_are_always_taken() -> None:
    first = factories.edition()
    factories.edition(number=2, revision=first.revision)
    assert Edition.objects.count() == 2


def test_the_triggers_stand_after_migration() -> None:
    assert append_only.missing_triggers() == []


def test_missing_triggers_are_named() -> None:
    lift_triggers()
    missing = append_only.missing_triggers()
    assert {"articles_edition_no_update", "articles_edition_no_delete", "core_change_no_update"} <= set(
        missing
    )
    assert len(missing) == len(append_only.guarded_operations(connection.vendor))


def test_a_migration_puts_lost_triggers_back() -> None:
    lift_triggers()
    call_command("migrate", verbosity=0)
    assert append_only.missing_triggers() == []
    with refused(row := change()):
        edit_by_update(row, "digest")


def test_installing_twice_changes_nothing() -> None:
    append_only.protect_models()
    append_only.protect_models()
    assert append_only.missing_triggers() == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("run", [1, 2])
def test_a_test_with_real_transactions_leaves_nothing_behind(run: int) -> None:
    assert append_only.missing_triggers() == []
    assert not Edition.objects.exists()
    factories.edition()


def test_a_replacing_insert_is_refused_too() -> None:
    """SQLite deletes the row that INSERT OR REPLACE meets without asking, unless triggers are recursive."""
    if connection.vendor != "sqlite":
        pytest.skip("INSERT OR REPLACE is SQLite's own")
    change = changes.append("release", "x")
    with pytest.raises(IntegrityError, match="append-only"), connection.cursor() as cursor:
        cursor.execute(
            "INSERT OR REPLACE INTO core_change (seq, at, kind, object_id, op, digest) "
            "VALUES (%s, '2024-01-01', 'release', 'y', 'upsert', '')",
            [change.seq],
        )


SABOTAGE = {
    "postgresql": [
        ["ALTER TABLE core_change DISABLE TRIGGER ALL"],
        [
            "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RETURN NEW; END $$"
        ],
        ["DROP TRIGGER core_change_no_delete ON core_change"],
    ],
    "sqlite": [
        ["DROP TRIGGER core_change_no_delete"],
        [
            "DROP TRIGGER core_change_no_delete",
            "CREATE TRIGGER core_change_no_delete BEFORE DELETE ON core_change BEGIN SELECT 1; END",
        ],
    ],
}


def test_a_guard_that_is_gone_switched_off_or_emptied_is_missed() -> None:
    assert append_only.missing_triggers() == []
    for statements in SABOTAGE[connection.vendor]:
        with rolled_back(), connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
            assert "core_change_no_delete" in append_only.missing_triggers(), statements
