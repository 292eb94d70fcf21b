from datetime import date

import pytest
from django.core.exceptions import ValidationError

from pressroom.core.dates import Span, UncertainDate, read_span, read_when, write_day, write_span, write_when


def between(first: tuple[int, int, int], last: tuple[int, int, int]) -> UncertainDate:
    return UncertainDate(date(*first), date(*last))


DAY = UncertainDate.day(date(2024, 10, 9))
THREE_DAYS = between((2024, 10, 9), (2024, 10, 11))
THREE_YEARS = between((2019, 1, 1), (2021, 12, 31))

DATES = {
    "": UncertainDate(),
    "   ": UncertainDate(),
    "9 Oktober 2024": DAY,
    "  9   OKTOBER\t2024 ": DAY,
    "9 Oktober 2024.": DAY,
    "09 Okt. 2024": DAY,
    "9-Okt-2024": DAY,
    "tanggal 9 Oktober 2024": DAY,
    "pada 9 Oktober 2024": DAY,
    "Rabu, 9 Oktober 2024": DAY,
    "rabu 9 oktober 2024": DAY,
    "hari Rabu, tanggal 9 Oktober 2024": DAY,
    "Rabu (9/10/2024)": DAY,
    "9/10/2024": DAY,
    "9-10-2024": DAY,
    "9.10.2024": DAY,
    "2024-10-09": DAY,
    "9 October 2024": DAY,
    "9th Oct 2024": DAY,
    "October 9, 2024": DAY,
    "Wednesday, 9 October 2024": DAY,
    "Wed, October 9, 2024": DAY,
    "Jumat, 11 Oktober 2024": UncertainDate.day(date(2024, 10, 11)),
    "Jum'at, 11 Oktober 2024": UncertainDate.day(date(2024, 10, 11)),
    "Jum’at, 11 Oktober 2024": UncertainDate.day(date(2024, 10, 11)),
    "Ahad, 13 Oktober 2024": UncertainDate.day(date(2024, 10, 13)),
    "29 Februari 2024": UncertainDate.day(date(2024, 2, 29)),
    "29 Februari 2000": UncertainDate.day(date(2000, 2, 29)),
    "Oktober 2024": UncertainDate.month(2024, 10),
    "bulan Oktober tahun 2024": UncertainDate.month(2024, 10),
    "2024-10": UncertainDate.month(2024, 10),
    "Februari 2023": between((2023, 2, 1), (2023, 2, 28)),
    "Februari 2024": between((2024, 2, 1), (2024, 2, 29)),
    "2007": between((2007, 1, 1), (2007, 12, 31)),
    "tahun 2007": UncertainDate.year(2007),
    "in 2007": UncertainDate.year(2007),
    "9–11 Oktober 2024": THREE_DAYS,
    "9-11 Oktober 2024": THREE_DAYS,
    "9 — 11 Oktober 2024": THREE_DAYS,
    "9 s.d. 11 Oktober 2024": THREE_DAYS,
    "9 s/d 11 Oktober 2024": THREE_DAYS,
    "9 sampai dengan 11 Oktober 2024": THREE_DAYS,
    "dari 9 hingga 11 Oktober 2024": THREE_DAYS,
    "from 9 to 11 October 2024": THREE_DAYS,
    "Rabu, 9 – Jumat, 11 Oktober 2024": THREE_DAYS,
    "9-11/10/2024": THREE_DAYS,
    "9/10/2024 - 11/10/2024": THREE_DAYS,
    "9-10-2024 - 11-10-2024": THREE_DAYS,
    "2024-10-09 – 2024-10-11": THREE_DAYS,
    "antara 9 dan 11 Oktober 2024": THREE_DAYS,
    "9 Oktober – 3 November 2024": between((2024, 10, 9), (2024, 11, 3)),
    "30 Desember 2024 – 2 Januari 2025": between((2024, 12, 30), (2025, 1, 2)),
    "Oktober–Desember 2024": between((2024, 10, 1), (2024, 12, 31)),
    "2024-10 – 2025-02": between((2024, 10, 1), (2025, 2, 28)),
    "2019–2021": THREE_YEARS,
    "2019-2021": THREE_YEARS,
    "antara 2019 dan 2021": THREE_YEARS,
    "between 2019 and 2021": THREE_YEARS,
    "awal 2019 – akhir 2021": THREE_YEARS,
    "mid-2019 – 2021": between((2019, 5, 1), (2021, 12, 31)),
}


