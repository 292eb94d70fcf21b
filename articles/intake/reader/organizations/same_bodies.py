"""Which sightings name the same body: by its words in full, its short form, what the text itself explains."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..countries import HOME, code_at, name_at
from ..phrases import Phrases
from ..words import Words
from .bodies import folded_name, having, known_bodies, region_words, regions
from .body_sightings import Sighting

Identity = tuple[str, ...]


@dataclass(slots=True)
class Same:
    """The sightings of one body, and `others`: places of its short form alone."""

    sightings: list[Sighting] = field(default_factory=list)
    others: list[tuple[int, int]] = field(default_factory=list)


def gather(words: Words, found: list[Sighting]) -> list[Same]:
    """Groups in the order of their first sighting."""
    groups: dict[Identity, Same] = {}
    explained = _explained(words, found)
    before: Sighting | None = None
    for sighting in found:
        key = explained.get(_printed(words, sighting)) if sighting.short else None
        if before and _explains(words, before, sighting):
            key = key or identity(words, before)
        key = key or identity(words, sighting)
        groups.setdefault(_meant(key, explained), Same()).sightings.append(sighting)
        before = sighting
    _add_short_forms(words, found, explained, groups)
    return _without_beginnings(groups)


def _without_beginnings(groups: dict[Identity, Same]) -> list[Same]:
    """ "Komisi IX" is "Komisi IX DPR RI" if the text has that; "DPRD" the one with its region."""
    kept = dict(groups)
    longest = _by_beginning(groups)
    for key, group in groups.items():
        longer = longest.get(key)
        if longer and _may_be_cut(group.sightings[0]):
            kept[longer].sightings += kept.pop(key).sightings
            kept[longer].others += group.others
    return list(kept.values())


def _by_beginning(groups: Iterable[Identity]) -> dict[Identity, Identity]:
    """Each beginning of a body's words, with the first body of most words that begins so."""
    longest: dict[Identity, Identity] = {}
    for key in groups:
        for length in range(1, len(key)):
            held = longest.setdefault(key[:length], key)
            longest[key[:length]] = max(held, key, key=len)
    return longest


def _may_be_cut(sighting: Sighting) -> bool:
    return sighting.body is None or (sighting.body.regional and sighting.end == sighting.core)


def _meant(key: Identity, explained: dict[str, Identity]) -> Identity:
    """ "PT IAE" is the company that the text calls "PT Inti Alas Energi (IAE)"."""
    return explained.get(key[0], key) if len(key) == 1 else key


def _printed(words: Words, sighting: Sighting) -> str:
    return words.flat[words.starts[sighting.first] : words.ends[sighting.end - 1]].casefold()


def _explained(words: Words, found: list[Sighting]) -> dict[str, Identity]:
    """Short forms that the text explains, each with the body it stands for; the first explanation holds."""
    explained: dict[str, Identity] = {}
    for sighting in found:
        if sighting.acronym:
            explained.setdefault(acronym_of(words, sighting).casefold(), identity(words, sighting))
    return explained


def acronym_of(words: Words, sighting: Sighting) -> str:
    first, end = sighting.acronym or (sighting.first, sighting.end)
    return words.span(first, end).of(words.flat)


def _explains(words: Words, one: Sighting, other: Sighting) -> bool:
    """ "ABCD (Alpha Beta Centre Delta)", "Badan Alpha Beta atau BAB"."""
    if one.short and words.gap(other.first) == " (" and other.first == one.end:
        return not other.short
    return other.short and other.first == one.end + 1 and words.folded[one.end] == "atau" and not one.acronym


def _add_short_forms(
    words: Words, found: list[Sighting], explained: dict[str, Identity], groups: dict[Identity, Same]
) -> None:
    """Where an explained short form stands alone and no sighting is."""
    forms = Phrases((form, key) for form, key in _as_printed(words, found, explained).items())
    taken = {index for sighting in found for index in range(sighting.first, sighting.after)}
    for index in range(len(words)):
        if index not in taken and (match := forms.at(words, index)) and match[1] in groups:
            groups[match[1]].others.append((index, match[0]))


def _as_printed(words: Words, found: list[Sighting], explained: dict[str, Identity]) -> dict[str, Identity]:
    printed = (acronym_of(words, sighting) for sighting in found if sighting.acronym)
    return {form: explained[form.casefold()] for form in printed}


def identity(words: Words, sighting: Sighting) -> Identity:
    """The same for "Kejati Sumut" and "Kejaksaan Tinggi Sumatera Utara", "BNPT" and its long name."""
    if police := _foreign_police(words, sighting):
        return police
    head, rest = _head(sighting, words), _rest(words, sighting)
    if rest[: len(head)] == head:
        return rest
    return (*head, *rest) or (_printed(words, sighting),)


def _head(sighting: Sighting, words: Words) -> Identity:
    if sighting.body:
        return _kept(folded_name(sighting.body.name))
    if sighting.opener:
        long = sighting.opener.long
        branch = 1 if long[0] == "kanwil" else 2 if long[:2] == ("kantor", "wilayah") else 0
        return _kept(long[branch:])
    return _kept(words.folded[sighting.first : sighting.core])


def _kept(folded: Sequence[str]) -> Identity:
    kept = tuple(word for word in folded if word not in having("lewat"))
    return kept[:-2] if kept[-2:] == ("republik", "indonesia") and len(kept) != 3 else kept


def _rest(words: Words, sighting: Sighting) -> Identity:
    """What follows the head: regions and known short forms in full, no acronym in parentheses."""
    if sighting.body and sighting.body.branched:
        return ()
    rest: list[str] = []
    index = sighting.core
    while index < sighting.end:
        if sighting.acronym and sighting.acronym[0] <= index < sighting.acronym[1]:
            index = sighting.acronym[1]
            continue
        index, full = _in_full(words, index)
        rest += full if list(full) != rest[-len(full) :] else ()
    return _kept(rest)


def _in_full(words: Words, index: int) -> tuple[int, Identity]:
    if region := regions().at(words, index):
        return region
    if known := known_bodies().at(words, index):
        return known[0], folded_name(known[1].name)
    if (country := name_at(words, index)) and code_at(words, index) != HOME:
        return country, (code_at(words, index),)
    word = words.folded[index]
    return index + 1, () if word in region_words() else (word,)


def _foreign_police(words: Words, sighting: Sighting) -> Identity:
    """ "Kepolisian Timor-Leste" is the body that calls itself "Polícia Nacional de Timor-Leste"."""
    if sighting.body and not sighting.body.short and "Indonesia" in sighting.body.name:
        return ()
    span = range(sighting.first, sighting.end)
    if not any(words.folded[index] in having("polisi") for index in span):
        return ()
    codes = {code for index in span if (code := code_at(words, index))} - {"ID"}
    return ("kepolisian", codes.pop()) if len(codes) == 1 else ()
