"""Dates as Indonesian news writes them, and the days they mean on Thursday, 10 October 2024."""

from datetime import date

import pytest

from articles.intake.reader.dates.dates import find_moments
from articles.intake.reader.findings import Moment
from articles.intake.reader.layout.layout import lay_out

ISSUED = date(2024, 10, 10)


def moments(words: str, published: date | None = ISSUED) -> tuple[Moment, ...]:
    return find_moments(lay_out(f"Judul\n{words}\n", published))


DAYS = [
    # with weekday, digits
    ("rapat pada Rabu (9/10).", "Rabu (9/10)", "2024-10-09"),
    ("rapat, Rabu (9/10/2024).", "Rabu (9/10/2024)", "2024-10-09"),
    ("rapat, Rabu (09/10/2024).", "Rabu (09/10/2024)", "2024-10-09"),
    ("rapat, Rabu (9/10/24).", "Rabu (9/10/24)", "2024-10-09"),
    ("rapat, Rabu, (9/10).", "Rabu, (9/10)", "2024-10-09"),
    ("rapat, Rabu(9/10).", "Rabu(9/10)", "2024-10-09"),
    ("rapat, Rabu ( 9/10 ).", "Rabu ( 9/10 )", "2024-10-09"),
    ("rapat, Rabu [9/10].", "Rabu [9/10]", "2024-10-09"),
    ("rapat, Rabu 9/10/2024.", "Rabu 9/10/2024", "2024-10-09"),
    ("rapat, Rabu (9-10-2024).", "Rabu (9-10-2024)", "2024-10-09"),
    ("rapat, Rabu (9.10.2024).", "Rabu (9.10.2024)", "2024-10-09"),
    ("rapat, Rabu (9).", "Rabu (9)", "2024-10-09"),
    ("rapat pada hari Rabu (9/10).", "Rabu (9/10)", "2024-10-09"),
    ("rapat, Rabu (9/10) sore.", "Rabu (9/10) sore", "2024-10-09"),
    ("rapat, Rabu malam (9/10).", "Rabu malam (9/10)", "2024-10-09"),
    ("rapat, Minggu (6/10) dini hari.", "Minggu (6/10) dini hari", "2024-10-06"),
    ("rapat, Jum'at (4/10).", "Jum'at (4/10)", "2024-10-04"),
    ("rapat, Jum’at (4/10).", "Jum’at (4/10)", "2024-10-04"),
    ("rapat, RABU (9/10).", "RABU (9/10)", "2024-10-09"),
    ("rapat, Ahad (6/10).", "Ahad (6/10)", "2024-10-06"),
    # with weekday, words
    ("rapat, Rabu, 9 Oktober 2024.", "Rabu, 9 Oktober 2024", "2024-10-09"),
    ("rapat, Rabu 9 Oktober 2024.", "Rabu 9 Oktober 2024", "2024-10-09"),
    ("rapat, Rabu (9 Oktober 2024).", "Rabu (9 Oktober 2024)", "2024-10-09"),
    ("rapat, Rabu, 9 Okt 2024.", "Rabu, 9 Okt 2024", "2024-10-09"),
    ("rapat, Rabu tanggal 9 Oktober 2024.", "Rabu tanggal 9 Oktober 2024", "2024-10-09"),
    ("rapat, Rabu, 9 Oktober.", "Rabu, 9 Oktober", "2024-10-09"),
    ("rapat, Kamis malam, 3 Oktober 2024.", "Kamis malam, 3 Oktober 2024", "2024-10-03"),
    ("held on Wednesday, 9 October 2024.", "Wednesday, 9 October 2024", "2024-10-09"),
    # without weekday
    ("rapat (9/6/2017).", "(9/6/2017)", "2017-06-09"),
    ("rapat (9/10).", "(9/10)", "2024-10-09"),
    ("rapat pada 9 Oktober 2024.", "9 Oktober 2024", "2024-10-09"),
    ("rapat pada 9Oktober 2024.", "9Oktober 2024", "2024-10-09"),
    ("rapat tanggal 09-08-2023.", "09-08-2023", "2023-08-09"),
    ("rapat pada 9/8/2023.", "9/8/2023", "2023-08-09"),
    ("rapat pada 9 Oktober lalu.", "9 Oktober", "2024-10-09"),
    ("perjanjian berlaku 21 Maret lalu.", "21 Maret", "2024-03-21"),
    ("perjanjian berlaku 21 Desember lalu.", "21 Desember", "2023-12-21"),
    ("rapat akan digelar pada 12 Januari.", "12 Januari", "2025-01-12"),
    ("rapat pada 12 Januari mendatang.", "12 Januari", "2025-01-12"),
    ("rapat pada 17 Pebruari 2024.", "17 Pebruari 2024", "2024-02-17"),
    ("rapat pada 8 Nopember 2023.", "8 Nopember 2023", "2023-11-08"),
    ("held on 12 March 2025.", "12 March 2025", "2025-03-12"),
    ("held on March 12, 2025.", "March 12, 2025", "2025-03-12"),
    ("held on 12th March 2025.", "12th March 2025", "2025-03-12"),
    # bare weekdays, issued on a Thursday
    ("rapat di Mabes, Selasa.", "Selasa", "2024-10-08"),
    ("rapat, Kamis.", "Kamis", "2024-10-10"),
    ("rapat, Jumat.", "Jumat", "2024-10-04"),
    ("rapat, Selasa malam.", "Selasa malam", "2024-10-08"),
    ("rapat, Selasa lalu.", "Selasa lalu", "2024-10-08"),
    ("rapat, Kamis lalu.", "Kamis lalu", "2024-10-03"),
    ("rapat, Selasa kemarin.", "Selasa kemarin", "2024-10-08"),
    ("rapat, Senin pekan lalu.", "Senin pekan lalu", "2024-09-30"),
    ("rapat, Jumat pekan ini.", "Jumat pekan ini", "2024-10-11"),
    ("rapat, Senin pekan depan.", "Senin pekan depan", "2024-10-14"),
    ("rapat, Senin mendatang.", "Senin mendatang", "2024-10-14"),
    ("rapat akan digelar Senin.", "Senin", "2024-10-14"),
    ("rapat, Jumat besok.", "Jumat besok", "2024-10-11"),
    # relative
    ("rapat digelar kemarin.", "kemarin", "2024-10-09"),
    ("rapat digelar kemarin sore.", "kemarin sore", "2024-10-09"),
    ("rapat digelar hari ini.", "hari ini", "2024-10-10"),
    ("rapat digelar tadi pagi.", "tadi pagi", "2024-10-10"),
    ("rapat digelar tadi malam.", "tadi malam", "2024-10-09"),
    ("rapat digelar besok.", "besok", "2024-10-11"),
    ("rapat digelar lusa.", "lusa", "2024-10-12"),
]

