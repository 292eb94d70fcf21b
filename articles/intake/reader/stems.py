"""Words without affixes, near enough to tell that "mencegah" and "pencegahan" are one: no dictionary."""

from __future__ import annotations

import re
from functools import lru_cache

_PREFIX = re.compile(r"(?:me|pe)(?:ng|ny|n|m|r|l)?|ber|ter|per|di|ke|se")
_SUFFIX = re.compile(r"(?:isme|is|nya|kan|an|i)$")
_NASAL_LOSES = re.compile(r"[tskp](?=[aeiou])")
SHORTEST = 4


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Lower-case, a prefix and a suffix less where enough is left, without a first letter that "me-" eats."""
    lower = word.casefold()
    prefix = _PREFIX.match(lower)
    if prefix and len(lower) - prefix.end() >= SHORTEST:
        lower = lower[prefix.end() :]
    suffix = _SUFFIX.search(lower)
    if suffix and suffix.start() >= SHORTEST:
        lower = lower[: suffix.start()]
    return _NASAL_LOSES.sub("", lower, count=1) if _NASAL_LOSES.match(lower) else lower
