"""Rules across tables that the forms hold, as no constraint can."""

import pytest
from django.core.exceptions import ValidationError

from agreements.models import AgreementAction, EventParticipant
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_party_of_a_step_belongs_to_that_agreement() -> None:
    agreement, other = factories.agreement(), factories.agreement()
    stranger = other.parties.get(country="ID")
    with pytest.raises(ValidationError) as refusal:
        AgreementAction(agreement=agreement, kind="notification", party=stranger).full_clean()
    assert refusal.value.message_dict == {"party": ["Pihak ini bukan pihak dalam perjanjian tersebut."]}


def test_a_step_of_its_own_party_or_of_all_is_taken() -> None:
    agreement = factories.agreement()
    own = agreement.parties.get(country="ID")
    AgreementAction(agreement=agreement, kind="notification", party=own).full_clean()
    AgreementAction(agreement=agreement, kind="notification").full_clean()


def test_a_participant_attends_in_a_post_of_their_own() -> None:
    event, role = factories.event(), factories.appointment()
    EventParticipant(event=event, person=role.person, appointment=role, role="guest").full_clean()
    with pytest.raises(ValidationError) as refusal:
        EventParticipant(event=event, person=factories.person(), appointment=role, role="guest").full_clean()
    assert refusal.value.message_dict == {"appointment": ["Jabatan ini bukan jabatan tokoh tersebut."]}


def test_a_participant_without_an_actor_is_told_what_to_choose() -> None:
    with pytest.raises(ValidationError, match="Peserta adalah satu tokoh, satu lembaga, atau satu negara"):
        EventParticipant(event=factories.event(), role="guest").full_clean()
