"""Reads one calendar unit: a day, a month, a year, or a third of a year.

In numbers the day comes first, as Indonesians write it: 9/10/2024 is 9 October. ISO 8601 (2024-10-09,
2024-10) is read as such.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from . import refusals
from .patterns import any_of, compiled
from .values import UncertainDate
from .words import MONTH_NUMBERS, THIRD_CUES, WEEKDAY_NUMBERS

FIRST_YEAR, LAST_YEAR = 1800, 2100

_PREPOSITION = compiled(r"^(?:pada|on|in) ")
_WEEKDAY = rf"(?:(?:hari )?(?P<weekday>{any_of(WEEKDAY_NUMBERS)})\.?(?:, ?| ))?(?:tanggal |tgl\.? )?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = rf"(?P<month>{any_of(MONTH_NUMBERS)})\.?"
_YEAR = r"(?P<year>\d{4})"
_NUMBERS = rf"(?P<day>\d{{1,2}})(?P<mark>[/.-])(?P<month>\d{{1,2}})(?P=mark){_YEAR}"


def read_unit(text: str) -> UncertainDate | None:
    """None when the text is no unit; `ValidationError` when it is one that cannot be (31 Februari)."""
    text = _PREPOSITION.sub("", text)
    for pattern, read in _FORMS:
        if match := pattern.fullmatch(text):
            return read(match)
    return None


def _read_day(match: re.Match[str]) -> UncertainDate:
    year, month = _year(match), _month(match)
    if not 1 <= int(match["day"]) <= monthrange(year, month)[1]:
        raise refusals.no_such_day(year, month, int(match["day"]))
    day = date(year, month, int(match["day"]))
    _refuse_wrong_weekday(day, match.groupdict().get("weekday"))
    return UncertainDate.day(day)


def _read_month(match: re.Match[str]) -> UncertainDate:
    return UncertainDate.month(_year(match), _month(match))


def _read_year(match: re.Match[str]) -> UncertainDate:
    return UncertainDate.year(_year(match))


def _read_third(match: re.Match[str]) -> UncertainDate:
    number, language = THIRD_CUES[match["cue"].lower()]
    third = UncertainDate.third(_year(match), number)
    typed = match.group()
    return replace(third, label=typed) if language == "id" else replace(third, label_en=typed)


def _year(match: re.Match[str]) -> int:
    year = int(match["year"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise refusals.implausible_year(year, FIRST_YEAR, LAST_YEAR)
    return year


def _month(match: re.Match[str]) -> int:
    word = match["month"].lower()
    number = MONTH_NUMBERS[word] if word in MONTH_NUMBERS else int(word)
    if not 1 <= number <= 12:
        raise refusals.no_such_month(number, match.group())
    return number


def _refuse_wrong_weekday(day: date, typed: str | None) -> None:
    if typed and WEEKDAY_NUMBERS[typed.lower()] != day.weekday():
        raise refusals.wrong_weekday(day, WEEKDAY_NUMBERS[typed.lower()])


# 2019-21 is no ISO month; it is left to be refused as a two-digit year.
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], UncertainDate]], ...] = (
    (compiled(rf"{_WEEKDAY}{_DAY}[ -]{_MONTH}(?:, ?|[ -]){_YEAR}"), _read_day),
    (compiled(rf"{_WEEKDAY}{_MONTH} {_DAY}(?:, ?| ){_YEAR}"), _read_day),
    (compiled(rf"{_WEEKDAY}\(?{_NUMBERS}\)?"), _read_day),
    (compiled(rf"{_YEAR}-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})"), _read_day),
    (compiled(rf"(?:bulan )?{_MONTH} (?:tahun )?{_YEAR}"), _read_month),
    (compiled(rf"{_YEAR}-(?P<month>0[1-9]|1[0-2])"), _read_month),
    (compiled(rf"(?:tahun )?{_YEAR}"), _read_year),
    (compiled(rf"(?P<cue>{any_of(THIRD_CUES)})[ -](?:tahun )?{_YEAR}"), _read_third),
)
