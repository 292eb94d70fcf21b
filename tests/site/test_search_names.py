"""Who or what is found by the words of its names: just so, beginning so, having them all."""

import pytest

from articles.search.stems import words
from pressroom.site.searching.names import Names
from pressroom.site.searching.register import Known


def known(kind: str, key: str, name: str, other: str = "") -> Known:
    return Known(kind, key, key, name, "", other)


NAMES = Names(
    [
        known("organization", "bnpt", "Badan Nasional Penanggulangan Terorisme", "BNPT"),
        known("organization", "bssn", "Badan Siber dan Sandi Negara"),
        known("organization", "badan", "Badan"),
        known("person", "ratna", "Ratna Kusumadewi"),
        known("person", "ratna", "Ratna Kusumadewi", "Ratna Kusuma Dewi"),
        known("topic", "sandi", "Sandi"),
    ]
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("badan", ["badan", "bssn", "bnpt"]),
        ("sandi", ["sandi", "bssn"]),
        ("sandi badan", ["bssn"]),
        ("badan s", ["bssn"]),
        ("bnpt terorisme", ["bnpt"]),
        ("kusuma", ["ratna"]),
        ("badan zebra", []),
        ("zebra badan", []),
        ("adan", []),
    ],
)
def test_names_are_found_by_whole_words_and_an_unfinished_last_one(asked: str, found: list[str]) -> None:
    assert [row.key for row in NAMES.beginning(words(asked), 6)] == found


def test_no_more_are_found_than_are_asked_for() -> None:
    assert [row.key for row in NAMES.beginning(["badan"], 2)] == ["badan", "bssn"]
