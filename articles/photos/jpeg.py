"""JPEG files as segments (ITU-T T.81, annex B): metadata is taken out without touching the picture."""

from __future__ import annotations

import re
from collections.abc import Iterator

START = b"\xff\xd8"
END = 0xD9
SCAN = 0xDA
APP0, APP1, APP2, APP13, APP14, COMMENT = 0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xFE
ICC = b"ICC_PROFILE\0"
JFIF = 18  # bytes of a JFIF segment without a preview
LONGEST = 65_533  # bytes that one segment holds
# Within a scan, 0xFF is followed by 0 or by a restart marker; anything else ends it.
AFTER_SCAN = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")


class Malformed(Exception):
    """Not a sequence of segments that ends where it should; it may be a picture nevertheless."""


def segment(marker: int, content: bytes) -> bytes:
    """A segment of at most LONGEST bytes."""
    if len(content) > LONGEST:
        raise ValueError("A JPEG segment holds 65,533 bytes.")
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content


def stripped(data: bytes, orientation: int = 1) -> bytes:
    """The same picture, every pixel of it, with nothing else but its colour profile and how it is held.

    What cameras write (position, serial numbers, a preview, the owner) goes, and so does what follows the end
    of the picture. Raises Malformed.
    """
    kept = [START]
    if orientation != 1:
        kept.append(segment(APP1, held(orientation)))
    for marker, whole in segments(data):
        if is_picture(marker, whole):
            kept.append(whole)
        if marker == END:
            return b"".join(in_order(kept))
    raise Malformed


def in_order(kept: list[bytes]) -> Iterator[bytes]:
    """JFIF wants to come first, whatever was put before it."""
    jfif = [part for part in kept if part[:2] == bytes((0xFF, APP0))]
    yield kept[0]
    yield from jfif
    yield from (part for part in kept[1:] if part not in jfif)


def is_picture(marker: int, whole: bytes) -> bool:
    """Whether a segment says how the picture looks, and not who took it where."""
    if marker == APP2:
        return whole[4:].startswith(ICC)
    if marker == APP0:
        return len(whole) == JFIF  # a longer one holds a preview, maybe of what was cut off
    return marker == APP14 or not (APP0 <= marker <= 0xEF or marker == COMMENT)


def segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and bytes of each segment after the start; that of a scan includes the scan itself."""
    place = len(START)
    if not data.startswith(START):
        raise Malformed
    while place + 2 <= len(data):
        if data[place] != 0xFF:
            raise Malformed
        marker = data[place + 1]
        if marker == 0xFF:  # filler
            place += 1
            continue
        end = place + 2 if marker == END else end_of(data, place, marker)
        yield marker, data[place:end]
        place = end
    raise Malformed


def end_of(data: bytes, place: int, marker: int) -> int:
    length = int.from_bytes(data[place + 2 : place + 4], "big")
    end = place + 2 + length
    if length < 2 or end > len(data):
        raise Malformed
    if marker != SCAN:
        return end
    found = AFTER_SCAN.search(data, end)
    if found is None:
        raise Malformed
    return found.start()


def held(orientation: int) -> bytes:
    """EXIF that says how the camera was held, and nothing else: one entry, tag 0x0112."""
    entry = b"\x01\x12\x00\x03\x00\x00\x00\x01" + orientation.to_bytes(2, "big") + b"\0\0"
    return b"Exif\0\0MM\0*\0\0\0\x08\0\x01" + entry + b"\0\0\0\0"


def head_of(start: bytes) -> int:
    """Where metadata may be put in: after the start and the JFIF and EXIF segments that `stripped` leaves."""
    place = len(START)
    while start[place : place + 2] in (bytes((0xFF, APP0)), bytes((0xFF, APP1))):
        place += 2 + int.from_bytes(start[place + 2 : place + 4], "big")
    return place
