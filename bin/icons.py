#!/usr/bin/env python3
"""Draws the site's icon for older programs and for home screens; the results are committed.

python bin/icons.py
"""

import re
from pathlib import Path

from PIL import Image, ImageDraw

FOLDER = Path(__file__).resolve().parents[1] / "pressroom/site/static/site"
# The icon is made of bars and nothing else: where each begins, its width and height, and the way back.
PATH = re.compile(r'fill="(#\w+)" d="([^"]+)"')
BAR = re.compile(r"([Mm])(\d+) (\d+)h(\d+)v(\d+)(?:h-|H)\d+z")
SIZE = 32
TOUCH = 180
ICO = [(16, 16), (32, 32), (48, 48)]


def draw(size: int) -> Image.Image:
    """Drawn four times as large and shrunk, so that edges between two dots are soft."""
    scale = 4 * size / SIZE
    icon = Image.new("RGB", (4 * size, 4 * size))
    pen = ImageDraw.Draw(icon)
    for colour, path in PATH.findall((FOLDER / "favicon.svg").read_text()):
        x = y = 0
        for move, right, down, width, height in BAR.findall(path):
            x, y = (x + int(right), y + int(down)) if move == "m" else (int(right), int(down))
            pen.rectangle(
                (x * scale, y * scale, (x + int(width)) * scale - 1, (y + int(height)) * scale - 1), colour
            )
    return icon.resize((size, size), Image.Resampling.BOX)


if __name__ == "__main__":
    draw(TOUCH).quantize(16).save(FOLDER / "apple-touch-icon.png", optimize=True)
    draw(48).save(FOLDER / "favicon.ico", sizes=ICO)
