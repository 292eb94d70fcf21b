"""Moments as the desk writes them: never without a zone, and never with a doubtful day."""

from datetime import UTC, datetime

import pytest
from django.utils.translation import override

from pressroom.desk.moments import both_clocks

MOMENTS = [
    (datetime(2026, 11, 24, 5, 0, tzinfo=UTC), "Selasa, 24 November 2026, 12.00 WIB (05.00 UTC)"),
    (
        datetime(2026, 11, 23, 20, 0, tzinfo=UTC),
        "Selasa, 24 November 2026, 03.00 WIB (Senin, 23 November 2026, 20.00 UTC)",
    ),
    (datetime(2026, 11, 24, 5, 0, 30, tzinfo=UTC), "Selasa, 24 November 2026, 12.00.30 WIB (05.00.30 UTC)"),
]


@pytest.mark.parametrize(("at", "written"), MOMENTS)
def test_a_moment_is_written_in_both_zones(at: datetime, written: str) -> None:
    assert both_clocks(at, exact=True) == written


def test_what_has_happened_is_told_to_the_minute() -> None:
    assert both_clocks(MOMENTS[2][0]) == MOMENTS[0][1]


def test_a_moment_in_english() -> None:
    with override("en"):
        assert both_clocks(MOMENTS[0][0]) == "Tuesday, 24 November 2026, 12:00 WIB (05:00 UTC)"
