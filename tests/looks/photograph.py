"""A picture that weighs what photographs weigh: in these, too, detail gets fainter as it gets finer."""

from __future__ import annotations

import io
from random import Random

from django.core.files.base import ContentFile
from PIL import Image as Picture
from PIL import ImageChops, ImageFilter

SIZE = (2400, 1600)
# The coarsest detail has so many dots across; each finer one has twice as many, and less contrast.
COARSEST, OCTAVES, FAINTER = 6, 9, 0.62
# Colours are blurred and pale beside light and shade.
BLUR, PALENESS = ImageFilter.GaussianBlur(8), 0.35


def draw(seed: int = 1) -> ContentFile:
    dice = Random(seed)  # noqa: S311 (a drawing, no secret)
    light = detail(dice)
    colours = [contrasted(detail(dice).filter(BLUR), PALENESS) for _channel in range(2)]
    buffer = io.BytesIO()
    Picture.merge("YCbCr", [light, *colours]).convert("RGB").save(buffer, "JPEG", quality=92)
    return ContentFile(buffer.getvalue(), name="derau.jpg")


def detail(dice: Random) -> Picture.Image:
    whole = Picture.new("L", SIZE, 128)
    for octave in range(OCTAVES):
        across = COARSEST * 2**octave
        size = (across, across * SIZE[1] // SIZE[0])
        dots = Picture.frombytes("L", size, dice.randbytes(size[0] * size[1]))
        finer = contrasted(dots.resize(SIZE, Picture.Resampling.BICUBIC), 0.8 * FAINTER**octave)
        whole = ImageChops.add(whole, finer, 1, -128)
    return whole


def contrasted(picture: Picture.Image, share: float) -> Picture.Image:
    return picture.point([round(128 + (dot - 128) * share) for dot in range(256)])
