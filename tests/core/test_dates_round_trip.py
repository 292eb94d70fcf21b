"""What is written is read back as it was, in both languages, and no text at all gets more than a refusal."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from pressroom.core.dates import Span, UncertainDate, read_span, read_when, write_day, write_span, write_when

FIRST_YEAR, LAST_YEAR = 1800, 2100

languages = st.sampled_from(["id", "en"])
days = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
years = st.integers(FIRST_YEAR, LAST_YEAR)
months = st.builds(UncertainDate.month, years, st.integers(1, 12))
thirds = st.builds(UncertainDate.third, years, st.integers(1, 3))
units = st.one_of(st.builds(UncertainDate.day, days), months, st.builds(UncertainDate.year, years), thirds)


def hull(first: UncertainDate, second: UncertainDate) -> UncertainDate:
    return UncertainDate(min(first.bounds[0], second.bounds[0]), max(first.bounds[1], second.bounds[1]))


whens = st.one_of(st.just(UncertainDate()), units, st.builds(hull, units, units))


@st.composite
def spans(draw) -> Span:
    """Any span that may be: each bound there or not, often at the edges of months, thirds and years."""
    start, end = draw(whens), draw(whens)
    if start.known and end.known and end.latest < start.earliest:
        start, end = end, start
    bounds = (start.earliest, start.latest, end.earliest, end.latest)
    return Span(*(bound if draw(st.booleans()) else None for bound in bounds))


@given(whens, languages)
def test_a_written_date_is_read_back(when, language):
    read = read_when(write_when(when, language))
    if when.unit == "third":
        read = replace(read, label=when.label, label_en=when.label_en)
    assert read == when


@given(thirds, languages)
def test_a_third_is_read_back_with_its_labels(third, language):
    assert read_when(write_when(third, language)) == third


@pytest.mark.parametrize("typed", ["awal tahun 2025", "Penghujung 2023", "beginning of 2025", "Mid 2024"])
def test_words_as_typed_come_back_as_typed(typed):
    language = "id" if typed in write_when(read_when(typed), "id") else "en"
    assert write_when(read_when(typed), language) == typed
    assert read_when(write_when(read_when(typed), language)) == read_when(typed)


@given(spans(), languages)
def test_every_span_is_read_back(span, language):
    assert read_span(write_span(span, language)) == span


@given(days, languages, st.booleans())
def test_a_written_day_is_read_back_with_and_without_its_weekday(day, language, weekday):
    assert read_when(write_day(day, language, weekday)) == UncertainDate.day(day)


@given(days, days)
def test_one_sighting_is_certain_that_day_and_every_other_day_is_possible(seen, other):
    span = Span.seen_on(seen)
    assert span.certain_on(seen)
    assert span.possible_on(other)


@given(spans(), days)
def test_what_is_certain_is_possible(span, day):
    if span.certain_on(day):
        assert span.possible_on(day)


# fmt: off
FRAGMENTS = [
    "sejak", "mulai", "sampai", "berakhir", "antara", "dan", "awal", "mid", "akhir", "tahun", "paling lambat",
    "sebelum", "tercatat", "pada", "sekarang", "s.d.", "Rabu", "Okt.", "Mei", "9", "31", "24", "2024",
    "2024-10-09", "9/10/2024", "–", "-", ",", "(", ")", "İ", "ſ", "٣", "%s",
]
# fmt: on


def refusal(read: Callable[[str], object], text: str) -> list[str]:
    try:
        read(text)
    except ValidationError as error:
        return error.messages
    return []


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(FRAGMENTS), max_size=9).map(" ".join)))
def test_any_text_is_read_or_refused_in_one_sentence(text):
    for read in (read_when, read_span):
        assert len(refusal(read, text)) <= 1
