"""From files to text: what each program writes is read, and what cannot be read says why."""

from __future__ import annotations

import io
import time
from email.message import EmailMessage
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.intake.opening import FILE_LIMIT, TEXT_LIMIT, Unreadable, open_file, open_release, tidy
from tests.clock import EXPLODES

TITLE = "Kepala Badan Terima Kunjungan Duta Besar"
BODY = "Jakarta - Kepala Badan menerima kunjungan pada Rabu (9/10). “Kami siap,” kata Sari – tegas."
TEXT = f"{TITLE}\n\n{BODY}"


def word(body: str, **more: str) -> bytes:
    """A Word file as small as it can be, with that XML in its body."""
    kinds = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Target="word/document.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>'
        "</Relationships>"
    )
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts = {
        "[Content_Types].xml": kinds,
        "_rels/.rels": relations,
        "word/document.xml": f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>',
        **more,
    }
    return archive(parts)


def archive(parts: dict[str, str]) -> bytes:
    written = io.BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return written.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def mail(subject: str = TITLE, **parts: str) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "humas@example.go.id", "pers@example.go.id", subject
    if "plain" in parts:
        message.set_content(parts["plain"])
    if "html" in parts:
        (message.add_alternative if "plain" in parts else message.set_content)(parts["html"], subtype="html")
    return message


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode("cp1252"),
        TEXT.replace("\n\n", "\n\n\n \n\n").encode(),
    ],
    ids=["utf-8", "mark", "utf-16", "bare-le", "bare-be", "utf-32", "windows", "crlf", "cr", "gaps"],
)
def test_a_text_is_read_in_whatever_encoding(content: bytes) -> None:
    assert open_release("siaran.txt", content).split() == TEXT.split()


def test_one_broken_letter_does_not_make_a_whole_text_foreign() -> None:
    broken = TEXT.encode() + " “akhir”".encode()[:-1]
    assert open_release("siaran.txt", broken).startswith(TEXT)


def test_a_word_file_becomes_its_paragraphs_lists_and_tables() -> None:
    cells = "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in ("Sari", "Kepala"))
    content = word(f"{paragraph(TITLE)}{paragraph(BODY)}<w:tbl><w:tr>{cells}</w:tr></w:tbl>")
    assert open_release("siaran.docx", content) == f"{TEXT}\n\nSari | Kepala"


def test_what_was_struck_out_in_word_is_not_said() -> None:
    struck = "<w:del><w:r><w:delText>rahasia</w:delText></w:r></w:del>"
    added = "<w:ins><w:r><w:t>terang</w:t></w:r></w:ins>"
    assert open_release("siaran.docx", word(f"<w:p>{struck}{added}</w:p>")) == "terang"


def test_the_name_does_not_decide() -> None:
    assert open_release("siaran.txt", word(paragraph(TITLE))) == TITLE
    assert open_release("siaran.docx", TEXT.encode()) == TEXT
    assert (
        open_release("tanpa-nama", f"<!DOCTYPE html><h1>{TITLE}</h1><p>Isi.".encode()) == f"{TITLE}\n\nIsi."
    )


PAGE = """<html><head><title>Judul halaman - Badan</title><style>p {color: red}</style></head><body>
<nav><a href="/">Beranda</a></nav><h1>Kepala  <b>Badan</b></h1>
<p>Jakarta &ndash; Kepala&nbsp;Badan<br>menerima tamu.</p><script>alert("tidak")</script>
<ul><li>satu</li><li><p>dua</p></li></ul><ol><li>pertama<li>kedua</ol>
<table><tr><th>Nama<th>Jabatan</tr><tr><td><p>Sari</p></td><td>Kepala</td></tr></table>
<table><tr><td><p>Satu sel</p><p>hanya menata.</p></td></tr></table>
<footer>Hak cipta</footer></body></html>"""


def test_a_web_page_becomes_lines() -> None:
    assert open_release("halaman.html", PAGE.encode()).split("\n") == [
        *("Kepala Badan", "", "Jakarta – Kepala Badan", "menerima tamu.", ""),
        *("• satu", "• dua", "", "1. pertama", "2. kedua", ""),
        *("Nama | Jabatan", "Sari | Kepala", "", "Satu sel", "", "hanya menata."),
    ]


