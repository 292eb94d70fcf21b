"""The words for kinds of regulation, as the cue file lists them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ..cues import table
from ..spellings import any_spelling

_GAPS = re.compile(r"[\s–-]+")


@dataclass(frozen=True, slots=True)
class Kind:
    """`strict` asks for the word "Nomor" before a number; `issuer` has @ for the words in between."""

    kind: str
    form: str
    issuer: str
    strict: bool

    def issued_by(self, between: str) -> str:
        """The issuer, given the words between the kind and "Nomor"; a minister's field may be short."""
        if "@" not in self.issuer:
            return self.issuer
        field = between.strip(" ,")
        if self.issuer.startswith("Menteri"):
            field = _ministries().get(field.casefold(), field)
        return self.issuer.replace("@", field) if field else ""


@cache
def heads() -> re.Pattern[str]:
    """Any spelling of any kind."""
    return re.compile(any_spelling(row[0] for row in table("regulation_kinds")), re.IGNORECASE)


def kind_of(spelling: str) -> tuple[Kind, str]:
    """The kind that a spelling means, and what was written on behind it ("dagri" of "permendagri")."""
    key = _GAPS.sub("", spelling.casefold())
    if key in _kinds():
        return _kinds()[key], ""
    prefix = next(prefix for prefix in _open_kinds() if key.startswith(prefix))
    return _open_kinds()[prefix], spelling[len(prefix) :].strip("-")


@cache
def _kinds() -> dict[str, Kind]:
    return {_GAPS.sub("", row[0].casefold().rstrip("…")): _kind(row) for row in table("regulation_kinds")}


@cache
def _open_kinds() -> dict[str, Kind]:
    return {
        row[0].rstrip("…").casefold(): _kind(row) for row in table("regulation_kinds") if row[0].endswith("…")
    }


def _kind(row: tuple[str, ...]) -> Kind:
    issuer = row[3] if len(row) > 3 else ""
    return Kind(row[1].lstrip("?"), row[2], issuer, row[1].startswith("?"))


@cache
def _ministries() -> dict[str, str]:
    return {row[0].casefold(): row[1] for row in table("ministries_short")}
