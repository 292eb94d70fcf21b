"""The dateline: where a release says it was written, in all the forms that agencies and outlets print."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from ..cues import any_of, words
from ..dates.date_words import MONTH, MONTH_NUMBERS, WEEKDAY, YEAR, number
from ..dates.years import Written
from ..findings import Dateline, Span
from .places import is_city, looks_like_place, title_case

_WINDOW = 140
_SHORTEST_LEAD = 12
_LONGEST_ALONE = 60
_EVE = timedelta(days=1)

_LETTER = r"[^\W\d_]"
# "Timor-Leste" and "PARE-PARE" are one word, "JAKARTA-Kepala" is not.
_JOIN = r"(?:['’‘`]|(?<![A-Z])-|-(?=[A-Z]{2}))"
_CAPITAL = rf"(?![a-z]){_LETTER}"
_WORD = (
    rf"(?:(?:[A-Z]\.){{2,3}}|{_CAPITAL}{_LETTER}{{1,3}}\.|{_CAPITAL}{_LETTER}{{0,23}}(?:{_JOIN}{_LETTER}{{1,24}}){{0,3}})"
    r"(?!\.?\w)"
)
_NAME = rf"{_WORD}(?:\s(?:(?:de|da|es|am|al)\s)?{_WORD}){{0,3}}"
_SITE = rf"[A-Za-z][\w-]{{1,30}}(?:\.[a-z]{{2,8}})?\.(?i:{any_of(words('site_endings'))})(?![\w.])"
_OFFICE = rf"{any_of(words('outlet_words'))}(?:[\s/-][A-Z][\w/-]{{0,20}}){{0,4}}"
_OUTLET = rf"(?:{_SITE}|{_OFFICE}(?!\w)|(?i:{any_of(words('outlets'))})(?!\w))"
_DATE = (
    rf"(?:(?i:{WEEKDAY}),?\s{{0,2}}[(\[]?)?(?P<d>[0-9]{{1,2}})"
    rf"(?:\s?[/.-]\s?(?P<n>[0-9]{{1,2}})(?:\s?[/.-]\s?(?P<ny>(?:20)?[0-9]{{2}}))?(?!\w)"
    rf"|\s?(?P<m>(?i:{MONTH}))(?:,?\s{{1,2}}(?P<y>{YEAR}))?)"
)
_DAY_OF_WEEK = rf"(?i:{WEEKDAY})"

_OPEN = re.compile(r"[(\[]?\s?")
_HEAD = re.compile(rf"(?P<outlet>{_OUTLET})\s?(?:,|-{{1,3}}|[–—―|:/])\s{{0,2}}")
_OUTLET_ALONE = re.compile(rf"(?P<outlet>{_OUTLET})\s{{0,2}}(?:-{{1,3}}|[–—―|])\s{{1,2}}")
_PLACE = re.compile(_NAME)
_GLUED = re.compile(r"(?P<place>[A-Z]{3,24})\.(?P<outlet>[A-Z]\w{2,30})(?=\s?[:,|–—-]\s)")
_ITEM = re.compile(
    rf"(?:\s?,\s?|\s?/\s?|\s?(?=[(\[])|\s)[(\[]?(?:(?P<outlet>{_OUTLET})|(?P<date>{_DATE})|{_DAY_OF_WEEK}|(?P<name>{_NAME}))\s?[)\]]{{0,2}}"
)
# "l" and "I" are what is left of a bar: "ACEHKINI.COM l Sebanyak …".
_MARK = r"[,.:]?\s?(?:-{1,3}|[–—―])|:|\|{1,2}|/{2}|\.|(?<=\s)[lI](?=\s)"
_SEPARATOR = re.compile(rf"(?P<before>\s{{0,3}})(?P<mark>{_MARK})(?P<after>\s{{0,3}})")
_BRACKETED = re.compile(r"[)\]]\s")


@dataclass(slots=True)
class _Line:
    """What stands at the head of a line: `end` is where the reading has come to."""

    text: str
    end: int = 0
    outlet: str = ""
    place: str = ""
    day: Written | None = None
    dated: bool = False
    regions: int = 0
    bracketed: bool = False


def find_dateline(flat: str, first: Span, published: date | None = None) -> Dateline | None:
    """The dateline at the head of these characters; `place` is "" where only an outlet stands there.

    A day without its year is the last one up to `published`.
    """
    line = _Line(flat[first.start : min(first.end, first.start + _WINDOW)])
    if not _read_head(line) or not _read_mark(line, first.end - first.start):
        return _outlet_alone(flat, first)
    span = Span(first.start, min(first.start + line.end, first.end))
    return Dateline(span, title_case(line.place), line.outlet, _resolved(line.day, published))


def _outlet_alone(flat: str, first: Span) -> Dateline | None:
    match = _OUTLET_ALONE.match(flat, first.start, min(first.end, first.start + _WINDOW))
    return Dateline(Span(first.start, match.end()), "", match["outlet"]) if match else None


def _read_head(line: _Line) -> bool:
    """Outlet, place, and what else belongs to it: region, outlet, day."""
    opening = _OPEN.match(line.text)
    line.bracketed = bool(opening and opening.group().strip())
    line.end = opening.end() if opening else 0
    if head := _HEAD.match(line.text, line.end):
        line.outlet, line.end = head["outlet"], head.end()
    if (glued := _GLUED.match(line.text, line.end)) and is_city(glued["place"]):
        line.place, line.outlet, line.end = glued["place"], glued["outlet"], glued.end()
        return True
    place = _PLACE.match(line.text, line.end)
    if place is None:
        return False
    line.place, line.end = place.group(), place.end()
    _part_from_what_follows(line)
    for _ in range(5):
        if not _read_item(line):
            break
    return True


def _part_from_what_follows(line: _Line) -> None:
    """ "Jakarta CNN Indonesia" and "Jakarta Kepala Badan" begin with a city."""
    parts = line.place.split(" ")
    if is_city(line.place):
        return
    for count in range(len(parts) - 1, 0, -1):
        if is_city(" ".join(parts[:count])) and not parts[count].islower():
            shorter = " ".join(parts[:count])
            line.end -= len(line.place) - len(shorter)
            line.place = shorter
            return


def _read_item(line: _Line) -> bool:
    item = _ITEM.match(line.text, line.end)
    if item is None or (item["name"] and item.group()[0] not in ",/ (["):
        return False
    if item["name"] and "," not in item.group() and "(" not in item.group():
        return False
    line.end = item.end()
    if item["outlet"]:
        line.outlet = line.outlet or item["outlet"]
    elif item["name"] and _is_headed(line.place, item["name"]):
        line.outlet, line.place = line.outlet or line.place, item["name"]
    elif item["name"]:
        line.regions += 1
    else:
        line.dated = True
        line.day = line.day or (_day(item) if item["date"] else None)
    return True


def _is_headed(first: str, second: str) -> bool:
    """ "NusaKini Pos, BADUNG": an outlet that no list knows, before a city in capitals."""
    return second.isupper() and not first.isupper() and is_city(second) and not is_city(first)


def _day(item: re.Match[str]) -> Written:
    year = item["y"] or item["ny"]
    month = int(item["n"]) if item["n"] else number(item["m"], MONTH_NUMBERS)
    if year and len(year) < len("2024"):
        year = f"20{year}"
    return Written(int(item["d"]), month, int(year) if year else None)


def _resolved(day: Written | None, published: date | None) -> date | None:
    """The last such day up to the release; some are printed on the eve of the day they bear."""
    if day is None:
        return None
    if day.year:
        return day.on(day.year)
    days = day.around(published.year) if published else []
    return max((one for one in days if published and one <= published + _EVE), default=None)


def _read_mark(line: _Line, length: int) -> bool:
    """The mark that parts the dateline from the lead; how much it proves depends on what stood before it."""
    known = is_city(line.place) or _is_long_name(line.place)
    if line.bracketed and (close := _BRACKETED.match(line.text, line.end)):
        line.end = close.end()
    mark = _SEPARATOR.match(line.text, line.end)
    rest = mark.end() if mark else line.end
    if known and line.outlet and not mark and length <= _LONGEST_ALONE and line.text[-1] not in ".,":
        rest = length
    if rest >= length:
        line.end = length
        return known and bool(mark or line.dated or line.outlet or line.regions)
    if length - rest < _SHORTEST_LEAD or not _parts(line, mark, known):
        return False
    line.end = len(line.text) - len(line.text[rest:].lstrip())
    return known or _trusted(line, mark, line.text[line.end : line.end + 1])


def _is_long_name(place: str) -> bool:
    """ "Santiago de Chile" where only "Santiago" is in the list."""
    first, _, others = place.partition(" ")
    return is_city(first) and others[:1].islower()


def _parts(line: _Line, mark: re.Match[str] | None, known: bool) -> bool:
    if mark is None:
        return known and _runs_on(line)
    match mark["mark"]:
        case ".":
            return bool(mark["after"]) and (known or line.dated or bool(line.outlet))
        case "-" if not mark["before"] and not mark["after"]:
            return known and line.place.isupper()
        case "l" | "I":
            return bool(line.outlet)
        case ":":
            return known
    return True


def _runs_on(line: _Line) -> bool:
    """Without a mark the lead must begin right after an outlet or a day: "Liputan6.com, Jakarta Kepala …"."""
    following = line.text[line.end :].lstrip()
    return bool((line.outlet or line.dated or line.bracketed) and following[:1].isupper())


def _trusted(line: _Line, mark: re.Match[str] | None, following: str) -> bool:
    """An unknown place must look like one, and a sentence must begin after it."""
    begins = following.isupper() or following.isdigit() or following in "“\"‘'("
    return mark is not None and begins and (bool(line.outlet or line.day) or looks_like_place(line.place))
