"""Rules across rows that the forms hold, as no constraint can."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from entities.models import PersonHonorific, Topic
from pressroom.core.dates import Span
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_person_holds_one_open_rank() -> None:
    holder = factories.person()
    factories.person_honorific(holder, factories.rank("Irjen. Pol."))
    second = PersonHonorific(person=holder, honorific=factories.rank("Komjen. Pol."))
    with pytest.raises(ValidationError) as refusal:
        second.full_clean()
    assert refusal.value.message_dict == {
        "honorific": ["Tokoh ini masih memegang pangkat lain; akhiri dulu pangkat itu."]
    }


def test_the_open_rank_itself_can_be_saved_again() -> None:
    factories.person_honorific(title=factories.rank()).full_clean()


def test_a_new_rank_follows_one_that_has_ended() -> None:
    holder = factories.person()
    factories.person_honorific(holder, factories.rank("Irjen. Pol."), end_latest=date(2023, 12, 31))
    PersonHonorific(person=holder, honorific=factories.rank("Komjen. Pol.")).full_clean()


def test_a_former_rank_can_be_added_beside_the_open_one() -> None:
    holder = factories.person()
    factories.person_honorific(holder, factories.rank("Komjen. Pol."))
    former = PersonHonorific(
        person=holder, honorific=factories.rank("Irjen. Pol."), end_latest=date(2023, 12, 31)
    )
    former.full_clean()


@pytest.mark.parametrize("kind", ["academic", "religious", "noble", "courtesy"])
def test_other_honorifics_may_be_many(kind: str) -> None:
    holder = factories.person()
    factories.person_honorific(holder, factories.honorific("S.H.", kind=kind))
    PersonHonorific(person=holder, honorific=factories.honorific("M.H.", kind=kind)).full_clean()


def test_two_people_may_hold_the_same_rank() -> None:
    komjen = factories.rank()
    factories.person_honorific(title=komjen)
    PersonHonorific(person=factories.person(), honorific=komjen).full_clean()


def test_only_a_rank_can_be_retired_from() -> None:
    holder = factories.person()
    PersonHonorific(person=holder, honorific=factories.rank(), retired=True).full_clean()
    with pytest.raises(ValidationError, match="Hanya pemegang pangkat"):
        PersonHonorific(person=holder, honorific=factories.honorific(), retired=True).full_clean()


def test_an_honorific_that_was_not_chosen_gets_one_clear_error() -> None:
    with pytest.raises(ValidationError) as refusal:
        PersonHonorific(person=factories.person()).full_clean()
    assert set(refusal.value.message_dict) == {"honorific"}


def test_a_second_sitting_head_is_named_as_the_reason() -> None:
    sitting = factories.appointment(span=Span.seen_on(factories.THE_DAY))
    second = type(sitting)(person=factories.person(), post=sitting.post)
    with pytest.raises(ValidationError, match="Jabatan ini sudah dipegang orang lain"):
        second.full_clean()


def test_topics_have_two_levels() -> None:
    root = factories.topic()
    branch = factories.topic(parent=root)
    Topic(slug="cabang", name="Cabang", parent=root).full_clean()
    with pytest.raises(ValidationError) as refusal:
        Topic(slug="ranting", name="Ranting", parent=branch).full_clean()
    assert set(refusal.value.message_dict) == {"parent"}
