"""Laws called by a name instead of a number: "UU Tipikor", "UU Perlindungan Anak", "KUHP 2023"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..cues import any_of, table
from ..findings import Span

_SMALL = frozenset(
    {"dan", "atas", "di", "dalam", "tentang", "untuk", "antara", "dengan", "terhadap", "bagi", "serta"}
)
_WORD = re.compile(r"\w+")
_KNOWN = re.compile(rf"{any_of(row[0] for row in table('law_names'))}(?!\w)", re.IGNORECASE)
_NO_NAME = r"(?!(?:Nomor|No|RI|Republik|Tahun|Dasar|Th|Thn|Indonesia)\b)"
_NO_OTHER = r"(?!(?:UU|PP|Undang|Perpres|Perppu|Permen\w*|Perda|Perkap|KUHA?P)\b)"
_CAPITALS = re.compile(
    rf"{_NO_NAME}{_NO_OTHER}[A-Z][\w-]{{0,30}}"
    rf"(?:\s(?:(?:{'|'.join(sorted(_SMALL))})\s)?{_NO_OTHER}[A-Z][\w-]{{0,30}}){{0,7}}"
)
_ACRONYM = re.compile(r"(?!UU\b|RI\b|NKRI\b)[A-Z][A-Z\d]+(?!\w)(?:\s[A-Z][A-Z\d]+(?!\w))?")

CODE = re.compile(rf"(?<!\w)(?P<name>{any_of(row[0] for row in table('law_codes'))})(?!\w)")


def name_at(flat: str, start: int, free: bool) -> Span | None:
    """The name that stands here: one that is known, an acronym, or (`free`) any words in capitals."""
    known = _KNOWN.match(flat, start, start + 120)
    acronym = _ACRONYM.match(flat, start, start + 40)
    capitals = _CAPITALS.match(flat, start, start + 160) if free and not acronym else None
    found = max(
        (match for match in (known, capitals) if match), key=lambda match: match.end(), default=acronym
    )
    return Span(*found.span()) if found else None


def same_law(name: str, other: str) -> bool:
    """Whether two names mean one law: the same words, some of them, or their initials."""
    words, initials = _content(name)
    others, other_initials = _content(other)
    if not words or not others:
        return False
    return words <= others or others <= words or _spells(words, other_initials) or _spells(others, initials)


@lru_cache(maxsize=4096)
def _content(name: str) -> tuple[frozenset[str], str]:
    """The words that count, and their initials."""
    title = _titles().get(name.casefold(), name)
    kept = [word for word in _WORD.findall(title.casefold()) if word not in _SMALL]
    return frozenset(kept), "".join(word[0] for word in kept)


def _spells(words: frozenset[str], initials: str) -> bool:
    return len(words) == 1 and len(initials) > 1 and next(iter(words)) == initials


@cache
def _titles() -> dict[str, str]:
    rows = (*table("law_names"), *table("law_codes"))
    return {row[0].casefold(): row[1] if len(row) > 1 and row[1] else row[0] for row in rows}
