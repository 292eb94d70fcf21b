"""The first words of a release, as agencies and outlets print them."""

from datetime import date

import pytest

from articles.intake.reader.layout.layout import lay_out

LEAD = "Kepala Badan Siaga Nusantara membuka rapat kerja nasional yang diikuti dua ratus peserta dari daerah."

PLACES = [
    ("Jakarta - ", "Jakarta"),
    ("Jakarta – ", "Jakarta"),
    ("Jakarta — ", "Jakarta"),
    ("JAKARTA -- ", "Jakarta"),
    ("JAKARTA --- ", "Jakarta"),
    ("JAKARTA- ", "Jakarta"),
    ("JAKARTA -", "Jakarta"),
    ("JAKARTA-", "Jakarta"),
    ("Jakarta: ", "Jakarta"),
    ("Jakarta. ", "Jakarta"),
    ("Jakarta | ", "Jakarta"),
    ("Jakarta // ", "Jakarta"),
    ("Jakarta,- ", "Jakarta"),
    ("Jakarta.- ", "Jakarta"),
    ("[Jakarta] ", "Jakarta"),
    ("(Jakarta) ", "Jakarta"),
    ("KALIPARE - ", "Kalipare"),
    ("MUARASABAK- ", "Muarasabak"),
    ("Kalipare – ", "Kalipare"),
    ("JAKARTA SELATAN - ", "Jakarta Selatan"),
    ("DKI Jakarta - ", "DKI Jakarta"),
    ("DKI JAKARTA - ", "DKI Jakarta"),
    ("KOTA BOGOR - ", "Kota Bogor"),
    ("Kab. Malang - ", "Kab. Malang"),
    ("TANJUNG SELOR - ", "Tanjung Selor"),
    ("MUARA ENIM — ", "Muara Enim"),
    ("LABUAN BAJO - ", "Labuan Bajo"),
    ("SUNGAI RUMBAI - ", "Sungai Rumbai"),
    ("PARE-PARE - ", "Pare-Pare"),
    ("MOTA'AIN - ", "Mota'ain"),
    ("NUSA DUA, BALI – ", "Nusa Dua"),
    ("St. Petersburg - ", "St. Petersburg"),
    ("Washington DC - ", "Washington DC"),
    ("WASHINGTON, D.C. - ", "Washington"),
    ("New York, AS - ", "New York"),
    ("Seoul, Republik Korea – ", "Seoul"),
    ("Bandar Seri Begawan, Brunei Darussalam — ", "Bandar Seri Begawan"),
    ("Den Haag: ", "Den Haag"),
    ("JENEWA, Swiss - ", "Jenewa"),
    ("Surabaya, Jawa Timur - ", "Surabaya"),
    ("Jakarta, Rabu (9/10) - ", "Jakarta"),
    ("Jakarta, Rabu – ", "Jakarta"),
    ("(Jakarta, 9/10) ", "Jakarta"),
    ("(Jakarta, 9/10/2024) - ", "Jakarta"),
    ("Jakarta (09/10/2024): ", "Jakarta"),
    ("Santiago de Compostela, Spanyol - ", "Santiago de Compostela"),
]

OUTLETS = [
    ("BaliKini Pos, BADUNG — ", "Badung", "BaliKini Pos"),
    ("MANADO.TELEGRAFKITA: ", "Manado", "TELEGRAFKITA"),
    ("JAKARTA, KOMPAS.com - ", "Jakarta", "KOMPAS.com"),
    ("BANDUNG KOMPAS.com - ", "Bandung", "KOMPAS.com"),
    ("BANDUNG, iNews.id - ", "Bandung", "iNews.id"),
    ("SOLO, suaramerdeka.com – ", "Solo", "suaramerdeka.com"),
    ("jpnn.com - JAKARTA - ", "Jakarta", "jpnn.com"),
    ("jpnn.com, JAKARTA - ", "Jakarta", "jpnn.com"),
    ("kabarsiaga.com - JAKARTA - ", "Jakarta", "kabarsiaga.com"),
    ("TEMPO.CO, Jakarta - ", "Jakarta", "TEMPO.CO"),
    ("REPUBLIKA.CO.ID, JAKARTA -- ", "Jakarta", "REPUBLIKA.CO.ID"),
    ("Bisnis.com, JAKARTA - ", "Jakarta", "Bisnis.com"),
    ("Liputan6.com, Jakarta ", "Jakarta", "Liputan6.com"),
    ("Liputan6.com, Jakarta - ", "Jakarta", "Liputan6.com"),
    ("Jakarta, CNN Indonesia -- ", "Jakarta", "CNN Indonesia"),
    ("Jakarta, CNBC Indonesia - ", "Jakarta", "CNBC Indonesia"),
    ("Jakarta CNBC Indonesia - ", "Jakarta", "CNBC Indonesia"),
    ("Jakarta, Kominfo - ", "Jakarta", "Kominfo"),
    ("Jakarta, InfoPublik – ", "Jakarta", "InfoPublik"),
    ("Jakarta, Beritasatu.com – ", "Jakarta", "Beritasatu.com"),
    ("Denpasar, Humas BNNP - ", "Denpasar", "Humas BNNP"),
    ("Jakarta, Humas Siaga. ", "Jakarta", "Humas Siaga"),
    ("Jakarta (ANTARA) - ", "Jakarta", "ANTARA"),
    ("Surabaya, Jawa Timur (ANTARA) - ", "Surabaya", "ANTARA"),
    ("Jakarta, 12/3 (ANTARA) - ", "Jakarta", "ANTARA"),
    ("BANDA ACEH, KABARNANGGROE.COM l ", "Banda Aceh", "KABARNANGGROE.COM"),
    ("VIVA – ", "", "VIVA"),
    ("KOMPAS.com - ", "", "KOMPAS.com"),
    ("JawaPos.com – ", "", "JawaPos.com"),
]

