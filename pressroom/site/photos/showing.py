"""A photograph as a page shows it: files to choose from, or a link instead for readers who save data."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import EditionImage, EditionText
from articles.photos.files import TYPES, Cut, cut_of, download_of
from pressroom.site.photos.wording import pixels, weight

# Whoever answers one way or the other says so to caches by this name, in `Vary`.
SAVING = "Save-Data"
ASKED_FOR = ("foto", "1")
# The column of text: 38rem of 18 px, and on a telephone all but the margins of 1.25rem. Lengths in `sizes`
# are measured before any style sheet is read: a rem would be 16 px there.
SIZES = "(min-width: 62rem) 684px, calc(100vw - 45px)"
# What the link says is the weight on an ordinary telephone.
USUAL_WIDTH = 720


@dataclass(frozen=True)
class Shown:
    """`sources` are (media type, srcset); `src` is for whoever reads none of them."""

    src: str
    width: int
    height: int
    sources: list[tuple[str, str]]
    sizes: str = SIZES


def shown(photo: EditionImage, cut: str = "whole") -> Shown:
    """In the cut asked for; until that is made, the copy that was made at the upload, which is never cut."""
    made = cut_of(photo.image, cut)
    if made is None:
        return Shown(photo.image.display.url, photo.width, photo.height, [])
    width, height = (photo.width, photo.height) if cut == "whole" else made.sizes[-1]
    return Shown(made.url(made.nearest(USUAL_WIDTH)[0], "jpg"), width, height, sources(made))


def for_sharing(photo: EditionImage) -> Shown | None:
    """Cut for the cards of those who share a link; None where that is not made, or was too small for it."""
    return shown(photo, "card") if cut_of(photo.image, "card") else None


def sources(made: Cut) -> list[tuple[str, str]]:
    return [(TYPES[kind], made.srcset(kind)) for kind in made.formats]


def is_saving(request: HttpRequest) -> bool:
    """Whether the reader asked for less data, and not for the photographs all the same."""
    name, value = ASKED_FOR
    return request.headers.get(SAVING, "").strip().lower() == "on" and request.GET.get(name) != value


def link_words(photo: EditionImage) -> str:
    """What the link in the place of a photograph says."""
    made = cut_of(photo.image)
    if made is None:
        return _("Tampilkan foto")
    return _("Tampilkan foto (%s)") % weight(made.weight(USUAL_WIDTH))


def downloads(photo: EditionImage, text: EditionText) -> list[tuple[str, str]]:
    """Addresses and words of the links; none as long as nothing was made of the photograph."""
    links = {"photo": ("original", _("Unduh resolusi tinggi")), "photo_web": ("web", _("Unduh untuk web"))}
    found = []
    for route, (which, words) in links.items():
        if file := download_of(photo.image, which):
            size = f"JPG {pixels(*file.size)}, {weight(file.bytes)}"
            found.append((reverse(f"site:{route}", args=[text.slug, photo.ordinal]), f"{words} ({size})"))
    return found


def kit_weight(photos: list[EditionImage]) -> str:
    """What a press kit with these photographs weighs, "" where it holds little more than texts."""
    files = [download_of(photo.image, which) for photo in photos for which in ("original", "web")]
    total = sum(file.bytes for file in files if file)
    return weight(total) if total else ""
