"""The names in memory are never old: every way in which a name changes is seen before the next release."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Model

from articles.intake.resolving import resolve
from articles.intake.resolving.index import Index, current
from entities.models import Person, PersonName
from tests import factories as make
from tests.intake.by_hand import Text

pytestmark = pytest.mark.django_db


def known(body: str) -> list[str]:
    return [one.label for one in resolve(Text(body).reading()).known]


def in_bulk(row: Model) -> None:
    """Past every signal and `save()`."""
    type(row)._default_manager.bulk_create([row])


CHANGES: list[tuple[str, Callable[[Person], object], bool]] = [
    ("saved", lambda row: make.person("Tokoh Baru"), True),
    ("in bulk", lambda row: in_bulk(Person(slug="b", name="Tokoh Baru")), True),
    ("renamed", lambda row: Person.objects.filter(pk=row.pk).update(name="Tokoh Baru"), True),
    ("an alias", lambda row: make.person_name(row, "Tokoh Baru"), True),
    ("an alias in bulk", lambda row: in_bulk(PersonName(person=row, name="Tokoh Baru")), True),
    ("nothing that is a name", lambda row: Person.objects.update(bio="Tokoh Baru"), False),
]


@pytest.mark.parametrize(("case", "change", "is_known"), CHANGES)
def test_a_change_is_seen_at_once(case: str, change: Callable[[Person], object], is_known: bool) -> None:
    row = make.person("Tokoh Lama")
    assert known("Jakarta - Ada Tokoh Baru.") == []
    change(row)
    assert bool(known("Jakarta - Ada Tokoh Baru.")) == is_known


def test_an_old_name_is_forgotten_and_so_is_a_deleted_row() -> None:
    row, other = make.person("Tokoh Lama"), make.person("Tokoh Lain")
    assert len(known("Jakarta - Ada Tokoh Lama dan Tokoh Lain.")) == 2
    Person.objects.filter(pk=row.pk).update(name="Tokoh Baru")
    other.delete()
    assert known("Jakarta - Ada Tokoh Lama dan Tokoh Lain.") == []


def test_names_of_a_transaction_that_was_rolled_back_are_forgotten() -> None:
    with transaction.atomic():
        make.person("Tokoh Semu")
        assert known("Jakarta - Ada Tokoh Semu.")
        transaction.set_rollback(True)
    make.person("Tokoh Nyata")
    assert known("Jakarta - Ada Tokoh Semu dan Tokoh Nyata.") == ["Tokoh Nyata"]


def test_new_names_rebuild_nothing() -> None:
    Person.objects.bulk_create(Person(slug=f"t{n}", name=f"Tokoh {n}", sort_name="t") for n in range(200))
    before = current()
    base = before.layers[0]
    for number in range(30):
        make.person(f"Pendatang {number}")
        assert known(f"Jakarta - Ada Pendatang {number}.")
    assert current() is before
    assert before.layers[0] is base
    assert len(before.layers) < 8


def test_layers_say_the_same_as_an_index_of_its_own() -> None:
    current()
    for number in range(40):
        make.person(f"Tokoh {number % 10} Satu")
        Person.objects.filter(name="Tokoh 3 Satu").update(name=f"Tokoh Tiga {number}")
    text = " ".join(f"Tokoh {n} Satu, Tokoh Tiga {n}." for n in range(40))

    def found(index: Index) -> list[Any]:
        return [(one.span, sorted(name.owner for name in one.names)) for one in index.find(text)]

    assert found(current()) == found(Index())


def test_the_time_is_linear_for_a_text_of_nothing_but_names() -> None:
    make.person("Aa Aa")
    make.person("Aa Aa Aa Aa Aa Aa")
    assert len(current().find("Aa " * 100_000)) == 100_000 // 6 + 2
