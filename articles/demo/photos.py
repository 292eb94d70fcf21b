"""Pictures for an invented archive: landscapes drawn by dice, each of which says on its face what it is."""

from __future__ import annotations

import io
from math import pi, sin
from random import Random

from django.core.files.base import ContentFile
from PIL import Image as Picture
from PIL import ImageDraw, ImageFont

from articles.models import Image

SIZE = (1500, 1000)
MOST = 60
Colour = tuple[int, int, int]
SKIES: tuple[tuple[Colour, Colour], ...] = (
    ((251, 236, 205), (236, 170, 120)),
    ((206, 227, 240), (14, 74, 107)),
    ((232, 226, 214), (31, 107, 69)),
    ((222, 210, 232), (70, 52, 96)),
)


def draw(releases: int, seed: int) -> list[Image]:
    """Stored pictures for so many releases, the same for the same seed."""
    return [stored(number, seed) for number in range(1, min(MOST, releases // 20 + 2) + 1)]


def stored(number: int, seed: int) -> Image:
    buffer = io.BytesIO()
    picture(f"{seed}/{number}").save(buffer, "JPEG", quality=85)
    image = Image(
        alt=f"Gambar rekaan {number}: bukit, matahari, dan pita lurik dengan tulisan CONTOH.",
        alt_en=f"Invented picture {number}: hills, a sun and a striped band with the word CONTOH (sample).",
        caption=f"Gambar contoh {number}, digambar oleh program; tidak memperlihatkan kejadian nyata.",
        caption_en=f"Sample picture {number}, drawn by a program; it shows no real event.",
        kind=Image.Kind.ILLUSTRATION,
        credit="program contoh",
        rights="Bebas dipakai",
        licence="CC0 1.0",
    )
    image.original = ContentFile(buffer.getvalue(), name=f"contoh-{seed}-{number}.jpg")
    image.save()
    return image


def picture(seed: str) -> Picture.Image:
    dice = Random(seed)  # noqa: S311 (a drawing, no secret)
    sky, land = dice.choice(SKIES)
    image = Picture.new("RGB", SIZE, sky)
    pen = ImageDraw.Draw(image)
    sun(pen, dice)
    for layer in range(5):
        hills(pen, dice, blend(sky, land, (layer + 1) / 5), SIZE[1] * (0.42 + 0.11 * layer))
    lurik(pen, dice)
    pen.text((60, 50), "CONTOH", fill=land, font=ImageFont.load_default(size=64))
    return image


def sun(pen: ImageDraw.ImageDraw, dice: Random) -> None:
    x, y, radius = dice.randint(200, 1_300), dice.randint(160, 360), dice.randint(60, 120)
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=(227, 180, 92))


def hills(pen: ImageDraw.ImageDraw, dice: Random, colour: Colour, height: float) -> None:
    waves = [(dice.uniform(10, 70), dice.uniform(0.5, 3), dice.uniform(0, 2 * pi)) for _wave in range(3)]
    ridge = [
        (x, height + sum(tall * sin(x / SIZE[0] * 2 * pi * often + at) for tall, often, at in waves))
        for x in range(0, SIZE[0] + 10, 10)
    ]
    pen.polygon([(0, SIZE[1]), *ridge, SIZE], fill=colour)


def lurik(pen: ImageDraw.ImageDraw, dice: Random) -> None:
    """The woven stripe at the foot, another rhythm each time."""
    x = 0
    while x < SIZE[0]:
        width = dice.choice((4, 8, 8, 20))
        pen.rectangle((x, SIZE[1] - 60, x + width, SIZE[1]), fill=dice.choice(((22, 24, 29), (138, 90, 0))))
        x += width * 2


def blend(first: Colour, second: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue
