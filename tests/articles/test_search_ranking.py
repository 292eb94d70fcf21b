"""What comes first among answers, from marks and stems alone."""

from articles.search.queries import Name, wanted_of
from articles.search.ranking import Candidate, best, first_look, second_look

OLD, NEW = "2015-01-01", "2024-01-01"


def order(query: str, *candidates: Candidate, stems: dict[int, str] | None = None) -> list[int]:
    wanted = wanted_of(query, "id", [Name(("Rusia",), "country:ru")])
    scores = second_look(stems or {}, wanted, first_look(candidates, wanted))
    return best(candidates, scores, 10)


def test_a_title_says_more_than_a_date_and_a_date_decides_between_equals() -> None:
    titled, newer = Candidate(1, OLD, "title:latih kind:speech"), Candidate(2, NEW, "title:lain kind:speech")
    assert order("latihan", newer, titled) == [1, 2]
    assert order("latihan", newer, Candidate(3, OLD, "title:lain")) == [2, 3]


def test_a_subject_counts_as_much_as_its_name_is_asked_for() -> None:
    spoken_of, other = Candidate(1, OLD, "kind:speech country:ru"), Candidate(2, OLD, "kind:speech")
    assert order("rusia", other, spoken_of) == [1, 2]


def test_words_that_stand_together_at_the_beginning_and_often_come_first() -> None:
    one, other = Candidate(1, OLD, ""), Candidate(2, OLD, "")
    stems = {1: "jaksa dan x y z latih", 2: "latih jaksa latih jaksa"}
    assert order("pelatihan jaksa", one, other, stems=stems) == [2, 1]
