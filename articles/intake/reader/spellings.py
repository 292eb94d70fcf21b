"""One pattern for many spellings of a cue file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable


def any_spelling(spellings: Iterable[str], exact: bool = False) -> str:
    """A pattern for any of these as whole words, the longest first; a trailing … takes any letters.

    Spellings are grouped by their first letter: at most words of a text one look is enough. Case does not
    count (to be compiled with IGNORECASE) unless `exact`.
    """
    by_letter = defaultdict(list)
    for spelling in sorted(spellings, key=len, reverse=True):
        by_letter[spelling[0] if exact else spelling[0].casefold()].append(_rest(spelling))
    letters = "".join(re.escape(letter) for letter in by_letter)
    choices = "|".join(f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return rf"(?<!\w)(?=[{letters}])(?:{choices})(?!\w)"


def _rest(spelling: str) -> str:
    words = re.escape(spelling.rstrip("…")[1:]).replace("\\-", r"\s?[-–]\s?").replace("\\ ", r"\s+")
    return words + (r"[\w-]*" if spelling.endswith("…") else "")
