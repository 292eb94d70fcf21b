"""What stands beside a list of releases: facets, chips, feeds; for any list that answers a question."""

from __future__ import annotations

from dataclasses import dataclass

from pressroom.core.kept import kept_in_one_language
from pressroom.site.asking import Question
from pressroom.site.display.words import named
from pressroom.site.searching.facets import Chip, Counts, Facet, chips, counts, facets
from pressroom.site.searching.results import LOOKED_AT, Answers, candidates_of


@dataclass(frozen=True, slots=True)
class Narrowing:
    """`more`: others answer too than were counted, so that the counts are the least there are."""

    question: Question
    facets: list[Facet]
    chips: list[Chip]
    more: bool

    @property
    def query(self) -> str:
        """The end of the address of everything that shows exactly this: feeds, tables, alerts."""
        return self.question.query()

    @property
    def chosen(self) -> dict[str, str]:
        """The facets by name and value, for a form that asks for other words."""
        return self.question.parameters(q=None)

    @property
    def bare(self) -> str:
        """The same words without any facet."""
        return Question(self.question.words).query()


def narrowing(question: Question, language: str, found: Answers | None = None) -> Narrowing:
    """By what a list can be narrowed; what was `found` already is not asked again."""
    numbers, more = (counts(found.candidates), found.more) if found else counted(question, language)
    return Narrowing(question, facets(question, numbers, language), chips(question, named), more)


@kept_in_one_language
def counted(question: Question, language: str) -> tuple[Counts, bool]:
    """The counts of a question, the same on every page of its list."""
    found = candidates_of(question, language)
    return counts(found[:LOOKED_AT]), len(found) > LOOKED_AT