def test_a_page_without_heading_has_the_title_of_its_window() -> None:
    page = "<html><title>Judul</title><p>Isi."
    assert open_release("a.html", page.encode()) == "Judul\n\nIsi."
    same = "<html><title>Judul siaran - Badan</title><p>Judul siaran</p><p>Isi."
    assert open_release("a.html", same.encode()) == "Judul siaran\n\nIsi."


def test_a_page_says_its_own_encoding() -> None:
    page = '<html><meta charset="windows-1252"><p>“Siap”'
    assert open_release("a.html", page.encode("cp1252")) == "“Siap”"


def test_mail_prefers_its_plain_part() -> None:
    message = mail(plain=TEXT, html="<p>Versi lain</p>")
    assert open_release("surel.eml", bytes(message)) == TEXT


def test_mail_without_plain_part_gives_its_html() -> None:
    message = mail(html=f"<h1>{TITLE}</h1><p>{BODY}</p>")
    assert open_release("surel.eml", bytes(message)) == TEXT


@pytest.mark.parametrize(
    ("subject", "body", "first"),
    [
        (TITLE, BODY, TITLE),
        (f"Fwd: [Rilis] {TITLE}", f"Yth. Rekan Media\n\n{BODY}", TITLE),
        ("Rilis hari ini", TEXT, TITLE),
        ("Undangan – “khusus”", BODY, "Undangan – “khusus”"),
        ("", BODY, BODY),
    ],
)
def test_the_subject_is_the_title_where_the_text_has_none(subject: str, body: str, first: str) -> None:
    assert open_release("surel.eml", bytes(mail(subject, plain=body))).split("\n")[0] == first


def test_attachments_are_left_out_and_told() -> None:
    message = mail(plain=TEXT)
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="siaran.pdf")
    opened = open_file("surel.eml", bytes(message))
    assert (opened.text, opened.notes) == (TEXT, ("1 lampiran surel tidak dibaca.",))


def truncated() -> bytes:
    content = word("".join(paragraph(f"Alinea {n}") for n in range(500)))
    return content[: len(content) // 2]


REFUSED = {
    "empty": (b"", "kosong"),
    "blank": (b" \n \n", "tidak berisi teks"),
    "50 MB": (b"a" * 50 * 1024**2, "50 MB; paling besar 20 MB"),
    "1 million": (b"kata " * 250_000, "paling banyak satu juta karakter"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), r"\(.doc\).*simpan|Simpan sebagai"),
    "RTF": (rb"{\rtf1\ansi Kepala}", "RTF"),
    "PDF": (b"%PDF-1.7 ...", "PDF"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(64), "gambar"),
    "rubbish": (bytes(range(256)) * 40, "bukan teks"),
    "zeros": (bytes(4096), "bukan teks"),
    "truncated": (truncated(), "terpotong atau rusak"),
    "no document": (archive({"foto.jpg": "x"}), "bukan dokumen Word"),
    "LibreOffice": (archive({"content.xml": "<x/>"}), "LibreOffice"),
    "bad XML": (word("<w:p>"), "terpotong atau rusak"),
    "deep XML": (word("<w:p>" * 3000 + "</w:p>" * 3000), "terpotong atau rusak"),
    "bomb": (word("".join(paragraph("a" * 1000) for _ in range(20_000))), "mengembang terlalu besar"),
    "many entries": (word(paragraph("a"), **{f"x/{n}.bin": "" for n in range(3000)}), "mengembang"),
    "empty mail": (bytes(mail()), "tidak berisi teks"),
    "deep page": (b"<html>" + b"<div>" * 60_000, "terlalu rumit"),
}


