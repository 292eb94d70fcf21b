"""What a check finds, and what its rules look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Citation, Image, Quote


class Level(models.TextChoices):
    BLOCKS = "blocks", _("Wajib diperbaiki")
    WARNS = "warns", _("Sebaiknya diperbaiki")
    DONE = "done", _("Sudah beres")


@dataclass(frozen=True)
class Finding:
    """One line of the checklist; `field` is the id in the desk's form to jump to, "" where there is none."""

    rule: str
    level: Level
    text: str
    field: str


# What a rule yields for each thing that is wrong: level, sentence, field.
Found = tuple[Level, str, str]


@dataclass(frozen=True)
class Context:
    """A stored working copy under check: each of its parts is fetched once, however many rules look at it."""

    article: Article
    at: datetime
    approved: bool = False

    @cached_property
    def texts(self) -> dict[str, str]:
        """Headline and body as plain text, by each language that will be published."""
        return {language: self.article.text(language) for language in self.article.languages}

    @cached_property
    def quotes(self) -> list[Quote]:
        """In the order of the form."""
        return list(self.article.quotes.all())

    @cached_property
    def citations(self) -> list[Citation]:
        """In the order of the form."""
        return list(self.article.citations.all())

    @cached_property
    def images(self) -> list[Image]:
        return [use.image for use in self.article.images.select_related("image")]


@dataclass(frozen=True)
class Rule:
    """`find` yields what is wrong; `done` is the line that stands there when nothing is.

    Publishing itself asks the rules marked `gate`, and no other may block.
    """

    name: str
    find: Callable[[Context], Iterable[Found]]
    done: Promise
    field: str
    gate: bool = False

    def findings(self, context: Context) -> list[Finding]:
        found = [Finding(self.name, *one) for one in self.find(context)]
        return found or [Finding(self.name, Level.DONE, str(self.done), self.field)]


def suffix(language: str) -> str:
    """What ends the names of a language's fields."""
    return "_en" if language == "en" else ""
