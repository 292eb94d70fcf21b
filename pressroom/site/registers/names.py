"""Filters of the lists of people and organizations: first letter, country, and kind of organization."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, QueryDict

from entities.models import Country, Organization, Person
from pressroom.core.dates.days import interface_language
from pressroom.site.registers.agreements import country_named, one_of

LETTERS = tuple(ascii_uppercase)
PARAMETERS = ("letter", "kind", "country")


@dataclass(frozen=True, slots=True)
class NameQuestion:
    """The chosen value of every parameter, "" or None for any."""

    letter: str = ""
    kind: str = ""
    country: Country | None = None

    def people(self, people: QuerySet[Person]) -> QuerySet[Person]:
        """Those whose name is sorted under the letter, and who are nationals of the country."""
        if self.letter:
            people = people.filter(sort_name__istartswith=self.letter)
        return people.filter(nationality=self.country) if self.country else people

    def organizations(self, bodies: QuerySet[Organization]) -> QuerySet[Organization]:
        if self.letter:
            bodies = bodies.filter(name__istartswith=self.letter)
        if self.kind:
            bodies = bodies.filter(kind=self.kind)
        return bodies.filter(country=self.country) if self.country else bodies

    def query(self, **changed: str | None) -> str:
        """The parameters as the end of an address, "?letter=A&country=RU"; `changed` replaces, None drops."""
        asked: dict[str, Any] = {"letter": self.letter, "kind": self.kind}
        asked |= {"country": self.country and self.country.pk, **changed}
        given = {name: asked[name] for name in PARAMETERS if asked[name]}
        return f"?{urlencode(given)}" if given else ""


def asked(query: QueryDict) -> NameQuestion:
    """Read a question from an address; raises Http404 for a value that these lists do not know."""
    if any(len(query.getlist(name)) > 1 for name in PARAMETERS):
        raise Http404
    return NameQuestion(
        letter=one_of(LETTERS, query.get("letter", "").upper()),
        kind=one_of(Organization.Kind, query.get("kind", "")),
        country=country_named(query.get("country", "")),
    )


def has_blanks(query: QueryDict) -> bool:
    return any(name in query and not query[name] for name in PARAMETERS)


def countries_of(rows: QuerySet, field: str) -> QuerySet[Country, tuple[str, str]]:
    """Code and name, in the reader's language, of the countries that some rows name in that field."""
    name = "name_en" if interface_language() == "en" else "name"
    named = Country.objects.filter(Exists(rows.filter(**{field: OuterRef("pk")})))
    return named.order_by(name).values_list("pk", name)
