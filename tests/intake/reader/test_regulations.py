"""Laws and regulations in all the spellings that releases use."""

import pytest

from articles.intake.reader import lay_out
from articles.intake.reader.findings import Regulation
from articles.intake.reader.regulations.regulations import find_regulations


def found(body: str, title: str = "Judul siaran pers") -> tuple[Regulation, ...]:
    return find_regulations(lay_out(f"{title}\n{body}"))


def named(body: str) -> list[tuple[str, str | None, int | None]]:
    return [(one.kind, one.number, one.year) for one in found(body)]


SPELLINGS = [
    ("UU 5/2018", ("UU", "5", 2018)),
    ("UU 5 Tahun 2018", ("UU", "5", 2018)),
    ("UU No 8 Tahun 1994", ("UU", "8", 1994)),
    ("UU No. 8/2014", ("UU", "8", 2014)),
    ("UU nomor 25 thn 1992", ("UU", "25", 1992)),
    ("UU RI Nomor 35 Tahun 2009", ("UU", "35", 2009)),
    ("UURI No. 35 Th 2009", ("UU", "35", 2009)),
    ("UU No. 01 Tahun 2023", ("UU", "1", 2023)),
    ("UU Nomor: 17 Tahun 2016", ("UU", "17", 2016)),
    ("UU Nomor 22, Tahun 2001", ("UU", "22", 2001)),
    ("Undang-Undang Nomor 5 Tahun 2018", ("UU", "5", 2018)),
    ("Undang-undang No. 5 Tahun 2018", ("UU", "5", 2018)),
    ("Undang Undang No. 1 Thn 2006", ("UU", "1", 2006)),
    ("Undang – Undang Nomor 1 Tahun 1979", ("UU", "1", 1979)),
    ("undang -undang RI no.35 tahun 2009", ("UU", "35", 2009)),
    ("undang-undang RI\nno.35 th 2009", ("UU", "35", 2009)),
    ("Undang-Undang (UU) Nomor 1 Tahun 2023", ("UU", "1", 2023)),
    ("Undang-Undang Republik Indonesia Nomor 27 Tahun 2022", ("UU", "27", 2022)),
    ("Undang-Undang Negara Republik Indonesia Nomor 27 Tahun 2022", ("UU", "27", 2022)),
    ("Undang-Undang Darurat Nomor 12 Tahun 1951", ("UU", "12", 1951)),
    ("UU Narkotika Nomor 35 Tahun 2009", ("UU", "35", 2009)),
    ("Undang-Undang Informasi dan Transaksi Elektronik Nomor 11 Tahun 2008", ("UU", "11", 2008)),
    ("UU Nomor 1/PNPS/1965", ("UU", "1/PNPS/1965", 1965)),
    ("Law No. 47 of 2007", ("UU", "47", 2007)),
    ("Perpres No. 3 Tahun 2010", ("Perpres", "3", 2010)),
    ("Perpres No.95 Tahun 2018", ("Perpres", "95", 2018)),
    ("peraturan presiden no. 3 tahun 2010", ("Perpres", "3", 2010)),
    ("Peraturan Presiden (Perpres) Nomor 46 Tahun 2010", ("Perpres", "46", 2010)),
    ("Peraturan Presiden Republik Indonesia Nomor 46 Tahun 2010", ("Perpres", "46", 2010)),
    ("Presidential Regulation No. 7 of 2021", ("Perpres", "7", 2021)),
    ("Keppres 36/1990", ("Keppres", "36", 1990)),
    ("Keputusan Presiden Nomor 65 Tahun 1980", ("Keppres", "65", 1980)),
    ("Inpres Nomor 2 Tahun 2020", ("Inpres", "2", 2020)),
    ("Instruksi Presiden No 1 Tahun 2025", ("Inpres", "1", 2025)),
    ("PP 71/2019", ("PP", "71", 2019)),
    ("Peraturan Pemerintah (PP) Nomor 13 Tahun 2022", ("PP", "13", 2022)),
    ("Perppu Nomor 1 Tahun 2002", ("other", "1", 2002)),
    ("Peraturan Pemerintah Pengganti Undang-Undang (Perppu) Nomor 2 Tahun 2022", ("other", "2", 2022)),
    ("Permendagri Nomor 25 Tahun 2020", ("Permen", "25", 2020)),
    ("permendagri no. 12 tahun 2019", ("Permen", "12", 2019)),
    ("PermenPAN-RB Nomor 8 Tahun 2021", ("Permen", "8", 2021)),
    ("Permenkominfo No. 5/2020", ("Permen", "5", 2020)),
    ("Peraturan Menteri Kominfo Nomor 10 Tahun 2021", ("Permen", "10", 2021)),
    ("Peraturan Menteri Dalam Negeri (Permendagri) Nomor 25 Tahun 2020", ("Permen", "25", 2020)),
    ("PMK Nomor 190/PMK.04/2022", ("Permen", "190/PMK.04/2022", 2022)),
    ("Peraturan Menteri Perhubungan Nomor PM 25 Tahun 2020", ("Permen", "PM 25", 2020)),
    (
        "Keputusan Menteri Kesehatan Nomor HK.01.07/MENKES/413/2020",
        ("other", "HK.01.07/MENKES/413/2020", 2020),
    ),
    ("Perkap Nomor 7 Tahun 2022", ("Perkap", "7", 2022)),
    ("Perkapolri No. 8 Tahun 2009", ("Perkap", "8", 2009)),
    ("Peraturan Kapolri Nomor 8 Tahun 2009", ("Perkap", "8", 2009)),
    ("Peraturan Kepala Kepolisian Negara Republik Indonesia Nomor 7 Tahun 2022", ("Perkap", "7", 2022)),
    ("Perpol Nomor 8 Tahun 2021", ("other", "8", 2021)),
    ("Perma Nomor 1 Tahun 2020", ("other", "1", 2020)),
    ("PKPU No. 8 Tahun 2024", ("other", "8", 2024)),
    ("Peraturan BNPT Nomor 1 Tahun 2021", ("other", "1", 2021)),
    ("Peraturan Kejaksaan Nomor 15 Tahun 2020", ("other", "15", 2020)),
    ("Perda Provinsi Bali Nomor 4 Tahun 2019", ("other", "4", 2019)),
    ("Peraturan Daerah (Perda) Nomor 2 Tahun 2020", ("other", "2", 2020)),
    ("Pergub DKI Jakarta Nomor 33 Tahun 2020", ("other", "33", 2020)),
    ("Qanun Aceh Nomor 6 Tahun 2014", ("other", "6", 2014)),
    ("Fatwa MUI Nomor 24 Tahun 2017", ("other", "24", 2017)),
    ("Fatwa Majelis Ulama Indonesia Nomor 24 Tahun 2017", ("other", "24", 2017)),
    ("TAP MPR Nomor XI/MPR/1998", ("other", "XI/MPR/1998", 1998)),
    ("Surat Edaran Menteri Kesehatan Nomor 5 Tahun 2022", ("other", "5", 2022)),
    ("KUHP 2023", ("UU", None, 2023)),
    ("KUHP tahun 2023", ("UU", None, 2023)),
    ("Pasal 363 KUHP", ("UU", None, None)),
    ("UU Tipikor", ("UU", None, None)),
    ("UU ITE", ("UU", None, None)),
    ("UU Perlindungan Anak", ("UU", None, None)),
    ("undang-undang narkotika", ("UU", None, None)),
    ("Undang-Undang tentang Kejaksaan", ("UU", None, None)),
    ("Perpres RAN PE", ("Perpres", None, None)),
]


