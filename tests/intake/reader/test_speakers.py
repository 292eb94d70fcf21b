"""Who speaks: by name, short name, office, -nya, ia, dia, or by the context alone."""

from __future__ import annotations

import pytest

from articles.intake.reader.findings import Quote
from articles.intake.reader.layout.layout import lay_out
from articles.intake.reader.quotes.quotes import find_quotes

from .known_people import people_of

TITLE = "Judul Siaran\n"
SAID = '"Kami siap bekerja sama dengan siapa pun,"'


def quotes_in(body: str) -> list[Quote]:
    document = lay_out(TITLE + body)
    return [quote for quote in find_quotes(document, people_of(document)) if quote.direct]


INTRODUCED = {
    # nama, nama pendek, jabatan
    f"{SAID} kata Andi Wijaya.": "Andi Wijaya",
    f"Andi Wijaya datang. Budi Santoso pulang.\n{SAID} kata Wijaya.": "Andi Wijaya",
    f"{SAID} ujar Kepala BRB, Komjen. Pol. Andi Wijaya, S.H., usai rapat.": "Andi Wijaya",
    f"Wakil Gubernur Jambi Budi Santoso hadir. Andi Wijaya juga.\n{SAID} pinta Wagub.": "Budi Santoso",
    f"Kepala Badan Riset Bahari (BRB) Andi tiba.\n{SAID} jelas Kepala BRB pada acara itu.": "Andi Wijaya",
    f"Andi Wijaya bertemu Anna Petrova.\n{SAID} kata Dubes Petrova.": "Anna Petrova",
    f"Lalu Satria memuji. Andi Wijaya mendampingi Satria.\n{SAID} kata Menhan.": "Lalu Satria",
    f"{SAID} kata Andi bersama Budi Santoso.": "Andi Wijaya",
    f"Andi Wijaya dan Budi Santoso tiba.\n{SAID} kata Budi didampingi Andi Wijaya.": "Budi Santoso",
    # ejaan lain, nama tak dikenal
    f"Siti Rahmawati tiba.\n{SAID} kata Rahmawaty.": "Siti Rahmawati",
    f"Andi Wijaya tiba.\n{SAID} kata AKBP Joko Susilo, S.H.": "Joko Susilo",
    f"{SAID} kata juru bicara.": "juru bicara",
    # -nya, dia, ia, beliau: yang terakhir berbicara, atau pokok kalimat sebelumnya
    f"{SAID} kata Andi Wijaya.\n{SAID} tambahnya.": "Andi Wijaya",
    f"{SAID} kata Andi Wijaya.\nBudi Santoso tersenyum.\n{SAID} imbuhnya.": "Budi Santoso",
    f"Andi Wijaya bersama Anna Petrova merencanakan pertemuan.\n{SAID} ujarnya.": "Andi Wijaya",
    f"Andi Wijaya bertemu Anna Petrova.\nIa memuji pertemuan itu. {SAID} ujar dia.": "Andi Wijaya",
    f"Sementara itu, Budi Santoso berjanji kepada Andi Wijaya. {SAID} ujarnya.": "Budi Santoso",
    f"Dalam pertemuan itu, Budi Santoso menyambut Andi Wijaya. {SAID} ujarnya.": "Budi Santoso",
    f"Dalam pertemuan dengan Anna Petrova, Budi Santoso menyambut baik. {SAID} ujarnya.": "Budi Santoso",
    f"Andi Wijaya tiba. Hal itu disampaikan Budi Santoso, Senin. {SAID} ujarnya.": "Budi Santoso",
    f"Andi Wijaya tiba. Acara dibuka oleh Budi Santoso. {SAID} ujarnya.": "Budi Santoso",
    f"Andi Wijaya tiba. Acara dihadiri oleh Budi Santoso. {SAID} ujarnya.": "Andi Wijaya",
    f"Acara dihadiri Budi Santoso. {SAID} ujarnya.": "Budi Santoso",
    f"Andi Wijaya melalui Siti Rahmawati menyampaikan terima kasih. {SAID} ujarnya.": "Siti Rahmawati",
    f"Program itu, menurut Budi Santoso, akan dilanjutkan. {SAID} ujarnya.": "Budi Santoso",
    f"Lalu Satria menyambut Budi Santoso. {SAID} ujarnya.": "Lalu Satria",
    f"Budi Santoso tiba. Andi Wijaya berbicara. {SAID} tutur pria kelahiran Jambi itu.": "Andi Wijaya",
    f"Wakil Gubernur Jambi Budi Santoso tiba. Andi tiba. {SAID} kata Wakil Gubernur itu.": "Budi Santoso",
    f"Budi Santoso tiba. {SAID} ucap beliau.": "Budi Santoso",
    # di depan kutipan
    f"Budi Santoso tiba. Andi Wijaya menegaskan, {SAID}": "Andi Wijaya",
    f"Andi Wijaya tiba. Ia menegaskan, {SAID}": "Andi Wijaya",
    f"Andi Wijaya tiba. Menurut Budi Santoso, {SAID}": "Budi Santoso",
    f"Andi Wijaya tiba. Dalam sambutannya, Budi Santoso mengatakan: {SAID}": "Budi Santoso",
    f"Budi Santoso: {SAID}": "Budi Santoso",
    # tanpa atribusi
    f"Budi Santoso tiba. Andi Wijaya terharu. {SAID[:-2]}.": "Andi Wijaya",
    f"{SAID} kata Andi Wijaya. {SAID[:-2]}.": "Andi Wijaya",
    f"{SAID[:-2]}.\n{SAID} kata Andi Wijaya.": "Andi Wijaya",
    # dokumen
    f"Andi Wijaya tiba.\n{SAID} demikian bunyi pernyataan bersama yang dibacakan.": "pernyataan bersama",
    f"Andi Wijaya tiba.\n{SAID} tulis keterangan itu.": "keterangan",
    # Inggris
    f"Speaking at the launch, Anna Petrova thanked Andi Wijaya. {SAID} she said.": "Anna Petrova",
    f"{SAID} Petrova added. Anna Petrova left.": "Anna Petrova",
}


