"""What may go from the register of people and organizations, and what goes with it."""

from collections.abc import Callable

import pytest

from tests import factories
from tests.deletion import Rules, check_deletion, rows

pytestmark = pytest.mark.django_db

RULES: Rules = {
    "Organization.country": (factories.embassy, "protect"),
    "Organization.host_country": (factories.embassy, "protect"),
    "Organization.parent": (lambda: factories.organization(parent=factories.organization()), "protect"),
    "Organization.merged_into": (
        lambda: factories.organization(merged_into=factories.organization()),
        "set_null",
    ),
    "OrganizationName.organization": (factories.organization_name, "cascade"),
    "Person.nationality": (lambda: factories.person(nationality=factories.country("ID")), "protect"),
    "Person.merged_into": (lambda: factories.person(merged_into=factories.person()), "set_null"),
    "PersonName.person": (factories.person_name, "cascade"),
    "PersonHonorific.person": (factories.person_honorific, "cascade"),
    "PersonHonorific.honorific": (factories.person_honorific, "protect"),
    "Post.organization": (factories.post, "protect"),
    "Post.predecessor": (lambda: factories.post(predecessor=factories.post()), "set_null"),
    "Appointment.person": (factories.appointment, "protect"),
    "Appointment.post": (factories.appointment, "protect"),
    "Topic.parent": (lambda: factories.topic(parent=factories.topic()), "protect"),
}


@pytest.mark.parametrize(("make", "field", "outcome"), rows(RULES))
def test_deleting_what_a_row_points_to(make: Callable, field: str, outcome: str) -> None:
    check_deletion(make, field, outcome)
