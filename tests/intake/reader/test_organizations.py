"""Bodies found in sentences: where their names end, which acronym is theirs, and what is no body."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from articles.intake.reader.findings import Organization
from articles.intake.reader.layout.layout import lay_out
from articles.intake.reader.organizations.organizations import find_organizations

CASES = Path(__file__).with_name("organization_cases.txt")


def found(text: str, title: str = "Siaran pers hari ini") -> tuple[Organization, ...]:
    return find_organizations(lay_out(f"{title}\n{text}"))


def shown(organizations: tuple[Organization, ...]) -> set[str]:
    return {f"{body.name} = {body.acronym}".removesuffix(" = ") for body in organizations}


def cases() -> list[tuple[str, str]]:
    lines = (line for line in CASES.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return [tuple(part.strip() for part in line.split("|")) for line in lines]


@pytest.mark.parametrize(("sentence", "wanted"), cases())
def test_the_bodies_of_a_sentence(sentence, wanted):
    assert shown(found(sentence)) == {body.strip() for body in wanted.split(";")} - {""}


def test_all_mentions_by_name_acronym_and_short_form_are_one_body():
    text = "Kejati Sumut siap\nKejaksaan Tinggi Sumatera Utara (Kejati Sumut) menahan. Kejati Sumut siap."
    document = lay_out(text)
    (body,) = find_organizations(document)
    assert [span.of(text) for span in body.mentions] == [
        "Kejati Sumut",
        "Kejaksaan Tinggi Sumatera Utara",
        "Kejati Sumut",
        "Kejati Sumut",
    ]


def test_bodies_come_in_the_order_of_their_first_mention():
    names = [body.name for body in found("KPK memanggil Pertamina. Kementerian Keuangan menunggu KPK.")]
    assert names == ["KPK", "Pertamina", "Kementerian Keuangan"]


@pytest.mark.parametrize(
    ("title", "text", "wanted"),
    [
        ("Kedubes Rusia Rencanakan Pertemuan", "Kedubes Rusia mengundang.", {"Kedubes Rusia"}),
        ("Koperasi Resmikan Pabrik Kopi Rakyat", "Sebuah koperasi meresmikan pabrik.", set()),
        ("Menhan Lapor ke DPR", "Rapat dengan Komisi I DPR ditunda.", {"Komisi I DPR"}),
        ("DPR Rapat", "Ketua DPR hadir. Komisi I DPR pulang.", {"DPR = DPR", "Komisi I DPR"}),
        ("POLRI DAN BNPT SEPAKAT", "Polri dan BNPT sepakat.", {"Polri = Polri", "BNPT = BNPT"}),
        ("Yayasan Bina Insan Gelar Bazar", "Ketua Yayasan Bina Insan hadir.", {"Yayasan Bina Insan"}),
    ],
)
def test_a_headline_names_no_more_than_the_text(title, text, wanted):
    assert shown(found(text, title)) == wanted


def test_the_outlet_of_a_dateline_and_a_credit_at_the_end_are_no_bodies():
    assert not shown(found("Jakarta, Kominfo - Warga berkumpul di alun-alun. (BPMI Setpres)"))


@pytest.mark.parametrize(
    "piece", ["(", "BNPT (", "Badan ", "Badan Dan, dan ", "A (B) ", "PT ", "of the ", "“'", "\x00\u202e "]
)
def test_any_text_is_read_in_time_linear_in_its_length(piece):
    short, long = (lay_out("Judul\n" + piece * (size // len(piece))) for size in (10_000, 100_000))
    took = [_seconds(document) for document in (short, long)]
    assert took[1] < 30 * took[0] + 0.5


def _seconds(document) -> float:
    start = time.process_time()
    for body in find_organizations(document):
        assert all(0 <= span.start < span.end <= len(document.text) for span in body.mentions)
    return time.process_time() - start
