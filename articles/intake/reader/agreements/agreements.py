"""Agreements: what was, is or will be signed, by whom, when, and what ratified it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..corrections import wrong_parts
from ..dates.dates import find_event_date
from ..events.parts import Parts, apart
from ..findings import Agreement, Document, Evidence, Moment, Organization, Regulation, Span
from ..texts import gettext_noop
from .agreement_clauses import Clauses, Facts
from .agreement_groups import Group, gather
from .agreement_mentions import Mention, find_mentions
from .parties import body_spans, parties_in, signers_before

BY_EVENT = gettext_noop(
    "Teks tidak menyebut tahun penandatanganan; tahunnya diambil dari tanggal peristiwa, %(day)s."
)


def find_agreements(
    document: Document,
    moments: tuple[Moment, ...],
    organizations: tuple[Organization, ...],
    regulations: tuple[Regulation, ...],
) -> tuple[Agreement, ...]:
    """Each agreement once, in order of first mention. Talk of "kerja sama" alone is none."""
    bodies = body_spans(organizations)
    laws = sorted(span for law in regulations for span in law.mentions)
    mentions = find_mentions(document, Parts(apart(bodies)), Parts(wrong_parts(document.flat)), laws)
    if not mentions:
        return ()
    clauses = Clauses(document.flat, moments, regulations)
    groups = gather(document, mentions, clauses)
    event, _ = find_event_date(document, moments)
    news = _News(event.first, clauses.lies_ahead(event)) if event and event.first else _News()
    return tuple(_agreement(document.flat, group, news, bodies) for group in groups)


@dataclass(frozen=True, slots=True)
class _News:
    """The lead event's day, and whether it was still to come."""

    day: date | None = None
    ahead: bool = False


def _agreement(flat: str, group: Group, news: _News, bodies: list[Span]) -> Agreement:
    name, year, by_event = group.name, *_year(group, news)
    ratified = next((facts for facts in group.facts if facts.regulation), None)
    parties = parties_in(flat, name.text, bodies)
    return Agreement(
        text=name.text.of(flat),
        kind=_kind(name, parties, bool(ratified)),
        mentions=tuple(sorted(mention.text for mention in group.mentions)),
        evidence=_evidence(name, news.day if by_event else None),
        form=name.word.form,
        subject=name.topic,
        parties=parties or signers_before(flat, name.sentence.start, name.text.start),
        year=year,
        action=_action(group.facts),
        ratified_by=ratified.ratified_by.of(flat) if ratified and ratified.ratified_by else "",
        regulation=ratified.regulation if ratified else None,
    )


def _year(group: Group, news: _News) -> tuple[int | None, bool]:
    """The year, and whether it is only the event's. A first signature comes before a renewal or a plan."""
    facts = group.facts
    first = [one.year for one in facts if one.year and one.first]
    signed = [one.year for one in facts if one.year and not one.planned]
    planned = [one.year for one in facts if one.year and one.planned]
    if first or signed or planned:
        renewed = any(one.renewed for one in facts)
        told = first or (sorted(signed) if renewed else signed) or planned
        return told[0], False
    if news.day and any(one.undated or (one.planned and one.signed and news.ahead) for one in facts):
        return news.day.year, True
    return None, False


def _kind(name: Mention, parties: tuple[str, ...], ratified: bool) -> str:
    """A "perjanjian kerja sama" of governments, or one that a law approved, is a treaty."""
    governments = len(parties) > 1 and all(
        party.startswith(("Pemerintah R", "Pemerintah I")) for party in parties[:1]
    )
    return "treaty" if name.word.kind == "pks" and (ratified or governments) else name.word.kind


def _action(facts: list[Facts]) -> str:
    signed = any(one.signed and not one.planned for one in facts) or any(
        one.year and not one.planned for one in facts
    )
    if any(one.planned for one in facts) and not signed:
        return "planned"
    if any(one.renewed for one in facts):
        return "renewed"
    if signed:
        return "signed"
    return "ratified" if any(one.regulation for one in facts) else ""


def _evidence(name: Mention, event: date | None) -> Evidence:
    if event is None:
        return Evidence(name.text)
    return Evidence(name.text, "inferred", BY_EVENT, {"day": event})
