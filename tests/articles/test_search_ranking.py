"""What comes first among answers, from marks and stems alone."""

from articles.search.queries import Name, wanted_of
from articles.search.ranking import Candidate, best, by_marks, second_look, titled_wholly, with_age
from articles.search.wanted import Wanted

OLD, NEW = "2015-01-01", "2024-01-01"


def asked(query: str) -> Wanted:
    return wanted_of(query, "id", [Name(("Rusia",), "country:ru")])


def order(query: str, *candidates: Candidate, stems: dict[int, str] | None = None) -> list[int]:
    scores = with_age(candidates, by_marks(candidates, asked(query)))
    return best(candidates, second_look(stems or {}, asked(query), scores), 10)


def test_a_title_says_more_than_a_date_and_a_date_decides_between_equals() -> None:
    titled, newer = (1, OLD, "title:latih kind:speech"), (2, NEW, "title:lain kind:speech")
    assert order("latihan", newer, titled) == [1, 2]
    assert order("latihan", newer, (3, OLD, "title:lain")) == [2, 3]


def test_a_subject_counts_as_much_as_its_name_is_asked_for() -> None:
    spoken_of, other = (1, OLD, "kind:speech country:ru"), (2, OLD, "kind:speech")
    assert order("rusia", other, spoken_of) == [1, 2]


def test_words_that_stand_together_at_the_beginning_and_often_come_first() -> None:
    one, other = (1, OLD, ""), (2, OLD, "")
    stems = {1: "jaksa dan x y z latih", 2: "latih jaksa latih jaksa"}
    assert order("pelatihan jaksa", one, other, stems=stems) == [2, 1]


def test_titles_that_have_every_word_are_told_by_their_points() -> None:
    nearly = (1, NEW, "title:latih title:jaksa kind:speech country:ru")
    apart = (2, OLD, "title:rusia title:dan title:latih title:oleh title:jaksa kind:speech")
    assert titled_wholly(by_marks([nearly, apart], asked("pelatihan jaksa rusia"))) == 1