@pytest.mark.parametrize("text", DATES)
def test_a_date_is_read_as_an_editor_writes_it(text):
    assert read_when(text) == DATES[text]


MONTH_SPELLINGS = [
    "Januari Jan January",
    "Februari Feb Pebruari February",
    "Maret Mar March",
    "April Apr",
    "Mei May",
    "Juni Jun June",
    "Juli Jul July",
    "Agustus Agt Agu Ags August Aug",
    "September Sep Sept",
    "Oktober Okt October Oct",
    "November Nov Nopember Nop",
    "Desember Des December Dec",
]


@pytest.mark.parametrize(("month", "spellings"), list(enumerate(MONTH_SPELLINGS, 1)))
def test_every_spelling_of_a_month_is_read_with_and_without_a_full_stop(month, spellings):
    for spelling in spellings.split():
        assert read_when(f"3 {spelling} 2021") == UncertainDate.day(date(2021, month, 3))
        assert read_when(f"{spelling.upper()}. 2021") == UncertainDate.month(2021, month)


THIRDS = [
    ("awal 2025", 1, "awal 2025", "early 2025"),
    ("Awal  tahun 2025", 1, "Awal tahun 2025", "early 2025"),
    ("permulaan 2025", 1, "permulaan 2025", "early 2025"),
    ("pertengahan 2025", 2, "pertengahan 2025", "mid-2025"),
    ("akhir tahun 2025", 3, "akhir tahun 2025", "late 2025"),
    ("pada akhir 2025", 3, "akhir 2025", "late 2025"),
    ("early 2025", 1, "awal 2025", "early 2025"),
    ("beginning of 2025", 1, "awal 2025", "beginning of 2025"),
    ("mid-2025", 2, "pertengahan 2025", "mid-2025"),
    ("mid 2025", 2, "pertengahan 2025", "mid 2025"),
    ("late 2025", 3, "akhir 2025", "late 2025"),
]
BOUNDS_OF_THIRDS = {
    1: (date(2025, 1, 1), date(2025, 4, 30)),
    2: (date(2025, 5, 1), date(2025, 8, 31)),
    3: (date(2025, 9, 1), date(2025, 12, 31)),
}


@pytest.mark.parametrize(("text", "number", "label", "label_en"), THIRDS)
def test_a_third_of_a_year_keeps_its_words_and_gets_those_of_the_other_language(
    text, number, label, label_en
):
    assert read_when(text) == UncertainDate(*BOUNDS_OF_THIRDS[number], label, label_en)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_third_is_four_months(number):
    third = UncertainDate.third(2025, number)
    assert third.bounds == BOUNDS_OF_THIRDS[number]
    assert (third.unit, third.third_number) == ("third", number)


