"""Words nearly spelled right."""

import pytest

from articles.search.spelling import distance, nearest

KNOWN = {"terorisme": 90, "teror": 40, "rusia": 12, "rasia": 1, "perdamaian": 7, "latihan": 5, "latihen": 1}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *(
            ("teorisme", "terorisme"),
            ("terorsime", "terorisme"),
            ("rusai", "rusia"),
            ("perdamian", "perdamaian"),
        ),
        *(("latihn", "latihan"), ("rsuia", "rusia"), ("xyzxyz", None), ("te", None), ("pemerintah", None)),
    ],
)
def test_the_nearest_word_is_meant_of_equals_the_commonest(written: str, meant: str | None) -> None:
    assert nearest(written, KNOWN) == meant


def test_neighbours_that_changed_places_are_one_slip() -> None:
    assert distance("terorsime", "terorisme", 2) == 1
    assert distance("abcdef", "ghijkl", 2) == 3
