"""Offices as printed, as the register names them, and in English."""

import pytest

from articles.intake import posts
from articles.intake.reader import Evidence, Reading, Span, lay_out
from articles.intake.reader.findings import Organization, Person, Regulation

NOWHERE = Evidence(Span(0, 0))
BNPT = Organization("Badan Nasional Penanggulangan Terorisme", "BNPT", (), NOWHERE)
HOME = Organization("Kementerian Dalam Negeri", "", (), NOWHERE)


def person(role: str, acting: str = "", former: bool = False) -> Person:
    return Person("Nama", "Nama", (), NOWHERE, role=role, acting=acting, former=former)


TITLES = [
    ("Kepala Badan Nasional Penanggulangan Terorisme (BNPT)", "Kepala BNPT"),
    ("Kepala Badan Nasional Penanggulangan Terorisme (BNPT) RI", "Kepala BNPT"),
    ("Plt. Kepala BNPT", "Kepala BNPT"),
    ("Pelaksana Tugas Kepala BNPT", "Kepala BNPT"),
    ("Wakil Menteri Luar Negeri (Wamenlu) RI", "Wakil Menteri Luar Negeri"),
    ("perwira penghubung", "Perwira penghubung"),
    ("", ""),
]


@pytest.mark.parametrize(("role", "title"), TITLES)
def test_the_register_names_an_office_without_brackets_and_acting_words(role: str, title: str) -> None:
    assert posts.title_of(person(role), BNPT) == title


def test_nobody_holds_a_former_office() -> None:
    assert posts.title_of(person("mantan Kepala BNPT", former=True), BNPT) == ""


KINDS = [
    (person("Plh. Kepala BNPT", acting="plh"), "plh"),
    (person("Kepala BNPT"), "substantive"),
    (person("Anggota Komisi I DPR"), "member"),
    (person("peneliti"), "member"),
    (person("Penelitian dan Pengembangan"), "substantive"),
]


@pytest.mark.parametrize(("who", "kind"), KINDS)
def test_what_many_are_at_a_time_is_membership(who: Person, kind: str) -> None:
    assert posts.kind_of(who) == kind


ENGLISH = [
    ("Kepala BNPT", "Head of BNPT"),
    ("Duta Besar Rusia untuk Indonesia", "Ambassador of Russia to Indonesia"),
    (
        "Duta Besar RI untuk Republik Korea",
        "Ambassador of the Republic of Indonesia to the Republic of Korea",
    ),
    ("Deputi Bidang Kerja Sama Internasional", "Deputy for International Cooperation"),
    ("Menteri Pertahanan", "Minister of Defence"),
    ("Kapolri", "Chief of the Indonesian National Police"),
    ("Presiden", "President"),
    ("Kepala Urusan Yang Tak Dikenal", ""),
    ("Jabatan Aneh", ""),
]


@pytest.mark.parametrize(("title", "english"), ENGLISH)
def test_english_only_where_every_word_is_known(title: str, english: str) -> None:
    assert posts.english_of(title) == english


ISSUERS = [
    ("Menteri Dalam Negeri", "Kementerian Dalam Negeri"),
    ("BNPT", "Badan Nasional Penanggulangan Terorisme"),
    ("Kapolri", ""),
    ("", ""),
]


@pytest.mark.parametrize(("issuer", "name"), ISSUERS)
def test_a_minister_issues_for_the_ministry(issuer: str, name: str) -> None:
    law = Regulation("Permen", "1", 2020, (Span(0, 1),), issuer=issuer)
    reading = Reading(lay_out("Judul"), organizations=(BNPT, HOME))
    assert posts.issuer_of(law, reading) == name
