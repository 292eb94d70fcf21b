"""A reading as JSON: the schema of annotated releases, with spans and evidence under added keys.

Direct quotes stand under `quotes`, indirect speech under `indirect_quotes`; `spans` are [start, end] into the
text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .reader import Reading, Span
from .reader.findings import (
    Agreement,
    Event,
    Evidence,
    Moment,
    Organization,
    Person,
    Quote,
    Regulation,
    Remark,
)


def as_json(reading: Reading) -> dict[str, Any]:
    """Plain data for `json.dumps`; dates are ISO 8601, absent values null."""
    document, dateline, moment = reading.document, reading.document.dateline, reading.event_date
    direct = [quote for quote in reading.quotes if quote.direct]
    indirect = [quote for quote in reading.quotes if not quote.direct]
    return {
        "title": reading.title,
        "published": _day(document.published),
        "dateline_city": dateline.place if dateline else None,
        "event_date": _day(moment.first if moment else None),
        "date_evidence": moment.printed if moment else None,
        "people": [_person(person) for person in reading.people],
        "organisations": [_organization(organization) for organization in reading.organizations],
        "countries": [country.code for country in reading.countries],
        "agreements": [_agreement(agreement) for agreement in reading.agreements],
        "regulations": [_regulation(regulation) for regulation in reading.regulations],
        "quotes": [_quote(quote) for quote in direct],
        "indirect_quotes": [_quote(quote) for quote in indirect],
        "planned_events": [_line(event) for event in reading.events if event.planned],
        "events": [_event(event) for event in reading.events],
        "event_moment": _moment(moment),
        "country_spans": {country.code: _spans(country.mentions) for country in reading.countries},
        "topics": [{"key": topic.key, "spans": _spans(topic.mentions)} for topic in reading.topics],
        "remarks": [_remark(remark) for remark in reading.remarks],
    }


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _evidence(evidence: Evidence) -> dict[str, Any]:
    said = {name: getattr(value, "isoformat", lambda v=value: v)() for name, value in evidence.values.items()}
    reason = evidence.reason % said if evidence.reason else None
    return {"span": [evidence.span.start, evidence.span.end], "basis": evidence.basis, "reason": reason}


def _person(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "full": person.full,
        "role": person.role or None,
        "org": person.organization or None,
        "prefixes": list(person.prefixes),
        "suffixes": list(person.suffixes),
        "acting": person.acting or None,
        "former": person.former,
        "spans": _spans(person.mentions),
        "title_spans": _spans(person.titles),
        "evidence": _evidence(person.evidence),
    }


def _organization(organization: Organization) -> dict[str, Any]:
    return {
        "name": organization.name,
        "acronym": organization.acronym or None,
        "spans": _spans(organization.mentions),
        "evidence": _evidence(organization.evidence),
    }


def _agreement(agreement: Agreement) -> dict[str, Any]:
    return {
        "text": agreement.text,
        "kind": agreement.kind,
        "year": agreement.year,
        "ratified_by": agreement.ratified_by or None,
        "form": agreement.form or None,
        "subject": agreement.subject or None,
        "parties": list(agreement.parties),
        "action": agreement.action or None,
        "spans": _spans(agreement.mentions),
        "evidence": _evidence(agreement.evidence),
    }


def _regulation(regulation: Regulation) -> dict[str, Any]:
    return {
        "kind": regulation.kind,
        "number": regulation.number,
        "year": regulation.year,
        "issuer": regulation.issuer or None,
        "title": regulation.title or None,
        "spans": _spans(regulation.mentions),
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "text": quote.text,
        "speaker": quote.speaker or None,
        "verb": quote.verb or None,
        "attribution": quote.attribution or None,
        "span": [quote.span.start, quote.span.end],
        "evidence": _evidence(quote.evidence),
    }


def _line(event: Event) -> str:
    return f"{event.title} | {event.when.printed}" if event.when else event.title


def _event(event: Event) -> dict[str, Any]:
    return {
        "title": event.title,
        "kind": event.kind,
        "planned": event.planned,
        "when": _moment(event.when),
        "place": event.place or None,
        "participants": list(event.participants),
        "agenda": list(event.agenda),
        "evidence": _evidence(event.evidence),
    }


def _moment(moment: Moment | None) -> dict[str, Any] | None:
    if moment is None:
        return None
    return {
        "printed": moment.printed,
        "first": _day(moment.first),
        "last": _day(moment.last),
        "evidence": _evidence(moment.evidence),
    }


def _remark(remark: Remark) -> dict[str, Any]:
    return {"code": remark.code, "evidence": _evidence(remark.evidence)}
