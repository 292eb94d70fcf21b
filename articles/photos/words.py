"""What a downloaded photograph says of itself, whatever format it is written in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from articles.models import EditionImage, Image

# Characters of a caption that a file takes along; XMP has to fit into one segment of 64 KB.
LONGEST = 4000


@dataclass(frozen=True)
class Words:
    """Caption and alt by language, "" where there is none; `terms` is the licence, `statement` its page."""

    caption: Mapping[str, str]
    alt: Mapping[str, str]
    credit: str
    rights: str
    terms: str
    statement: str
    taken_on: date | None
    people: tuple[str, ...]
    illustration: bool


def words_of(shown: EditionImage, people: Iterable[tuple[str, str]], statement: str) -> Words:
    """As the edition says them. `people` are those of the release, as (plain name, name with titles).

    Only who is named in the caption or the alternative text is in the picture, as far as anybody knows.
    """
    caption = {"id": plain(shown.caption), "en": plain(shown.caption_en)}
    alt = {"id": shown.alt, "en": shown.alt_en}
    said = " ".join((*caption.values(), *alt.values()))
    return Words(
        caption=caption,
        alt=alt,
        credit=shown.credit,
        rights=shown.rights,
        terms=shown.licence,
        statement=statement,
        taken_on=shown.taken_on,
        people=tuple(titled for name, titled in people if name in said),
        illustration=shown.kind == Image.Kind.ILLUSTRATION,
    )


def plain(caption: str) -> str:
    return " ".join(caption.split())[:LONGEST]
