"""Which texts of a release readers may compare."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F, QuerySet

from articles.models import EditionNotice, EditionText

# The page of a history lists this many of the newest; a release has seldom more than three.
LISTED = 100


@dataclass(frozen=True)
class Step:
    """An edition and the one before it, both once public in the same language."""

    old: EditionText
    new: EditionText

    @property
    def number(self) -> int:
        return int(self.new.__dict__["number_of_edition"])


def readable(article: int, language: str) -> QuerySet[EditionText]:
    """Texts of a release that were public and may still be read, the newest first.

    What was withheld stays withheld: where the text is back after a withdrawal, those from before it are not
    shown again. A release of which no text stands has none.
    """
    if not EditionText.objects.current().filter(article=article, language=language).exists():
        return EditionText.objects.none()
    withheld = EditionNotice.objects.visible().filter(article=article).order_by("-edition__number")
    last = withheld.values_list("edition__number", flat=True).first() or 0
    texts = EditionText.objects.visible().filter(article=article, language=language)
    numbered = texts.filter(edition__number__gt=last).annotate(
        number_of_edition=F("edition__number"), kind_of_edition=F("edition__kind")
    )
    return numbered.order_by("-edition__number").defer("stems")


def versions(article: int, language: str) -> list[EditionText]:
    """`readable` without their texts, for lists."""
    return list(readable(article, language).defer("stems", "html", "text", "contact", "lead")[:LISTED])


def step_to(article: int, language: str, number: int) -> Step | None:
    """The edition of that number with the one before it; None where it has none, or nobody may read one."""
    found = list(readable(article, language).filter(edition__number__lte=number)[:2])
    if len(found) < 2 or found[0].__dict__["number_of_edition"] != number:
        return None
    return Step(old=found[1], new=found[0])
