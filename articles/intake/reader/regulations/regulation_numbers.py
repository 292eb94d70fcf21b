"""Numbers and years of regulations: "Nomor 5 Tahun 2018", "5/2018", "no.35 th 2009", "17/PMK.03/2020"."""

from __future__ import annotations

import re
from dataclasses import dataclass

YEAR = r"(?:19|20)\d\d"
REACH = 90

_MARK = r"(?:nomor|nomer|number|num|no|nr)\b\s?[.:]?\s?[.:]?\s*"
_NUMBER = (
    r"(?P<number>(?:[A-Z]{1,4}[ .]{1,2}|[A-Z]{1,4}-)?\d{1,5}(?:\s?[A-Z](?![\w/]))?"
    r"(?:[./-][A-Za-z0-9][\w.-]{0,20}){0,6}?"
    r"|[A-Z]{2,6}[./][\w.]{1,20}(?:/[\w.-]{1,20}){0,5}?|[IVXLCDM]{1,7}(?:/[A-Z]{1,10}){0,3}?)"
)
_DATED = (
    rf"(?:\s?[/-]\s?(?P<slash>{YEAR})(?!\w)"
    rf"|\s?,?\s?\(?(?:tahun|thn|thun|tahu|th|of)(?!\w)\.?\s*(?P<year>{YEAR})(?!\w)"
    rf"|\s+\((?P<paren>{YEAR})\))"
)
_MARKED = re.compile(rf"(?i:{_MARK}){_NUMBER}(?i:{_DATED})?(?![\w/]|\.\d)")
_BARE = re.compile(rf"{_NUMBER}(?i:{_DATED})")
_AHEAD = re.compile(
    rf"(?P<between>(?:(?:\([^()]{{1,40}}\)|[^\s.;:!?“”\"()]{{1,40}})\s+){{1,11}}?)(?=(?i:{_MARK})(?:[A-Z]|\d))"
)


@dataclass(frozen=True, slots=True)
class Number:
    number: str
    year: int | None
    end: int
    between: str = ""


def number_at(flat: str, start: int, marked: bool) -> Number | None:
    """The number that stands here; `marked` asks for the word "Nomor", else a year will do."""
    match = _MARKED.match(flat, start, start + REACH)
    if match is None and not marked:
        match = _BARE.match(flat, start, start + REACH)
    return _number(match) if match else None


def number_behind(flat: str, start: int) -> Number | None:
    """The number behind a few words: "UU | Narkotika Nomor 35 Tahun 2009"."""
    words = _AHEAD.match(flat, start, start + 2 * REACH)
    match = _MARKED.match(flat, words.end(), words.end() + REACH) if words else None
    return _number(match, words["between"]) if words and match else None


def _number(match: re.Match[str], between: str = "") -> Number:
    number, slash = match["number"].rstrip(".-"), match["slash"]
    year = slash or match["year"] or match["paren"]
    if slash and "/" in number:
        number = f"{number}/{slash}"
    if number.isdigit():
        number = number.lstrip("0") or number
    return Number(number, int(year) if year else None, match.end(), between.strip())