@pytest.mark.parametrize(("printed", "wanted"), SPELLINGS)
def test_every_spelling_is_read(printed, wanted):
    assert named(f"Hal itu diatur dalam {printed}, kata Kepala Biro.") == [wanted]


@pytest.mark.parametrize(("printed", "wanted"), SPELLINGS)
def test_the_mention_is_what_is_printed(printed, wanted):
    body = f"Hal itu diatur dalam {printed}, kata Kepala Biro."
    document = lay_out(f"Judul\n{body}")
    assert find_regulations(document)[0].mentions[0].of(document.text) in " ".join(printed.split())


NONE = [
    "Siaran pers Nomor 27/SP/III/2024 terbit pada Selasa (5/3).",
    "NOMOR: SP.214/SJ.5/X/2024",
    "Surat Nomor B/123/IV/2024 dikirim ke Kementerian Luar Negeri.",
    "Hal itu sesuai undang-undang yang berlaku dan undang-undangnya sudah lama.",
    "DPR membahas RUU Perampasan Aset dan RUU KUHAP.",
    "Rancangan Undang-Undang tentang Perampasan Aset masuk prolegnas.",
    "PP Muhammadiyah dan PP Polri hadir dalam acara itu.",
    "Empat pilar adalah Pancasila, UUD 1945, NKRI, dan Bhinneka Tunggal Ika.",
    "Peraturan itu dikeluarkan setelah keputusan Presiden dan instruksi Kapolri.",
    "Rumah Nomor 5 Tahun 2018 direnovasi.",
    "Fatwa itu dibacakan. Nomor 3 Tahun 2020 belum terbit.",
]


@pytest.mark.parametrize("body", NONE)
def test_what_is_no_regulation_is_not_read(body):
    assert named(body) == []


