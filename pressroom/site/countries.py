"""Countries of which the public can read something, and what that is."""

from __future__ import annotations

from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from agreements.models import AgreementParty, EventParticipant
from articles.models import EditionSubject
from entities.models import Country, Organization, Person
from entities.models.people import PersonQuerySet
from pressroom.core.kept import kept_in_one_language
from pressroom.core.visibility import public_or_absent

# What may be known of a country: the annotation that says so, and what it is called.
TRACES = {
    "has_releases": _("Siaran pers"),
    "has_agreements": _("Perjanjian"),
    "has_events": _("Agenda"),
    "has_organizations": _("Lembaga"),
    "has_people": _("Tokoh"),
}


def concerned() -> QuerySet[Country]:
    """The countries that anything public concerns, each with a truth value for every one of `TRACES`.

    The same in every language: a page that exists in one exists in all.
    """
    here = OuterRef("pk")
    releases = EditionSubject.objects.current().filter(subject_type="country", subject_id=here)
    found = {
        "has_releases": Exists(releases),
        "has_agreements": Exists(parties_of(here)),
        "has_events": Exists(participants_of(here)),
        "has_organizations": Exists(organizations_of(here)),
        "has_people": Exists(people_of(here)),
    }
    any_of_them = reduce(or_, (Q(**{name: True}) for name in TRACES))
    return Country.objects.annotate(**found).filter(any_of_them)


@kept_in_one_language
def known_countries() -> dict[str, Country]:
    """`concerned()` by code."""
    return {country.pk: country for country in concerned()}


def parties_of(country: str | OuterRef, at: datetime | None = None) -> QuerySet[AgreementParty]:
    """The country's government, or a body of it, as party to an agreement that the public may know of."""
    known = AgreementParty.objects.public(at).filter(public_or_absent("agreement", at))
    return known.filter(Q(country=country) | Q(organization__country=country))


def participants_of(country: str | OuterRef, at: datetime | None = None) -> QuerySet[EventParticipant]:
    """The country, a body or a person of it, as participant of an event that the public may know of."""
    known = EventParticipant.objects.public(at).filter(public_or_absent("event", at))
    of_it = Q(country=country) | Q(organization__country=country) | Q(person__nationality=country)
    return known.filter(of_it)


def organizations_of(country: str | OuterRef, at: datetime | None = None) -> QuerySet[Organization]:
    """Bodies of the country, and those of others that it hosts, such as embassies."""
    known = Organization.objects.visible(at).standing(at)
    return known.filter(Q(country=country) | Q(host_country=country))


def people_of(country: str | OuterRef, at: datetime | None = None) -> PersonQuerySet:
    return Person.objects.visible(at).standing(at).filter(nationality=country)
