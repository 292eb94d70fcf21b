"""Every date that cannot be taken is refused in one sentence that says what is wrong."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from pressroom.core.dates import UncertainDate, read_span, read_when

UNKNOWN = "Kami tidak mengenali tanggal “{}”. Tulis misalnya 9 Oktober 2024, 2007, awal 2025."
SHORT_YEAR = "Tahun pada “{}” hanya dua angka. Tulis empat angka, misalnya 2024."
NO_YEAR = "Tahun pada “{}” belum ditulis. Tulis misalnya 9 Oktober 2024."
OPEN = "“{}” hanya punya satu batas. Tulis kedua batasnya, misalnya antara 2005 dan 2009."
MONTH_THIRD = (
    "“{}” belum dikenal: awal, pertengahan, dan akhir hanya untuk tahun. Tulis misalnya 1–10 Oktober 2024."
)

REFUSED_DATES = [
    ("31 Februari 2024", "Tanggal 31 Februari 2024 tidak ada."),
    ("30/2/2024", "Tanggal 30 Februari 2024 tidak ada."),
    ("29 Februari 2023", "Tanggal 29 Februari 2023 tidak ada."),
    ("29 February 1900", "Tanggal 29 Februari 1900 tidak ada."),
    ("31 April 2024", "Tanggal 31 April 2024 tidak ada."),
    ("2024-04-31", "Tanggal 31 April 2024 tidak ada."),
    ("0 Mei 2024", "Tanggal 0 Mei 2024 tidak ada."),
    ("31 April – 3 Mei 2024", "Tanggal 31 April 2024 tidak ada."),
    ("9–31 April 2024", "Tanggal 31 April 2024 tidak ada."),
    ("9/13/2024", "Bulan 13 pada “9/13/2024” tidak ada. Tulis hari/bulan/tahun, misalnya 9/10/2024."),
    ("2024-0-1", "Bulan 0 pada “2024-0-1” tidak ada. Tulis hari/bulan/tahun, misalnya 9/10/2024."),
    ("Kamis, 9 Oktober 2024", "9 Oktober 2024 adalah hari Rabu, bukan Kamis."),
    ("Friday, 9 October 2024", "9 Oktober 2024 adalah hari Rabu, bukan Jumat."),
    ("Selasa (9/10/2024)", "9 Oktober 2024 adalah hari Rabu, bukan Selasa."),
    ("2021–2019", "Akhirnya, 31 Desember 2019, mendahului awalnya, 1 Januari 2021."),
    ("11–9 Oktober 2024", "Akhirnya, 9 Oktober 2024, mendahului awalnya, 11 Oktober 2024."),
    ("30 Desember – 2 Januari 2025", "Akhirnya, 2 Januari 2025, mendahului awalnya, 30 Desember 2025."),
    ("antara 2021 dan 2019", "Akhirnya, 31 Desember 2019, mendahului awalnya, 1 Januari 2021."),
    ("1024", "Tahun 1024 di luar jangkauan. Tulis tahun dari 1800 sampai 2100."),
    ("9 Oktober 2204", "Tahun 2204 di luar jangkauan. Tulis tahun dari 1800 sampai 2100."),
    *((text, SHORT_YEAR.format(text)) for text in ("9/10/24", "9 Oktober 24", "Okt. ’24", "tahun 24", "24")),
    *(
        (text, SHORT_YEAR.format(text))
        for text in ("2019–21", "2019-21", "9–11 Oktober 24", "Rabu (9/10/24)")
    ),
    *(
        (text, NO_YEAR.format(text))
        for text in ("9 Oktober", "Rabu, 9 Oktober", "Rabu (9/10)", "9/10", "Mei")
    ),
    *((text, OPEN.format(text)) for text in ("sebelum 2010", "sesudah 2010", "sejak 2019", "sampai 2023")),
    *((text, OPEN.format(text)) for text in ("before 2010", "paling lambat 2010", "2019–sekarang")),
    *(
        (text, MONTH_THIRD.format(text))
        for text in ("awal Oktober 2024", "late Oct. 2024", "akhir bulan Mei")
    ),
    *(
        (text, UNKNOWN.format(text))
        for text in ("kemarin", "Oktobor 2024", "20244", "9 9 2024", "-", ".", "…", "– 2019")
    ),
    *(
        (text, UNKNOWN.format(text))
        for text in ("2019 dan 2021", "antara 2019", "٩ Oktober 2024", "9 Oktober 2024 2")
    ),
]


@pytest.mark.parametrize(("text", "sentence"), REFUSED_DATES)
def test_a_date_that_cannot_be_is_refused_in_one_sentence(text, sentence):
    with pytest.raises(ValidationError) as refusal:
        read_when(text)
    assert refusal.value.messages == [sentence]


TWO_MEANINGS = "“{}” di sini bisa berarti dua hal. Pakai “antara”, misalnya antara 2019 dan 2021."
NO_END = "Kapan berakhirnya belum ditulis. Tulis batasnya, misalnya berakhir paling lambat 5 Mei 2024."
LIMIT_OF_WHAT = "“{}” belum jelas: mulainya atau berakhirnya? Tulis misalnya berakhir sebelum 2010."
UNKNOWN_SPAN = (
    "Kami tidak mengenali masa “{}”. Tulis misalnya sejak 2023, 2019–2023, tercatat pada 9 Oktober 2024."
)

REFUSED_SPANS = [
    *((text, NO_END) for text in ("berakhir", "sudah berakhir", "Ended", "sampai")),
    ("sejak", "Tanggal setelah “sejak” belum ditulis. Tulis misalnya sejak 9 Oktober 2024."),
    ("tercatat", "Tanggal setelah “tercatat” belum ditulis. Tulis misalnya tercatat 9 Oktober 2024."),
    ("sebelum 2010", LIMIT_OF_WHAT.format("sebelum 2010")),
    ("sejak 2019–2021", TWO_MEANINGS.format("2019–2021")),
    ("berakhir 9–11 Oktober 2024", TWO_MEANINGS.format("9–11 Oktober 2024")),
    ("2023–2019", "Akhirnya, 31 Desember 2019, mendahului awalnya, 1 Januari 2023."),
    (
        "mulai 3 Mei 2023, berakhir paling lambat 2 Mei 2023",
        "Akhirnya, 2 Mei 2023, mendahului awalnya, 3 Mei 2023.",
    ),
    ("sejak 31 Februari 2024", "Tanggal 31 Februari 2024 tidak ada."),
    ("sejak Kamis, 9 Oktober 2024", "9 Oktober 2024 adalah hari Rabu, bukan Kamis."),
    ("sejak 9 Okt 24", SHORT_YEAR.format("9 Okt 24")),
    ("2019–21", SHORT_YEAR.format("2019–21")),
    ("9 Oktober", NO_YEAR.format("9 Oktober")),
    ("sejak kemarin", UNKNOWN.format("kemarin")),
    ("mantan", UNKNOWN_SPAN.format("mantan")),
    ("2019, 2021", UNKNOWN_SPAN.format("2019, 2021")),
]


@pytest.mark.parametrize(("text", "sentence"), REFUSED_SPANS)
def test_a_span_that_cannot_be_is_refused_in_one_sentence(text, sentence):
    with pytest.raises(ValidationError) as refusal:
        read_span(text)
    assert refusal.value.messages == [sentence]


def test_half_a_pair_of_bounds_is_refused():
    with pytest.raises(ValidationError) as refusal:
        UncertainDate(earliest=date(2024, 10, 9))
    assert refusal.value.messages == ["Isi kedua batas tanggal, atau kosongkan keduanya."]


@pytest.mark.parametrize("read", [read_when, read_span])
def test_a_very_long_text_is_refused_and_shown_shortened(read):
    with pytest.raises(ValidationError) as refusal:
        read("2024 - " * 100_000)
    assert len(refusal.value.messages[0]) < 200
    assert "…" in refusal.value.messages[0]


def test_days_inside_a_sentence_are_named_in_the_language_of_the_interface():
    with override("en"), pytest.raises(ValidationError) as refusal:
        read_when("Kamis, 9 Oktober 2024")
    assert refusal.value.params == {"date": "9 October 2024", "true": "Wednesday", "typed": "Thursday"}
