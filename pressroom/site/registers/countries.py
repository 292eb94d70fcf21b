"""How many agreements of a question each country is a party to: for the map, its table and the filter."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.conf import settings
from django.db.models import Count
from django.db.models.functions import Coalesce

from agreements.models import AgreementParty
from pressroom.core.dates.days import interface_language
from pressroom.core.kept import kept_for_generation
from pressroom.site.charts import world
from pressroom.site.registers.agreements import RegisterQuestion


@dataclass(frozen=True, slots=True)
class Partner:
    """A country, the number of its agreements, the query that asks for them; `drawn`: it is on the map."""

    code: str
    name: str
    total: int
    query: str
    chosen: bool
    drawn: bool


@kept_for_generation
def partners(question: RegisterQuestion) -> tuple[Partner, ...]:
    """The countries, other than the home country, with agreements that answer the rest of the question.

    By name in the language of the interface. A body that is a party counts for its country.
    """
    agreements = replace(question, country=None).agreements().values("pk")
    parties = AgreementParty.objects.public().filter(agreement__in=agreements)
    nation = {
        field: Coalesce(f"country__{field}", f"organization__country__{field}")
        for field in ("iso2", "name", "name_en")
    }
    rows = parties.order_by().values(**nation).annotate(total=Count("agreement", distinct=True))
    language = interface_language()
    found = [
        Partner(
            code=row["iso2"],
            name=row["name_en"] if language == "en" else row["name"],
            total=row["total"],
            query=question.query(country=row["iso2"]),
            chosen=bool(question.country and question.country.pk == row["iso2"]),
            drawn=row["iso2"] in world.drawn(),
        )
        for row in rows
        if row["iso2"] not in (None, settings.HOME_COUNTRY)
    ]
    return tuple(sorted(found, key=lambda partner: partner.name))
