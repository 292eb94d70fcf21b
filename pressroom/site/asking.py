"""What a reader asks the releases for: one question behind every filtered list, feed, export and alert.

A question is made of the query parameters of an address: `q` (words), `kind` and `year` of the release, and
one of each thing it may speak of: `person`, `organization`, `agreement`, `event`, `topic` (its page's slug)
and `country` (ISO 3166-1 alpha-2). All must hold. The language is that of the interface.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.core.validators import slug_re
from django.db.models import Model, QuerySet
from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404

from articles.models import Article, EditionText
from articles.search.index import answering
from articles.search.marks import mark
from articles.search.queries import may_be_opening, wanted_of
from articles.search.stems import MAX_QUERY_LENGTH
from articles.search.wanted import Wanted
from entities.models import Country
from pressroom.site import reading
from pressroom.site.searching.directory import directory
from pressroom.site.searching.standing import some_keys, standing

FACETS = (*reading.SUBJECTS, "country")
PARAMETERS = ("q", "kind", "year", *FACETS)
YEARS = range(1900, 2200)


@dataclass(frozen=True, slots=True)
class Question:
    """The words asked, and the chosen value of every facet by its name: "slug", "RU", "2024"."""

    words: str = ""
    kind: str = ""
    year: int | None = None
    subjects: dict[str, Model] = field(default_factory=dict, hash=False)

    def texts(self, releases: QuerySet[EditionText], language: str) -> QuerySet[EditionText]:
        """Those of the releases (a queryset of `reading`, in that language) that answer the question."""
        if not self.parameters():
            return releases
        wanted = self.wanted(language)
        if self.may_be_unfinished(language) and not self.any(language, wanted):
            wanted = self.wanted(language, unfinished=True)
        return answering(releases, wanted, language)

    def wanted(self, language: str, *, unfinished: bool = False) -> Wanted:
        """What a text must have; with `unfinished`, the last word is taken for the beginning of one."""
        known = directory()
        words = wanted_of(self.words, language, known.names_of(known.named_in(self.words)))
        if self.words and not words:
            return words
        return (words.opened() if unfinished and words else words).also(self.marks())

    def may_be_unfinished(self, language: str) -> bool:
        return may_be_opening(self.words, language)

    def any(self, language: str, wanted: Wanted) -> bool:
        return bool(wanted) and bool(standing(wanted, language).rows(some_keys))

    def marks(self) -> list[list[str]]:
        """For each chosen facet, the marks of which a text must bear one."""
        own = [mark("kind", self.kind)] * bool(self.kind), [mark("year", self.year)] * bool(self.year)
        chosen = ([mark(name, key) for key in keys_of(one)] for name, one in self.subjects.items())
        return [marks for marks in (*own, *chosen) if marks]

    def parameters(self, **changed: str | None) -> dict[str, str]:
        """The query parameters of this question in their order; `changed` replaces some, None drops one."""
        asked: dict[str, Any] = {"q": self.words, "kind": self.kind, "year": self.year}
        asked |= {name: value_of(subject) for name, subject in self.subjects.items()}
        asked |= changed
        return {name: str(asked[name]) for name in PARAMETERS if asked.get(name)}

    def query(self, **changed: str | None) -> str:
        """`parameters` as the end of an address: "?q=rusia&year=2024", or nothing."""
        asked = self.parameters(**changed)
        return f"?{urlencode(asked)}" if asked else ""


def asked(query: QueryDict) -> Question:
    """Read a question from an address; raises Http404 for a value that names nothing the public may see."""
    found = {name: query.getlist(name) for name in PARAMETERS if query.getlist(name)}
    if any(len(values) > 1 for values in found.values()):
        raise Http404
    given = {name: value for name, (value,) in found.items() if value}
    return Question(
        words=given.get("q", "").replace("\0", "").strip()[:MAX_QUERY_LENGTH],
        kind=kind_named(given.get("kind", "")),
        year=year_named(given.get("year", "")),
        subjects={name: subject_named(name, given[name]) for name in FACETS if name in given},
    )


def kind_named(value: str) -> str:
    if value and value not in Article.Kind.values:
        raise Http404
    return value


def year_named(value: str) -> int | None:
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and len(value) == 4 and int(value) in YEARS):
        raise Http404
    return int(value)


def subject_named(name: str, value: str) -> Model:
    """The row of a public thing by the slug of its page, a country by its code."""
    if not slug_re.fullmatch(value):
        raise Http404
    if name == "country":
        return get_object_or_404(Country, pk=value.upper())
    return get_object_or_404(reading.SUBJECTS[name](), slug=value)


def value_of(subject: Model) -> str:
    return subject.pk if isinstance(subject, Country) else str(getattr(subject, "slug", subject.pk))


def keys_of(subject: Any) -> list[Any]:
    """The ids under which editions know this row."""
    return [subject.pk] if isinstance(subject, Country) else subject.known_keys()