@pytest.mark.parametrize(("content", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_says_why_and_soon(content: bytes, reason: str) -> None:
    started = time.monotonic()
    with pytest.raises(Unreadable, match=reason):
        open_release("siaran.eml" if content.startswith(b"From") else "siaran.txt", content)
    assert time.monotonic() - started < EXPLODES


def test_a_picture_in_a_word_file_is_not_unpacked() -> None:
    """A gigabyte of zeros packs into a megabyte."""
    big = "\0" * 30 * 1024**2
    content = word(paragraph(TITLE), **{"word/media/foto.png": big, "word/embeddings/lampiran.bin": big})
    assert len(content) < FILE_LIMIT
    assert open_release("siaran.docx", content) == TITLE


@given(st.binary(max_size=3000))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        text = open_release("apa.eml", content)
    except Unreadable:
        return
    assert text.strip() == text != ""
    assert "\0" not in text


PASTED = {
    "Word": (
        "\tKepala Badan Terima Tamu\x0bdi Jakarta\r\n\r\nJakarta\u00a0- Kepala men\u00adjelaskan.\r\n",
        "Kepala Badan Terima Tamu\ndi Jakarta\n\nJakarta - Kepala menjelaskan.",
    ),
    "a list of Word": ("\uf0b7\tsatu\n1.\tdua\ttiga", "• satu\n1. dua | tiga"),
    "a table of Word": ("Nama\tJabatan\nSari\tKepala", "Nama | Jabatan\nSari | Kepala"),
    "a table with gaps": ("Nama\t\tJabatan\t\n\tSari", "Nama | Jabatan\nSari"),
    "Docs": ("\ufeffJudul\n\n\n\n\nIsi\u200b siaran\u2028baris", "Judul\n\nIsi siaran\nbaris"),
    "Docs, right to left marks": ("\u200eJudul\u202c\nIsi\u2060.", "Judul\nIsi."),
    "WhatsApp": (
        "*JUDUL SIARAN*\n\n_Jakarta_ - *Kepala* ~lama~ baru",
        "JUDUL SIARAN\n\nJakarta - Kepala lama baru",
    ),
    "WhatsApp, on the web": ("[14.22, 9/10/2024] Humas: Judul\n\nIsi: satu", "Judul\n\nIsi: satu"),
    "WhatsApp, exported": ("09/10/24 14.22 - Humas Badan: Judul\nIsi", "Judul\nIsi"),
    "WhatsApp, both marks": ("*_Judul_*", "Judul"),
    "signs that mean something": ("2*3*4 nama_berkas_ini * catatan", "2*3*4 nama_berkas_ini * catatan"),
    "PDF": ("pembe-\nrantasan te\ufb01r pada hari\nRabu", "pemberantasan tefir pada hari\nRabu"),
    "PDF, words said twice": ("anak-\nanak di Indonesia-\nRusia", "anak-anak di Indonesia-\nRusia"),
    "PDF, dateline": ("MUARASABAK-\nKepala", "MUARASABAK-\nKepala"),
    "PDF, pages": ("Isi.\nHalaman 1 dari 2\n\fLanjut\n- 2 -\nakhir", "Isi.\n\nLanjut\nakhir"),
    "a browser": ("Judul \u2009 \nIsi\u202f10\u00a0km  \n", "Judul\nIsi 10 km"),
    "an old Mac": ("Judul\rIsi", "Judul\nIsi"),
    "control characters": ("Ju\x00dul\x07\nI\x1bsi", "Judul\nIsi"),
}


@pytest.mark.parametrize(("pasted", "plain"), PASTED.values(), ids=PASTED)
def test_what_a_program_adds_on_the_clipboard_is_taken_away(pasted: str, plain: str) -> None:
    assert tidy(pasted) == plain


@given(st.text(max_size=400))
def test_any_text_can_be_tidied(text: str) -> None:
    tidied = tidy(text)
    assert len(tidied) <= 2 * len(text)
    assert "\r" not in tidied
    assert "\0" not in tidied


@pytest.mark.parametrize("pattern", ["*a", "*", " ", "ab-\n", "[1/1] a", "\n", "a\t", "a", "_x_ "])
def test_a_million_characters_are_tidied_at_once(pattern: str) -> None:
    started = time.monotonic()
    tidy(pattern * (TEXT_LIMIT // len(pattern)))
    assert time.monotonic() - started < EXPLODES
