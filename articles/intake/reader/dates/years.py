"""Which year a day without one is in, and which day is meant where a weekday contradicts its date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ..texts import gettext_noop
from .date_words import MONTH_NAMES, WEEKDAY_NAMES
from .sayings import UNKNOWN, Clock, Known

FROM_ISSUE = gettext_noop(
    "Teks menulis “%(printed)s” tanpa tahun; siaran ini bertanggal %(issued)s: yang dimaksud %(day)s."
)
FROM_AHEAD = gettext_noop(
    "Teks menulis “%(printed)s” tanpa tahun. %(date)s jatuh pada hari %(weekday)s tahun %(earlier)s, "
    "%(before)s, dan %(year)s, dan %(ahead)s masih akan datang: tahunnya %(year)s."
)
FROM_STATED = gettext_noop(
    "Teks menulis “%(printed)s” tanpa tahun; tanggal lengkap yang terdekat dalam teks ini %(stated)s: yang "
    "dimaksud %(day)s."
)
CONTRADICTED = gettext_noop(
    "Teks menulis “%(printed)s”, tetapi tanggal itu bukan hari %(weekday)s. Hari yang dipegang: %(day)s."
)
NO_SUCH_DAY = gettext_noop("Teks menulis “%(printed)s”, tetapi tanggal itu tidak ada.")

# A slip of the pen is looked for this near to the day of issue, a year left out this near to a full date.
NEAR = timedelta(days=14)
JUST_NOW = timedelta(days=31)
SAME_SEASON = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Written:
    """A day as written: `month` is None in "Rabu (9)", `year` and `weekday` where they are left out."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None

    def on(self, year: int, month: int | None = None) -> date | None:
        """This day in that year, None where the calendar has no such day."""
        try:
            return date(year, month or self.month or 1, self.day)
        except ValueError:
            return None

    def fits(self, day: date | None) -> bool:
        return day is not None and self.weekday in (None, day.weekday())

    def around(self, year: int) -> list[date]:
        """This day in that year and its neighbours, where the calendar has it."""
        days = (self.on(near) for near in range(max(year - 1, 1), min(year + 1, 9999) + 1))
        return [day for day in days if day]


def reckon(written: Written, printed: str, clock: Clock, turn: int | None, ahead: bool) -> Known:
    """`turn` is -1 or 1 where a word says "lalu" or "mendatang", `ahead` where the sentence tells a plan."""
    if written.month is None:
        return _of_the_month(written, printed, clock)
    if written.year is not None:
        return _stated(written, printed, clock)
    if clock.issued:
        return _from_issue(written, printed, clock.issued, turn or 0, ahead)
    return _from_ahead(written, printed, clock) or _from_stated(written, printed, clock) or UNKNOWN


def _stated(written: Written, printed: str, clock: Clock) -> Known:
    day = written.on(written.year or 1)
    if day is None:
        return Known(reason=NO_SUCH_DAY, values={"printed": printed})
    return Known(day, day) if written.fits(day) else _contradicted(written, printed, day, clock.issued)


def _from_issue(written: Written, printed: str, issued: date, turn: int, ahead: bool) -> Known:
    """The nearest day, on the side that the words point to; a weekday not met nearby is taken for a slip."""
    days = written.around(issued.year)
    if not days:
        return Known(reason=NO_SUCH_DAY, values={"printed": printed})
    day = _side(days, issued, turn, ahead)
    if not written.fits(day):
        fitting = [other for other in days if written.fits(other) and abs(other - issued) <= SAME_SEASON]
        if not fitting:
            return _contradicted(written, printed, day, issued)
        day = _nearest(fitting, issued)
    return Known(day, day, FROM_ISSUE, {"printed": printed, "issued": issued, "day": day})


def _side(days: list[date], issued: date, turn: int, ahead: bool) -> date:
    """ "lalu" and "mendatang" say the side; a plan lies ahead unless its day passed just now."""
    nearest = _nearest(days, issued)
    if ahead and not turn and nearest < issued - JUST_NOW:
        turn = 1
    on_its_side = [day for day in days if (day - issued).days * turn > 0]
    return _nearest(on_its_side, issued) if on_its_side else nearest


def _from_ahead(written: Written, printed: str, clock: Clock) -> Known | None:
    """The last year that suits the weekday before the first thing that the text says lies ahead."""
    if written.weekday is None or not clock.ahead:
        return None
    limit = min(clock.ahead, key=lambda event: event.first)
    fitting = [day for day in _years_back(written, limit.first) if written.fits(day)][:3]
    if len(fitting) < 3:
        return None
    day, before, earlier = fitting
    values = {"printed": printed, "date": f"{day.day} {MONTH_NAMES[day.month]}", "ahead": limit.printed}
    years = {"year": day.year, "before": before.year, "earlier": earlier.year}
    return Known(day, day, FROM_AHEAD, {**values, **years, "weekday": WEEKDAY_NAMES[day.weekday()]})


def _years_back(written: Written, limit: date) -> Iterator[date]:
    """This day in each year before `limit`, the last first; 40 years hold three leap days of each weekday."""
    for year in range(limit.year, max(limit.year - 100, 1), -1):
        day = written.on(year)
        if day and day < limit:
            yield day


def _from_stated(written: Written, printed: str, clock: Clock) -> Known | None:
    near = [
        (abs(day - stated), day, stated)
        for stated in clock.stated
        for day in written.around(stated.year)
        if written.fits(day) and abs(day - stated) <= SAME_SEASON
    ]
    if not near:
        return None
    _, day, stated = min(near)
    return Known(day, day, FROM_STATED, {"printed": printed, "stated": stated, "day": day})


def _of_the_month(written: Written, printed: str, clock: Clock) -> Known:
    """ "Rabu (9)": the last such day up to the day of issue."""
    issued = clock.issued
    if issued is None:
        return UNKNOWN
    month_before = issued.replace(day=1) - timedelta(days=1)
    for near in (issued, month_before):
        day = written.on(near.year, near.month)
        if day and day <= issued and written.fits(day):
            return Known(day, day, FROM_ISSUE, {"printed": printed, "issued": issued, "day": day})
    return UNKNOWN


def _contradicted(written: Written, printed: str, day: date, issued: date | None) -> Known:
    """Which slip it was: the year, else the month, else the day beside its weekday."""
    choices = _other_years(written, day, issued) or _other_months(written, issued) or _same_week(written, day)
    meant = _nearest(choices, issued or day)
    weekday = WEEKDAY_NAMES[meant.weekday()]
    return Known(meant, meant, CONTRADICTED, {"printed": printed, "weekday": weekday, "day": meant})


def _other_years(written: Written, day: date, issued: date | None) -> list[date]:
    if written.year is None:
        return []
    days = written.around(issued.year if issued else day.year)
    return [day for day in days if written.fits(day) and (issued is None or abs(day - issued) <= SAME_SEASON)]


def _other_months(written: Written, issued: date | None) -> list[date]:
    if issued is None:
        return []
    days = (written.on(issued.year, month) for month in range(1, 13))
    return [day for day in days if day and written.fits(day) and timedelta(0) <= issued - day <= NEAR]


def _same_week(written: Written, day: date) -> list[date]:
    shift = ((written.weekday or 0) - day.weekday() + 3) % 7 - 3
    earliest, latest = date.min.toordinal(), date.max.toordinal()
    return [date.fromordinal(min(max(day.toordinal() + shift, earliest), latest))]


def _nearest(days: list[date], to: date) -> date:
    return min(days, key=lambda day: abs(day - to))
