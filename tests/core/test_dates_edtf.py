import pytest

from pressroom.core.dates import UncertainDate, read_span, read_when, span_edtf, when_edtf

DATES = [
    ("", None),
    ("9 Oktober 2024", "2024-10-09"),
    ("Mei 2024", "2024-05"),
    ("2007", "2007"),
    ("awal tahun 2025", "2025-37"),
    ("pertengahan 2025", "2025-38"),
    ("akhir 2025", "2025-39"),
    ("September–Desember 2025", "2025-39"),
    ("9–11 Oktober 2024", "2024-10-09/2024-10-11"),
    ("2019–2021", "2019-01-01/2021-12-31"),
    ("30 Desember 2024 – 2 Januari 2025", "2024-12-30/2025-01-02"),
]


@pytest.mark.parametrize(("typed", "edtf"), DATES)
def test_a_date_is_exchanged_as_edtf(typed, edtf):
    assert when_edtf(read_when(typed)) == edtf


SPANS = [
    ("sejak 2023", "2023", None),
    ("sejak awal 2020 sampai 3 Mei 2023", "2020-37", "2023-05-03"),
    ("sampai Mei 2023", None, "2023-05"),
    ("tercatat pada 9 Oktober 2024", "[..2024-10-09]", "[2024-10-09..]"),
    ("2019", "[..2019-12-31]", "[2019-01-01..]"),
    ("berakhir paling lambat 5 Mei 2024", None, "[..2024-05-05]"),
    ("mulai paling awal 2019", "[2019-01-01..]", None),
    ("mulai antara 2019 dan 2021", "2019-01-01/2021-12-31", None),
]


@pytest.mark.parametrize(("typed", "start", "end"), SPANS)
def test_a_span_is_exchanged_as_one_edtf_for_each_end(typed, start, end):
    assert span_edtf(read_span(typed)) == {"start": start, "end": end}


def test_an_empty_span_has_no_edtf():
    assert span_edtf(read_span("")) is None


def test_years_before_1000_keep_four_digits():
    assert when_edtf(UncertainDate.year(987)) == "0987"
    assert when_edtf(UncertainDate.month(987, 6)) == "0987-06"
