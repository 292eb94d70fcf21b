"""What all factories share: moments, and numbers for what must be unique."""

from datetime import UTC, date, datetime
from itertools import count

LONG_AGO = datetime(2024, 1, 1, tzinfo=UTC)
FAR_AHEAD = datetime(2999, 1, 1, tzinfo=UTC)
# The day of the first release.
THE_DAY = date(2024, 10, 9)

serial = count(1)
