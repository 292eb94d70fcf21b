"""What stands above the title of a release on paper: "SIARAN PERS", its number, the name of the house."""

from __future__ import annotations

import re

from ..cues import any_of, words
from ..dates.date_words import MONTH, YEAR
from ..findings import Span

_NUMBER = (
    r"[\s:,–—-]{0,3}(?:(?:nomor|no\.?|number)[\s:.]{0,3})?(?=\S{0,40}[0-9/])[\w./:,()–-][\w./:,() –-]{0,100}"
)
_HEADS = re.compile(rf"[\W_]{{0,3}}{any_of(words('letterheads'))}(?:{_NUMBER}|[\s:]{{0,3}})?", re.IGNORECASE)
_CODE = re.compile(
    r"(?:nomor|no\.?|number)\s{0,3}[:.]?\s{0,3}(?=\S{0,40}[0-9/])[\w./ -]{1,80}", re.IGNORECASE
)
_LABEL = re.compile(rf"{any_of(words('letterhead_labels'))}\s{{0,3}}(?::|(?=[0-9]))", re.IGNORECASE)
_DATE_ALONE = re.compile(
    rf"(?:[A-Z][\w. ]{{1,30}},\s)?(?:\w{{4,8}},\s)?[0-9]{{1,2}}\s{MONTH}\s{YEAR}", re.IGNORECASE
)
_BODY = re.compile(rf"{any_of(words('letterhead_bodies'))}\b")
_HIGHEST = 8
_LONGEST = 160


def lines_above_title(flat: str, lines: list[Span]) -> int:
    """How many of the first lines are letterhead; 0 where the first line may be the title.

    The name of a house counts only above "SIARAN PERS" or a number: it may be a title too.
    """
    last = 0
    for count, line in enumerate(lines[:_HIGHEST], 1):
        words_of_line = flat[line.start : min(line.end, line.start + _LONGEST)]
        if _is_head(words_of_line) or (last and _is_label(words_of_line)):
            last = count
        elif not _is_label(words_of_line) and not _is_house(words_of_line):
            break
    return last if last < len(lines) else 0


def _is_head(words_of_line: str) -> bool:
    """ "SIARAN PERS", "Siaran Pers No. 27/2024", "Nomor: 27/SP/III/2024"."""
    return bool(_HEADS.fullmatch(words_of_line) or _CODE.fullmatch(words_of_line))


def _is_label(words_of_line: str) -> bool:
    return bool(_LABEL.match(words_of_line) or _DATE_ALONE.fullmatch(words_of_line))


def _is_house(words_of_line: str) -> bool:
    return words_of_line.isupper() and _BODY.match(words_of_line.title()) is not None