RANGES = [
    ("Senin-Rabu (10-12/6/2024)", "2024-06-10", "2024-06-12"),
    ("Senin–Rabu (10–12/6/2024)", "2024-06-10", "2024-06-12"),
    ("Senin hingga Rabu (7-9/10)", "2024-10-07", "2024-10-09"),
    ("Senin dan Selasa (7-8/10)", "2024-10-07", "2024-10-08"),
    ("Selasa s.d. Kamis, 8 s.d. 10 Oktober 2024", "2024-10-08", "2024-10-10"),
    ("Senin-Selasa (30/9-1/10)", "2024-09-30", "2024-10-01"),
    ("20–22 Agustus 2024", "2024-08-20", "2024-08-22"),
    ("20 - 22 Agustus 2024", "2024-08-20", "2024-08-22"),
    ("20 hingga 22 Agustus 2024", "2024-08-20", "2024-08-22"),
    ("20 sampai dengan 22 Agustus 2024", "2024-08-20", "2024-08-22"),
    ("8 dan 9 Juli 2024", "2024-07-08", "2024-07-09"),
    ("7, 8, dan 9 Oktober 2024", "2024-10-07", "2024-10-09"),
    ("30 Juni s.d. 2 Juli 2024", "2024-06-30", "2024-07-02"),
    ("30 Juni s.d. 2 Juli", "2024-06-30", "2024-07-02"),
    ("30 Desember 2023 – 2 Januari 2024", "2023-12-30", "2024-01-02"),
    ("30 Desember - 2 Januari 2024", "2023-12-30", "2024-01-02"),
    ("14–16 April 2025", "2025-04-14", "2025-04-16"),
]

