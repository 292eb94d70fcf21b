"""What readers of one edition find changed in the next, word by word, with the code that compares drafts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import EditionImage, EditionQuote, EditionText
from articles.words import Block, Kind, Passage, html_blocks, passages, text_blocks
from pressroom.core.dates.days import interface_language, write_day
from pressroom.site.editions.versions import Step

Blocks = list[Block]
# A part of a release by its name, and its words in blocks.
READ: tuple[tuple[Promise, Callable[[EditionText], Blocks]], ...] = (
    (_("Judul"), lambda text: text_blocks(text.title)),
    (_("Ringkasan"), lambda text: text_blocks(text.lead)),
    (_("Nomor"), lambda text: text_blocks(text.number)),
    (_("Tanggal siaran"), lambda text: text_blocks(day_words(text.released_on))),
    (_("Tempat"), lambda text: text_blocks(text.place)),
    (_("Teks"), lambda text: html_blocks(text.html)),
    (_("Narahubung"), lambda text: text_blocks(text.contact)),
)


@dataclass(frozen=True)
class Same:
    """So many passages in a row that did not change."""

    count: int


@dataclass(frozen=True)
class Difference:
    """A part of the release that changed: its passages, those that did not change only counted."""

    name: str
    passages: list[Passage | Same]


def differences(step: Step) -> list[Difference]:
    """Every part that reads differently, in the order of the page; two queries besides the texts."""
    pairs = [(name, read(step.old), read(step.new)) for name, read in READ]
    spoken, shown = spoken_in(step), shown_in(step)
    pairs += [
        (_("Pembicara"), spoken.get(step.old.edition_id, []), spoken.get(step.new.edition_id, [])),
        (_("Keterangan foto"), shown.get(step.old.edition_id, []), shown.get(step.new.edition_id, [])),
    ]
    return [Difference(str(name), folded(passages(old, new))) for name, old, new in pairs if old != new]


def spoken_in(step: Step) -> dict[int, Blocks]:
    """By edition, who said what, a line a quote."""
    quotes = EditionQuote.objects.visible().filter(edition__in=editions(step), language=step.new.language)
    lines = ((q.edition_id, f"{q.name}, {q.role}" if q.role else q.name) for q in quotes.order_by("ordinal"))
    return grouped(lines)


def shown_in(step: Step) -> dict[int, Blocks]:
    """By edition, the captions and credits, a line a photo."""
    suffix = "_en" if step.new.language == "en" else ""
    photos = EditionImage.objects.visible().filter(edition__in=editions(step)).order_by("ordinal")
    return grouped(
        (photo.edition_id, " ".join(filter(None, (getattr(photo, f"caption{suffix}"), photo.credit))))
        for photo in photos
    )


def editions(step: Step) -> list[int]:
    return [step.old.edition_id, step.new.edition_id]


def grouped(lines: Iterable[tuple[int, str]]) -> dict[int, Blocks]:
    found: dict[int, Blocks] = {}
    for edition, line in lines:
        found.setdefault(edition, []).extend(text_blocks(line))
    return found


def day_words(day: date | None) -> str:
    return write_day(day, interface_language()) if day else ""


def folded(compared: Iterable[Passage]) -> list[Passage | Same]:
    """The passages that changed, and between them how many did not."""
    found: list[Passage | Same] = []
    for passage in compared:
        if any(run.kind != Kind.SAME for run in passage):
            found.append(passage)
        elif found and isinstance(found[-1], Same):
            found[-1] = Same(found[-1].count + 1)
        else:
            found.append(Same(1))
    return found
