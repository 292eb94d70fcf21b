"""One exact day in words."""

from datetime import date

from pressroom.core.page import here

from .words import MONTHS, WEEKDAYS


def write_day(day: date, language: str = "id", weekday: bool = False) -> str:
    """Such as "9 Oktober 2024"; with `weekday` "Rabu, 9 Oktober 2024" or "Wednesday, 9 October 2024"."""
    written = f"{day.day} {write_month(day.year, day.month, language)}"
    return f"{WEEKDAYS[language][day.weekday()]}, {written}" if weekday else written


def write_month(year: int, month: int, language: str = "id") -> str:
    return f"{MONTHS[language][month - 1]} {year}"


def interface_language() -> str:
    """The language of the active translation, for days named inside messages."""
    return here().language
