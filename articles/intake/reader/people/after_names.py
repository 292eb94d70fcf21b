"""What follows a name and tells who it is: ", Kepala …," "selaku …", "dari …", a verb of speech."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..cues import table
from ..cues import words as cue_words
from ..words import BREAK, Words
from .lexicon import Lexicon
from .named_offices import name_after
from .names import is_given
from .page import Page
from .roles import (
    COMMON,
    PLACED,
    Head,
    head_at,
    head_behind_body,
    is_english,
    is_vocabulary,
    past_list,
    role_end,
    role_end_from,
)
from .signatures import closes_line, opens_line

_MARKERS = Lexicon([(row[0], len(row) > 1) for row in table("role_markers")])
_OVERRIDING = ("yang", "who")
_VERB = re.compile(r"(?:me(?:[lmnrwy]|ng|ny)|ber|di|ter)\w{3,}\Z")
_ENDS = frozenset(
    {"itu", "ini", "tersebut", "dalam", "saat", "ketika", "usai", "kepada", "pada", "di", "juga", "turut"}
)
_ENDS_MORE = frozenset(
    {"akan", "telah", "sudah", "hadir", "ikut", "dengan", "dan", "serta", "agar", "bahwa", "kini"}
)
_BEFORE = frozenset([*cue_words("speech_verbs"), *cue_words("passive_speech"), "menurut", "bernama", "said"])
_AFTER = frozenset(row[0] for row in table("reporting_verbs") if " " not in row[0]) | frozenset(
    cue_words("english_speech_verbs")
)
_DASHES = frozenset({" - ", " – ", " — "})
_LONGEST_TAIL, _HUNDREDS = 14, 3


@dataclass(frozen=True, slots=True)
class Later:
    """An office after a name, up to word `end`. `shared`: those named right before hold it too."""

    head: Head
    end: int
    shared: bool


def later_role(page: Page, end: int, known: Head | None) -> Later | None:
    """The office after a name that ends before word `end`.

    The one before the name only yields to "yang menjabat" or "ditunjuk menjadi"; a common noun to any.
    """
    words = page.words
    end = _past_age(words, end)
    gap = words.gap(end)
    if gap == BREAK or end >= len(words):
        return None
    marker = _MARKERS.at(words, end) if gap in {" ", ", ", "., ", ") ", "), "} else None
    overriding = marker and (marker[1] or words.folded[end] in _OVERRIDING)
    if known and known.kind != COMMON and not overriding:
        return None
    set_off = "," in gap or gap.endswith("(") or gap.lstrip(".") in _DASHES
    if not (marker or set_off):
        return None
    start = marker[0] if marker else end
    head = head_at(words, start) or head_behind_body(page, start)
    if head is None or (not marker and _has_own_name(page, head)):
        return None
    if known and not overriding and (head.kind == COMMON or head.former):
        return None
    return Later(head, _tail(page, head), bool(marker and marker[1]))


def _past_age(words: Words, end: int) -> int:
    """Past ", 63," and "(63)"."""
    aged = (
        words.gap(end) in {", ", " ("}
        and words.printed[end].isdigit()
        and len(words.printed[end]) < _HUNDREDS
    )
    return end + 1 if aged and words.gap(end + 1) in {", ", "), ", ") "} else end


def role_below(page: Page, first: int, end: int) -> Later | None:
    """The office on the line below a name that fills its own line."""
    words = page.words
    if not (opens_line(words, first) and closes_line(words, end)) or end >= len(words):
        return None
    head = head_at(words, end)
    if head is None or head.kind == COMMON:
        return None
    stop = _tail(page, head)
    return Later(head, stop, False) if closes_line(words, stop) else None


def _has_own_name(page: Page, head: Head) -> bool:
    """In "A, Menteri B Budi" the office belongs to the name after it."""
    end, takes = role_end(page, head)
    named = name_after(page, head, end, takes)
    unknown = named is not None and not named.titles and not is_given(page.words, named.name)
    if named is None or (unknown and (takes or head.kind == PLACED)):
        return False
    return named.titles is not None or "," not in page.words.gaps[named.office_end]


def _tail(page: Page, head: Head) -> int:
    """To the comma or the verb that ends the apposition."""
    words = page.words
    here, _ = role_end(page, head)
    clause = False
    while here - head.end < _LONGEST_TAIL and words.gap(here) in {" ", ") ", "-"}:
        clause = clause or words.folded[here] == "yang"
        if not clause and _ends_apposition(words, here):
            break
        here, _ = role_end_from(page, here + 1)
    if here in page.bodies and words.gap(here) == ", " and is_english(words, head):
        return role_end_from(page, page.bodies[here])[0]
    return _with_list(page, here)


def _ends_apposition(words: Words, here: int) -> bool:
    folded = words.folded[here]
    if folded in _ENDS or folded in _ENDS_MORE or folded in _AFTER:
        return True
    return not words.capital(here) and not is_vocabulary(folded) and bool(_VERB.match(folded))


def _with_list(page: Page, here: int) -> int:
    """Past ", Perlindungan, dan Deradikalisasi": only a list that ends in "dan"."""
    further = past_list(page, here)
    joined = any(page.words.folded[index] in {"dan", "serta"} for index in range(here, further))
    return further if joined else here


def origin(page: Page, end: int) -> int | None:
    """The first word of the body in "… dari PNTL", "… (Fakultas Hukum)"."""
    words = page.words
    gap = words.gap(end)
    if gap in {" (", ". ("}:
        closed = end in page.bodies and words.gap(page.bodies[end]).startswith(")")
        return end if closed else None
    if gap in {" ", ". ", ", "} and end < len(words) and words.folded[end] in {"dari", "from"}:
        return end + 1 if end + 1 in page.bodies else None
    return None


def spoken(words: Words, first: int, end: int) -> bool:
    """A verb of speech stands right before the name ("kata Budi") or after it ("Budi mengatakan")."""
    before = first > 0 and words.gaps[first] == " " and words.folded[first - 1] in _BEFORE
    return before or (words.gap(end) == " " and end < len(words) and words.folded[end] in _AFTER)


def speaks_before(words: Words, first: int) -> bool:
    return first > 0 and words.gaps[first] == " " and words.folded[first - 1] in _BEFORE
