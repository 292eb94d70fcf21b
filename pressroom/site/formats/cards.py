"""The picture that a link shows where people share it: headline, agency and day on paper, with lurik."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630
MARGIN = 72
FONT = Path(__file__).parents[1] / "static" / "site" / "plus-jakarta-sans.woff2"
PAPER, INK, GREY, SEA, GOLD = "#FBFAF6", "#16181D", "#585C66", "#0E4A6B", "#8A5A00"
# The stripes of the site's band, four times as wide: offset, width, colour; and how often they come.
STRIPES, RHYTHM, BAND = ((0, 8, SEA), (24, 4, GOLD)), 44, 36
# The largest headline that fits is taken; the last one is cut where it does not.
SIZES, LINES, LEADING = (76, 68, 60, 52, 46), (4, 4, 5, 5, 6), 1.16
BOLD, REGULAR = 800, 500
COLOURS = 64


@dataclass(frozen=True)
class Card:
    """The words of a card, each a line but the headline."""

    kicker: str
    headline: str
    agency: str
    day: str


def draw(card: Card) -> bytes:
    """A PNG of WIDTH × HEIGHT pixels."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(image)
    for left in range(0, WIDTH, RHYTHM):
        for offset, width, colour in STRIPES:
            pen.rectangle((left + offset, 0, left + offset + width - 1, BAND), fill=colour)
    pen.text((MARGIN, 84), printable(card.kicker), font=face(30, 700), fill=GOLD)
    write_headline(pen, printable(card.headline))
    pen.line((MARGIN, 528, WIDTH - MARGIN, 528), fill=INK, width=3)
    pen.text((MARGIN, 548), printable(card.agency), font=face(28, 700), fill=INK)
    pen.text((WIDTH - MARGIN, 548), printable(card.day), font=face(28, REGULAR), fill=GREY, anchor="ra")
    return png(image)


def write_headline(pen: ImageDraw.ImageDraw, headline: str) -> None:
    for size, most in zip(SIZES, LINES, strict=True):
        font = face(size, BOLD)
        lines = wrapped(headline, font)
        if len(lines) <= most:
            break
    else:
        lines = [*lines[: most - 1], f"{lines[most - 1]} …"]
    for number, line in enumerate(lines):
        pen.text((MARGIN, 140 + round(number * size * LEADING)), line, font=font, fill=INK)


def wrapped(words: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """The words in lines no wider than the card; a wider word stands alone, and the edge cuts it."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= WIDTH - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return [line for line in lines if line]


@cache
def face(size: int, weight: int) -> ImageFont.FreeTypeFont:
    """The house's face; FreeType reads the very file that browsers get."""
    font = ImageFont.truetype(FONT, size)
    font.set_variation_by_axes([weight])
    return font


def printable(words: str) -> str:
    """Without accents: the face holds what Indonesian and English are written with, and no more."""
    return "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))


def png(image: Image.Image) -> bytes:
    file = BytesIO()
    image.quantize(COLOURS).save(file, "PNG", optimize=True)
    return file.getvalue()