PERIODS = [
    ("tahun 2007", "2007-01-01", "2007-12-31"),
    ("thn 2009", "2009-01-01", "2009-12-31"),
    ("tahun 2019-2024", "2019-01-01", "2024-12-31"),
    ("awal tahun 2025", "2025-01-01", "2025-04-30"),
    ("awal 2025", "2025-01-01", "2025-04-30"),
    ("pertengahan 2025", "2025-05-01", "2025-08-31"),
    ("akhir tahun 2023", "2023-09-01", "2023-12-31"),
    ("penghujung 2024", "2024-09-01", "2024-12-31"),
    ("paruh kedua 2025", "2025-07-01", "2025-12-31"),
    ("triwulan III 2024", "2024-07-01", "2024-09-30"),
    ("triwulan pertama 2025", "2025-01-01", "2025-03-31"),
    ("kuartal IV-2024", "2024-10-01", "2024-12-31"),
    ("semester I tahun 2025", "2025-01-01", "2025-06-30"),
    ("semester pertama tahun ini", "2024-01-01", "2024-06-30"),
    ("early 2026", "2026-01-01", "2026-04-30"),
    ("mid-2025", "2025-05-01", "2025-08-31"),
    ("Maret 2026", "2026-03-01", "2026-03-31"),
    ("bulan Maret 2026", "2026-03-01", "2026-03-31"),
    ("awal Oktober 2024", "2024-10-01", "2024-10-10"),
    ("pertengahan Maret", "2024-03-11", "2024-03-20"),
    ("pekan kedua Mei 2025", "2025-05-08", "2025-05-15"),
    ("minggu ketiga bulan November 2024", "2024-11-16", "2024-11-22"),
    ("Januari-Juli 2023", "2023-01-01", "2023-07-31"),
    ("Desember mendatang", "2024-12-01", "2024-12-31"),
    ("Maret mendatang", "2025-03-01", "2025-03-31"),
    ("November lalu", "2023-11-01", "2023-11-30"),
    ("Juni tahun ini", "2024-06-01", "2024-06-30"),
    ("Juni tahun depan", "2025-06-01", "2025-06-30"),
    ("akhir bulan ini", "2024-10-21", "2024-10-31"),
    ("awal bulan depan", "2024-11-01", "2024-11-10"),
    ("bulan lalu", "2024-09-01", "2024-09-30"),
    ("tahun depan", "2025-01-01", "2025-12-31"),
    ("akhir tahun ini", "2024-09-01", "2024-12-31"),
    ("pekan lalu", "2024-09-30", "2024-10-06"),
    ("pekan depan", "2024-10-14", "2024-10-20"),
    ("minggu depan", "2024-10-14", "2024-10-20"),
]


@pytest.mark.parametrize(("words", "printed", "day"), DAYS)
def test_a_day(words: str, printed: str, day: str) -> None:
    (moment,) = moments(words)
    assert (moment.printed, moment.first) == (printed, date.fromisoformat(day))
    assert moment.last == moment.first
    assert moment.to_the_day


@pytest.mark.parametrize(("printed", "first", "last"), RANGES)
def test_a_range_of_days(printed: str, first: str, last: str) -> None:
    (moment,) = moments(f"Rapat digelar di Ambon, {printed}.")
    assert (moment.printed, str(moment.first), str(moment.last)) == (printed, first, last)
    assert moment.to_the_day


@pytest.mark.parametrize(("printed", "first", "last"), PERIODS)
def test_a_time_that_is_no_day(printed: str, first: str, last: str) -> None:
    (moment,) = moments(f"Rapat digelar di Ambon pada {printed}.")
    assert (moment.printed, str(moment.first), str(moment.last)) == (printed, first, last)
    assert not moment.to_the_day


@pytest.mark.parametrize("year", ["2018", "2021", "1973"])
@pytest.mark.parametrize("cue", ["pada", "sejak", "hingga", "tahun", "in"])
def test_a_bare_year_needs_a_word_before_it(cue: str, year: str) -> None:
    (moment,) = moments(f"Kerja sama itu terjalin {cue} {year} di Ambon.")
    assert (str(moment.first), str(moment.last)) == (f"{year}-01-01", f"{year}-12-31")


@pytest.mark.parametrize(
    "words",
    [
        "Undang-Undang Nomor 5 Tahun 2018 tentang Pemberantasan",
        "peraturan presiden no. 3 tahun 2010",
        "UU 9/2013 dan PP 71/2019",
        "Perpres No. 7/2021",
        "Danrem 132/Tadulako",
        "menyita 1.922 akun dari 17 rekening",
        "sebanyak 40 anak dan 12 peneliti",
        "kapal SOLAS 1974",
        "Pasal 114 ayat (2) huruf a",
        "warga Pasar Minggu",
        "ibadah Jumat Agung",
        "program Jumat Curhat",
        "salat Jumat berjemaah",
        "rapat setiap Senin",
        "dua minggu pelatihan",
        "Universitas 17 Agustus 1945",
        "di Jalan 10 November Surabaya",
        "nilainya 3/4 dari anggaran",
        "saksi bernama April Wulandari",
        "bertugas 24 jam",
        "Covid-19 Maret",
        "selama lima tahun",
        "hari kerja",
        "pukul 10.00 WIB",
    ],
)
def test_what_is_no_date(words: str) -> None:
    assert [moment.printed for moment in moments(f"Yang dimaksud: {words} itu.")] == []


@pytest.mark.parametrize(
    "printed",
    ["beberapa waktu lalu", "belum lama ini", "dalam waktu dekat", "tiga bulan kemudian", "baru-baru ini"],
)
def test_vague_words_mean_no_day(printed: str) -> None:
    (moment,) = moments(f"Rapat digelar {printed}.")
    assert (moment.printed, moment.first, moment.last) == (printed, None, None)


