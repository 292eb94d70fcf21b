"""Word files (.docx): first what the archive holds, then its text as HTML."""

from __future__ import annotations

import zlib
from io import BytesIO
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile, ZipInfo

import mammoth
from django.utils.translation import gettext as _

from .refusals import Unreadable

DOCUMENT = "word/document.xml"
MOST_ENTRIES = 2_000
# Bytes of XML once unpacked: a hundred times a long release, and as much as a machine reads in seconds.
MOST_XML = 8 * 1024 * 1024
# Whatever a damaged or hostile file makes the libraries stumble over.
BROKEN = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, RuntimeError),
    *(TypeError, ValueError, BadZipFile, ExpatError, zlib.error),
)
TITLES = "p[style-name='Title'] => h1:fresh\np[style-name='Judul'] => h1:fresh"


def read_word(content: bytes) -> str:
    """The document as HTML, tracked insertions in and deletions out. Raises Unreadable."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            slim = only_text(archive)
        return mammoth.convert_to_html(
            slim,
            convert_image=lambda image: [],
            include_embedded_style_map=False,
            style_map=TITLES,
        ).value
    except BROKEN as error:
        raise Unreadable(
            _("Berkas Word ini terpotong atau rusak. Mintalah dikirim ulang, atau tempelkan teksnya.")
        ) from error


def only_text(archive: ZipFile) -> BytesIO:
    """The archive without pictures and embedded files, which a link in it could pass off as text."""
    entries = archive.infolist()
    names = {entry.filename for entry in entries}
    if DOCUMENT not in names:
        raise Unreadable(refusal_of(names))
    parts = [entry for entry in entries if entry.filename.endswith((".xml", ".rels"))]
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in parts) > MOST_XML:
        raise Unreadable(_("Berkas Word ini mengembang terlalu besar saat dibuka. Tempelkan teksnya saja."))
    return packed(archive, parts)


def packed(archive: ZipFile, parts: list[ZipInfo]) -> BytesIO:
    slim = BytesIO()
    with ZipFile(slim, "w") as written:
        for part in parts:
            written.writestr(part.filename, archive.read(part))
    slim.seek(0)
    return slim


def refusal_of(names: set[str]) -> str:
    if "content.xml" in names:
        return _("Ini berkas LibreOffice (.odt). Simpanlah sebagai .docx, lalu unggah hasilnya.")
    return _("Arsip ini bukan dokumen Word. Buka arsipnya, lalu unggah berkas teks di dalamnya.")
