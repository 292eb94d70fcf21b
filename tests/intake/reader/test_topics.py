"""Topics of the vocabulary that a text speaks of, in whatever form of their words."""

import csv
from pathlib import Path

import pytest

from articles.intake.reader import lay_out
from articles.intake.reader.findings import Term
from articles.intake.reader.topics import find_topics

SOURCE = Path(__file__).parents[3] / "fixtures" / "source"


def vocabulary() -> list[Term]:
    with (SOURCE / "topics.csv").open() as rows:
        return [Term(row["name"], (row["name"], row["name_en"])) for row in csv.DictReader(rows)]


def topics(body: str, title: str = "Judul siaran pers") -> set[str]:
    return {topic.key for topic in find_topics(lay_out(f"{title}\n{body}"), vocabulary())}


SPOKEN = [
    ("Upaya mencegah radikalisme terus dilakukan.", "Pencegahan radikalisme"),
    ("Keduanya membahas pendanaan terorisme.", "Pendanaan terorisme"),
    ("Pelaku mendanai terorisme lewat aset kripto.", "Pendanaan terorisme"),
    ("Indonesia menanggulangi terorisme.", "Penanggulangan terorisme"),
    ("Negara melindungi korban terorisme.", "Pelindungan korban terorisme"),
    ("Program deradikalisasi berjalan.", "Deradikalisasi"),
    ("Mereka bertukar informasi.", "Pertukaran informasi"),
    ("Itulah kerja sama Indonesia-Rusia yang lama.", "Kerja sama bilateral Indonesia–Rusia"),
    ("Individu yang terpapar paham ekstremis didampingi.", "Penanganan individu terpapar ekstremisme"),
    ("Mereka menyalahgunakan media sosial untuk tujuan teroris.", "Media sosial untuk tujuan teroris"),
    ("Rapat itu membahas kerja sama ASEAN.", "Kerja sama ASEAN"),
    ("Sidang Perserikatan Bangsa-Bangsa dimulai.", "Perserikatan Bangsa-Bangsa"),
    ("The talks covered international security.", "Keamanan internasional"),
]


@pytest.mark.parametrize(("body", "topic"), SPOKEN)
def test_a_topic_is_found_in_other_forms_of_its_words(body, topic):
    assert topic in topics(body)


SILENT = [
    ("Itulah kerja sama bilateral Indonesia dan Malaysia.", "Kerja sama bilateral Indonesia–Rusia"),
    (
        "Rusia hadir. Itulah kerja sama bilateral Indonesia dan Malaysia.",
        "Kerja sama bilateral Indonesia–Rusia",
    ),
    ("Kerja sama lama untuk membahas pertumbuhan dan keamanan internasional.", "Kerja sama internasional"),
    ("Direktur Deradikalisasi hadir.", "Deradikalisasi"),
    ("Kepala Badan Nasional Penanggulangan Terorisme hadir.", "Penanggulangan terorisme"),
    ("Ia membahas pendanaan. Terorisme tidak disebut.", "Pendanaan terorisme"),
    ("Keamanan di dalam dan di luar gedung nasional dijaga.", "Keamanan nasional"),
]


@pytest.mark.parametrize(("body", "topic"), SILENT)
def test_names_and_scattered_words_are_no_topic(body, topic):
    assert topic not in topics(body)


def test_the_title_may_be_in_capitals():
    assert "Pendanaan terorisme" in topics("Rapat selesai.", "PPATK Bahas Pendanaan Terorisme")


def test_the_mention_holds_the_words():
    document = lay_out("Judul\nUpaya mencegah paham radikalisme di sekolah.")
    (topic,) = find_topics(document, [Term("a", ("Cegah paham radikalisme",))])
    assert [span.of(document.text) for span in topic.mentions] == ["mencegah paham radikalisme"]


def test_the_first_release_speaks_of_its_eight_topics():
    (release,) = SOURCE.glob("*.txt")
    title, _, body = release.read_text().partition("\n")
    assert topics(body, title) == {
        "Keamanan internasional",
        "Penanggulangan terorisme",
        "Pencegahan radikalisme",
        "Pendanaan terorisme",
        "Media sosial untuk tujuan teroris",
        "Penanganan individu terpapar ekstremisme",
        "Pertukaran informasi",
        "Kerja sama bilateral Indonesia–Rusia",
    }


def test_without_vocabulary_there_are_no_topics():
    assert find_topics(lay_out("Judul\nTerorisme."), ()) == ()