@pytest.mark.parametrize(
    "printed", ["Selasa", "kemarin", "hari ini", "pekan lalu", "Oktober mendatang", "Rabu (9/10)"]
)
def test_without_a_day_of_issue_nothing_is_guessed(printed: str) -> None:
    (moment,) = moments(f"Rapat digelar {printed}.", None)
    assert (moment.printed, moment.first) == (printed, None)


def test_a_full_date_is_stated_and_a_shortened_one_inferred() -> None:
    full, short = moments("Rapat digelar Selasa, 8 Oktober 2024, lalu Rabu (9/10).")
    assert full.evidence.basis == "stated"
    assert full.evidence.reason == ""
    assert short.evidence.basis == "inferred"
    said = short.evidence.reason % short.evidence.values
    assert "tanpa tahun" in said
    assert "2024-10-10" in said


def test_two_days_ago_is_a_day_and_three_weeks_ago_is_not() -> None:
    two_days, three_weeks = moments("Rapat digelar dua hari lalu, undangannya dikirim tiga pekan lalu.")
    assert two_days.first == two_days.last == date(2024, 10, 8)
    assert three_weeks.first is not None
    assert three_weeks.last is not None
    assert three_weeks.first < date(2024, 9, 19) < three_weeks.last


def test_the_year_follows_from_the_weekday_and_from_what_lies_ahead() -> None:
    """As in the first real release: no year is printed, and no day of issue is known."""
    short, *_ = moments(
        "Kunjungan itu berlangsung Rabu (9/10). Rapat ahli direncanakan berlangsung pada awal tahun 2025.",
        None,
    )
    assert short.first == date(2024, 10, 9)
    assert short.evidence.reason % short.evidence.values == (
        "Teks menulis “Rabu (9/10)” tanpa tahun. 9 Oktober jatuh pada hari Rabu tahun 2013, 2019, dan 2024, "
        "dan awal tahun 2025 masih akan datang: tahunnya 2024."
    )


def test_the_year_follows_from_a_full_date_nearby() -> None:
    _, short = moments("Rapat dibuka Selasa, 8 Oktober 2024. Rapat ditutup Kamis (10/10).", None)
    assert short.first == date(2024, 10, 10)


def test_the_turn_of_the_year() -> None:
    (moment,) = moments("Rapat digelar Senin (30/12).", date(2025, 1, 2))
    assert moment.first == date(2024, 12, 30)
    (moment,) = moments("Rapat akan digelar Kamis (2/1).", date(2024, 12, 30))
    assert moment.first == date(2025, 1, 2)


@pytest.mark.parametrize(
    ("printed", "published", "day"),
    [
        ("Senin (13/1/2024)", "2025-01-14", "2025-01-13"),  # a wrong year, in January
        ("Kamis (19/6/2026)", "2025-06-19", "2025-06-19"),
        ("Senin (13/1/2024)", None, "2025-01-13"),
        ("Selasa (5/2/2024)", "2024-03-06", "2024-03-05"),  # a wrong month
        ("Selasa (9/10)", "2024-10-10", "2024-10-08"),  # a wrong day
        ("Senin, 9 Oktober 2024", "2024-10-10", "2024-10-07"),
    ],
)
def test_the_weekday_wins_over_the_printed_date(printed: str, published: str | None, day: str) -> None:
    issued = date.fromisoformat(published) if published else None
    (moment,) = moments(f"Rapat digelar di Ambon, {printed}.", issued)
    assert str(moment.first) == day
    assert moment.evidence.basis == "inferred"
    assert "bukan hari" in moment.evidence.reason


@pytest.mark.parametrize("printed", ["31 Februari 2024", "(31/6/2024)", "Rabu, 30 Februari 2024"])
def test_a_day_that_does_not_exist_is_said(printed: str) -> None:
    (moment,) = moments(f"Rapat digelar di Ambon, {printed}.")
    assert moment.first is None
    assert "tidak ada" in moment.evidence.reason


@pytest.mark.parametrize(
    "printed",
    [
        "seusai Lebaran",
        "usai Idulfitri",
        "masa reses",
        "jelang Pilkada 2024",
        "setelah masa reses",
        "bulan Ramadan",
    ],
)
def test_an_occasion_is_a_time_without_a_day(printed: str) -> None:
    (moment,) = find_moments(lay_out(f"Judul\nRapat berikutnya direncanakan {printed}.\n", ISSUED))
    assert (moment.printed, moment.first, moment.last) == (printed, None, None)
    assert not moment.to_the_day


def test_the_head_of_a_timetable_is_hardly_a_day() -> None:
    found = find_moments(lay_out("Jadwal\nSenin Selasa Rabu Kamis Jumat\n", ISSUED))
    assert [moment.printed for moment in found] == ["Kamis", "Jumat"]
