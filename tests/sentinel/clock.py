"""A clock that stands where a test puts it, for everything that asks Django for the time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

# Noon where the agency is, on some day of the future.
MOMENT = datetime(2031, 3, 3, 5, tzinfo=UTC)
JUST_BEFORE = MOMENT - timedelta(microseconds=1)
DAYS_BEFORE = MOMENT - timedelta(days=5)


class Clock:
    def __init__(self) -> None:
        self.now = DAYS_BEFORE

    def __call__(self) -> datetime:
        return self.now
