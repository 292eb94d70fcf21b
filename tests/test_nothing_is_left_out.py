"""The tables of constraints and deletion rules are complete: a new one fails here until it is tested."""

from django.apps import apps

from tests import constraints, deletion
from tests.agreements import test_constraints as agreements_constraints
from tests.agreements import test_deletion as agreements_deletion
from tests.api import test_partners
from tests.articles import test_constraints as articles_constraints
from tests.articles import test_deletion as articles_deletion
from tests.core import test_constraints as core_constraints
from tests.delivery import test_tables as delivery_tables
from tests.desk import test_presence
from tests.entities import test_constraints as entities_constraints
from tests.entities import test_deletion as entities_deletion

CONSTRAINTS = (
    core_constraints.RULES
    | entities_constraints.RULES
    | agreements_constraints.RULES
    | articles_constraints.RULES
    | test_partners.RULES
    | delivery_tables.RULES
    | test_presence.RULES
)
DELETIONS = (
    entities_deletion.RULES
    | agreements_deletion.RULES
    | articles_deletion.RULES
    | test_partners.DELETIONS
    | delivery_tables.DELETIONS
    | test_presence.DELETIONS
)


def test_every_constraint_and_unique_column_is_tested() -> None:
    assert set(CONSTRAINTS) == constraints.every_name()


def test_every_constraint_is_tried_with_broken_and_with_legal_rows() -> None:
    assert all(rule.broken and rule.legal for rule in CONSTRAINTS.values())


def test_every_foreign_key_has_its_deletion_rule_tested() -> None:
    models = [model for label in constraints.OUR_APPS for model in apps.get_app_config(label).get_models()]
    assert set(DELETIONS) == set().union(*map(deletion.foreign_keys, models))
