"""One office for several people: "A, B dan C, ditunjuk menjadi …", "dua pelatih lokal, A dan B"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..cues import words as cue_words
from .page import Page
from .person_sightings import Sighting
from .roles import COMMON, Head

_SEVERAL = frozenset(cue_words("several_words"))
_JOINS = frozenset({"dan", "serta", "and"})
_LIST_GAP = 4


def share_offices(page: Page, sightings: Iterable[Sighting]) -> list[Sighting]:
    shared = list(sightings)
    for index in range(len(shared) - 1, 0, -1):
        if _held_by_those_before(page, shared[index - 1], shared[index]):
            shared[index - 1] = replace(_with_office_of(shared[index], shared[index - 1]), shared=True)
    for index in range(1, len(shared)):
        if _held_by_those_after(page, shared[index - 1], shared[index]):
            shared[index] = _with_office_of(shared[index - 1], shared[index])
    return shared


def _with_office_of(holder: Sighting, other: Sighting) -> Sighting:
    return replace(other, office=holder.office, office_end=holder.office_end)


def _held_by_those_before(page: Page, before: Sighting, after: Sighting) -> bool:
    free = before.office is None or _of_several(page, before.office)
    return after.shared and free and 0 <= after.first - before.end < _LIST_GAP


def _held_by_those_after(page: Page, before: Sighting, after: Sighting) -> bool:
    """A common noun, or an office with a number before it; and nothing but "dan" between the names."""
    head = before.office
    if head is None or after.office or head.first > before.name or not _joined(page, before.end, after.first):
        return False
    return head.kind == COMMON or _of_several(page, head)


def _of_several(page: Page, head: Head) -> bool:
    return head.first > 0 and page.words.folded[head.first - 1] in _SEVERAL


def _joined(page: Page, end: int, first: int) -> bool:
    words = page.words
    between = [word for word in words.folded[end:first] if not word.isdigit()]
    gaps = words.gaps[end : first + 1]
    return (
        0 <= first - end < _LIST_GAP and all(word in _JOINS for word in between) and "." not in "".join(gaps)
    )
