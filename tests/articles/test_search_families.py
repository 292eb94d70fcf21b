"""The lists of exceptions: every line is well-formed, needed, and contradicts no other."""

from collections import Counter

import pytest

from articles.search.families import exceptions, read_families, snowball
from articles.search.stems import stems_of, stop_words, words

LANGUAGES = ["id", "en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_stands_in_two_families(language: str) -> None:
    families = read_families(language)
    counts = Counter(word for family, members in families.items() for word in [family, *members])

    assert [word for word, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lists_are_written_as_words_arrive(language: str) -> None:
    listed = [
        word for family, members in read_families(language).items() for word in [*family.split(), *members]
    ]

    assert [word for word in listed if words(word) != [word]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_an_abbreviation_stands_for_is_found_under_the_same_stems(language: str) -> None:
    parts = {part for family in read_families(language) for part in family.split()}

    assert [part for part in parts if stems_of(part, language) != (part,)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_listed_that_snowball_gets_right(language: str) -> None:
    listed = [(word, family) for family, members in read_families(language).items() for word in members]

    assert [word for word, family in listed if snowball(word, language) == family] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_without_words_repairs_or_guards_its_own_stem(language: str) -> None:
    families = read_families(language)
    stems = {
        word: snowball(word, language) for family, members in families.items() for word in [family, *members]
    }
    alone = [family for family, members in families.items() if not members]

    assert [
        family
        for family in alone
        if stems[family] == family and family not in {stem for word, stem in stems.items() if word != family}
    ] == []


def test_one_listed_word_speaks_for_the_forms_that_share_its_wrong_stem() -> None:
    assert "peninjauan" not in exceptions("id")
    assert stems_of("peninjauan", "id") == stems_of("meninjau", "id") == ("tinjau",)


def test_a_wrong_stem_that_two_families_claim_is_left_alone() -> None:
    assert snowball("mengatakan", "id") == snowball("menata", "id") == "ata"
    assert stems_of("ata", "id") == ("ata",)


def test_a_family_is_never_taken_for_a_wrong_stem() -> None:
    assert snowball("keluar", "id") == "luar"
    assert stems_of("luar", "id") == ("luar",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_stop_words_are_written_as_words_arrive(language: str) -> None:
    assert [word for word in stop_words(language) if words(word) != [word]] == []