DAYS = [
    ("Jakarta, 9 Oktober 2024 - ", date(2024, 10, 9)),
    ("Jakarta, 9 Oktober 2024. ", date(2024, 10, 9)),
    ("JAKARTA, 9 OKTOBER 2024 — ", date(2024, 10, 9)),
    ("Wina, 12 Maret 2025 – ", date(2025, 3, 12)),
    ("Jakarta, Rabu, 9 Oktober 2024 - ", date(2024, 10, 9)),
    ("Jakarta (9/10/2024) - ", date(2024, 10, 9)),
    ("Jakarta, 09-10-2024 - ", date(2024, 10, 9)),
    ("Jakarta, Kominfo, 9 Oktober 2024 - ", date(2024, 10, 9)),
    ("Jakarta, 31 Februari 2024 - ", None),
]

NONE = [
    "Kepala BNPT - ",
    "Bupati: ",
    "Gubernur - ",
    "Catatan: ",
    "RALAT: ",
    "Indonesia - ",
    "PT Siaga Nusantara - ",
    "Budi Santoso - ",
    "Menteri Luar Negeri – ",
    "KPK - ",
    "Pemerintah Kota Bogor - ",
    "Jakarta menjadi tuan rumah. ",
    "Jakarta-Bandung ditempuh satu jam. ",
    "Jakarta ",
    "“Jakarta - ",
    "",
]


def document(head: str):
    return lay_out(f"Judul Siaran\n{head}{LEAD}\n")


@pytest.mark.parametrize(("head", "place"), PLACES)
def test_the_place_is_read_and_the_lead_begins_after_it(head: str, place: str) -> None:
    laid_out = document(head)
    assert laid_out.dateline is not None
    assert laid_out.dateline.place == place
    assert laid_out.paragraphs[0].sentences[0].of(laid_out.text) == LEAD


@pytest.mark.parametrize(("head", "place", "outlet"), OUTLETS)
def test_an_outlet_stands_before_or_after_the_place(head: str, place: str, outlet: str) -> None:
    laid_out = document(head)
    assert laid_out.dateline is not None
    assert (laid_out.dateline.place, laid_out.dateline.outlet) == (place, outlet)
    assert laid_out.paragraphs[0].sentences[0].of(laid_out.text) == LEAD


@pytest.mark.parametrize(("head", "day"), DAYS)
def test_a_full_day_in_the_dateline_is_kept(head: str, day: date | None) -> None:
    dateline = document(head).dateline
    assert dateline is not None
    assert dateline.place in ("Jakarta", "Wina")
    assert dateline.day == day


@pytest.mark.parametrize("head", NONE)
def test_roles_bodies_and_sentences_are_no_datelines(head: str) -> None:
    assert document(head).dateline is None


def test_a_byline_may_stand_above_the_dateline() -> None:
    laid_out = lay_out(f"Judul Siaran\nOleh: Tim Humas\nBANDUNG - {LEAD}\n")
    assert laid_out.dateline is not None
    assert laid_out.dateline.place == "Bandung"


def test_the_dateline_may_have_its_own_line() -> None:
    laid_out = lay_out(f"Judul Siaran\nSamarinda -\n{LEAD}\n")
    assert laid_out.dateline is not None
    assert laid_out.dateline.place == "Samarinda"


def test_a_place_deep_in_the_text_is_no_dateline() -> None:
    assert lay_out(f"Judul Siaran\n{LEAD}\nBandung - {LEAD}\n").dateline is None


@pytest.mark.parametrize("head", ["Jombang, NU Online Jatim", "Surabaya, Jawa Timur", "Jakarta, Rabu (9/10)"])
def test_a_line_of_its_own_needs_no_mark(head: str) -> None:
    laid_out = lay_out(f"Judul Siaran\n{head}\n{LEAD}\n")
    assert laid_out.dateline is not None
    assert laid_out.dateline.span.of(laid_out.text) == head


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Denpasar, 12/3 (ANTARA) - ", date(2024, 3, 12)),
        ("Denpasar (9/10) - ", date(2024, 10, 9)),
        ("Lima, 13 November - ", date(2023, 11, 13)),
        ("Jakarta, 11/10 - ", date(2024, 10, 11)),
        ("Jakarta, 31/2 - ", None),
        ("Jakarta, 9/13 - ", None),
    ],
)
def test_a_day_without_its_year_is_the_last_one_up_to_the_release(head: str, day: date | None) -> None:
    dateline = lay_out(f"Judul Siaran\n{head}{LEAD}\n", date(2024, 10, 10)).dateline
    assert dateline is not None
    assert dateline.day == day


def test_a_place_and_a_day_below_a_short_statement_are_its_signature() -> None:
    statement = "Aliansi Wartawan Kepulauan mengecam kekerasan terhadap wartawan."
    assert lay_out(f"Judul Siaran\n{statement}\nAmbon, 6 November 2024\nKetua\n").dateline is None
