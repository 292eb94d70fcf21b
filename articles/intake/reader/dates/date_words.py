"""The words that dates are written with, from the cue files, as patterns and as numbers."""

from __future__ import annotations

from ..cues import any_of, table, words


def _numbers(name: str) -> dict[str, int]:
    return {row[0].casefold(): int(row[1]) for row in table(name)}


MONTH_NUMBERS = _numbers("months")
WEEKDAY_NUMBERS = _numbers("weekdays")
RELATIVE_DAYS = _numbers("relative_days")
ORDINALS = _numbers("ordinals")
NUMERALS = _numbers("numerals")
TURNS = _numbers("turns")
SHIFTS = _numbers("shifts")
YEAR_SHARES = _numbers("year_shares")
PARTS = {row[0].casefold(): (int(row[1]), int(row[2])) for row in table("period_parts")}
UNITS = {row[0].casefold(): row[1] for row in table("time_units")}

MONTH = any_of(words("months")) + r"\b(?:\.(?=\s{0,2}[0-9]))?"
WEEKDAY = any_of(words("weekdays")) + r"\b"
DAY_PART = any_of(words("day_parts")) + r"\b"
TURN = any_of(words("turns")) + r"(?!\w)"
YEAR = r"(?:1[89]|20)[0-9]{2}(?![0-9])"
TO = rf"\s{{0,3}}{any_of(words('range_words'))}\s{{0,3}}"


def number(words_as_printed: str, numbers: dict[str, int]) -> int:
    """The number of one of these words, however it is written; white space and a final stop do not count."""
    key = " ".join(words_as_printed.split()).casefold()
    return numbers[key] if key in numbers else numbers[key.rstrip(".")]


def _first_names(numbers: dict[str, int], name: str) -> dict[int, str]:
    """The first word of the file for each number, as written there."""
    return {numbers[word.casefold()]: word for word in reversed(words(name))}


MONTH_NAMES = _first_names(MONTH_NUMBERS, "months")
WEEKDAY_NAMES = _first_names(WEEKDAY_NUMBERS, "weekdays")
