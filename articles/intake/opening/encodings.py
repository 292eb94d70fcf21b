"""From bytes to text, whichever program wrote them; what is no text is refused."""

from __future__ import annotations

import codecs
import re

from django.utils.translation import gettext as _

from .refusals import Unreadable

# UTF-32 starts with the mark of UTF-16, so it comes first.
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Encodings that a file may claim for itself; Python knows others that are no encodings of text at all.
TRUSTED = re.compile(
    r"utf-?(8|16|16[lb]e)|iso-8859-\d{1,2}|latin-?1|(windows-|cp)125\d|us-ascii", re.IGNORECASE
)
CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
SAMPLE = 4096


def decoded(content: bytes, declared: str = "") -> str:
    """The text; `declared` is what the file says of its own encoding. Raises Unreadable."""
    text = by_mark(content) or by_name(content, declared) or guessed(content)
    if "\0" in text or len(CONTROLS.findall(text)) * 100 > len(text):
        raise Unreadable(not_text())
    return text


def not_text() -> str:
    return _(
        "Isi berkas ini bukan teks. Yang dapat dibaca: teks (.txt), Word (.docx), halaman web (.html), "
        "dan surel (.eml)."
    )


def by_mark(content: bytes) -> str:
    name = next((name for mark, name in MARKS if content.startswith(mark)), "")
    return content.decode(name, "replace") if name else ""


def by_name(content: bytes, declared: str) -> str:
    if not TRUSTED.fullmatch(declared):
        return ""
    try:
        return content.decode(declared)
    except UnicodeError:
        return ""


def guessed(content: bytes) -> str:
    """UTF-16 without its mark, UTF-8 (a broken letter or two included), or what Windows wrote before."""
    if name := bare_utf16(content[:SAMPLE]):
        return content.decode(name, "replace")
    lenient = content.decode("utf-8", "replace")
    broken = lenient.count("\ufffd")
    whole = len(content) - len(content.translate(None, bytes(range(0xC2, 0xF5))))
    if broken * 2 < whole or not broken:
        return lenient
    try:
        return content.decode("cp1252")
    except UnicodeError as error:
        raise Unreadable(not_text()) from error


def bare_utf16(sample: bytes) -> str:
    """Latin letters in UTF-16 have a zero in every other byte."""
    zeros_first, zeros_second = sample[0::2].count(0), sample[1::2].count(0)
    most = len(sample) // 2 * 0.4
    if zeros_second > most and not zeros_first:
        return "utf-16-le"
    return "utf-16-be" if zeros_first > most and not zeros_second else ""
