"""Who holds a post on a day: certainly, possibly, now; and whose times collide."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entities.models import Appointment
from pressroom.core.dates import Span
from tests import factories
from tests.rollback import rolled_back

pytestmark = pytest.mark.django_db

DAY = factories.THE_DAY
NEVER, MAYBE, SURELY = "never", "maybe", "surely"


def year(number: int) -> tuple[date, date]:
    return date(number, 1, 1), date(number, 12, 31)


def day(number: int, month: int = 1, day_of_month: int = 1) -> tuple[date, date]:
    return (date(number, month, day_of_month),) * 2


UNKNOWN = (None, None)

HOLDINGS = [
    # nothing known
    (Span(), date(2024, 1, 1), MAYBE),
    # exact days, both of them included
    (Span(*day(2020), *day(2022)), date(2019, 12, 31), NEVER),
    (Span(*day(2020), *day(2022)), date(2020, 1, 1), SURELY),
    (Span(*day(2020), *day(2022)), date(2022, 1, 1), SURELY),
    (Span(*day(2020), *day(2022)), date(2022, 1, 2), NEVER),
    # since a day, still there
    (Span(*day(2020)), date(2019, 12, 31), NEVER),
    (Span(*day(2020)), date(2020, 1, 1), SURELY),
    (Span(*day(2020)), date(2099, 1, 1), SURELY),
    # only the years are known: within them nothing is certain
    (Span(*year(2020), *year(2022)), date(2019, 12, 31), NEVER),
    (Span(*year(2020), *year(2022)), date(2020, 1, 1), MAYBE),
    (Span(*year(2020), *year(2022)), date(2020, 12, 30), MAYBE),
    (Span(*year(2020), *year(2022)), date(2020, 12, 31), SURELY),
    (Span(*year(2020), *year(2022)), date(2021, 6, 1), SURELY),
    (Span(*year(2020), *year(2022)), date(2022, 1, 1), SURELY),
    (Span(*year(2020), *year(2022)), date(2022, 1, 2), MAYBE),
    (Span(*year(2020), *year(2022)), date(2022, 12, 31), MAYBE),
    (Span(*year(2020), *year(2022)), date(2023, 1, 1), NEVER),
    # within one year: no day is certain
    (Span(*year(2020), *year(2020)), date(2020, 6, 1), MAYBE),
    # seen in the post on one day; not known to be over
    (Span.seen_on(DAY), DAY - timedelta(days=1), MAYBE),
    (Span.seen_on(DAY), DAY, SURELY),
    (Span.seen_on(DAY), DAY + timedelta(days=1), SURELY),
    # seen on one day, and over since a year
    (Span(None, DAY, DAY, date(2025, 12, 31)), DAY, SURELY),
    (Span(None, DAY, DAY, date(2025, 12, 31)), DAY + timedelta(days=1), MAYBE),
    (Span(None, DAY, DAY, date(2025, 12, 31)), date(2026, 1, 1), NEVER),
    # known to be over, nobody knows since when
    (Span(end_latest=date(2022, 12, 31)), date(1999, 1, 1), MAYBE),
    (Span(end_latest=date(2022, 12, 31)), date(2022, 12, 31), MAYBE),
    (Span(end_latest=date(2022, 12, 31)), date(2023, 1, 1), NEVER),
    # began one day, over at some time up to a day
    (Span(*day(2020), None, date(2022, 12, 31)), date(2020, 1, 1), MAYBE),
    # not before a day, otherwise unknown
    (Span(start_earliest=date(2020, 1, 1)), date(2019, 12, 31), NEVER),
    (Span(start_earliest=date(2020, 1, 1)), date(2020, 1, 1), MAYBE),
]


@pytest.mark.parametrize(("span", "on", "answer"), HOLDINGS)
def test_holders_of_a_post_on_a_day(span: Span, on: date, answer: str) -> None:
    holder = factories.appointment(span=span)
    certain, possible = holder.post.holders(on), holder.post.possible_holders(on)
    assert certain.filter(pk=holder.pk).exists() is (answer == SURELY)
    assert possible.filter(pk=holder.pk).exists() is (answer != NEVER)


@pytest.mark.parametrize(("span", "on", "answer"), HOLDINGS)
def test_a_row_answers_as_the_database_does(span: Span, on: date, answer: str) -> None:
    held = factories.appointment(span=span).span
    assert (held.certain_on(on), held.possible_on(on)) == (answer == SURELY, answer != NEVER)


@pytest.mark.parametrize(
    ("span", "current"),
    [
        (Span(), True),
        (Span(*day(2020)), True),
        (Span.seen_on(DAY), True),
        (Span(end_earliest=date(2020, 1, 1)), True),
        (Span(end_latest=date(2099, 1, 1)), False),
        (Span(*year(2020), *year(2022)), False),
    ],
)
def test_who_is_not_known_to_have_left_is_current(span: Span, current: bool) -> None:
    holder = factories.appointment(span=span)
    assert Appointment.objects.current().filter(pk=holder.pk).exists() is current
    assert holder.span.current is current


def test_other_posts_have_other_holders() -> None:
    holder = factories.appointment(span=Span.seen_on(DAY))
    factories.appointment(span=Span.seen_on(DAY))
    assert holder.post.holders(DAY).get() == holder


@pytest.mark.parametrize(("kind", "abbreviation"), [("plt", "Plt."), ("plh", "Plh."), ("pj", "Pj.")])
def test_an_acting_head_stands_beside_the_substantive_one(kind: str, abbreviation: str) -> None:
    office = factories.post("Kepala BNPT", title_en="Head of BNPT")
    head = factories.appointment(office=office, span=Span(*day(2023)))
    acting = factories.appointment(office=office, span=Span(*day(2024)), kind=kind)
    assert set(office.holders(DAY)) == {head, acting}
    assert (head.acting, acting.acting) == (False, True)
    assert (acting.title(), acting.title("en")) == (f"{abbreviation} Kepala BNPT", "Acting Head of BNPT")
    assert (head.title(), head.title("en")) == ("Kepala BNPT", "Head of BNPT")


@pytest.mark.parametrize("kind", ["plt", "plh", "pj"])
def test_an_acting_head_stands_in_while_there_is_no_other(kind: str) -> None:
    office = factories.post()
    factories.appointment(office=office, span=Span(*day(2020), *day(2023)))
    acting = factories.appointment(office=office, span=Span(*day(2024)), kind=kind)
    assert office.holders(DAY).get() == acting


def test_members_hold_the_post_and_are_not_in_charge() -> None:
    office = factories.post("Anggota Dewan")
    members = {factories.appointment(office=office, span=Span(*day(2020)), kind="member") for _ in range(2)}
    head = factories.appointment(office=office, span=Span(*day(2020)))
    assert set(office.holders(DAY)) == {*members, head}
    assert office.holders(DAY).in_charge().get() == head


def test_a_post_without_an_english_title_has_none() -> None:
    assert factories.appointment(office=factories.post("Kepala BNPT")).title("en") == ""


OVERLAPS = [
    # exact days; the last day and the first may be one
    (Span(*day(2020), *day(2022)), Span(*day(2022), *day(2024)), True),
    (Span(*day(2020), *day(2022)), Span(*day(2022, 1, 2), *day(2024)), False),
    (Span(*day(2020), *day(2024)), Span(*day(2021), *day(2022)), True),
    # a successor whose end is open
    (Span(*day(2020), *day(2022)), Span(*day(2021)), True),
    (Span(*day(2020), *day(2022)), Span(*day(2023)), False),
    # the years of change are the same: they need not have met
    (Span(*year(2018), *year(2020)), Span(*year(2020), *year(2022)), False),
    # a whole year in common
    (Span(*year(2018), *year(2021)), Span(*year(2019), *year(2022)), True),
    # nothing is certain of somebody of whom nothing is known
    (Span(*day(2020), *day(2022)), Span(), False),
    (Span(*day(2020), *day(2022)), Span(end_latest=date(2021, 1, 1)), False),
    (Span(), Span(end_latest=date(2021, 1, 1)), False),
    # seen on the same day
    (Span(None, DAY, DAY, date(2025, 1, 1)), Span.seen_on(DAY), True),
    # came within a year and left within it, while another sat: no day is certain
    pytest.param(Span(*day(2010), *day(2030)), Span(*year(2020), *year(2020)), False),
    # over at an unknown time
    pytest.param(Span(*day(2020), None, date(2022, 1, 1)), Span(*day(2020)), False),
]


@pytest.mark.parametrize(("one", "other", "collide"), OVERLAPS)
def test_heads_whose_times_certainly_share_a_day_overlap(one: Span, other: Span, collide: bool) -> None:
    office = factories.post()
    first = factories.appointment(office=office, span=one)
    second = factories.appointment(office=office, span=other)
    assert list(first.overlapping()) == [second] * collide
    assert list(second.overlapping()) == [first] * collide


@pytest.mark.parametrize("kind", ["plt", "plh", "pj", "member"])
def test_standing_in_for_a_head_is_no_overlap(kind: str) -> None:
    office = factories.post()
    head = factories.appointment(office=office, span=Span(*day(2020)))
    acting = factories.appointment(office=office, span=Span(*day(2020)), kind=kind)
    assert not head.overlapping().exists()
    assert not acting.overlapping().exists()


def test_heads_of_different_posts_do_not_overlap() -> None:
    factories.appointment(span=Span(*day(2020)))
    assert not factories.appointment(span=Span(*day(2020))).overlapping().exists()


def test_an_appointment_can_be_compared_before_it_is_saved() -> None:
    head = factories.appointment(span=Span(*day(2020), *day(2022)))
    new = Appointment(person=factories.person(), post=head.post, span=Span(*day(2021), *day(2023)))
    assert new.overlapping().get() == head


FIRST = date(2020, 1, 1)
DAYS = [FIRST + timedelta(days=number) for number in range(6)]


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = sorted(draw(st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS))))
    end = sorted(draw(st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS))))
    known = [bound if draw(st.booleans()) else None for bound in (*start, *end)]
    if known[0] and known[3] and known[3] < known[0]:
        known[3] = None
    return Span(*known)


@given(spans(), spans())
def test_overlapping_is_having_a_certain_day_in_common(one: Span, other: Span) -> None:
    if one.current and other.current:
        return
    with rolled_back():
        first = factories.appointment(span=one)
        second = factories.appointment(office=first.post, span=other)
        share_a_day = any(one.certain_on(day) and other.certain_on(day) for day in DAYS)
        assert first.overlapping().filter(pk=second.pk).exists() is share_a_day
