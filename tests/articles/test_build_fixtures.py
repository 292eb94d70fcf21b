"""Building the fixtures: the same bytes each time, and a clear refusal where text and decisions disagree."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from articles.models import Article
from articles.seed.build import FIXTURES, build
from entities.models import Country
from tests.articles.conftest import SOURCE

pytestmark = pytest.mark.django_db
DECISIONS = "2024-10-09-bnpt-kedubes-rusia.toml"


def test_a_rebuild_gives_the_committed_bytes() -> None:
    folder = Path(settings.BASE_DIR) / "fixtures"
    assert build(SOURCE) == {f"{name}.json": (folder / f"{name}.json").read_text() for name in FIXTURES}


def test_building_leaves_the_database_alone() -> None:
    build(SOURCE)
    assert not Country.objects.exists()


def test_the_command_writes_the_files(tmp_path: Path) -> None:
    call_command("build_fixtures", output=tmp_path, verbosity=0)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"{name}.json" for name in FIXTURES)


def test_fixtures_are_loaded_once_and_change_nothing_after_that(seed: Article) -> None:
    Article.objects.update(lead="Diubah penyunting.")
    call_command("load_fixtures", verbosity=0)
    assert Article.objects.get().lead == "Diubah penyunting."


P7B = "Kegiatan ini juga direncanakan untuk dilaksanakan pada awal tahun 2025."
SPOILED = [
    # what is replaced, by what, what the refusal must say, and what stands in the line that it names
    ("Kegiatan ini juga", "Kegiatan itu juga", "tidak ada dalam teks siaran", "P7b = "),
    (
        "[[quote]]\ntext_en",
        "[[petikan]]\ntext_en",
        "menemukan 5 kutipan, sedangkan di sini ada 4",
        "[[quote]]",
    ),
    ('text_en = "An expert', 'text_en = "One expert', "tidak ada dalam terjemahan", 'text_en = "One'),
    (P7B, "bersinergi dalam pencegahan", "ada di paragraf 6, bukan 7", "P7b = "),
    ('P5 = "Sementara itu, Duta', 'P5 = "bersama Duta', "tidak ada dalam teks siaran", "P5 = "),
    ('P4b = "MoU ini', 'P3b = "MoU ini', "kalimat “P4b” tidak ada dalam daftar", 'sentence = "P4b"'),
    ('sentence = "P7b"', 'sentence = "P9"', "kalimat “P9” tidak ada dalam daftar", 'sentence = "P9"'),
    ('name = "Sergei', 'name = "Ivan', "tokoh “Sergei Tolchenov” tidak dikenal", "Sergei Tolchenov"),
    ('{ person = "eddy', '{ person = "edy', "tokoh “edy-hartono” tidak dikenal", '{ person = "edy'),
    ('code = "sik"', 'code = "s-i-k"', "gelar dan pangkat “s-i-k” tidak dikenal", 'code = "s-i-k"'),
    ('"Perpres No. 3', '"Perpres No. 4', "peraturan “Perpres No. 4 Tahun 2010” tidak dikenal", "No. 4"),
    ('country = "RU", cap', 'country = "XX", cap', "negara “XX” tidak dikenal", 'country = "XX"'),
    ('    "Pertukaran informasi"', '    "Pertukaran data"', "topik “Pertukaran data” tidak dikenal", "data"),
]


def line_named_by(message: str, path: Path) -> str:
    named = re.search(r"baris (\d+)", message)
    assert named, message
    return path.read_text().splitlines()[int(named[1]) - 1]


@pytest.mark.parametrize(("right", "wrong", "reason", "telling"), SPOILED)
def test_a_decision_that_the_text_does_not_bear_out_stops_the_build(
    source_copy: Path, right: str, wrong: str, reason: str, telling: str
) -> None:
    path = source_copy / DECISIONS
    before = path.read_text()
    assert right in before
    path.write_text(before.replace(right, wrong, 1))
    with pytest.raises(CommandError) as stopped:
        call_command("build_fixtures", source=source_copy, output=source_copy, verbosity=0)
    assert reason in str(stopped.value)
    assert telling in line_named_by(str(stopped.value), path)
    assert not (source_copy / "articles.json").exists()


def test_malformed_decisions_are_refused_with_the_line(source_copy: Path) -> None:
    path = source_copy / DECISIONS
    path.write_text("[release\n" + path.read_text())
    with pytest.raises(CommandError, match="line 1"):
        call_command("build_fixtures", source=source_copy, output=source_copy, verbosity=0)
