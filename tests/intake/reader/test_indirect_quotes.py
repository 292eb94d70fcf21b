"""Indirect speech: the reported clause word for word, its verb, and who said it."""

from __future__ import annotations

import pytest

from articles.intake.reader.findings import Evidence, Person, Span
from articles.intake.reader.layout.layout import lay_out
from articles.intake.reader.quotes.quotes import find_quotes

from .known_people import people_of

TITLE = "Judul Siaran\n"
BEFORE = "Andi Wijaya tiba bersama Budi Santoso.\n"


def reported(sentence: str, before: str = BEFORE) -> list[tuple[str, str, str, str]]:
    document = lay_out(TITLE + before + sentence)
    found = [quote for quote in find_quotes(document, people_of(document)) if not quote.direct]
    return [(quote.attribution, quote.verb, quote.text, quote.speaker) for quote in found]


A, B = "Andi Wijaya", "Budi Santoso"
CASES = {
    "Budi menjelaskan bahwa jalan itu rusak berat.": ("Budi", "menjelaskan", "jalan itu rusak berat.", B),
    "Budi turut menjelaskan bahwa sebelumnya, jalan rusak.": (
        "Budi",
        "turut menjelaskan",
        "sebelumnya, jalan rusak.",
        B,
    ),
    "Budi juga menambahkan, jalan itu rusak berat.": ("Budi", "menambahkan", "jalan itu rusak berat.", B),
    "Wakil Gubernur Jambi Budi Santoso mengatakan di dalam rapat, pihaknya siap.": (
        "Wakil Gubernur Jambi Budi Santoso",
        "mengatakan",
        "di dalam rapat, pihaknya siap.",
        B,
    ),
    "Sementara itu, Budi Santoso, S.H., mengatakan jalan itu rusak.": (
        "Budi Santoso, S.H.",
        "mengatakan",
        "jalan itu rusak.",
        B,
    ),
    "Ia menilai jalan itu rusak berat.": ("Ia", "menilai", "jalan itu rusak berat.", A),
    "Dia berharap warga bersabar dulu.": ("Dia", "berharap", "warga bersabar dulu.", A),
    "Budi menyebut jalan itu rusak berat.": ("Budi", "menyebut", "jalan itu rusak berat.", B),
    "Budi meminta agar warga bersabar dulu.": ("Budi", "meminta", "agar warga bersabar dulu.", B),
    "Budi menyampaikan kepada warga bahwa jalan itu rusak.": (
        "Budi",
        "menyampaikan",
        "jalan itu rusak.",
        B,
    ),
    "Andi Wijaya melalui Budi Santoso menyampaikan bahwa jalan itu rusak.": (
        "Budi Santoso",
        "menyampaikan",
        "jalan itu rusak.",
        B,
    ),
    "Budi Santoso, yang juga memimpin rapat, mengatakan jalan itu rusak.": (
        "Budi Santoso",
        "mengatakan",
        "jalan itu rusak.",
        B,
    ),
    "Menurut Budi, jalan itu rusak berat.": ("Budi", "Menurut", "jalan itu rusak berat.", B),
    "Menurutnya, jalan itu rusak berat.": ("", "Menurutnya", "jalan itu rusak berat.", A),
    "Menurut dia, jalan itu rusak berat.": ("dia", "Menurut", "jalan itu rusak berat.", A),
    "Namun, kata Budi, jalan itu rusak berat.": ("Budi", "kata", "jalan itu rusak berat.", B),
    "Karena itu, kata dia, warga perlu bersabar.": ("dia", "kata", "warga perlu bersabar.", A),
    "Jalan itu rusak berat, kata Budi.": ("Budi", "kata", "Jalan itu rusak berat", B),
    "Jalan itu rusak berat, ujarnya.": ("", "ujarnya", "Jalan itu rusak berat", A),
    "Jalan itu, ujar dia, rusak berat.": ("dia", "ujar", "Jalan itu, ujar dia, rusak berat.", A),
}


@pytest.mark.parametrize("sentence", CASES)
def test_what_is_reported(sentence: str) -> None:
    assert reported(sentence) == [CASES[sentence]]


NOTHING = [
    "Budi menjelaskan latar belakang perbaikan jalan.",
    "Budi menyampaikan terima kasih kepada warga.",
    "Budi mengatakan hal itu kepada wartawan.",
    "Budi menyambut baik rencana itu.",
    "Menurut undang-undang, jalan itu milik provinsi.",
    "Jalan itu rusak berat.",
    'Budi menegaskan, "Jalan itu rusak berat."',
    '"Jalan itu rusak berat," kata Budi.',
    "Kegiatan itu menilai lima puluh peserta.",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_reports_nothing(sentence: str) -> None:
    assert reported(sentence) == []


SEED = """Kepala BNPT dan Kedubes Rusia Rencanakan Expert Meeting
Jakarta - Kepala Badan Nasional Penanggulangan Terorisme (BNPT) Komjen. Pol. Eddy Hartono, S.I.K., M.H.,
bersama Duta Besar Rusia untuk Indonesia Sergei Tolchenov berencana mengadakan expert meeting.

"Ada agenda expert meeting," jelas Kepala BNPT pada Kegiatan Courtesy Call dengan Duta Besar Rusia.

Eddy turut menjelaskan bahwa sebelumnya, Pemerintah Indonesia dan Rusia telah menandatangani MoU pada 2007.

"MoU ini selanjutnya telah diratifikasi melalui peraturan presiden no. 3 tahun 2010," tambahnya.

Sementara itu, Duta Besar Rusia untuk Indonesia Sergei Tolchenov mengatakan di dalam expert meeting, pihaknya
berencana membahas strategi.

"Kami sangat ingin tau bagaimana Indonesia menanggulangi terorisme," ucapnya.
"""


def test_the_seed_has_its_five_quotes_with_their_speakers() -> None:
    document = lay_out(SEED)
    eddy, sergei = document.flat.find("Eddy Hartono"), document.flat.find("Sergei Tolchenov")
    short, again = document.flat.find("Eddy turut"), document.flat.rfind("Sergei Tolchenov")
    people = (
        Person(
            "Eddy Hartono",
            "Komjen. Pol. Eddy Hartono, S.I.K., M.H.",
            (Span(eddy, eddy + 12), Span(short, short + 4)),
            Evidence(Span(eddy, eddy + 12)),
            role="Kepala Badan Nasional Penanggulangan Terorisme (BNPT)",
        ),
        Person(
            "Sergei Tolchenov",
            "Sergei Tolchenov",
            (Span(sergei, sergei + 16), Span(again, again + 16)),
            Evidence(Span(sergei, sergei + 16)),
            role="Duta Besar Rusia untuk Indonesia",
        ),
    )
    read = [
        (quote.direct, quote.attribution, quote.verb, quote.speaker)
        for quote in find_quotes(document, people)
    ]
    assert read == [
        (True, "Kepala BNPT", "jelas", "Eddy Hartono"),
        (False, "Eddy", "turut menjelaskan", "Eddy Hartono"),
        (True, "", "tambahnya", "Eddy Hartono"),
        (False, "Duta Besar Rusia untuk Indonesia Sergei Tolchenov", "mengatakan", "Sergei Tolchenov"),
        (True, "", "ucapnya", "Sergei Tolchenov"),
    ]
