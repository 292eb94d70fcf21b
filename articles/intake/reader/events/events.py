"""Events, held and planned, with their agenda."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ..corrections import wrong_parts
from ..findings import Document, Event, Evidence, Moment, Organization, Person, Span
from .agenda import agenda_in
from .event_times import Times
from .event_words import PLAN, STANDS_FOR, kind_of
from .held_events import held_event, place_in, sentence_of
from .parts import Parts, apart
from .planned_events import Plan, Planner

_VENUE = re.compile(r"(?:kantor|gedung|markas|mabes|aula|kampus)\s+$", re.IGNORECASE)


def find_events(
    document: Document,
    moments: tuple[Moment, ...],
    event_date: Moment | None,
    people: tuple[Person, ...],
    organizations: tuple[Organization, ...],
) -> tuple[Event, ...]:
    """What the release tells of, then what lies ahead, in order of place. Mere promises are no events."""
    times = Times(document, moments, _today(document, event_date))
    cast = _Cast(document, people, organizations)
    planned = _Planned(document, cast)
    planner = Planner(document.flat, times)
    wrong = Parts(wrong_parts(document.flat))
    for sentence, in_list in _sentences(document):
        plans = planner.plans(sentence, in_list)
        planned.tell(sentence, [plan for plan in plans if not wrong.hold(plan.title.start)])
    return (*_held(document, event_date, times, cast), *planned.events)


def _sentences(document: Document) -> Iterator[tuple[Span, bool]]:
    for paragraph in document.paragraphs:
        for sentence in paragraph.sentences:
            yield sentence, paragraph.kind == "item"


def _today(document: Document, event_date: Moment | None) -> date | None:
    """The newest day that is surely over: that of the event, unless the event itself lies ahead."""
    event, published = event_date.first if event_date else None, document.published
    if event is None or event_date is None:
        return published
    if _is_told_as_plan(document.flat, event_date):
        return published if published and published < event else None
    return event


def _is_told_as_plan(flat: str, moment: Moment) -> bool:
    """Whether "akan" or "dijadwalkan" stands before the date, with nothing but the plan in between."""
    span = moment.evidence.span
    floor = max(0, span.start - 140)
    cues = [cue.end() for cue in PLAN.finditer(flat, floor, span.start)]
    return bool(cues) and not any(mark in flat[cues[-1] : span.start] for mark in (". ", '"', "”", ","))


def _held(document: Document, moment: Moment | None, times: Times, cast: _Cast) -> Iterator[Event]:
    if moment is None or moment.first is None or (times.today and times.today < moment.first):
        return
    if times.today is None:
        return
    sentence = sentence_of(document, moment.evidence.span.start)
    event = held_event(document, moment, cast.within(sentence) if sentence else ())
    if event:
        yield event


class _Cast:
    """Who is named where: people by name or office, bodies where they are no part of an office or a venue."""

    def __init__(self, document: Document, people: Sequence[Person], bodies: Sequence[Organization]) -> None:
        offices = [
            span for one in people for span in (*one.titles, *([one.role_span] if one.role_span else []))
        ]
        within_office = Parts(apart(sorted(offices)))
        places = [(span, one.name) for one in people for span in (*one.mentions, *one.titles)]
        places += [
            (span, one.name)
            for one in bodies
            for span in one.mentions
            if not within_office.hold(span.start)
            and not _VENUE.search(document.flat, span.start - 12, span.start)
        ]
        self._places = sorted(places)
        self._starts = [span.start for span, _ in self._places]

    def within(self, part: Span) -> tuple[str, ...]:
        low, high = bisect_left(self._starts, part.start), bisect_left(self._starts, part.end)
        return tuple(dict.fromkeys(name for span, name in self._places[low:high] if span.end <= part.end))


class _Planned:
    """Planned events so far; later sentences add a time or an agenda to the newest one."""

    def __init__(self, document: Document, cast: _Cast) -> None:
        self.flat, self.cast = document.flat, cast
        self.events: list[Event] = []

    def tell(self, sentence: Span, plans: list[Plan]) -> None:
        for plan in plans:
            self._add(plan)
        if not plans and self.events:
            self._more_agenda(sentence)

    def _add(self, plan: Plan) -> None:
        title = plan.title.of(self.flat)
        if STANDS_FOR.fullmatch(title) and self._dated_later(plan):
            return
        if any(event.title.casefold() == title.casefold() for event in self.events[-20:]):
            return
        rest = Span(plan.title.start, plan.sentence.end)
        self.events.append(
            Event(
                title=title,
                kind=kind_of(title),
                evidence=Evidence(plan.title),
                planned=True,
                when=plan.when,
                place=place_in(self.flat, rest),
                participants=self.cast.within(plan.actors),
                agenda=agenda_in(self.flat, rest),
            )
        )

    def _dated_later(self, plan: Plan) -> bool:
        """ "Kegiatan ini … pada awal tahun 2025" dates the event told before."""
        if not self.events or self.events[-1].when is not None:
            return False
        self.events[-1] = replace(self.events[-1], when=plan.when)
        return True

    def _more_agenda(self, sentence: Span) -> None:
        """Further items, where a sentence speaks of the event again ("pertemuan ini … agenda lain")."""
        if STANDS_FOR.search(self.flat, sentence.start, sentence.end):
            known = self.events[-1].agenda
            more = tuple(item for item in agenda_in(self.flat, sentence) if item not in known)
            if more:
                self.events[-1] = replace(self.events[-1], agenda=(*known, *more))
