"""The passage that a list of results shows of a text, with the matches told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.snippets import snippet
from articles.search.stems import search_terms, stem_text
from tests.articles.search_texts import ENGLISH, INDONESIAN

RELEASE = INDONESIAN["rusia"]


def matches(text: str, query: str, language: str = "id") -> list[str]:
    return [words for words, is_match in snippet(text, query, language) if is_match]


def passage(text: str, query: str, width: int = 200) -> str:
    return "".join(words for words, _ in snippet(text, query, "id", width))


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("menanggulangi", "Penanggulangan"),
        ("ratifikasi", "diratifikasi"),
        ("tanda tangan", "menandatangani"),
        ("Tolchen", "Tolchenov"),
        ("perpres", "peraturan"),
        ("duta besar", "Kedubes"),
        ("dipresentasikan mencegah", "mencegah"),
    ],
)
def test_words_are_marked_by_their_stems_in_their_own_form(query: str, marked: str) -> None:
    assert matches(RELEASE, query)[0] == marked


def test_every_match_in_the_passage_is_marked() -> None:
    assert matches("Teror, teroris, terorisme; antiteror dan teritorial.", "teror") == [
        "Teror",
        "teroris",
        "terorisme",
        "antiteror",
    ]


def test_english_words_are_marked_by_english_stems() -> None:
    assert matches(ENGLISH["russia"], "terrorists", "en") == ["terrorism"]


def test_accents_and_apostrophes_stay_in_the_marked_word() -> None:
    assert matches("Ma’ruf bertemu Cafe\u0301 Jokić", "maruf café jokic") == ["Ma’ruf", "Cafe\u0301", "Jokić"]


def test_a_passage_in_the_middle_has_an_ellipsis_on_both_sides() -> None:
    words = passage(RELEASE, "diratifikasi")

    assert words.startswith("… ")
    assert words.endswith(" …")
    assert "telah diratifikasi melalui peraturan presiden" in words


def test_a_text_that_fits_is_given_whole() -> None:
    assert snippet("Rapat pleno dibuka.", "pleno", "id") == [
        ("Rapat ", False),
        ("pleno", True),
        (" dibuka.", False),
    ]


def test_without_a_match_the_passage_is_the_beginning() -> None:
    found = snippet(RELEASE, "antariksa", "id", width=20)

    assert found == [("Kepala BNPT dan", False), (" …", False)]


@pytest.mark.parametrize("query", ["", "dan", "💥"])
def test_without_a_query_nothing_is_marked(query: str) -> None:
    assert matches(RELEASE, query) == []


def test_an_empty_text_has_no_passage() -> None:
    assert snippet("", "teror", "id") == []


TEXTS = st.text() | st.lists(st.sampled_from(["teror", "Teroris,", "rapat", "\n", "x" * 40, "aman"])).map(
    " ".join
)


@given(TEXTS, TEXTS, st.integers(1, 80))
def test_a_passage_is_a_piece_of_the_text_and_marks_only_answers(text: str, query: str, width: int) -> None:
    found = snippet(text, query, "id", width)
    words = passage(text, query, width).removeprefix("… ").removesuffix(" …") if found else ""
    terms = search_terms(query, "id")

    assert words in text
    assert all(piece for piece, _ in found)
    for marked in (piece for piece, is_match in found if is_match):
        assert any(term.fits(stem) for term in terms for stem in stem_text(marked, "id").split())


@given(TEXTS, st.integers(1, 80))
def test_a_passage_keeps_its_width_unless_one_word_is_longer(text: str, width: int) -> None:
    longest = max((len(word) for word in text.split()), default=0)

    assert len(passage(text, "teror", width)) <= max(width, longest) + len("…  …")
