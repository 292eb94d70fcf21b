"""The words of a photograph as IPTC IIM 4.2, for the picture desks whose programs read nothing newer."""

from __future__ import annotations

from articles.photos.jpeg import APP13, segment
from articles.photos.words import Words

SIGNATURE = b"Photoshop 3.0\0"
# Image resource 0x0404 without a name holds the datasets.
RESOURCE = b"8BIM\x04\x04\0\0"
UTF_8 = b"\x1b%G"
# Dataset of record 2 to the bytes that it may hold.
LONGEST = {55: 8, 80: 32, 110: 32, 116: 128, 120: 2000}
DATE_CREATED, BY_LINE, CREDIT, COPYRIGHT, CAPTION = LONGEST


def app13(words: Words) -> bytes:
    """The JPEG segment; IIM knows one language, so the caption is the Indonesian one."""
    data = datasets(words)
    padding = b"\0" * (len(data) % 2)
    return segment(APP13, SIGNATURE + RESOURCE + len(data).to_bytes(4, "big") + data + padding)


def datasets(words: Words) -> bytes:
    texts = {
        DATE_CREATED: words.taken_on.strftime("%Y%m%d") if words.taken_on else "",
        BY_LINE: words.credit,
        CREDIT: words.credit,
        COPYRIGHT: words.rights,
        CAPTION: words.caption["id"] or words.caption["en"],
    }
    said = [dataset(2, number, shortened(text, LONGEST[number])) for number, text in texts.items() if text]
    return b"".join([dataset(1, 90, UTF_8), dataset(2, 0, b"\0\4"), *said])


def dataset(record: int, number: int, content: bytes) -> bytes:
    return bytes((0x1C, record, number)) + len(content).to_bytes(2, "big") + content


def shortened(text: str, limit: int) -> bytes:
    """The text in UTF-8 with no letter cut in half."""
    return text.encode()[:limit].decode(errors="ignore").encode()
