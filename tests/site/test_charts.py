"""Drawings: a span as a line and a bar, a world in which every shape has its country's code."""

from datetime import date, timedelta

import pytest

from pressroom.core.dates import Span
from pressroom.site.charts import world
from pressroom.site.charts.timeline import Axis, Strip, axis_of

FIRST = date(2011, 1, 1)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


AXIS = Axis(FIRST, day(100))
BOTH = {"start": "10.00%", "end": "90.00%"}


@pytest.mark.parametrize(
    ("span", "strip"),
    [
        # both ends known to the day: a bar, and no line beyond it
        (Span(day(10), day(10), day(90), day(90)), Strip(**BOTH, bar="10.00%", width="80.00%")),
        # begun some time before, over some time after: the line goes on on both sides
        (Span(day(10), day(20), day(50), day(90)), Strip(**BOTH, bar="20.00%", width="30.00%")),
        # nobody knows since when
        (Span(None, day(20), day(20), day(90)), Strip("0.00%", "90.00%", bar="20.00%", width="0.00%")),
        # the bounds overlap: nothing is certain
        (Span(day(10), day(60), day(50), day(90)), Strip(**BOTH)),
        (Span(end_latest=day(90)), Strip("0.00%", "90.00%")),
        # not known to be over
        (Span(day(10), day(10)), Strip("10.00%", "100.00%", bar="10.00%", width="90.00%", lasts=True)),
        # seen once
        (Span.seen_on(day(10)), Strip("0.00%", "100.00%", bar="10.00%", width="0.00%", lasts=True)),
    ],
)
def test_what_is_certain_is_a_bar_on_the_line_of_what_is_possible(span: Span, strip: Strip) -> None:
    assert AXIS.strip(span) == strip


def test_an_axis_begins_with_the_first_year_and_earlier_where_a_beginning_is_unknown() -> None:
    today, begun = date(2026, 6, 1), date(2016, 1, 1)
    assert axis_of([Span()], today) is None
    assert axis_of([Span(begun, begun)], today) == Axis(date(2016, 1, 1), today)
    assert axis_of([Span(start_latest=begun)], today) == Axis(date(2014, 1, 1), today)


def test_an_axis_has_few_years_at_even_steps() -> None:
    assert [tick.year for tick in Axis(FIRST, date(2020, 12, 31)).ticks()] == ["2012", "2014", "2016", "2018"]
    for years in (0, 1, 7, 40, 300):
        ticks = Axis(date(1700, 1, 1), date(1700 + years, 6, 1)).ticks()
        assert len(ticks) <= 5, years
        assert all("%" in tick.x and "," not in tick.x for tick in ticks)


def test_the_map_knows_large_countries_and_small_ones() -> None:
    assert {"ID", "RU", "SG", "TV", "VA", "TL", "PS"} <= world.drawn()
    assert "SU" not in world.drawn()
    assert world.SHAPES.stat().st_size <= 30_000
