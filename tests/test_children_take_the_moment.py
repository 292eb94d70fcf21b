"""The migrations that gave lines a moment of their own hid nothing that the public had seen."""

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from tests import factories as make

pytestmark = pytest.mark.django_db
MIGRATION = "0002_children_pass_the_gate"
LINES = {
    "agreements": (make.agenda_item, make.participant, make.party, make.relation),
    "entities": (make.organization_name, make.person_name),
}


class Editor:
    connection = connection


@pytest.mark.parametrize("moment", [None, make.LONG_AGO, make.FAR_AHEAD])
@pytest.mark.parametrize("app", LINES)
def test_a_line_takes_the_moment_of_its_fact(app: str, moment: Any) -> None:
    lines = [factory(public_from=None) for factory in LINES[app]]
    for line in lines:
        parents = type(line.change_subject)._default_manager
        parents.filter(pk=line.change_subject.pk).update(public_from=moment)
    import_module(f"{app}.migrations.{MIGRATION}").take_the_parents_moment(apps, Editor)
    for line in lines:
        line.refresh_from_db()
        assert line.public_from == moment


def test_every_line_has_its_migration() -> None:
    for app, factories in LINES.items():
        migrated = import_module(f"{app}.migrations.{MIGRATION}").PARENTS
        assert set(migrated) == {type(factory()).__name__ for factory in factories}
