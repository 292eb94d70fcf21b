"""Who makes an agreement: named in its own words, or the subject of "menandatangani"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..cues import table
from ..findings import Organization, Span
from ..spellings import any_spelling

_BETWEEN = re.compile(r"(?<!\w)(?:antara|between)\s+", re.IGNORECASE)
_WITH = re.compile(r"(?<!\w)(?:dengan|bersama|with)\s+", re.IGNORECASE)
_ENDS = re.compile(
    r"(?<!\w)(?:tentang|mengenai|terkait|perihal|soal|di bidang|dalam|untuk|on|concerning|for)(?!\w)",
    re.IGNORECASE,
)
_JOINS = re.compile(r"\s*,\s*(?:dan\s+|serta\s+|and\s+)?|\s+(?:dan|serta|dengan|and|with)\s+")
_HYPHEN = re.compile(r"(?<!\w)(?P<one>[A-Z]\w{1,20})\s?[-–]\s?(?P<other>[A-Z]\w{2,20})(?!\w)")
_PARENS = re.compile(r"\s*\([^()]*\)")
_ADVERBS = r"(?:(?:telah|sudah|resmi|akan|kembali|juga|sepakat|bersama-sama|berencana|turut)\s+){0,4}"
_NAME = r"[A-Z][\w()./-]*(?:\s(?:[A-Z(][\w()./-]*)){0,9}"
_VERB = any_spelling((row[0] for row in table("signing_verbs") if row[1] == "mendahului"), exact=True)
_SUBJECT = re.compile(
    rf"(?P<one>{_NAME})\s+(?:dan|bersama(?:\s+dengan)?|dengan|and)\s+(?P<other>{_NAME})\s+{_ADVERBS}{_VERB}"
)
_STARTS_WORD = re.compile(r"(?:Sebelumnya|Kemudian|Adapun|Pada|Di|Kini|Saat|Hari)\s", re.IGNORECASE)


def parties_in(flat: str, text: Span, bodies: Sequence[Span]) -> tuple[str, ...]:
    """The parties that an agreement's own words name, as printed, without acronyms behind them."""
    for opening in (_BETWEEN, _WITH):
        if start := opening.search(flat, text.start, text.end):
            end = _ENDS.search(flat, start.end(), text.end)
            return _parted(flat, Span(start.end(), end.start() if end else text.end), bodies)
    pair = _HYPHEN.search(flat, text.start, text.end)
    return (pair["one"], pair["other"]) if pair else ()


def signers_before(flat: str, start: int, end: int) -> tuple[str, ...]:
    """ "A dan B | menandatangani …"."""
    found = _SUBJECT.search(flat, max(start, end - 200), end)
    if found is None:
        return ()
    return tuple(_clean(_STARTS_WORD.sub("", found[side])) for side in ("one", "other"))


def body_spans(organizations: Sequence[Organization]) -> list[Span]:
    return sorted(span for one in organizations for span in one.mentions)


def _parted(flat: str, part: Span, bodies: Sequence[Span]) -> tuple[str, ...]:
    """At "dan" and commas, but not inside the name of a body ("Kementerian Hukum dan Hak Asasi Manusia")."""
    names, at = [], part.start
    for join in _JOINS.finditer(flat, part.start, part.end):
        if not any(body.start < join.start() < body.end for body in bodies):
            names.append(flat[at : join.start()])
            at = join.end()
    names.append(flat[at : part.end])
    return tuple(name for raw in names if (name := _clean(raw)))


def _clean(name: str) -> str:
    return " ".join(_PARENS.sub("", name).split()).strip(" ,.;")