SPANS = {
    "": Span(),
    "sejak 2023": Span(date(2023, 1, 1), date(2023, 12, 31)),
    "mulai tahun 2023": Span(date(2023, 1, 1), date(2023, 12, 31)),
    "since 2023": Span(date(2023, 1, 1), date(2023, 12, 31)),
    "2023–sekarang": Span(date(2023, 1, 1), date(2023, 12, 31)),
    "sejak 2023 hingga kini": Span(date(2023, 1, 1), date(2023, 12, 31)),
    "2023 – present": Span(date(2023, 1, 1), date(2023, 12, 31)),
    "sejak 9 Oktober 2024": Span(date(2024, 10, 9), date(2024, 10, 9)),
    "Sejak Rabu, 9 Oktober 2024": Span(date(2024, 10, 9), date(2024, 10, 9)),
    "sejak sebelum 2019": Span(start_latest=date(2018, 12, 31)),
    "mulai paling lambat 2019": Span(start_latest=date(2019, 12, 31)),
    "mulai paling awal 2019": Span(start_earliest=date(2019, 1, 1)),
    "sejak setelah 2019": Span(start_earliest=date(2020, 1, 1)),
    "mulai antara 2019 dan 2021": Span(date(2019, 1, 1), date(2021, 12, 31)),
    "2019–2023": Span(date(2019, 1, 1), date(2019, 12, 31), date(2023, 1, 1), date(2023, 12, 31)),
    "dari 2019 sampai 2023": Span(date(2019, 1, 1), date(2019, 12, 31), date(2023, 1, 1), date(2023, 12, 31)),
    "from 2019 to 2023": Span(date(2019, 1, 1), date(2019, 12, 31), date(2023, 1, 1), date(2023, 12, 31)),
    "9 Oktober 2019 – 3 Mei 2023": Span(
        date(2019, 10, 9), date(2019, 10, 9), date(2023, 5, 3), date(2023, 5, 3)
    ),
    "9–11 Oktober 2024": Span(date(2024, 10, 9), date(2024, 10, 9), date(2024, 10, 11), date(2024, 10, 11)),
    "sejak awal 2020 sampai 2023": Span(
        date(2020, 1, 1), date(2020, 4, 30), date(2023, 1, 1), date(2023, 12, 31)
    ),
    "since early 2020, ended no later than 2023": Span(
        date(2020, 1, 1), date(2020, 4, 30), None, date(2023, 12, 31)
    ),
    "mulai antara 2019 dan 2020, berakhir antara 3 Mei 2021 dan 4 Juni 2022": Span(
        date(2019, 1, 1), date(2020, 12, 31), date(2021, 5, 3), date(2022, 6, 4)
    ),
    "mulai paling awal 2019 dan berakhir paling lambat 2020": Span(
        date(2019, 1, 1), None, None, date(2020, 12, 31)
    ),
    "sampai 2023": Span(end_earliest=date(2023, 1, 1), end_latest=date(2023, 12, 31)),
    "hingga 2023": Span(end_earliest=date(2023, 1, 1), end_latest=date(2023, 12, 31)),
    "until 2023": Span(end_earliest=date(2023, 1, 1), end_latest=date(2023, 12, 31)),
    "berakhir paling lambat 5 Mei 2024": Span(end_latest=date(2024, 5, 5)),
    "ended no later than 5 May 2024": Span(end_latest=date(2024, 5, 5)),
    "berakhir sebelum 5 Mei 2024": Span(end_latest=date(2024, 5, 4)),
    "berakhir paling awal 5 Mei 2024": Span(end_earliest=date(2024, 5, 5)),
    "tercatat pada 9 Oktober 2024": Span.seen_on(date(2024, 10, 9)),
    "recorded on 9 October 2024": Span.seen_on(date(2024, 10, 9)),
    "9 Oktober 2024": Span(start_latest=date(2024, 10, 9), end_earliest=date(2024, 10, 9)),
    "2019": Span(start_latest=date(2019, 12, 31), end_earliest=date(2019, 1, 1)),
    "awal 2019": Span(start_latest=date(2019, 4, 30), end_earliest=date(2019, 1, 1)),
    "tercatat antara 2019 dan 2021": Span(start_latest=date(2021, 12, 31), end_earliest=date(2019, 1, 1)),
}


@pytest.mark.parametrize("text", SPANS)
def test_a_span_is_read_as_an_editor_writes_it(text):
    assert read_span(text) == SPANS[text]