LISTS = [
    ("UU Nomor 5 Tahun 2018 dan Nomor 9 Tahun 2013", [("UU", "5", 2018), ("UU", "9", 2013)]),
    ("UU Nomor 31 Tahun 1999 jo. Nomor 20 Tahun 2001", [("UU", "31", 1999), ("UU", "20", 2001)]),
    ("UU 13/2006 yang telah diubah dengan UU 31/2014", [("UU", "13", 2006), ("UU", "31", 2014)]),
    (
        "Perpres Nomor 46 Tahun 2010 sebagaimana telah diubah dengan Perpres Nomor 12 Tahun 2012",
        [("Perpres", "46", 2010), ("Perpres", "12", 2012)],
    ),
    (
        "UU ITE, PP 71/2019, serta Permenkominfo No. 5/2020",
        [("UU", None, None), ("PP", "71", 2019), ("Permen", "5", 2020)],
    ),
    ("UU Tipikor dan UU TPPU", [("UU", None, None), ("UU", None, None)]),
]


@pytest.mark.parametrize(("printed", "wanted"), LISTS)
def test_several_regulations_in_one_sentence(printed, wanted):
    assert named(f"Landasannya {printed}.") == wanted


SAME = [
    "UU Nomor 5 Tahun 2018 berlaku. UU 5/2018 itu dipakai.",
    "Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi (UU PDP) terbit. UU PDP berlaku.",
    "UU Nomor 35 Tahun 2009 tentang Narkotika dipakai. Undang-undang narkotika tegas.",
    "UU Tipikor dipakai, yakni UU Nomor 31 Tahun 1999 tentang Pemberantasan Tindak Pidana Korupsi.",
    "Fatwa MUI Nomor 24 Tahun 2017 tentang Muamalah lewat Media Sosial. Fatwa tentang Muamalah itu penting.",
    "Pasal 65 KUHP 2023 dan Pasal 66 KUHP tahun 2023.",
    "UU Nomor 1 Tahun 2023 tentang Kitab Undang-Undang Hukum Pidana (KUHP) terbit. KUHP itu baru.",
]


@pytest.mark.parametrize("body", SAME)
def test_one_regulation_named_twice_is_one(body):
    (one,) = found(body)
    assert len(one.mentions) >= 2


def test_permen_of_two_ministers_with_one_number_are_two():
    body = "Permendagri Nomor 7 Tahun 2022 dan Permenkumham Nomor 7 Tahun 2022."
    assert [one.issuer for one in found(body)] == [
        "Menteri Dalam Negeri",
        "Menteri Hukum dan Hak Asasi Manusia",
    ]


ISSUERS = [
    ("Permendagri Nomor 25 Tahun 2020", "Menteri Dalam Negeri"),
    ("Peraturan Menteri Kominfo Nomor 10 Tahun 2021", "Menteri Komunikasi dan Informatika"),
    ("Peraturan Menteri Agama Nomor 3 Tahun 2022", "Menteri Agama"),
    ("Peraturan BNPT Nomor 1 Tahun 2021", "BNPT"),
    ("Fatwa MUI Nomor 24 Tahun 2017", "MUI"),
    ("UU Nomor 5 Tahun 2018", ""),
]


@pytest.mark.parametrize(("printed", "issuer"), ISSUERS)
def test_the_issuer_is_named(printed, issuer):
    assert found(f"Dasarnya {printed}.")[0].issuer == issuer


TITLES = [
    ("UU Nomor 32 Tahun 2014 tentang Kelautan serta PP Nomor 13 Tahun 2022.", "Kelautan"),
    (
        "UU Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi yang berlaku penuh.",
        "Pelindungan Data Pribadi",
    ),
    ("UU 1/2006 tentang bantuan timbal balik, kata dia.", "bantuan timbal balik"),
    (
        "UU Nomor 19 Tahun 2016 tentang Perubahan atas UU Nomor 11 Tahun 2008 tentang Informasi dan "
        "Transaksi Elektronik.",
        "Perubahan atas UU Nomor 11 Tahun 2008 tentang Informasi dan Transaksi Elektronik",
    ),
    (
        "TAP MPR Nomor XI/MPR/1998 tentang Penyelenggara Negara yang Bersih dan Bebas KKN.",
        "Penyelenggara Negara yang Bersih dan Bebas KKN",
    ),
    ("UU Nomor 5 Tahun 2018.", ""),
]


@pytest.mark.parametrize(("body", "title"), TITLES)
def test_the_title_is_what_tentang_says(body, title):
    assert found(body)[0].title == title


def test_what_a_correction_calls_wrong_is_not_recorded():
    body = (
        'Pada paragraf kedua tertulis "Perpres Nomor 7 Tahun 2020", seharusnya "Perpres Nomor 7 Tahun 2021".'
    )
    assert named(body) == [("Perpres", "7", 2021)]


@pytest.mark.parametrize(
    "text",
    ["", "\n", "UU", "UU Nomor", "Nomor 5 Tahun", "UU " * 3000, "tentang UU Nomor 5 Tahun 2018 " * 500],
)
def test_any_text_is_read(text):
    document = lay_out(text)
    for one in find_regulations(document):
        assert all(0 <= span.start < span.end <= len(text) for span in one.mentions)
