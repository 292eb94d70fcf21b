"""Events whose day has passed and whose outcome nobody has confirmed."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from agreements.models import Event
from pressroom.core.dates import UncertainDate
from tests import factories
from tests.rollback import rolled_back

pytestmark = pytest.mark.django_db

TODAY = factories.THE_DAY
EVE, MORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
EARLY_2025 = UncertainDate.third(2025, 1)

CASES = [
    # a planned day
    (UncertainDate.day(MORROW), "", TODAY, False),
    (UncertainDate.day(TODAY), "", TODAY, False),
    (UncertainDate.day(EVE), "", TODAY, True),
    # what became of it is known
    (UncertainDate.day(EVE), "held", TODAY, False),
    (UncertainDate.day(EVE), "cancelled", TODAY, False),
    (UncertainDate.day(EVE), "postponed", TODAY, False),
    # "awal 2025": until its last possible day there is nothing to confirm
    (EARLY_2025, "", date(2025, 1, 1), False),
    (EARLY_2025, "", date(2025, 4, 30), False),
    (EARLY_2025, "", date(2025, 5, 1), True),
    (UncertainDate.year(2024), "", date(2024, 12, 31), False),
    (UncertainDate.year(2024), "", date(2025, 1, 1), True),
    # no date at all
    (UncertainDate(), "", date(2999, 1, 1), False),
    (UncertainDate(), "cancelled", date(2999, 1, 1), False),
]


@pytest.mark.parametrize(("when", "outcome", "on", "overdue"), CASES)
def test_an_event_needs_confirmation_once_its_last_day_has_passed(
    when: UncertainDate, outcome: str, on: date, overdue: bool
) -> None:
    event = factories.event(when=when, outcome=outcome)
    assert event.needs_confirmation(on) is overdue
    assert Event.objects.overdue(on).filter(pk=event.pk).exists() is overdue


def test_without_a_day_today_is_meant() -> None:
    today = timezone.localdate()
    past = factories.event(when=UncertainDate.day(today - timedelta(days=1)))
    coming = factories.event(when=UncertainDate.day(today))
    assert list(Event.objects.overdue()) == [past]
    assert (past.needs_confirmation(), coming.needs_confirmation()) == (True, False)


def test_overdue_events_that_are_not_public_are_for_the_editors_only() -> None:
    hidden = factories.event(when=UncertainDate.day(EVE), public_from=None)
    assert list(Event.objects.overdue(TODAY)) == [hidden]
    assert not Event.objects.overdue(TODAY).visible().exists()


DAYS = st.integers(-3, 3).map(lambda number: TODAY + timedelta(days=number))
WHENS = st.just(UncertainDate()) | st.tuples(DAYS, DAYS).map(lambda pair: UncertainDate(min(pair), max(pair)))
OUTCOMES = st.sampled_from(["", "cancelled", "postponed"])


@given(st.lists(st.tuples(WHENS, OUTCOMES), max_size=5), DAYS)
def test_the_list_and_the_rows_agree(events: list[tuple[UncertainDate, str]], on: date) -> None:
    with rolled_back():
        made = [factories.event(when=when, outcome=outcome) for when, outcome in events]
        expected = {event.pk for event in made if event.needs_confirmation(on)}
        assert set(Event.objects.overdue(on).values_list("pk", flat=True)) == expected
