"""All later places of a name, long or short, with the rank or title printed before it."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator

from ..cues import words as cue_words
from ..findings import Span
from ..words import Words
from .identities import Identity, shortens
from .names import is_known_name, is_never_name
from .page import Page
from .person_sightings import Sighting, opens_sentence
from .roles import head_at, is_vocabulary
from .titles import degrees_after, titles_before

_PLACE_NOUNS = frozenset(cue_words("place_nouns"))
_SHORTEST, _LONGEST_TITLE, _MOST = 3, 6, 40


def mentions_of(page: Page, identities: list[Identity]) -> list[list[Span]]:
    """For each identity its mentions in order; a place belongs to one person only."""
    found: list[list[Span]] = [[] for _ in identities]
    taken: dict[int, int] = {}
    for number, identity in enumerate(identities):
        for seen in identity.sightings:
            found[number].append(_span(page.words, seen, identity))
            taken[_opening(seen, identity)] = max(seen.end, seen.name_stop)
    seen_at = [sorted(seen.first for seen in identity.sightings) for identity in identities]
    owners = _owners(identities)
    here = 0
    while here < len(page.words):
        if here in taken:
            here = max(taken[here], here + 1)
            continue
        match = _match(page, here, owners, identities, seen_at)
        if match:
            number, end = match
            insort(seen_at[number], here)
            found[number].append(_with_title(page.words, here, end))
        here = match[1] if match else here + 1
    return [sorted(set(spans)) for spans in found]


def _owners(identities: list[Identity]) -> dict[str, list[int]]:
    owners: dict[str, list[int]] = {}
    for number, identity in enumerate(identities):
        for word in dict.fromkeys(identity.name):
            owners.setdefault(word, []).append(number)
    return owners


def _opening(seen: Sighting, identity: Identity) -> int:
    return seen.office.first if _speaks_with_office(seen, identity) and seen.office else seen.first


def _speaks_with_office(seen: Sighting, identity: Identity) -> bool:
    """ "Dubes Holloway": a short name with the office before it."""
    short = seen.name_stop - seen.name < len(identity.name)
    return short and seen.office is not None and seen.office.first < seen.first


def _span(words: Words, seen: Sighting, identity: Identity) -> Span:
    return Span(words.starts[_opening(seen, identity)], seen.stop)


def _match(
    page: Page, here: int, owners: dict[str, list[int]], identities: list[Identity], seen_at: list[list[int]]
) -> tuple[int, int] | None:
    """The person named at word `here`, and the word after the name; of several the one named last before."""
    words = page.words
    numbers = owners.get(words.folded[here])
    if not numbers or not words.capital(here) or here in page.voids:
        return None
    fitting = []
    for number in numbers[:_MOST]:
        end = _run(words, here, identities[number].name)
        if _stands_alone(page, here, end):
            fitting.append((end, _seen_before(seen_at[number], here), number))
    if not fitting:
        return None
    end, _, number = max(fitting)
    return number, end


def _seen_before(places: list[int], here: int) -> int:
    index = bisect_left(places, here)
    return places[index - 1] if index else -1


def _run(words: Words, here: int, name: tuple[str, ...]) -> int:
    end = here + 1
    while end < len(words) and words.gaps[end] in {" ", "-", ". "} and words.folded[end] in name:
        if not shortens(words.folded[here : end + 1], name):
            break
        end += 1
    return end


def _stands_alone(page: Page, here: int, end: int) -> bool:
    """Not a part of another name, of a body or of a street; a single word must be able to be a name."""
    words = page.words
    if end - here == 1:
        folded = words.folded[here]
        if len(folded) < _SHORTEST or here in page.inside:
            return False
        if (is_never_name(folded) or is_vocabulary(folded)) and not _speaks(words, end):
            return False
    return not (_bound_before(page, here) or _bound_after(page, end))


def _speaks(words: Words, end: int) -> bool:
    following = words.folded[end] if words.gap(end) == " " else ""
    return following.startswith(("me", "ber")) and not words.capital(end)


def _bound_before(page: Page, here: int) -> bool:
    words = page.words
    if here == 0 or words.gaps[here] not in {" ", "-"}:
        return False
    before = words.folded[here - 1]
    if before in _PLACE_NOUNS:
        return True
    if not words.capital(here - 1) or is_never_name(before) or opens_sentence(page, here - 1):
        return False
    if here < page.headline:
        return is_known_name(before)
    return _title_start(words, here) == here


def _bound_after(page: Page, end: int) -> bool:
    words = page.words
    if words.gap(end) not in {" ", "-"} or not words.capital(end) or is_never_name(words.folded[end]):
        return False
    if end < page.headline:
        return is_known_name(words.folded[end])
    return not (degrees_after(words, end) or head_at(words, end))


def _with_title(words: Words, here: int, end: int) -> Span:
    stop = words.ends[end - 1]
    if degrees := degrees_after(words, end):
        stop = degrees.stop
    return Span(words.starts[_title_start(words, here)], stop)


def _title_start(words: Words, here: int) -> int:
    """Where the rank, the honorific or the office right before word `here` begins."""
    return next((start for start in reversed(list(_title_starts(words, here)))), here)


def _title_starts(words: Words, here: int) -> Iterator[int]:
    for start in range(here - 1, max(-1, here - _LONGEST_TITLE), -1):
        if words.gaps[start + 1] not in {" ", ". ", ".", ") ", "-"}:
            return
        titles, head = titles_before(words, start), head_at(words, start)
        if (titles and titles.end == here) or (head and head.end == here and words.capital(start)):
            yield start
