"""How hits, misses and spurious entries are counted."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from articles.intake.scoring import Score, match, overlap

EMPTY: dict[str, Any] = {
    **dict.fromkeys(("title", "dateline_city", "event_date")),
    **{
        name: []
        for name in (
            *("people", "organisations", "countries", "agreements"),
            *("regulations", "quotes", "planned_events"),
        )
    },
}
PERSON = {"name": "Eddy Hartono", "role": "Kepala BNPT", "org": "BNPT"}
MOU = {"text": "MoU tentang pertukaran data", "kind": "mou", "year": 2007}
LAW = {"kind": "UU", "number": "5", "year": 2018}
QUOTE = {"text": "Kami siap bekerja sama demi keamanan", "speaker": "Eddy Hartono"}

CASES = [
    # field, what was read, what is annotated, hits, spurious, missed
    ("title", "Judul", "judul", 1, 0, 0),
    ("title", "Judul", "Lain", 0, 1, 1),
    ("event_date", None, "2024-10-09", 0, 0, 1),
    ("event_date", None, None, 0, 0, 0),
    ("people", [PERSON], [PERSON], 1, 0, 0),
    ("people", [PERSON | {"name": "Edy Hartono"}], [PERSON], 0, 1, 1),
    ("role", [PERSON | {"role": "Kepala"}], [PERSON], 0, 1, 1),
    ("role", [PERSON | {"role": None}], [PERSON], 0, 0, 1),
    ("role", [PERSON], [PERSON | {"role": None}], 0, 1, 0),
    ("org", [PERSON], [PERSON], 1, 0, 0),
    (
        "organisations",
        [{"name": "BNPT", "acronym": "BNPT"}],
        [{"name": "Badan X", "acronym": "BNPT"}],
        1,
        0,
        0,
    ),
    ("organisations", [{"name": "BNN", "acronym": None}], [{"name": "BNPT", "acronym": None}], 0, 1, 1),
    ("countries", ["ID", "RU"], ["ID"], 1, 1, 0),
    ("agreements", [MOU | {"text": "MoU pertukaran data"}], [MOU], 1, 0, 0),
    ("agreements", [MOU | {"year": 2008}], [MOU], 0, 1, 1),
    ("agreements", [MOU | {"text": "MoU"}], [MOU], 0, 1, 1),
    ("regulations", [LAW], [LAW], 1, 0, 0),
    ("regulations", [LAW | {"number": "6"}], [LAW], 0, 1, 1),
    ("quotes", [QUOTE | {"text": QUOTE["text"] + "."}], [QUOTE], 1, 0, 0),
    ("quotes", [QUOTE | {"text": "Kami siap"}], [QUOTE], 0, 1, 1),
    ("speaker", [QUOTE | {"speaker": "Lain"}], [QUOTE], 0, 1, 1),
    ("planned_events", ["rapat lanjutan | Rabu (27/11)"], ["Rapat lanjutan | Rabu (27/11) siang"], 1, 0, 0),
    ("planned_events", ["rapat"], ["kunjungan balasan ke Den Haag"], 0, 1, 1),
]
FIELD = {"role": "people", "org": "people", "speaker": "quotes"}


@pytest.mark.parametrize(("name", "read", "annotated", "hits", "spurious", "missed"), CASES)
def test_each_field_counts_by_its_rule(
    name: str, read: Any, annotated: Any, hits: int, spurious: int, missed: int
) -> None:
    field = FIELD.get(name, name)
    score = Score()
    score.compare("001", EMPTY | {field: read}, EMPTY | {field: annotated})
    tally = score.tallies.get(name)
    found = (tally.hits, len(tally.spurious), len(tally.missed)) if tally else (0, 0, 0)
    assert found == (hits, spurious, missed)


def test_precision_recall_and_f1() -> None:
    score = Score()
    score.compare("001", EMPTY | {"countries": ["ID", "RU", "XX"]}, EMPTY | {"countries": ["ID"]})
    tally = score.tallies["countries"]
    assert (tally.precision, tally.recall, tally.f1) == (1 / 3, 1.0, 0.5)


def test_nothing_to_find_and_nothing_found_is_perfect() -> None:
    score = Score()
    score.compare("001", EMPTY, EMPTY)
    assert score.tallies["countries"].f1 == 1.0


def test_an_entry_pairs_once() -> None:
    pairs, spurious, missed = match(["a", "a"], ["a"], lambda one, other: one == other)
    assert (pairs, spurious, missed) == ([("a", "a")], ["a"], [])


def test_overlap_counts_words_once_and_ignores_their_marks() -> None:
    assert overlap("rapat, rapat | Mei", "Rapat Mei") == 1.0
    assert overlap("", "") == 1.0
    assert overlap("rapat", "") == 0.0


def test_the_command_reports_every_field_and_lists_each_miss(tmp_path: Path) -> None:
    (tmp_path / "001.txt").write_text("Judul siaran\nJakarta - Isi siaran.")
    annotated = EMPTY | {"published": None, "title": "Judul lain"}
    (tmp_path / "001.json").write_text(json.dumps(annotated))
    (tmp_path / "002.json").write_text("{}")  # no text beside it
    out = StringIO()
    call_command("score_intake", tmp_path, errors=True, stdout=out)
    assert "- title 001: Judul lain" in out.getvalue()
    assert "+ title 001: Judul siaran" in out.getvalue()


def test_a_folder_without_pairs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Tidak ada pasangan"):
        call_command("score_intake", tmp_path)