WRITTEN_DATES = [
    (UncertainDate(), "", ""),
    (DAY, "9 Oktober 2024", "9 October 2024"),
    (UncertainDate.month(2024, 5), "Mei 2024", "May 2024"),
    (UncertainDate.year(2007), "2007", "2007"),
    (UncertainDate.third(2025, 1), "awal 2025", "early 2025"),
    (between((2025, 5, 1), (2025, 8, 31)), "pertengahan 2025", "mid-2025"),
    (between((2025, 2, 1), (2025, 5, 31)), "Februari–Mei 2025", "February–May 2025"),
    (between((2025, 2, 1), (2025, 4, 30)), "Februari–April 2025", "February–April 2025"),
    (between((2024, 10, 1), (2025, 1, 31)), "Oktober 2024 – Januari 2025", "October 2024 – January 2025"),
    (THREE_YEARS, "2019–2021", "2019–2021"),
    (THREE_DAYS, "9–11 Oktober 2024", "9–11 October 2024"),
    (between((2024, 10, 9), (2024, 11, 3)), "9 Oktober – 3 November 2024", "9 October – 3 November 2024"),
    (
        between((2024, 12, 30), (2025, 1, 2)),
        "30 Desember 2024 – 2 Januari 2025",
        "30 December 2024 – 2 January 2025",
    ),
    (between((2023, 2, 1), (2023, 2, 27)), "1–27 Februari 2023", "1–27 February 2023"),
    (between((2024, 2, 1), (2024, 2, 28)), "1–28 Februari 2024", "1–28 February 2024"),
]


@pytest.mark.parametrize(("when", "indonesian", "english"), WRITTEN_DATES)
def test_a_date_is_written_in_its_shortest_exact_form(when, indonesian, english):
    assert (write_when(when), write_when(when, "en")) == (indonesian, english)


def test_the_label_of_the_language_is_printed_where_there_is_one():
    when = UncertainDate(*BOUNDS_OF_THIRDS[1], "awal tahun 2025", "the start of 2025")
    assert (write_when(when), write_when(when, "en")) == ("awal tahun 2025", "the start of 2025")


def test_a_label_missing_in_one_language_is_not_borrowed_from_the_other():
    assert write_when(UncertainDate(*BOUNDS_OF_THIRDS[1], label="awal tahun 2025"), "en") == "early 2025"
    assert write_when(UncertainDate(*BOUNDS_OF_THIRDS[1], label_en="early in 2025"), "id") == "awal 2025"


WRITTEN_SPANS = [
    ("", "", ""),
    ("sejak 2023", "sejak 2023", "since 2023"),
    ("mulai pada awal 2020", "sejak awal 2020", "since early 2020"),
    ("2019–2023", "2019–2023", "2019–2023"),
    ("2019–2019", "2019–2019", "2019–2019"),
    ("9/10/2024 – 9/10/2024", "9 Oktober 2024 – 9 Oktober 2024", "9 October 2024 – 9 October 2024"),
    ("9/10/2024 – 11/10/2024", "9–11 Oktober 2024", "9–11 October 2024"),
    ("awal 2020 – 3 Mei 2023", "awal 2020 – 3 Mei 2023", "early 2020 – 3 May 2023"),
    ("mid-2020 – 2023", "pertengahan 2020 – 2023", "mid-2020 – 2023"),
    ("2020 – mid-2023", "2020 – pertengahan 2023", "2020 – mid-2023"),
    ("hingga 2023", "sampai 2023", "until 2023"),
    ("9 Oktober 2024", "tercatat pada 9 Oktober 2024", "recorded on 9 October 2024"),
    ("2019", "tercatat pada 2019", "recorded in 2019"),
    ("antara 2019 dan 2021", "tercatat antara 2019 dan 2021", "recorded between 2019 and 2021"),
    (
        "berakhir paling lambat 5/5/2024",
        "berakhir paling lambat 5 Mei 2024",
        "ended no later than 5 May 2024",
    ),
    (
        "mulai antara 3 Mei 2019 dan 4 Juni 2019, sampai 2023",
        "mulai antara 3 Mei 2019 dan 4 Juni 2019, berakhir pada 2023",
        "began between 3 May 2019 and 4 June 2019, ended in 2023",
    ),
    (
        "mulai paling lambat 1/1/2019, berakhir paling awal 2/2/2020",
        "mulai paling lambat 1 Januari 2019, berakhir paling awal 2 Februari 2020",
        "began no later than 1 January 2019, ended no earlier than 2 February 2020",
    ),
]


