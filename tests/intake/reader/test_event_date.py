"""Which day a release is about, among all it names; releases here appear on Thursday, 10 October 2024."""

from datetime import date

import pytest

from articles.intake.reader.dates.dates import find_event_date, find_moments
from articles.intake.reader.findings import Moment, Remark
from articles.intake.reader.layout.layout import lay_out

ISSUED = date(2024, 10, 10)


def event(body: str, title: str = "Badan Siaga dan Pemkot Ambon Teken Nota Kesepahaman") -> Moment | None:
    return event_and_remarks(body, title)[0]


def event_and_remarks(
    body: str, title: str = "Judul", published: date | None = ISSUED
) -> tuple[Moment | None, tuple[Remark, ...]]:
    document = lay_out(f"{title}\n{body}\n", published)
    return find_event_date(document, find_moments(document))


REPORT = "“Kami siap,” kata Budi dalam keterangannya, Rabu (9/10)."
SIGNED = "Pemkot Ambon meneken nota kesepahaman, Selasa (8/10)."
OLD_TREATY = "Perjanjian yang diteken di Bern pada 4 Februari 2019 dibahas."
CORRECTED = '1. Tertulis "Selasa (8/10)", seharusnya "Senin (7/10)".'

LEADS = [
    # the day in the lead, whatever else is said later
    ("Ambon - Badan Siaga membuka rapat, Rabu (9/10). Rapat berikutnya digelar 12 November.", "Rabu (9/10)"),
    (f"{SIGNED}\n“Kami siap,” kata Budi, Rabu (9/10).", "Selasa (8/10)"),
    (f"{SIGNED}\n{REPORT}", "Selasa (8/10)"),
    (f"{REPORT}\n{SIGNED}", "Selasa (8/10)"),
    (
        "Petugas menangkap AJ.\nPenangkapan dilakukan pada Senin, 7 Oktober 2024.\n“Ia kooperatif,” kata "
        "Budi kepada wartawan, Rabu (9/10).",
        "Senin, 7 Oktober 2024",
    ),
    # agreements of the past
    (f"Badan Siaga menerima tamu, Rabu (9/10). {OLD_TREATY}", "Rabu (9/10)"),
    (f"{OLD_TREATY}\nPertemuan berlangsung Rabu (9/10).", "Rabu (9/10)"),
    # something planned is the news
    ("Presiden dijadwalkan berkunjung ke Ambon pada 1 November 2024 nanti.", "1 November 2024"),
    (f"Lokakarya akan digelar di Ambon pada 22-24 Oktober 2024.\n{REPORT}", "22-24 Oktober 2024"),
    ("Kami mengundang rekan pers.\nHari/tanggal  : Selasa, 15 Oktober 2024", "Selasa, 15 Oktober 2024"),
    # relative and bare days
    ("Badan Siaga membuka rapat kerja di Ambon, kemarin.", "kemarin"),
    ("Badan Siaga membuka rapat kerja di Ambon, Selasa.", "Selasa"),
    ("Badan Siaga hari ini membuka rapat kerja di Ambon.", "hari ini"),
    # ranges
    ("Badan Siaga menggelar latihan, Senin-Rabu (7-9/10/2024).", "Senin-Rabu (7-9/10/2024)"),
    # the dateline bears a day too
    ("Ambon, 10 Oktober 2024 - Badan Siaga membuka rapat kerja nasional, Rabu (9/10).", "Rabu (9/10)"),
    # a correction
    (f"Siaran yang terbit pada Selasa (8/10) diralat.\n{CORRECTED}", "Senin (7/10)"),
]
ASIDES = [
    # of two days the one of the main clause
    (
        "Barang bukti yang disita dalam operasi pada Minggu lalu dimusnahkan di Mapolda, Rabu (9/10).",
        "Rabu (9/10)",
    ),
    ("Setelah ditangkap pada Senin (7/10), AJ diperiksa di Mapolda, Rabu (9/10).", "Rabu (9/10)"),
    ("Korban kapal yang tenggelam pada Senin (7/10) ditemukan tim SAR, Rabu (9/10).", "Rabu (9/10)"),
    (
        "Bupati meninjau jembatan yang putus pada Senin (7/10). Peninjauan berlangsung Rabu (9/10).",
        "Rabu (9/10)",
    ),
    ("Badan Siaga memusnahkan sabu hasil operasi pada Senin (7/10) di Ambon, Rabu (9/10).", "Rabu (9/10)"),
    ("Kapal tenggelam pada Senin (7/10). Tim SAR menemukan dua korban, Rabu (9/10).", "Senin (7/10)"),
    # days that are names, of laws and of feasts
    ("Menyambut Hari Santri 22 Oktober, Pemkot menggelar lomba, Rabu (9/10).", "Rabu (9/10)"),
    (
        "Kejari menahan AJ menurut putusan Nomor 12 Tahun 2024 tanggal 1 Oktober 2024. Penahanan dilakukan "
        "Rabu (9/10).",
        "Rabu (9/10)",
    ),
    # what lies ahead is no match for the day of the dateline
    (
        "Lima, 9 Oktober - Presiden tiba di Lima untuk menghadiri rapat yang akan digelar pada 15 Oktober.",
        "9 Oktober",
    ),
    ("Denpasar, 9/10 (ANTARA) - Gubernur Bali menerima kunjungan Konsul Jenderal India.", "9/10"),
    ("Ambon - Warga diajak mengikuti lomba yang akan digelar pada 20 Oktober 2024.", "20 Oktober 2024"),
    # nor is what lies behind
    (f"{REPORT}\nAJ diberhentikan sejak Senin (7/10).", "Rabu (9/10)"),
    (
        "Badan Siaga menggelar jumpa pers di Ambon, Rabu (9/10).\nKasus itu berawal dari operasi pada "
        "Senin (7/10).",
        "Rabu (9/10)",
    ),
    # the release is about something said
    (
        "Menteri meminta jemaah bersabar.\n“Sabar,” kata Menteri, Rabu (9/10).\nPada Jumat (4/10) edarannya "
        "keluar.",
        "Rabu (9/10)",
    ),
    # the time of a web page above the lead
    (
        f"Rabu, 9 Oktober 2024 | 14:00 WIB\n{'Badan Siaga menggelar rapat kerja di Ambon. ' * 3}",
        "Rabu, 9 Oktober 2024",
    ),
]
FOR_WANT_OF_A_BETTER_DAY = [
    (f"Badan Siaga mengecam serangan itu.\n{REPORT}", "Rabu (9/10)"),
    ("Ambon, 9 Oktober 2024 - Badan Siaga membuka rapat kerja bersama pemerintah kota.", "9 Oktober 2024"),
]


