"""Who opens a sentence but was not found as a person: "Salah satu warga, Ina Wati, mengaku …"; or a body."""

from __future__ import annotations

from .bare_names import bare_name, has_familiar_name, is_body
from .naming import naming
from .speech import pattern

_FARTHEST = 220
_TWO = 2
_SAYS = pattern(
    r"\s{0,2}(?:\(\d{1,3}\))?(?:,\s[^,.]{3,80})?,?\s{0,2}"
    r"(?:(?:juga|pun|turut|ikut|kembali|kemudian|lalu|masih)\s+)*(?:<REPORTING>|<ENGLISH>)(?!\w)"
)
_DESCRIBED = pattern(r"\s{0,2}(?:\(\d{1,3}\),?\s|,\s(?:\d{1,3},|[a-z][^,.]{3,80},))\s{0,2}[a-z]")


def stranger(flat: str, start: int, end: int) -> str:
    """The name of whoever speaks, or is introduced, from `start` on; "" where no name is sure."""
    named = naming(flat, start, min(end, start + _FARTHEST))
    if named is None:
        return ""
    said = named.of(flat)
    name = bare_name(said)
    if len(name.split()) < _TWO or name[0].islower() or is_body(said):
        return ""
    sure = has_familiar_name(name) or name != said
    says = _SAYS.match(flat, named.end, end) or _DESCRIBED.match(flat, named.end, end)
    return name if sure and says else ""


def speaking_body(flat: str, start: int, end: int) -> str:
    """The body that speaks from `start` on: "Pihak Kementerian Pertanian menyatakan …"."""
    if flat[start : start + 6].casefold() == "pihak ":
        start += 6
    named = naming(flat, start, min(end, start + _FARTHEST))
    if named is None or not is_body(named.of(flat)):
        return ""
    return named.of(flat) if _SAYS.match(flat, named.end, end) else ""
