"""Reference data as intake reads it: countries, titles, topics and kinds of legal instruments."""

from __future__ import annotations

import re
from typing import Any

from django.utils.functional import cached_property

from agreements.models import InstrumentKind
from entities.models import Country, Honorific, Topic

_NOT_LETTERS = re.compile(r"[\W_]+")
_GOVERNMENT = re.compile(r"^(?:pemerintah|government of|negara)\s+(?:the\s+)?", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_RETIRED = re.compile(r"\(\s*purn\.?\s*\)", re.IGNORECASE)


class Reference:
    """Each table is asked once. One draft has one of these; an archive's import shares one for all."""

    def __init__(self) -> None:
        # Where to go on counting behind an address that many rows want; see `drafting.slugs`.
        self.numbers: dict[Any, int] = {}

    @cached_property
    def countries(self) -> dict[str, Country]:
        """By ISO code."""
        return {row.pk: row for row in Country.objects.all()}

    @cached_property
    def country_names(self) -> dict[str, Country]:
        """By folded name, official or not, in both languages, and by code."""
        rows = self.countries.values()
        named = {fold(name): row for row in rows for name in (row.name, row.official, row.name_en) if name}
        return named | {row.pk.casefold(): row for row in rows}

    def country_of(self, line: str) -> Country | None:
        """ "Pemerintah Republik Indonesia (RI)" is the country."""
        return self.country_names.get(bare(_GOVERNMENT.sub("", line)))

    @cached_property
    def honorifics(self) -> dict[str, Honorific]:
        """By `letters` of the abbreviation; of two alike the one that precedes."""
        return {letters(row.abbr): row for row in Honorific.objects.order_by("-precedence")}

    @cached_property
    def topics(self) -> dict[str, Topic]:
        """By slug."""
        return {row.slug: row for row in Topic.objects.all()}

    @cached_property
    def instrument_kinds(self) -> dict[str, InstrumentKind]:
        """By code."""
        return {row.code: row for row in InstrumentKind.objects.all()}


def bare(name: str) -> str:
    """Folded, without what stands in brackets."""
    return fold(_BRACKETS.sub("", name))


def fold(name: str) -> str:
    return " ".join(name.split()).casefold()


def letters(title: str) -> str:
    """ "Komjen. Pol." and "Komjen Pol" are one title; so are "S.I.K." and "SIK", and a retired one's."""
    return _NOT_LETTERS.sub("", _RETIRED.sub("", title)).casefold()


def is_retired(title: str) -> bool:
    return bool(_RETIRED.search(title))
