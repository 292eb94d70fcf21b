"""Lines of iCalendar (RFC 5545), escaped and folded by icalendar.

Its components keep every property as an object of its own; a calendar of everything has ten thousand of them.
"""

from __future__ import annotations

from icalendar import vText
from icalendar.parser import Contentline

# So many characters of ASCII need no fold.
SHORT = 74


def line(name: str, value: object) -> bytes:
    """A value that is written as it is: a number, a day, an address."""
    written = f"{name}:{value}"
    if len(written) <= SHORT and written.isascii():
        return written.encode()
    return Contentline(written).to_ical()


def text(name: str, words: str) -> bytes:
    return line(name, vText(words).to_ical().decode())
