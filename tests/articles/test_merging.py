"""Which side of two edits is taken without asking, and when somebody has to choose."""

import pytest

from articles.merging import Difference, Side, chosen, differences

# base, mine, theirs, the side that is taken; absent rows are None
CASES = {
    "only I changed": ("a", "b", "a", Side.MINE),
    "only they changed": ("a", "a", "b", Side.THEIRS),
    "both changed": ("a", "b", "c", None),
    "I added": (None, "b", None, Side.MINE),
    "they added": (None, None, "b", Side.THEIRS),
    "I deleted": ("a", None, "a", Side.MINE),
    "they deleted": ("a", "a", None, Side.THEIRS),
    "I deleted what they changed": ("a", None, "b", None),
    "they deleted what I changed": ("a", "b", None, None),
}


@pytest.mark.parametrize("case", CASES)
def test_the_side_that_is_taken(case: str) -> None:
    base, mine, theirs, side = CASES[case]
    parts = [{} if value is None else {"x": value} for value in (base, mine, theirs)]
    [found] = differences(*parts)
    assert found.settled == side


@pytest.mark.parametrize("value", ["a", "b", None])
def test_two_sides_that_agree_differ_in_nothing(value: str | None) -> None:
    assert differences({"x": "a"}, {"x": value}, {"x": value}) == []


def test_without_a_beginning_nothing_is_settled() -> None:
    assert [d.settled for d in differences(None, {"x": "a", "y": "b"}, {"x": "b"})] == [None, None]


def test_a_choice_wins_over_what_is_settled_and_nonsense_does_not() -> None:
    found = [Difference("x", "a", "b", "a"), Difference("y", "a", "b", "a"), Difference("z", "a", "b", "c")]
    sides = chosen(found, {"x": "theirs", "y": "everybody's", "z": ""})
    assert sides == {"x": Side.THEIRS, "y": Side.MINE, "z": None}
