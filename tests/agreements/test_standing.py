"""Where an agreement stands: pengesahan, and keberlakuan for a party on a day."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from agreements.kinds import ActionKind
from agreements.models import Agreement, AgreementAction
from agreements.standing import APPROVAL_AFTER, ENDINGS, FORCE_AFTER, Approval, Force
from pressroom.core.dates import UncertainDate
from tests import factories
from tests.rollback import rolled_back

pytestmark = pytest.mark.django_db


class Step(NamedTuple):
    """A step by one party or, with "", by all; `when` is a day, a year, or None for an unknown date."""

    kind: str
    when: date | int | None = None
    by: str = ""


def uncertain(when: date | int | None) -> UncertainDate:
    if when is None:
        return UncertainDate()
    return UncertainDate.year(when) if isinstance(when, int) else UncertainDate.day(when)


def agreement_with(steps: Sequence[Step], **fields: object) -> Agreement:
    agreement = factories.agreement(parties=("ID", "RU"), **fields)
    for step in steps:
        factories.action(agreement, step.kind, by=step.by, when=uncertain(step.when))
    return agreement


APPROVED = Step("domestic_approval", 2010, "ID")
APPROVED_IN_RUSSIA = Step("domestic_approval", 2009, "RU")
TAKEN_BACK = Step("ratification_withdrawal", 2015, "ID")


@pytest.mark.parametrize(
    ("needed", "steps", "approval"),
    [
        # nothing recorded
        (False, [], Approval.NOT_NEEDED),
        (True, [], Approval.PENDING),
        (None, [], Approval.UNKNOWN),
        # approved by Indonesia
        (True, [APPROVED], Approval.GIVEN),
        (None, [APPROVED], Approval.GIVEN),
        (True, [Step("domestic_approval", None, "ID")], Approval.GIVEN),
        # the law says that none is needed
        (False, [APPROVED], Approval.NOT_NEEDED),
        # only the other party has approved
        (True, [APPROVED_IN_RUSSIA], Approval.PENDING),
        (None, [APPROVED_IN_RUSSIA], Approval.UNKNOWN),
        # taken back, and given again
        (True, [APPROVED, TAKEN_BACK], Approval.WITHDRAWN),
        (None, [TAKEN_BACK, APPROVED], Approval.WITHDRAWN),
        (True, [APPROVED, TAKEN_BACK, Step("domestic_approval", 2020, "ID")], Approval.GIVEN),
        (True, [APPROVED, Step("ratification_withdrawal", 2015, "RU")], Approval.GIVEN),
        # other steps are no approval
        (True, [Step("signature", 2007), Step("entry_into_force", 2008)], Approval.PENDING),
        (None, [Step("notification", 2007, "ID"), Step("accession", 2008, "ID")], Approval.UNKNOWN),
        (True, [Step("ratification_deposit", 2008, "ID"), Step("acceptance", 2008, "ID")], Approval.PENDING),
    ],
)
def test_pengesahan(needed: bool | None, steps: list[Step], approval: Approval) -> None:
    agreement = agreement_with(steps, approval_needed=needed)
    assert agreement.approval == approval
    assert approvals_by_query(agreement, TODAY) == [approval]


def approvals_by_query(agreement: Agreement, day: date) -> list[Approval]:
    every = Agreement.objects.filter(pk=agreement.pk)
    return [status for status in Approval if every.in_approval_status(status, day).exists()]


SIGNED = Step("signature", date(2007, 5, 10))
PROVISIONAL = Step("provisional_application", date(2006, 1, 1))
IN_FORCE = Step("entry_into_force", date(2008, 3, 1))
SUSPENDED = Step("suspension", date(2012, 6, 1))
TERMINATED = Step("termination", date(2015, 6, 1))
EXPIRED = Step("expiry", date(2018, 3, 1))
LEFT = Step("withdrawal", date(2014, 1, 1), "ID")
RUSSIA_LEFT = Step("withdrawal", date(2014, 1, 1), "RU")
TODAY = date(2024, 10, 9)

KEBERLAKUAN = [
    ([], TODAY, Force.NOT_RECORDED),
    # only signed
    ([SIGNED], date(2007, 5, 9), Force.NOT_RECORDED),
    ([SIGNED], date(2007, 5, 10), Force.SIGNED),
    ([SIGNED], TODAY, Force.SIGNED),
    ([Step("signature")], TODAY, Force.SIGNED),
    # approval at home and notification are no entry into force
    ([SIGNED, APPROVED, Step("notification", 2010, "ID")], TODAY, Force.SIGNED),
    ([APPROVED], TODAY, Force.NOT_RECORDED),
    ([SIGNED, Step("ratification_deposit", 2010, "ID"), Step("accession", 2011, "ID")], TODAY, Force.SIGNED),
    ([SIGNED, APPROVED, TAKEN_BACK], TODAY, Force.SIGNED),
    # in force from the day itself
    ([SIGNED, IN_FORCE], date(2008, 2, 29), Force.SIGNED),
    ([SIGNED, IN_FORCE], date(2008, 3, 1), Force.IN_FORCE),
    ([IN_FORCE, SIGNED], TODAY, Force.IN_FORCE),
    # in force, nobody recorded since when
    ([SIGNED, Step("entry_into_force")], date(2007, 5, 9), Force.IN_FORCE),
    ([SIGNED, Step("entry_into_force")], TODAY, Force.IN_FORCE),
    ([Step("entry_into_force"), TERMINATED], date(2015, 5, 31), Force.IN_FORCE),
    ([Step("entry_into_force"), TERMINATED], date(2015, 6, 1), Force.TERMINATED),
    ([TERMINATED, Step("entry_into_force")], TODAY, Force.TERMINATED),
    # only the year is known: the year must be over
    ([Step("signature", 2007)], date(2007, 12, 30), Force.NOT_RECORDED),
    ([Step("signature", 2007)], date(2007, 12, 31), Force.SIGNED),
    ([SIGNED, Step("entry_into_force", 2008)], date(2008, 6, 1), Force.SIGNED),
    ([SIGNED, Step("entry_into_force", 2008)], date(2008, 12, 31), Force.IN_FORCE),
    ([IN_FORCE, Step("termination", 2015)], date(2015, 12, 30), Force.IN_FORCE),
    ([IN_FORCE, Step("termination", 2015)], date(2015, 12, 31), Force.TERMINATED),
    # applied provisionally before it was signed
    ([SIGNED, PROVISIONAL], date(2005, 12, 31), Force.NOT_RECORDED),
    ([SIGNED, PROVISIONAL], date(2006, 1, 1), Force.PROVISIONAL),
    ([SIGNED, PROVISIONAL], date(2007, 5, 10), Force.PROVISIONAL),
    ([SIGNED, PROVISIONAL, IN_FORCE], date(2008, 3, 1), Force.IN_FORCE),
    # one party leaves
    ([IN_FORCE, LEFT], date(2013, 12, 31), Force.IN_FORCE),
    ([IN_FORCE, LEFT], date(2014, 1, 1), Force.WITHDRAWN),
    ([IN_FORCE, RUSSIA_LEFT], TODAY, Force.IN_FORCE),
    ([Step("entry_into_force", 2008, "RU"), SIGNED], TODAY, Force.SIGNED),
    ([Step("entry_into_force", 2008, "ID")], TODAY, Force.IN_FORCE),
    ([Step("signature", 2007, "RU")], TODAY, Force.NOT_RECORDED),
    ([Step("signature", 2007, "ID")], TODAY, Force.SIGNED),
    # suspended, resumed, ended
    ([IN_FORCE, SUSPENDED], date(2012, 6, 1), Force.SUSPENDED),
    ([IN_FORCE, SUSPENDED, Step("entry_into_force", 2013)], TODAY, Force.IN_FORCE),
    ([IN_FORCE, SUSPENDED, TERMINATED], date(2015, 5, 31), Force.SUSPENDED),
    ([TERMINATED, SUSPENDED, IN_FORCE], TODAY, Force.TERMINATED),
    ([IN_FORCE, EXPIRED], date(2018, 2, 28), Force.IN_FORCE),
    ([IN_FORCE, EXPIRED], date(2018, 3, 1), Force.EXPIRED),
    # steps that change nothing about it
    ([IN_FORCE, Step("extension", 2013), Step("amendment", 2014)], TODAY, Force.IN_FORCE),
    ([IN_FORCE, Step("reservation", 2013, "ID"), Step("declaration", 2014, "ID")], TODAY, Force.IN_FORCE),
    # on one and the same day the order of entry decides
    ([Step("provisional_application", TODAY), Step("entry_into_force", TODAY)], TODAY, Force.IN_FORCE),
    ([Step("entry_into_force", TODAY), Step("termination", TODAY)], TODAY, Force.TERMINATED),
    # an exact day at the end of a year is later than "some time that year"
    ([Step("termination", date(2015, 12, 31)), Step("suspension", 2015)], TODAY, Force.TERMINATED),
]


@pytest.mark.parametrize(("steps", "day", "force"), KEBERLAKUAN)
def test_keberlakuan(steps: list[Step], day: date, force: Force) -> None:
    assert agreement_with(steps).force_on(day) == force


@pytest.mark.parametrize(("steps", "day", "force"), KEBERLAKUAN)
def test_the_database_finds_agreements_by_their_keberlakuan(
    steps: list[Step], day: date, force: Force
) -> None:
    agreement = agreement_with(steps)
    assert statuses_by_query(agreement, day) == [force]


def statuses_by_query(agreement: Agreement, day: date) -> list[Force]:
    every = Agreement.objects.filter(pk=agreement.pk)
    return [status for status in Force if every.in_force_status(status, day).exists()]


def test_each_party_has_its_own_keberlakuan() -> None:
    agreement = agreement_with([IN_FORCE, RUSSIA_LEFT])
    indonesia, russia = agreement.parties.order_by("country_id")
    assert agreement.force_on(TODAY, indonesia) == Force.IN_FORCE
    assert agreement.force_on(TODAY, russia) == Force.WITHDRAWN


def test_the_home_country_is_meant_unless_a_party_is_named(settings) -> None:
    agreement = agreement_with([IN_FORCE, RUSSIA_LEFT])
    assert agreement.force_on(TODAY) == Force.IN_FORCE
    settings.HOME_COUNTRY = "RU"
    assert agreement.force_on(TODAY) == Force.WITHDRAWN


def test_an_agreement_of_others_counts_their_joint_steps_only() -> None:
    agreement = factories.agreement(parties=("RU", "AU"))
    factories.action(agreement, "entry_into_force", by="RU")
    assert agreement.force_on(TODAY) == Force.NOT_RECORDED
    factories.action(agreement, "entry_into_force")
    assert agreement.force_on(TODAY) == Force.IN_FORCE


def test_every_kind_of_step_is_classified() -> None:
    silent = {
        "signature",
        "domestic_approval",
        "notification",
        "ratification_deposit",
        "accession",
        "acceptance",
        "approval_deposit",
        "extension",
        "amendment",
        "reservation",
        "declaration",
        "ratification_withdrawal",
    }
    assert set(FORCE_AFTER) | silent == set(ActionKind)
    assert not set(FORCE_AFTER) & silent


def test_every_keberlakuan_is_reached_by_the_table() -> None:
    assert {force for _steps, _day, force in KEBERLAKUAN} == set(Force)


def test_steps_that_are_not_public_yet_decide_nothing_in_public() -> None:
    agreement = agreement_with([SIGNED])
    factories.action(agreement, "entry_into_force", public_from=factories.FAR_AHEAD)
    factories.action(agreement, "domestic_approval", by="ID", public_from=None)
    public = Agreement.objects.with_standing().get()
    assert (public.force_on(TODAY), public.approval) == (Force.SIGNED, Approval.UNKNOWN)
    assert statuses_by_query(agreement, TODAY) == [Force.SIGNED]


def test_a_hidden_signature_is_no_signature_in_public() -> None:
    agreement = factories.agreement()
    factories.action(agreement, "signature", public_from=None)
    assert Agreement.objects.with_standing().get().force_on(TODAY) == Force.NOT_RECORDED
    assert statuses_by_query(agreement, TODAY) == [Force.NOT_RECORDED]


def test_the_standing_of_many_takes_three_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for _ in range(5):
        agreement_with([SIGNED, APPROVED, IN_FORCE])
    with django_assert_num_queries(3):
        for agreement in Agreement.objects.with_standing():
            assert (agreement.approval, agreement.force_on(TODAY)) == (Approval.GIVEN, Force.IN_FORCE)


FIRST = date(2010, 1, 1)
DAYS = st.integers(0, 4).map(lambda number: FIRST + timedelta(days=number))
BOUNDS = st.none() | st.tuples(DAYS, DAYS).map(lambda pair: UncertainDate(min(pair), max(pair)))
KINDS = st.sampled_from([*FORCE_AFTER, ActionKind.SIGNATURE, ActionKind.NOTIFICATION])
PARTIES = st.sampled_from(["", "ID", "RU"])
STEPS = st.lists(st.tuples(KINDS, PARTIES, BOUNDS, st.booleans()), max_size=6)


APPROVALS = st.tuples(
    st.sampled_from([*APPROVAL_AFTER]), st.sampled_from(["ID", "RU"]), BOUNDS, st.booleans()
)


def take(agreement: Agreement, steps: list) -> None:
    AgreementAction.objects.bulk_create(
        AgreementAction(
            agreement=agreement,
            kind=kind,
            party=agreement.parties.filter(country=by).first(),
            when=when or UncertainDate(),
            public_from=factories.LONG_AGO if public else None,
        )
        for kind, by, when, public in steps
    )


@given(STEPS, DAYS, st.sampled_from([("ID", "RU"), ("RU",)]))
def test_query_and_row_agree_on_every_set_of_steps(steps: list, day: date, parties: tuple[str, ...]) -> None:
    with rolled_back():
        agreement = factories.agreement(parties=parties)
        take(agreement, steps)
        public = Agreement.objects.with_standing().get(pk=agreement.pk)
        force = public.force_on(day)
        assert statuses_by_query(agreement, day) == [force]
        annotated = Agreement.objects.with_force_on(day).get(pk=agreement.pk)
        decided = FORCE_AFTER.get(annotated.force_kind)
        assert (decided or (Force.SIGNED if annotated.signed else Force.NOT_RECORDED)) == force


@given(st.lists(APPROVALS, max_size=4), DAYS, st.sampled_from([None, True, False]))
def test_query_and_row_agree_on_every_pengesahan(steps: list, day: date, needed: bool | None) -> None:
    with rolled_back():
        agreement = factories.agreement(approval_needed=needed)
        take(agreement, steps)
        public = Agreement.objects.with_standing().get(pk=agreement.pk)
        assert approvals_by_query(agreement, day) == [public.approval_on(day)]


def test_the_home_side_is_its_bodies_too() -> None:
    agency = factories.organization(country=factories.country("ID"))
    agreement = factories.agreement(parties=("RU",))
    ours = factories.party(agreement, agency)
    factories.action(agreement, "entry_into_force", when=UncertainDate.year(2008), party=ours)
    assert agreement.force_on(TODAY) == Force.IN_FORCE
    assert statuses_by_query(agreement, TODAY) == [Force.IN_FORCE]
    factories.action(agreement, "withdrawal", when=UncertainDate.year(2010), party=ours)
    assert agreement.force_on(TODAY) == Force.WITHDRAWN
    assert statuses_by_query(agreement, TODAY) == [Force.WITHDRAWN]


@pytest.mark.parametrize("ending", [kind for kind in ENDINGS if kind in FORCE_AFTER])
def test_what_ended_at_an_unknown_time_is_over(ending: ActionKind) -> None:
    agreement = agreement_with([IN_FORCE, Step(ending)])
    assert agreement.force_on(TODAY) == FORCE_AFTER[ending]
    assert statuses_by_query(agreement, TODAY) == [FORCE_AFTER[ending]]


def test_a_ratification_taken_back_at_an_unknown_time_is_taken_back() -> None:
    agreement = agreement_with([APPROVED, Step("ratification_withdrawal", None, "ID")])
    assert agreement.approval == Approval.WITHDRAWN


def test_agreements_are_listed_once_each() -> None:
    kept = agreement_with([IN_FORCE, Step("entry_into_force", 2009), Step("signature", 2007, "ID"), SIGNED])
    agreement_with([SIGNED])
    assert list(Agreement.objects.in_force_status(Force.IN_FORCE, TODAY)) == [kept]
