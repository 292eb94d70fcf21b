"""Who held a post, and when nobody is recorded to have held it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from entities.models import Appointment
from pressroom.core.dates import Span, UncertainDate, write_span, write_when
from pressroom.core.dates.days import interface_language
from pressroom.site.charts.timeline import Axis, Strip

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Holding:
    """One stretch of a post or of a life: an appointment, or None for nobody, with its time in words."""

    appointment: Appointment | None
    when: str
    strip: Strip | None


def held(appointment: Appointment, axis: Axis | None) -> Holding:
    span = appointment.span
    return Holding(
        appointment, appointment.span_text(interface_language()), axis.strip(span) if axis else None
    )


def succession(appointments: Iterable[Appointment], axis: Axis | None, today: date) -> list[Holding]:
    """All holders of a post, newest first, and between them the gaps in which certainly none held it."""
    holders = list(appointments)
    found = [(one.start_latest or date.min, held(one, axis)) for one in holders]
    leading = [one.span for one in holders if one.kind != Appointment.Kind.MEMBER]
    found += [(gap.first, vacant(gap, axis)) for gap in vacancies(leading, today)]
    return [holding for _start, holding in sorted(found, key=lambda pair: pair[0], reverse=True)]


@dataclass(frozen=True, slots=True)
class Gap:
    """The first and last day of a gap; `last` None for one that still lasts."""

    first: date
    last: date | None


def vacancies(spans: list[Span], today: date) -> list[Gap]:
    """A gap is certain: nothing known about any holder reaches into it."""
    edges = sorted((span.start_earliest or date.min, span.end_latest or date.max) for span in spans)
    if not edges:
        return []
    reached, found = edges[0][1], []
    for start, end in edges[1:]:
        if reached < date.max and start > reached + ONE_DAY:
            found.append(Gap(reached + ONE_DAY, start - ONE_DAY))
        reached = max(reached, end)
    if reached < today:
        found.append(Gap(reached + ONE_DAY, None))
    return found


def vacant(gap: Gap, axis: Axis | None) -> Holding:
    language = interface_language()
    if gap.last:
        words = write_when(UncertainDate(gap.first, gap.last), language)
    else:
        words = write_span(Span(start_earliest=gap.first, start_latest=gap.first), language)
    span = Span(start_earliest=gap.first, end_latest=gap.last)
    return Holding(None, words, axis.strip(span) if axis else None)
