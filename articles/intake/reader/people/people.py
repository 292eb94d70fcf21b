"""People with their titles and offices, and every later place that means them."""

from __future__ import annotations

from dataclasses import dataclass

from ..findings import Document, Evidence, Organization, Person, Span
from ..texts import gettext_noop
from .employers import Employer, employer
from .holders import titles_of
from .identities import Identity, identify
from .mentions import mentions_of
from .page import Page, page_of
from .person_sightings import Sighting, find_sightings
from .roles import role_stop
from .shared_offices import share_offices

SPOKEN_OF = gettext_noop(
    "Jabatan %(role)s disebut tanpa lembaga; menurut konteksnya jabatan itu milik %(organization)s."
)


@dataclass(frozen=True, slots=True)
class _Post:
    """The office that a person is introduced with."""

    seen: Sighting
    span: Span


def find_people(document: Document, organizations: tuple[Organization, ...]) -> tuple[Person, ...]:
    """In the order of their first mention; each person once."""
    page = page_of(document, organizations)
    sightings, offices = find_sightings(page)
    identities = identify(page, share_offices(page, sightings))
    mentions = mentions_of(page, identities)
    people = [
        _person(page, organizations, identity, spans)
        for identity, spans in zip(identities, mentions, strict=True)
    ]
    return tuple(
        sorted(titles_of(page, people, offices, organizations), key=lambda person: person.mentions[0])
    )


def _person(
    page: Page, organizations: tuple[Organization, ...], identity: Identity, mentions: list[Span]
) -> Person:
    words, first, post = page.words, _introduced(page, identity), _post(page, identity)
    full = Span(words.starts[first.first], first.stop)
    body = employer(page, organizations, post.seen if post else first)
    head = post.seen.office if post else None
    return Person(
        name=words.span(first.name, first.name_stop).of(words.flat),
        full=full.of(words.flat),
        mentions=tuple(mentions),
        evidence=_evidence(full, post, body, words.flat),
        prefixes=first.before.names if first.before and first.before.full else (),
        suffixes=first.suffixes,
        role=post.span.of(words.flat) if post else "",
        role_span=post.span if post else None,
        acting=head.acting if head else "",
        former=head.former if head else False,
        organization=body.organization.name if body else "",
    )


def _evidence(full: Span, post: _Post | None, body: Employer | None, flat: str) -> Evidence:
    if post is None or body is None or not body.inferred:
        return Evidence(full)
    values = {"role": post.span.of(flat), "organization": body.organization.name}
    return Evidence(Span(*_hull(full, post.span)), "inferred", SPOKEN_OF, values)


def _hull(one: Span, other: Span) -> tuple[int, int]:
    return min(one.start, other.start), max(one.end, other.end)


def _introduced(page: Page, identity: Identity) -> Sighting:
    """The first sighting of the whole name in the body, rather one that is not in quotation marks."""
    return min(identity.main, key=lambda seen: (seen.first < page.headline, _quoted(page, seen), seen.first))


def _quoted(page: Page, seen: Sighting) -> bool:
    return page.words.gaps[seen.first][-1:] in {'"', "“", "‘", "'"}


def _post(page: Page, identity: Identity) -> _Post | None:
    """The first office given with the whole name; else the first one at all."""
    main = [seen for seen in identity.main if seen.office]
    others = [seen for seen in identity.sightings if seen.office]
    for seen in (*sorted(main, key=lambda seen: seen.first < page.headline), *others):
        if seen.office:
            span = Span(page.words.starts[seen.office.first], role_stop(page.words, seen.office_end))
            return _Post(seen, span)
    return None