@pytest.mark.parametrize(("body", "printed"), LEADS + ASIDES + FOR_WANT_OF_A_BETTER_DAY)
def test_the_day_of_the_lead_event(body: str, printed: str) -> None:
    moment = event(body)
    assert moment is not None
    assert moment.printed == printed


@pytest.mark.parametrize(
    "body",
    [
        "Gubernur menerima tamu di Ambon, pekan lalu.\nKunjungan balasan dijadwalkan 20-22 November 2024.",
        "Gubernur menerima tamu, belum lama ini.\n“Kami siap,” kata Budi dalam rilisnya, Rabu (9/10).",
        "Gubernur menerima tamu di Ambon.",
        "Gubernur menerima tamu.\nPerjanjian itu ditandatangani pada 4 Februari 2019.",
        "Gubernur menerima tamu.\nIa berharap.\nRapat akan digelar di Ambon pada 12 November 2024.",
        "Gubernur menerima tamu pada Oktober 2024.",
        "Komnas HAM mengecam kekerasan terhadap warga di kampung.\nIa cemas.\nAmbon, 9 Oktober 2024\nKetua",
        "Gubernur menerima tamu untuk membahas festival yang akan digelar pada 12 November 2024.",
    ],
)
def test_a_day_that_cannot_be_known_is_said(body: str) -> None:
    moment, remarks = event_and_remarks(body)
    assert moment is None
    assert [remark.code for remark in remarks] == ["date_unknown"]
    assert remarks[0].evidence.reason % remarks[0].evidence.values


def test_a_bare_weekday_without_a_day_of_issue_is_unknown_and_shown() -> None:
    body = "Badan Siaga membuka rapat kerja di Ambon, Selasa."
    moment, (remark,) = event_and_remarks(body, published=None)
    assert moment is None
    assert remark.code == "date_unknown"
    assert remark.evidence.values == {"printed": "Selasa"}


def test_the_line_above_the_signature_tells_when_it_was_issued() -> None:
    body = "Badan Siaga membuka rapat kerja di Ambon, Selasa.\nAmbon, 10 Oktober 2024\nHumas Badan Siaga"
    moment, _ = event_and_remarks(body, published=None)
    assert moment is not None
    assert moment.first == date(2024, 10, 8)


def test_a_weekday_that_contradicts_is_reported_wherever_it_stands() -> None:
    body = "Badan Siaga membuka rapat kerja, Rabu (9/10/2024).\nUndangannya dikirim Senin (1/10/2024)."
    moment, (remark,) = event_and_remarks(body)
    assert moment is not None
    assert moment.first == date(2024, 10, 9)
    assert remark.code == "weekday_contradicts_date"
    assert remark.evidence.reason % remark.evidence.values


@pytest.mark.parametrize(("body", "printed"), FOR_WANT_OF_A_BETTER_DAY)
def test_a_day_taken_for_want_of_a_better_one_says_so(body: str, printed: str) -> None:
    moment = event(body)
    assert moment is not None
    assert moment.evidence.basis == "inferred"
    assert moment.evidence.reason % moment.evidence.values


def test_what_lay_ahead_when_the_dateline_was_written_is_a_plan() -> None:
    """The release came out two days later: by then the meeting was past, but the text does not tell of it."""
    body = "Lima, 8 Oktober - Menteri Budi tiba di Lima. Ia dijadwalkan bertemu mitranya pada Rabu (9/10)."
    found = event(body, "Menteri Budi Tiba di Lima")
    assert found
    assert found.first == date(2024, 10, 8)
