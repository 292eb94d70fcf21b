"""What the database itself refuses in the register of people and organizations."""

from collections.abc import Callable
from datetime import date

import pytest

from entities.models import Appointment, Country, OrganizationName, PersonName, Post
from tests import factories
from tests.constraints import Attempt, Rule, broken, check_refused, check_taken, legal, own_pk, unique_column

pytestmark = pytest.mark.django_db

EARLY, LATE = date(2020, 1, 1), date(2020, 12, 31)
PERIOD = {
    "start": ("start_earliest", "start_latest"),
    "end": ("end_earliest", "end_latest"),
    "span": ("start_earliest", "end_latest"),
}


def period_rules(make: Callable, prefix: str) -> dict[str, Rule]:
    """The three orders that every `Period` keeps; one side may be unknown, both may be the same day."""
    return {
        f"{prefix}_{name}": Rule(
            make,
            broken=({first: LATE, last: EARLY},),
            legal=({first: EARLY, last: LATE}, {first: LATE, last: LATE}, {first: LATE}, {last: EARLY}),
        )
        for name, (first, last) in PERIOD.items()
    }


def russia_beside_indonesia() -> Country:
    factories.country("ID")
    return factories.country("RU")


def second_post_of_an_organization() -> Post:
    first = factories.post("Kepala")
    return factories.post("Wakil Kepala", organization=first.organization)


def former_head_beside_a_sitting_one() -> Appointment:
    sitting = factories.appointment()
    return factories.appointment(office=sitting.post, end_latest=LATE)


def second_name_of_a_person() -> PersonName:
    first = factories.person_name(name="Edi Hartono")
    return factories.person_name(first.person, "Eddy Hartono")


def second_name_of_an_organization() -> OrganizationName:
    first = factories.organization_name(name="BNPT")
    return factories.organization_name(first.organization, "Badan Penanggulangan Terorisme")


RULES = {
    "entities_country_iso2": Rule(
        lambda: factories.country("ID"),
        broken=({"iso2": "id"}, {"iso2": "I"}, {"iso2": "I1"}, {"iso2": ""}, {"iso2": "É1"}),
        legal=({"iso2": "SU"},),
    ),
    "entities.Country.iso3": Rule(
        russia_beside_indonesia, broken=({"iso3": "IDN"},), legal=({"iso3": "SUN"},)
    ),
    "entities_honorific_rank_has_service": Rule(
        factories.honorific,
        broken=({"kind": "rank"}, {"service": "polri"}, {"kind": "courtesy", "service": "foreign"}),
        legal=({"kind": "rank", "service": "polri"}, {"kind": "noble"}),
    ),
    "entities.Honorific.code": unique_column(factories.honorific, "code", "lain"),
    **period_rules(factories.person_honorific, "entities_personhonorific"),
    **period_rules(factories.appointment, "entities_appointment"),
    "entities_organization_embassy": Rule(
        factories.embassy,
        broken=({"country": None}, {"host_country": None}, {"country": None, "host_country": None}),
        legal=({"kind": "agency", "country": None, "host_country": None}, {"country_id": "ID"}),
    ),
    "entities_organization_not_own_parent": Rule(
        factories.organization,
        broken=({"parent_id": own_pk},),
        legal=({"parent": lambda row: factories.organization()}, {"parent": None}),
    ),
    "entities_organization_not_merged_into_itself": Rule(
        factories.organization,
        broken=({"merged_into_id": own_pk},),
        legal=({"merged_into": lambda row: factories.organization()}, {"merged_into": None}),
    ),
    "entities.Organization.slug": unique_column(factories.organization, "slug", "lain"),
    "entities_organizationname_once": Rule(
        second_name_of_an_organization,
        broken=({"name": "BNPT"},),
        legal=({"name": "BNPT RI"}, {"name": "BNPT", "organization": lambda row: factories.organization()}),
    ),
    "entities_person_not_merged_into_itself": Rule(
        factories.person,
        broken=({"merged_into_id": own_pk},),
        legal=({"merged_into": lambda row: factories.person()}, {"merged_into": None}),
    ),
    "entities.Person.slug": unique_column(factories.person, "slug", "lain"),
    "entities_personname_once": Rule(
        second_name_of_a_person,
        broken=({"name": "Edi Hartono"},),
        legal=({"name": "E. Hartono"}, {"name": "Edi Hartono", "person": lambda row: factories.person()}),
    ),
    "entities_post_once": Rule(
        second_post_of_an_organization,
        broken=({"title": "Kepala"},),
        legal=(
            {"title": "Juru Bicara"},
            {"title": "Kepala", "organization": lambda row: factories.organization()},
        ),
    ),
    "entities_post_not_own_predecessor": Rule(
        factories.post,
        broken=({"predecessor_id": own_pk},),
        legal=({"predecessor": lambda row: factories.post()}, {"predecessor": None}),
    ),
    "entities_appointment_one_head": Rule(
        former_head_beside_a_sitting_one,
        broken=({"end_latest": None}, {"end_latest": None, "end_earliest": EARLY}),
        legal=(
            *({"end_latest": None, "kind": kind} for kind in ("plt", "plh", "pj", "member")),
            {"end_latest": None, "post": lambda row: factories.post()},
            {"end_latest": EARLY},
        ),
    ),
    "entities_topic_not_own_parent": Rule(
        factories.topic,
        broken=({"parent_id": own_pk},),
        legal=({"parent": lambda row: factories.topic()}, {"parent": None}),
    ),
    "entities_topic_medtop": Rule(
        factories.topic,
        broken=({"medtop": "2000063"}, {"medtop": "2000063x"}, {"medtop": "٢٠٠٠٠٦٣٩"}),
        legal=({"medtop": "20000639"}, {"medtop": ""}),
    ),
    "entities.Topic.slug": unique_column(factories.topic, "slug", "lain"),
}


@pytest.mark.parametrize("attempt", broken(RULES))
def test_the_database_refuses(attempt: Attempt) -> None:
    check_refused(attempt)


@pytest.mark.parametrize("attempt", legal(RULES))
def test_the_database_takes(attempt: Attempt) -> None:
    check_taken(attempt)
