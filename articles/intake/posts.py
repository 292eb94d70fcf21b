"""From an office as printed to a post of the register, and its English name where our words suffice."""

from __future__ import annotations

import re
from functools import cache

from .reader import Reading
from .reader.cues import table, words
from .reader.findings import Organization, Person, Regulation

_ACTING = re.compile(
    r"^(?:plt|plh|pj|pjs)\b\.?\s*|^(?:pelaksana\s+(?:tugas|harian)|penjabat)\s+", re.IGNORECASE
)
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_HOME = re.compile(r"\s+(?:RI|Republik\s+Indonesia)$")
# Columns of the titles that registers hold.
LONGEST_TITLE = 150


def title_of(person: Person, organization: Organization | None) -> str:
    """ "Plt. Kepala Badan X (BX) RI" → "Kepala BX"; "" for a former office, which nobody holds."""
    if person.former or not person.role:
        return ""
    title = _ACTING.sub("", person.role)
    if organization and organization.acronym:
        title = title.replace(organization.name, organization.acronym)
    title = _HOME.sub("", _BRACKETS.sub("", title))
    return f"{title[:1].upper()}{title[1:]}"[:LONGEST_TITLE]


def kind_of(person: Person) -> str:
    """Acting as printed; "member" for what many are at a time; else the one who holds the office."""
    title = _ACTING.sub("", person.role).casefold()
    shared = any(title == word or title.startswith(f"{word} ") for word in words("shared_offices"))
    return person.acting or ("member" if shared else "substantive")


def english_of(title: str) -> str:
    """ "Kepala BNPT" → "Head of BNPT"; "" where a word is not among `cues/roles_english.txt`."""
    for head, english in _heads():
        if title == head:
            return english.replace(" of {}", "").replace(" {}", "")
        if title.startswith(f"{head} ") and (rest := _english_rest(title[len(head) + 1 :])):
            return english.replace("{}", rest) if "{}" in english else f"{english} {rest}"
    return ""


def _english_rest(rest: str) -> str:
    """Acronyms stay; countries and fields of work are looked up, "untuk" parts two of them."""
    parts = [_english_part(part) for part in rest.split(" untuk ")]
    return " to ".join(parts) if all(parts) else ""


def _english_part(part: str) -> str:
    known = dict(_fields()).get(part.casefold(), "")
    return known or (part if re.fullmatch(r"[A-Z][A-Z-]{1,11}", part) else "")


@cache
def _heads() -> tuple[tuple[str, str], ...]:
    rows = [(row[0], row[1]) for row in table("roles_english")]
    return tuple(sorted(rows, key=lambda row: len(row[0]), reverse=True))


@cache
def _fields() -> tuple[tuple[str, str], ...]:
    return tuple((row[0].casefold(), row[1]) for row in table("fields_english"))


def issuer_of(regulation: Regulation, reading: Reading) -> str:
    """The name of the organization found in the text that issued it; "" where it is not among them."""
    if not regulation.issuer:
        return ""
    issuer = regulation.issuer.casefold().replace("menteri", "kementerian")
    for body in reading.organizations:
        if issuer in (body.name.casefold(), body.acronym.casefold()):
            return body.name
    return ""
