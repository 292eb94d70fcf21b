"""Scores over releases may only rise: whoever improves a reader raises the floors to what it reaches."""

import json
from functools import cache
from pathlib import Path

import pytest

from articles.intake.exchange import as_json
from articles.intake.reader import read
from articles.intake.scoring import Score
from articles.management.commands.score_intake import day, pairs

OURS = Path(__file__).parents[1] / "corpus"
GIVEN = Path(__file__).parents[4] / "shared" / "corpus"

# F1 per field: of our releases, and of the given ones.
FLOORS = {
    "title": (1.000, 1.000),
    "dateline_city": (1.000, 1.000),
    "event_date": (1.000, 1.000),
    "people": (0.979, 0.993),
    "role": (0.986, 1.000),
    "org": (0.864, 0.992),
    "organisations": (0.942, 1.000),
    "countries": (1.000, 1.000),
    "agreements": (0.933, 1.000),
    "regulations": (0.993, 1.000),
    "quotes": (1.000, 1.000),
    "speaker": (0.979, 1.000),
    "planned_events": (0.949, 1.000),
    "all": (0.967, 0.998),
}
VERBATIM = {
    "people": ("name", "full", "role"),
    "quotes": ("text", "verb"),
    "agreements": ("text", "ratified_by"),
    "organisations": ("name", "acronym"),
}


@cache
def score(folder: Path) -> Score:
    reached = Score()
    for path in pairs([folder]):
        annotated = json.loads(path.read_text("utf-8"))
        reading = read(path.with_suffix(".txt").read_text("utf-8"), day(annotated["published"]))
        reached.compare(path.stem, as_json(reading), annotated)
    return reached


@pytest.mark.parametrize("field", FLOORS)
def test_our_releases_are_read_as_well_as_before(field: str) -> None:
    assert score(OURS).tallies[field].f1 >= FLOORS[field][0]


@pytest.mark.parametrize("field", FLOORS)
@pytest.mark.skipif(not GIVEN.is_dir(), reason="there is no shared corpus beside the project")
def test_the_given_releases_are_read_as_well_as_before(field: str) -> None:
    assert score(GIVEN).tallies[field].f1 >= FLOORS[field][1]


def test_every_scored_field_has_a_floor() -> None:
    assert set(score(OURS).tallies) == set(FLOORS)


@pytest.mark.parametrize("path", pairs([OURS]), ids=lambda path: path.stem)
def test_annotations_stand_in_their_text(path: Path) -> None:
    text = " ".join(path.with_suffix(".txt").read_text("utf-8").split())
    annotated = json.loads(path.read_text("utf-8"))
    for field, keys in VERBATIM.items():
        printed = [entry[key] for entry in annotated[field] for key in keys if entry[key]]
        assert [words for words in printed if words not in text] == []
