"""Bodies that act, with their acronyms."""

from __future__ import annotations

from bisect import bisect

from ..findings import Document, Evidence, Organization, Span
from ..texts import gettext_noop
from ..words import Words, words_of
from .body_credits import outlet_spans
from .body_sightings import Sighting, sightings
from .same_bodies import Same, acronym_of, gather

LONGEST_HEADLINE = 60
KNOWN_ACRONYM = gettext_noop("%(acronym)s adalah singkatan yang dikenal untuk %(name)s.")


def find_organizations(document: Document) -> tuple[Organization, ...]:
    """In the order of their first mention; by long name, short form or acronym, each body once."""
    words = words_of(document)
    outlets = outlet_spans(document)
    found = [sighting for sighting in sightings(words) if not _lies_in(outlets, words, sighting)]
    groups = _without_headline_forms(words, document.title, gather(words, found))
    made = (_organization(words, group) for group in groups)
    return tuple(sorted(made, key=lambda organization: organization.mentions[0]))


def _lies_in(spans: tuple[Span, ...], words: Words, sighting: Sighting) -> bool:
    here = words.starts[sighting.first]
    at = bisect(spans, here, key=lambda span: span.start)
    return at > 0 and here < spans[at - 1].end


def _organization(words: Words, group: Same) -> Organization:
    best, mentions = _best(words, group), _mentions(words, group)
    name, acronym = _name(words, best), _acronym(words, group, best)
    evidence = Evidence(mentions[0])
    if acronym not in {"", name} and best.acronym is None and best.end == best.core:
        evidence = Evidence(mentions[0], "inferred", KNOWN_ACRONYM, {"acronym": acronym, "name": name})
    return Organization(name, acronym, mentions, evidence)


def _name(words: Words, sighting: Sighting) -> str:
    return words.span(sighting.first, sighting.end).of(words.flat)


def _best(words: Words, group: Same) -> Sighting:
    """The sighting with the full name: it explains its short form, else is long, else is in the body."""

    def rank(sighting: Sighting) -> tuple[bool, bool, bool, bool]:
        in_headline = sighting.first < words.headline
        return sighting.acronym is None, sighting.short, _is_abridged(words, sighting), in_headline

    return min(group.sightings, key=rank)


def _is_abridged(words: Words, sighting: Sighting) -> bool:
    opener = sighting.opener
    return opener is not None and sum(map(len, words.folded[sighting.first : sighting.core])) < sum(
        map(len, opener.long)
    )


def _acronym(words: Words, group: Same, best: Sighting) -> str:
    if best.acronym:
        return acronym_of(words, best)
    name = _name(words, best)
    shorts = [sighting for sighting in group.sightings if sighting.short or _is_abridged(words, sighting)]
    for sighting in shorts:
        printed = _name(words, sighting)
        if sighting.end > sighting.core and sighting is best:
            printed = words.span(sighting.first, sighting.core).of(words.flat) if sighting.short else ""
        if printed.casefold() == name.casefold() and _is_acronym(printed, sighting):
            return name
        if printed.casefold() not in {"", name.casefold()}:
            return printed
    return ""


def _is_acronym(printed: str, sighting: Sighting) -> bool:
    return printed.isupper() or bool(sighting.body and sighting.body.short and sighting.body.name != printed)


def _mentions(words: Words, group: Same) -> tuple[Span, ...]:
    spans = dict.fromkeys(words.span(sighting.first, sighting.end) for sighting in group.sightings)
    for sighting in group.sightings:
        if sighting.acronym and sighting.acronym[1] > sighting.end:
            spans[words.span(*sighting.acronym)] = None
    spans.update(dict.fromkeys(words.span(first, end) for first, end in group.others))
    return tuple(sorted(spans, key=lambda span: span.start))


def _without_headline_forms(words: Words, title: Span, groups: list[Same]) -> list[Same]:
    """A headline shortens: "DPR" there, and in the text only "Komisi I DPR", are one body."""
    if words.headline > LONGEST_HEADLINE:
        return groups
    kept = [group for group in groups if not _only_in(words, title, group)]
    for group in (group for group in groups if _only_in(words, title, group)):
        longer = next((other for other in kept if _ends_with(words, other, group)), None)
        if longer:
            longer.others += [(sighting.first, sighting.end) for sighting in group.sightings]
        else:
            kept.append(group)
    return kept


def _only_in(words: Words, title: Span, group: Same) -> bool:
    return all(title.holds(words.span(sighting.first, sighting.end)) for sighting in group.sightings)


def _ends_with(words: Words, longer: Same, shorter: Same) -> bool:
    one, other = (_folded(words, group.sightings[0]) for group in (longer, shorter))
    return (len(one) > len(other) and one[-len(other) :] == other) or set(other) <= set(one) != {*other}


def _folded(words: Words, sighting: Sighting) -> list[str]:
    return words.folded[sighting.first : sighting.end]
