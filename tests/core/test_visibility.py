"""The one gate to the public: from `public_from` on, and not a moment before."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.apps import apps
from django.db import models
from django.utils import timezone

from entities.models import Person
from pressroom.core.visibility import Public
from tests import factories

pytestmark = pytest.mark.django_db

T = datetime(2024, 10, 9, 3, 0, tzinfo=UTC)
TICK = timedelta(microseconds=1)

PUBLIC_FACTS: list[Callable[..., Public]] = [
    factories.organization,
    factories.person,
    factories.person_honorific,
    factories.post,
    factories.appointment,
    factories.topic,
    factories.instrument,
    factories.agreement,
    factories.action,
    factories.event,
    *(factories.party, factories.relation, factories.participant, factories.agenda_item),
    *(factories.organization_name, factories.person_name),
]


@pytest.mark.parametrize(
    ("public_from", "at", "seen"),
    [
        (T, T - TICK, False),
        (T, T, True),
        (T, T + TICK, True),
        (T, T + timedelta(days=3650), True),
        (None, T, False),
        (None, factories.FAR_AHEAD, False),
    ],
)
@pytest.mark.parametrize("make", PUBLIC_FACTS, ids=lambda make: make.__name__)
def test_a_fact_is_seen_from_its_moment_on(
    make, public_from: datetime | None, at: datetime, seen: bool
) -> None:
    fact = make(public_from=public_from)
    assert type(fact).objects.visible(at).filter(pk=fact.pk).exists() is seen
    assert fact.is_visible(at) is seen


def test_every_public_model_passes_the_gate_here() -> None:
    public = {model for model in apps.get_models() if issubclass(model, Public)}
    assert public == {type(make()) for make in PUBLIC_FACTS}


def test_the_gate_stands_at_now_unless_told_otherwise() -> None:
    past = factories.person(public_from=timezone.now() - timedelta(seconds=1))
    ahead = factories.person(public_from=timezone.now() + timedelta(hours=1))
    assert list(Person.objects.visible()) == [past]
    assert (past.is_visible(), ahead.is_visible()) == (True, False)


def test_a_moment_is_the_same_in_every_time_zone() -> None:
    fact = factories.person(public_from=T)
    in_jakarta = T.astimezone(timezone.get_fixed_timezone(7 * 60))
    assert fact.is_visible(in_jakarta)
    assert Person.objects.visible(in_jakarta).exists()
    assert not Person.objects.visible(in_jakarta - TICK).exists()


def test_new_facts_are_unseen_until_something_publishes_them() -> None:
    assert Person.objects.create(slug="baru", name="Baru", sort_name="Baru").public_from is None


def test_the_gate_can_be_passed_after_other_filters() -> None:
    factories.person("Eddy Hartono")
    factories.person("Sergei Tolchenov", public_from=None)
    queryset: models.QuerySet[Person] = Person.objects.exclude(name="x").visible()
    assert [person.name for person in queryset] == ["Eddy Hartono"]


@pytest.mark.parametrize(
    ("make", "identity"),
    [
        (lambda: factories.person(slug="eddy-hartono"), "eddy-hartono"),
        (lambda: factories.appointment(pk=72), "72"),
    ],
)
def test_a_fact_is_known_by_its_slug_or_else_its_number(make: Callable, identity: str) -> None:
    assert make().public_id == identity
