"""Replacements move text; every place of the old text is found again in the new one."""

from hypothesis import given
from hypothesis import strategies as st

from articles.intake.drafting.edits import Edited
from articles.intake.reader import Span

TEXT = "Perpres no. 3 tahun 2010 diteken di tahun 2010."


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def test_replacements_are_made_and_places_follow() -> None:
    edited = Edited(TEXT, [(span("no."), "Nomor"), (span("di tahun"), "pada tahun")])
    assert edited.text == "Perpres Nomor 3 tahun 2010 diteken pada tahun 2010."
    assert edited.words(span("Perpres no. 3")) == "Perpres Nomor 3"
    assert edited.words(span("2010.")) == "2010."


def test_a_place_that_cuts_through_a_replacement_holds_it_whole() -> None:
    edited = Edited(TEXT, [(span("no. 3"), "Nomor 3")])
    assert edited.words(span("3 tahun")) == "Nomor 3 tahun"


def test_of_two_that_overlap_the_longest_at_the_first_place_is_made() -> None:
    edited = Edited(TEXT, [(span("no."), "Nomor"), (span("no. 3"), "Nomor 3"), (span("3 tahun"), "x")])
    assert edited.text == "Perpres Nomor 3 tahun 2010 diteken di tahun 2010."


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, list[tuple[Span, str]], Span]:
    text = draw(st.text(max_size=40))
    ends = st.integers(0, len(text))
    spans = st.tuples(ends, ends).map(sorted).map(lambda pair: Span(*pair))
    made = draw(st.lists(st.tuples(spans.filter(lambda s: s.end > s.start), st.text(max_size=6)), max_size=5))
    return text, made, draw(spans)


@given(edits())
def test_places_stay_inside_the_new_text_and_untouched_words_stay_the_same(
    case: tuple[str, list[tuple[Span, str]], Span],
) -> None:
    text, made, place = case
    edited = Edited(text, made)
    new = edited.place(place)
    assert 0 <= new.start <= new.end <= len(edited.text)
    if not any(span.start <= place.end and place.start <= span.end for span, _words in made):
        assert edited.text[new.start : new.end] == text[place.start : place.end]
