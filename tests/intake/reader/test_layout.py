"""A pasted text becomes title, paragraphs and sentences; spans count characters of the text as given."""

import pytest

from articles.intake.reader.findings import Document
from articles.intake.reader.layout.layout import lay_out

LEAD = "Kepala Badan Siaga Nusantara membuka rapat kerja nasional yang diikuti dua ratus peserta dari daerah."
NEXT = "Ia menegaskan bahwa pencegahan membutuhkan kerja sama semua pihak, termasuk keluarga dan sekolah."


def paragraphs(document: Document) -> list[str]:
    return [paragraph.span.of(document.text) for paragraph in document.paragraphs]


def kinds(document: Document) -> list[str]:
    return [paragraph.kind for paragraph in document.paragraphs]


def sentences(paragraph: str) -> list[str]:
    document = lay_out(f"Judul\n{paragraph}")
    return [span.of(document.text) for span in document.paragraphs[0].sentences]


def title(text: str) -> str:
    document = lay_out(text)
    return document.title.of(document.text)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\u2028", "\f", " \n \n", "\n\t\n"])
def test_every_kind_of_line_end_parts_paragraphs(end: str) -> None:
    document = lay_out(f"Rapat Kerja Dibuka{end}{LEAD}{end}{NEXT}{end}")
    assert document.title.of(document.text) == "Rapat Kerja Dibuka"
    assert paragraphs(document) == [LEAD, NEXT]


@pytest.mark.parametrize(
    "blank", ["\u00a0", "\t", "\u2003", "\u202f", "\u200b", "\ufeff", "\u200e", "\u200f", "\x00"]
)
def test_unseen_marks_are_blanks_and_nothing_moves(blank: str) -> None:
    text = f"{blank}Rapat Kerja{blank}Dibuka{blank}\n{blank}{LEAD}{blank}\n"
    document = lay_out(text)
    assert len(document.flat) == len(text)
    assert document.flat[document.title.start : document.title.end] == "Rapat Kerja Dibuka"
    assert document.paragraphs[0].span.of(text) == LEAD


@pytest.mark.parametrize(
    "letterhead",
    [
        "SIARAN PERS",
        "Siaran Pers",
        "PRESS RELEASE",
        "KETERANGAN PERS BERSAMA",
        "SIARAN PERS:",
        "Siaran Pers No. 27/SP/III/2024",
        "SIARAN PERS NOMOR: 27/SP/III/2024",
        "Siaran Pers Nomor 27/SP/2024, 9 Oktober 2024",
        "Nomor: 27/SP/III/2024",
        "SIARAN PERS\nNomor: 27/SP/III/2024",
        "SIARAN PERS\n\nNomor : SP-27/HUMAS/2024\nTanggal: 9 Oktober 2024\n",
        "SIARAN PERS\nJakarta, 9 Oktober 2024",
        "BADAN SIAGA NUSANTARA\nSIARAN PERS\nNo. 27/2024",
        "KEMENTERIAN SIAGA\nREPUBLIK INDONESIA\nSIARAN PERS",
        "UNTUK DISIARKAN SEGERA",
    ],
)
def test_a_letterhead_is_not_the_title(letterhead: str) -> None:
    document = lay_out(f"{letterhead}\nRapat Kerja Nasional Dibuka\nJakarta - {LEAD}\n")
    assert document.title.of(document.text) == "Rapat Kerja Nasional Dibuka"
    assert len(document.paragraphs) == 1


@pytest.mark.parametrize(
    "first",
    [
        "RALAT: Siaran Pers Penandatanganan Nota Kesepahaman",
        "Siaran Pers Bersama Indonesia dan Australia tentang Latihan",
        "SIARAN PERS PENANDATANGANAN NOTA KESEPAHAMAN",
        "BADAN SIAGA NUSANTARA BUKA RAPAT KERJA",
        "Berita Duka dari Ambon",
        "Nomor Darurat 117 Kini Gratis",
        "Rilis Data Kemiskinan: Turun 0,3 Persen",
    ],
)
def test_a_title_that_begins_like_a_letterhead_stays(first: str) -> None:
    assert title(f"{first}\nJakarta - {LEAD}\n") == first


def test_a_letterhead_alone_is_the_title() -> None:
    assert title("SIARAN PERS") == "SIARAN PERS"


WRAPPED = """\
Badan Siaga Nusantara dan Pemerintah Kota Ambon Sepakati Rencana Aksi
Pencegahan Bencana Tahun Depan

AMBON - Badan Siaga Nusantara (BSN) dan Pemerintah Kota Ambon
menyepakati rencana aksi pencegahan bencana. Kesepakatan itu lahir
dalam rapat di Balai Kota Ambon.

"Kami tidak mau menunggu sampai air masuk ke rumah warga, karena
itu kami bergerak sekarang," kata Kepala BSN. Ia meminta semua
kelurahan ikut.

Rencana itu memuat:
1. pemetaan daerah rawan di seluruh kelurahan dengan bantuan
perguruan tinggi; dan
2. pelatihan warga.
"""


