"""Which of the texts that answer a question come first: one reckoning, the same on every database.

In two steps, so that the commonest word costs little: all candidates by title, subject and age, and the best
of them again by what their text says.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from articles.search.marks import TITLE, mark
from articles.search.wanted import Group, Run, Wanted

READ_AGAIN = 60
HALF_LIFE = 24  # months
OFTEN = 5
OPENING = 240  # characters of stems

# What each sign is worth. A title says what a release is about; age decides between equals.
IN_TITLE, WHOLE_IN_TITLE, TOGETHER_IN_TITLE = 4.0, 2.0, 2.0
SPEAKS_OF, NEW = 1.5, 1.0
SAID_OFTEN, SAID_AT_ONCE, SAID_TOGETHER = 2.0, 1.0, 1.5


# A text's key, the day on which it was published ("2024-10-09"), and its marks, as the database gives them:
# there may be a thousand.
Candidate = tuple[int, str, str]
Scores = dict[int, float]


class Sought(NamedTuple):
    """What to look for in the marks of each candidate: per group in titles, subjects, all words in a row."""

    titled: list[list[str]]
    subjects: list[str]
    together: str


def by_marks(candidates: Iterable[Candidate], wanted: Wanted) -> Scores:
    """Points of every candidate for its title and its subjects, by key."""
    sought = sought_in_marks(wanted)
    return {pk: marked(f" {marks} ", sought) for pk, _day, marks in candidates}


def titled_wholly(scores: Scores) -> int:
    """How many of these scores `by_marks` are of titles that have everything: nothing else earns as much."""
    return sum(points >= IN_TITLE + WHOLE_IN_TITLE for points in scores.values())


def with_age(candidates: Iterable[Candidate], scores: Scores) -> Scores:
    """The scores of these with the points added that their age earns."""
    fresh = freshness({day[:7] for _pk, day, _marks in candidates})
    return {pk: fresh[day[:7]] + scores[pk] for pk, day, _marks in candidates}


def freshness(found: Collection[str]) -> dict[str, float]:
    """Points for each month ("2024-10"), most for the newest: reckoned among the answers, not from today."""
    newest = max(map(months, found), default=0)
    return {month: NEW * 0.5 ** ((newest - months(month)) / HALF_LIFE) for month in found}


def months(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:])


def sought_in_marks(wanted: Wanted) -> Sought:
    groups = worded(wanted)
    return Sought(
        titled=[
            [
                titled(run, group.prefix and not place)
                for place, run in enumerate(group.runs)
                if not is_mark(run)
            ]
            for group in groups
        ],
        subjects=[f" {run[0]} " for group in groups for run in group.runs if is_mark(run)],
        together=titled(typed(groups), bool(groups) and groups[-1].prefix),
    )


def marked(marks: str, sought: Sought) -> float:
    if not sought.titled:
        return 0.0
    named = 0
    for needles in sought.titled:
        for needle in needles:
            if needle in marks:
                named += 1
                break
    points = SPEAKS_OF if sought.subjects and any(subject in marks for subject in sought.subjects) else 0.0
    if not named:
        return points
    whole = named == len(sought.titled)
    together = whole and sought.together in marks
    return (
        points + IN_TITLE * named / len(sought.titled) + WHOLE_IN_TITLE * whole + TOGETHER_IN_TITLE * together
    )


def best(candidates: Sequence[Candidate], scores: Scores, limit: int) -> list[int]:
    """Keys of the best, equals by date and by the order in which they were written."""
    enough = sorted((scores[pk] for pk, _day, _marks in candidates), reverse=True)[:limit]
    ordered = sorted(
        ((scores[pk], day, pk) for pk, day, _marks in candidates if scores[pk] >= enough[-1]), reverse=True
    )
    return [pk for _points, _day, pk in ordered[:limit]]


def second_look(stems: Mapping[int, str], wanted: Wanted, scores: Scores) -> Scores:
    """The scores with the points added that the texts themselves earn."""
    groups = worded(wanted)
    if not groups:
        return scores
    together = f" {' '.join(typed(groups))} " if len(groups) > 1 else ""
    return scores | {
        pk: scores[pk] + text_points(f" {text} ", groups, together) for pk, text in stems.items()
    }


def text_points(stems: str, groups: Sequence[Group], together: str) -> float:
    often = sum(min(OFTEN, times(stems, group)) for group in groups) / (OFTEN * len(groups))
    opening = stems[:OPENING]
    at_once = sum(times(opening, group) > 0 for group in groups) / len(groups)
    joined = bool(together) and together in stems
    return SAID_OFTEN * often + SAID_AT_ONCE * at_once + SAID_TOGETHER * joined


def times(stems: str, group: Group) -> int:
    end = "" if group.prefix else " "
    return max(stems.count(f" {' '.join(run)}{end}") for run in group.runs if not is_mark(run))


def typed(groups: Sequence[Group]) -> Run:
    return tuple(token for group in groups for token in group.runs[0])


def worded(wanted: Wanted) -> list[Group]:
    """What was asked in words, not by facets."""
    return [group for group in wanted.groups if not is_mark(group.runs[0])]


def titled(run: Run, unfinished: bool) -> str:
    return f" {' '.join(mark(TITLE, stem) for stem in run)}{'' if unfinished else ' '}"


def is_mark(run: Run) -> bool:
    return ":" in run[0]
