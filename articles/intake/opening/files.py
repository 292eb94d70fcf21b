"""Which reader a file is for, and what no reader is there for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from django.utils.translation import gettext as _

from .encodings import decoded
from .mail import is_mail, read_mail
from .markup import declared_encoding, is_markup, text_of
from .pasting import TEXT_LIMIT, tidy
from .refusals import Unreadable
from .word import read_word

# Bytes. Mail with photographs in it stays below.
FILE_LIMIT = 20 * 1024 * 1024
ZIP, OLD_OFFICE = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PDF, RTF = b"%PDF-", b"{\\rtf"
PICTURE = re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|BM....\0\0|II\*\0|MM\0\*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Opened:
    """`notes` say what of the file was left out."""

    text: str
    notes: tuple[str, ...] = ()


def open_release(name: str, content: bytes) -> str:
    """The text of a file, its title on the first line. Raises Unreadable."""
    return open_file(name, content).text


def open_file(name: str, content: bytes) -> Opened:
    """As `open_release`, with what an editor should know of it."""
    refuse_what_nobody_reads(content)
    opened = contents_of(PurePath(name).suffix.lower(), content)
    text = tidy(opened.text)
    if not text:
        raise Unreadable(_("Berkas ini tidak berisi teks."))
    if len(text) > TEXT_LIMIT:
        raise Unreadable(_("Teks dalam berkas ini terlalu panjang: paling banyak satu juta karakter."))
    return Opened(text, opened.notes)


def refuse_what_nobody_reads(content: bytes) -> None:
    if not content:
        raise Unreadable(_("Berkas ini kosong."))
    if len(content) > FILE_LIMIT:
        raise Unreadable(too_large(len(content)))
    if content.startswith(OLD_OFFICE):
        raise Unreadable(
            _(
                "Ini berkas Word lama (.doc) atau berkas yang dikunci sandi. Bukalah di Word, pilih "
                "“Simpan sebagai” jenis “Dokumen Word (.docx)” tanpa sandi, lalu unggah hasilnya."
            )
        )
    if content.startswith(RTF):
        raise Unreadable(_("Ini berkas RTF. Bukalah di Word, simpan sebagai .docx, lalu unggah hasilnya."))
    if content.startswith(PDF):
        raise Unreadable(_("Ini berkas PDF. Bukalah, pilih dan salin teksnya, lalu tempelkan di sini."))
    if PICTURE.match(content):
        raise Unreadable(_("Ini gambar, bukan teks. Ketiklah atau tempelkan teksnya."))


def too_large(size: int) -> str:
    sizes = {"size": -(-size // 1024**2), "most": FILE_LIMIT // 1024**2}
    return _("Berkas ini %(size)d MB; paling besar %(most)d MB. Tempelkan teksnya saja.") % sizes


def contents_of(suffix: str, content: bytes) -> Opened:
    if content.startswith(ZIP):
        return Opened(text_of(read_word(content)))
    if is_mail(content, suffix):
        return Opened(*read_mail(content))
    text = decoded(content, declared_encoding(content))
    return Opened(text_of(text) if is_markup(text, suffix) else text)