@pytest.mark.parametrize("text", [WRAPPED, WRAPPED.replace("\n", "\r\n")])
def test_hard_wrapped_lines_are_joined_again(text: str) -> None:
    document = lay_out(text)
    assert document.title.of(text) == " ".join(WRAPPED.split("\n\n")[0].split())
    assert document.dateline is not None
    assert document.dateline.place == "Ambon"
    blocks = [" ".join(block.split()) for block in WRAPPED.split("\n\n")[1:3]]
    assert paragraphs(document) == [
        *blocks,
        "Rencana itu memuat:",
        "1. pemetaan daerah rawan di seluruh kelurahan dengan bantuan perguruan tinggi; dan",
        "2. pelatihan warga.",
    ]
    assert kinds(document)[-2:] == ["item", "item"]


def test_wrapped_paragraphs_without_empty_lines_end_with_a_short_line() -> None:
    wrapped = "\n".join(line for line in WRAPPED.splitlines() if line)
    document = lay_out(wrapped)
    assert paragraphs(document)[0].endswith("dalam rapat di Balai Kota Ambon.")
    assert paragraphs(document)[1].startswith('"Kami tidak mau')


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\n", "\r\r\n"),
        ("Aksi\nPencegahan", "Aksi Pencegahan"),
        ("2. pelatihan warga.\n", f"2. pelatihan warga.\nhttps://contoh.id/{'a' * 120}\n"),
    ],
    ids=["line ends turned into Windows' twice", "a title left whole", "a long address"],
)
def test_what_is_wrapped_is_seen_in_spite_of(before: str, after: str) -> None:
    text = WRAPPED.replace(before, after)
    document = lay_out(text)
    assert document.title.of(text).endswith("Pencegahan Bencana Tahun Depan")
    blocks = [" ".join(block.split()) for block in WRAPPED.split("\n\n")[1:3]]
    assert paragraphs(document)[:2] == blocks


def test_short_unwrapped_paragraphs_are_not_joined() -> None:
    text = 'Judul\n"Itu prinsip."\n"Kami tidak mau lagi," kata Budi.\nIa pulang.\n'
    assert len(lay_out(text).paragraphs) == 3


@pytest.mark.parametrize(
    "item",
    [
        "1. Satu;",
        "1) Satu;",
        "(1) Satu;",
        "a. Satu;",
        "a) satu;",
        "ii. Satu;",
        "- Satu",
        "– Satu",
        "• Satu",
        "* Satu",
        "\uf0b7 Satu",
    ],
)
def test_items_of_lists(item: str) -> None:
    assert kinds(lay_out(f"Judul\n{LEAD}\n{item}\n{NEXT}")) == ["text", "item", "text"]


@pytest.mark.parametrize(
    "line", ["1.922 akun ditutup.", "12.30 WIB rapat dibuka.", "a.n. Kepala Badan", "Ia pulang."]
)
def test_what_is_no_item(line: str) -> None:
    assert "item" not in kinds(lay_out(f"Judul\n{LEAD}\n{line}\n{NEXT}"))


def test_a_heading_is_short_and_stands_above_a_paragraph() -> None:
    document = lay_out(f"Judul\n{LEAD}\nLatar belakang\n{NEXT}\nHumas Badan Siaga")
    assert kinds(document) == ["text", "heading", "text", "text"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Komjen. Pol. Drs. Fransiskus X. Kolin, M.H., hadir.",
        "Rapat dipimpin Dr. Ir. H. Ahmad Yani, S.H., M.Si., di Ambon.",
        "Aturan itu Perpres No. 7 Tahun 2021.",
        "Sesuai permendagri no. 12 tahun 2019 tentang fasilitasi.",
        "Kantornya di Jl. Sudirman Kav. 5 Jakarta.",
        "Plt. Deputi dan Plh. Sekretaris hadir.",
        "Petugas menyita 1.922 akun pada pukul 10.00 WIB.",
        "Jenderal TNI (Purn.) H. R. Ryacudu hadir.",
        "Ustaz Moh. Yusuf dan TGH. Zainul hadir.",
        "1. Pemetaan daerah rawan.",
        "a. Pemetaan daerah rawan.",
        "Ditandatangani a.n. Kepala Badan oleh Budi.",
        "“Apakah siap?” tanya Budi.",
    ],
)
def test_one_sentence(paragraph: str) -> None:
    assert sentences(paragraph) == [paragraph]


@pytest.mark.parametrize(
    "parts",
    [
        ["Rapat dibuka.", "Ia pulang."],
        ["“Kami siap.", "Kami bergerak sekarang,” kata Budi.", "Ia pulang."],
        ["“Itu prinsip.”", "Ia pulang."],
        ["Rapat dihadiri BSN dkk.", "Ia pulang."],
        ["Apakah siap?", "Siap!", "Ia pulang…", "Lalu kembali."],
        ["Rapat selesai pukul 10.00.", "Ia pulang."],
        ["Program itu mulai pada 2024.", "Hasilnya baik."],
        ["Ia meraih gelar S.H.", "Ia pulang."],
    ],
)
def test_many_sentences(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", "\x00", "Judul", "SIARAN PERS\n"])
def test_almost_nothing_is_laid_out(text: str) -> None:
    document = lay_out(text)
    assert document.paragraphs == ()
    assert document.title.of(text) == text.strip("\x00\u200b \n")