@pytest.mark.parametrize("body", INTRODUCED)
def test_who_speaks(body: str) -> None:
    assert quotes_in(body)[-1].speaker == INTRODUCED[body]


def test_an_open_quote_belongs_to_whoever_ends_it() -> None:
    first, second = quotes_in('Budi Santoso tiba.\n"Satu hal lagi yang perlu.\n"Itu saja," kata Andi Wijaya.')
    assert (first.speaker, first.verb, second.speaker) == ("Andi Wijaya", "", "Andi Wijaya")


def test_both_halves_of_a_sentence_have_its_speaker() -> None:
    halves = quotes_in('"Kita sudah siap," kata Andi Wijaya, "tetapi belum cukup."')
    assert [(half.speaker, half.verb) for half in halves] == [("Andi Wijaya", "kata")] * 2


STATED = [f"{SAID} kata Andi Wijaya.", f"Wakil Gubernur Jambi Budi Santoso hadir.\n{SAID} kata Wagub."]
INFERRED = {
    f"Andi Wijaya tiba. {SAID} katanya.": "“katanya” merujuk pada Andi Wijaya, pokok kalimat sebelumnya.",
    f"{SAID} kata Andi Wijaya.\n{SAID} kata dia.": "“dia” merujuk pada Andi Wijaya, yang terakhir berbicara.",
    f"Andi Wijaya tiba. {SAID[:-2]}.": (
        "Kutipan ini tidak menyebut pembicara; yang sedang berbicara Andi Wijaya."
    ),
    f"Siti Rahmawati tiba.\n{SAID} kata Rahmawaty.": (
        "“Rahmawaty” agaknya ejaan lain dari nama Siti Rahmawati."
    ),
}


@pytest.mark.parametrize("body", STATED)
def test_a_name_or_an_office_beside_the_quote_is_stated(body: str) -> None:
    evidence = quotes_in(body)[-1].evidence
    assert (evidence.basis, evidence.reason) == ("stated", "")


@pytest.mark.parametrize("body", INFERRED)
def test_a_conclusion_gives_its_reason(body: str) -> None:
    evidence = quotes_in(body)[-1].evidence
    assert (evidence.basis, evidence.reason % evidence.values) == ("inferred", INFERRED[body])


def test_nobody_is_invented() -> None:
    assert quotes_in(f"{SAID} ujarnya.")[0].speaker == ""
