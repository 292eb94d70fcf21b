"""Regular expressions that editors write for the house style: only those that are always fast."""

from __future__ import annotations

import re
from functools import cache
from math import prod
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# In how many ways a pattern may fit at one place: "(a|b)c?" in four. Bounds the time of any search.
MOST_WAYS = 500
# Parts of a pattern that look around or back, and so can make a search slow.
REFUSED = frozenset(
    {_constants.ASSERT, _constants.ASSERT_NOT, _constants.GROUPREF, _constants.GROUPREF_EXISTS}
)
REPEATS = frozenset({_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT})


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Raises ValidationError with a sentence for the editor."""
    try:
        ways = ways_of(_parser.parse(pattern))
        made = re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        message = _("Ekspresi ini tidak dapat dibaca: %(error)s")
        raise ValidationError(message, params={"error": error}) from error
    if ways > MOST_WAYS:
        raise ValidationError(_("Ekspresi ini terlalu rumit: kurangi pilihan dan pengulangan."))
    if made.match(""):
        raise ValidationError(_("Ekspresi ini cocok dengan teks kosong."))
    return made


def ways_of(parsed: Any) -> int:
    return prod(ways_of_part(operation, value) for operation, value in parsed)


def ways_of_part(operation: Any, value: Any) -> int:
    if operation in REFUSED:
        raise ValidationError(_("Rujukan balik dan tengok sekitar seperti (?=…) tidak dapat dipakai."))
    if operation in REPEATS:
        return ways_of_repeat(*value)
    if operation is _constants.BRANCH:
        return sum(ways_of(alternative) for alternative in value[1])
    if operation is _constants.SUBPATTERN:
        return ways_of(value[-1])
    return ways_of(value) if operation is _constants.ATOMIC_GROUP else 1


def ways_of_repeat(least: int, most: Any, parsed: Any) -> int:
    if most is _constants.MAXREPEAT:
        raise ValidationError(
            _("Tanda * dan + tidak dapat dipakai: tulis batasnya, misalnya {0,3} atau {1,20}.")
        )
    inside = ways_of(parsed)
    if inside > 1 and most > 1:
        raise ValidationError(_("Pengulangan di dalam pengulangan tidak dapat dipakai."))
    return int((most - least + 1) * inside)


def check_replacement(pattern: str, replacement: str) -> None:
    """Raises ValidationError where the replacement names a group that the pattern does not have."""
    try:
        compiled(pattern).sub(replacement, "")
    except (re.error, IndexError) as error:
        raise ValidationError(
            _("Pengganti ini tidak cocok dengan polanya: %(error)s"), params={"error": error}
        ) from error
