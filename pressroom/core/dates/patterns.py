"""What the regular expressions of this package have in common."""

import re
from collections.abc import Iterable

DASH = "[–—-]"


def any_of(choices: Iterable[str]) -> str:
    """An alternation that prefers the longest choice: "sampai dengan" before "sampai"."""
    return "|".join(re.escape(choice) for choice in sorted(choices, key=len, reverse=True))


def compiled(pattern: str) -> re.Pattern[str]:
    """Case-insensitive; `\\d` is 0–9 only, so that no foreign digit slips through."""
    return re.compile(pattern, re.IGNORECASE | re.ASCII)
