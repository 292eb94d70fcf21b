"""What else than its words a text is found by: title, language, kind, year, subjects, as tokens of the index.

A mark is "kind:key", such as "person:12" or "title:rusia" for a stem of the title. No stem has a colon in it,
so that a mark is never taken for a word. With marks, "releases of 2024 that say this and speak of her" is one
look into one index, and facets are counted without another table.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from articles.search.stems import stem_text

TITLE, LANGUAGE = "title", "language"


def mark(kind: str, key: object) -> str:
    return f"{kind}:{key}".lower()


def marks_of(
    title: str, language: str, kind: str, published_at: datetime, subjects: Iterable[tuple[str, Any]]
) -> str:
    """The marks of a text with spaces between; `subjects` are (type, id) of what its edition speaks of.

    The year is that of the agency's clock, as the lists filter by it.
    """
    found = [mark(TITLE, stem) for stem in stem_text(title, language).split()]
    found += [mark(LANGUAGE, language), mark("kind", kind)]
    found += [mark("year", timezone.localtime(published_at).year)]
    return " ".join([*found, *(mark(*subject) for subject in subjects)])
