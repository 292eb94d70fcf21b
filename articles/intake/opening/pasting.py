"""What programs add to a text on its way through the clipboard, taken away again."""

from __future__ import annotations

import re

# Characters. Ten times the longest speech; beyond it stands no release.
TEXT_LIMIT = 1_000_000

LINE_ENDS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
# Soft hyphens, marks of direction, joiners, byte order marks, and control characters of old printers.
UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc]|[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]"
)
SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
# Bullets that Word takes from its symbol fonts.
SYMBOLS = str.maketrans({"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "•", "\uf0fc": "•", "\uf02d": "-"})

# "[14.22, 9/10/2024] Humas: " as copied from the web, "09/10/24 14.22 - Humas: " as exported by the phone.
MESSAGE_HEAD = re.compile(
    r"^(?:\[\d{1,4}[./:-]\d{1,2}[^\]\n]{0,30}\]|\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}[.:]\d{2}(?:[.:]\d{2})? -)"
    r" [^:\n]{1,60}: ?",
    re.MULTILINE,
)
# Bold, italic and struck out in WhatsApp; between letters the same signs mean something.
EMPHASIS = [
    re.compile(rf"(?<![^\W_]){mark}(?=[^\s{mark}])([^\n{mark}]{{0,400}}[^\s{mark}]){mark}(?![^\W_])")
    for mark in (r"\*", "_", "~")
]
# What stands before the tab of an item: "•", "-", "1.", "(a)".
BULLET = re.compile(r"[•▪◦·*–-]|\(?\w{1,3}[.)]")
PAGE_NUMBER = re.compile(
    r"^ *(?:(?:halaman|hal\.|page) +\d{1,3}(?: *(?:dari|of|/) *\d{1,3})?|- ?\d{1,3} ?-) *$\n?", re.I | re.M
)
# A word parted at the end of a line; a capital after the hyphen ("Indonesia-Rusia") is no part of one.
PARTED_WORD = re.compile(r"([^\W\d_]{2,30})-\n([^\W\d_A-Z]{2,30})")
BLANK_LINES = re.compile(r"\n{3,}")


def tidy(text: str) -> str:
    """The text as its writer saw it: plain lines, plain blanks, no marks of the program that it came from."""
    text = LINE_ENDS.sub("\n", text)
    text = UNSEEN.sub("", SPACES.sub(" ", text)).translate(LIGATURES).translate(SYMBOLS)
    text = MESSAGE_HEAD.sub("", text)
    for marked in EMPHASIS:
        text = marked.sub(r"\1", text)
    text = PAGE_NUMBER.sub("", text)
    text = PARTED_WORD.sub(joined, text)
    text = "\n".join(map(cells_of, text.split("\n")))
    return BLANK_LINES.sub("\n\n", text).strip()


def cells_of(line: str) -> str:
    """A row of a table has tabs within; at its start a tab only indents, after a bullet it is a blank."""
    if "\t" not in line:
        return line.rstrip()
    cells = [cell for cell in map(str.strip, line.split("\t")) if cell]
    if len(cells) > 1 and BULLET.fullmatch(cells[0]):
        cells[:2] = [f"{cells[0]} {cells[1]}"]
    return " | ".join(cells)


def joined(parted: re.Match[str]) -> str:
    """The word without its hyphen; one said twice ("anak-anak") keeps it."""
    first, second = parted[1], parted[2]
    return f"{first}-{second}" if first.casefold() == second.casefold() else f"{first}{second}"
