"""An archive comes in: each text once, a bad file passed over, a run that was cut off goes on."""

from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from articles.intake import archive
from articles.intake.drafting import Refused, answers_by
from articles.intake.proposing import propose_for, propose_unchecked
from articles.intake.reference import Reference
from articles.models import Article
from entities.models import Appointment, Organization, Person, Post
from pressroom.core.dates import Span as Period
from tests.intake.readings import seed_reading

# Other processes read, this one writes: they see the same files and no database.
pytestmark = pytest.mark.django_db

TEXT = (
    "Judul siaran {}\nJakarta - Badan Pusat Statistik (BPS) menerbitkan data, Rabu (9/10/2024). Isi nomor {}."
)


@pytest.fixture
def folder(tmp_path: Path, reference: None) -> Path:
    for number in range(3):
        (tmp_path / f"2024-10-0{number + 1}-siaran.txt").write_text(TEXT.format(number, number))
    return tmp_path


def bring(folder: Path, author: User) -> list[archive.Outcome]:
    return list(archive.bring(archive.files(folder), None, author))


def test_every_text_becomes_a_draft(folder: Path, author: User) -> None:
    outcomes = bring(folder, author)
    assert [outcome.article.title for outcome in outcomes if outcome.article] == [
        f"Judul siaran {number}" for number in range(3)
    ]
    assert {article.revisions.get().author for article in Article.objects.all()} == {author}


def test_a_run_that_was_cut_off_goes_on_where_it_stopped(folder: Path, author: User) -> None:
    first = archive.bring(archive.files(folder), None, author)
    next(first)
    del first
    outcomes = bring(folder, author)
    assert [bool(outcome.article) for outcome in outcomes] == [False, True, True]
    assert Article.objects.count() == 3


def test_the_same_text_under_another_name_is_not_drafted_again(folder: Path, author: User) -> None:
    (folder / "salinan.txt").write_text(TEXT.format(0, 0).replace(" ", "  ") + "\r\n")
    assert sum(bool(outcome.article) for outcome in bring(folder, author)) == 3


def test_a_bad_file_is_told_and_passed_over(folder: Path, author: User) -> None:
    (folder / "0-rusak.docx").write_bytes(b"PK\x03\x04rusak")
    outcomes = bring(folder, author)
    assert outcomes[0].reason
    assert sum(bool(outcome.article) for outcome in outcomes) == 3


def test_other_kinds_of_files_are_left_alone(folder: Path) -> None:
    (folder / "foto.jpg").write_bytes(b"")
    assert {path.suffix for path in archive.files(folder)} == {".txt"}


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2024-10-09-bnpt.txt", date(2024, 10, 9)),
        ("siaran 2024-10-09.txt", date(2024, 10, 9)),
        ("2024-13-40.txt", None),
        ("siaran.txt", None),
    ],
)
def test_a_file_name_may_say_the_day(name: str, day: date | None) -> None:
    assert archive.day_in_name(Path(name)) == day


def test_what_the_register_refuses_is_left_to_the_editor_and_counted(reference: None, author: User) -> None:
    """Somebody else holds the office: the person is drafted without it."""
    body = Organization.objects.create(
        slug="bnpt", name="Badan Nasional Penanggulangan Terorisme", short="BNPT", kind="agency"
    )
    holder = Person.objects.create(slug="lain", name="Orang Lain", sort_name="Lain, Orang")
    appointment = Appointment(person=holder, post=Post.objects.create(organization=body, title="Kepala BNPT"))
    appointment.span = Period.seen_on(date(2024, 1, 1))
    appointment.save()
    article, left_out = archive.draft_certain(propose_unchecked(seed_reading(), Reference()), author)
    assert left_out == 1
    assert article.people.filter(name="Eddy Hartono").exists()
    assert Appointment.objects.get() == appointment


def test_a_release_without_a_title_is_refused_for_good(reference: None, author: User) -> None:
    from articles.intake.reader import read

    with pytest.raises(Refused):
        archive.draft_certain(propose_for(read("")), author)


def test_nothing_uncertain_is_accepted(reference: None) -> None:
    cards = propose_for(seed_reading())
    answers = answers_by(cards)
    accepted = {card.key for card in cards.cards if answers[f"{card.key}-verdict"] == "accept"}
    assert accepted == {card.key for card in cards.cards if card.certain and card.decidable}


def test_the_command_drafts_a_folder_and_sums_up(folder: Path, author: User) -> None:
    (folder / "rusak.docx").write_bytes(b"PK\x03\x04rusak")
    out, err = StringIO(), StringIO()
    call_command("intake", folder, commit=True, username="penulis", stdout=out, stderr=err)
    counted = dict(lines(out.getvalue()))
    assert (counted["berkas"], counted["menjadi draf"]) == ("4", "3")
    assert "rusak.docx" in err.getvalue()


def lines(table: str) -> Iterator[tuple[str, str]]:
    for line in table.splitlines():
        label, _blank, count = line.rstrip().rpartition(" ")
        yield label.strip(), count


def test_the_command_reads_a_folder_without_writing(folder: Path) -> None:
    out, err = StringIO(), StringIO()
    call_command("intake", folder, json=True, stdout=out, stderr=err)
    assert len(out.getvalue().splitlines()) == 3
    assert "3 dibaca, 0 tidak terbaca" in err.getvalue()
    assert not Article.objects.exists()


def test_the_command_shows_drafts_and_prints_one_file(folder: Path, author: User) -> None:
    path = folder / "2024-10-01-siaran.txt"
    shown, printed, drafted = StringIO(), StringIO(), StringIO()
    call_command("intake", path, stdout=shown)
    assert "✓ release" in shown.getvalue()
    call_command("intake", path, json=True, stdout=printed)
    assert '"title": "Judul siaran 0"' in printed.getvalue()
    call_command("intake", path, commit=True, username="penulis", stderr=drafted)
    assert Article.objects.get().title in drafted.getvalue()


REFUSED = [
    ({"path": "tidak-ada.txt"}, "tidak ada"),
    ({"path": ".", "commit": True}, "--as"),
    ({"path": ".", "commit": True, "username": "siapa"}, "--as"),
    ({"path": "kosong"}, "Tidak ada naskah"),
    ({"path": "rusak.docx"}, ""),
]


@pytest.mark.parametrize(("options", "reason"), REFUSED)
def test_the_command_says_what_is_wrong(folder: Path, options: dict, reason: str) -> None:
    (folder / "kosong").mkdir()
    (folder / "rusak.docx").write_bytes(b"PK\x03\x04rusak")
    with pytest.raises(CommandError, match=reason):
        call_command("intake", folder / options.pop("path"), **options)