@pytest.mark.parametrize(("typed", "indonesian", "english"), WRITTEN_SPANS)
def test_a_span_is_written_in_words(typed, indonesian, english):
    span = read_span(typed)
    assert (write_span(span), write_span(span, "en")) == (indonesian, english)


def test_a_day_is_written_with_its_weekday_on_request():
    day = date(2024, 10, 9)
    assert write_day(day) == "9 Oktober 2024"
    assert write_day(day, "en") == "9 October 2024"
    assert write_day(day, weekday=True) == "Rabu, 9 Oktober 2024"
    assert write_day(day, "en", weekday=True) == "Wednesday, 9 October 2024"


IN_OFFICE = Span(date(2019, 1, 1), date(2019, 12, 31), date(2023, 1, 1), date(2023, 12, 31))
ON_DAYS = [
    # span, day, certain, possible
    (IN_OFFICE, date(2018, 12, 31), False, False),
    (IN_OFFICE, date(2019, 1, 1), False, True),
    (IN_OFFICE, date(2019, 12, 30), False, True),
    (IN_OFFICE, date(2019, 12, 31), True, True),
    (IN_OFFICE, date(2023, 1, 1), True, True),
    (IN_OFFICE, date(2023, 1, 2), False, True),
    (IN_OFFICE, date(2023, 12, 31), False, True),
    (IN_OFFICE, date(2024, 1, 1), False, False),
    (read_span("sejak 9 Oktober 2024"), date(2024, 10, 8), False, False),
    (read_span("sejak 9 Oktober 2024"), date(2024, 10, 9), True, True),
    (read_span("sejak 9 Oktober 2024"), date(2090, 1, 1), True, True),
    (Span.seen_on(date(2024, 10, 9)), date(2024, 10, 8), False, True),
    (Span.seen_on(date(2024, 10, 9)), date(2024, 10, 9), True, True),
    (Span(end_latest=date(2024, 5, 5)), date(2024, 5, 5), False, True),
    (Span(end_latest=date(2024, 5, 5)), date(2024, 5, 6), False, False),
    (Span(), date(2024, 10, 9), False, True),
]


@pytest.mark.parametrize(("span", "day", "certain", "possible"), ON_DAYS)
def test_a_span_knows_where_it_is_certain_and_where_only_possible(span, day, certain, possible):
    assert (span.certain_on(day), span.possible_on(day)) == (certain, possible)


@pytest.mark.parametrize(
    ("typed", "current"),
    [
        ("", True),
        ("sejak 2023", True),
        ("9 Oktober 2024", True),
        ("sampai 2023", False),
        ("2019–2023", False),
    ],
)
def test_a_span_is_current_until_it_is_known_to_be_over(typed, current):
    assert read_span(typed).current is current


def test_values_cannot_be_built_against_their_rules():
    early, late = date(2024, 1, 1), date(2024, 2, 1)
    for build in (
        lambda: UncertainDate(early),
        lambda: UncertainDate(latest=late),
        lambda: UncertainDate(late, early),
        lambda: Span(late, early),
        lambda: Span(end_earliest=late, end_latest=early),
        lambda: Span(start_earliest=late, end_latest=early),
    ):
        with pytest.raises(ValidationError):
            build()


def test_an_unknown_date_has_no_bounds_and_no_unit():
    assert UncertainDate().unit == ""
    with pytest.raises(ValueError, match="no bounds"):
        _ = UncertainDate().bounds
