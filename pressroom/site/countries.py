"""Countries of which the public can read something, and what that is."""

from __future__ import annotations

from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from agreements.models import Agreement, AgreementParty, Event, EventParticipant
from articles.models import EditionSubject
from entities.models import Country, Organization, Person
from entities.models.people import PersonQuerySet

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


def parties_of(country: Country | OuterRef) -> QuerySet[AgreementParty]:
    """The country's government, or a body of it, as party to an agreement that the public may know of."""
    known = AgreementParty.objects.public().filter(agreement__in=Agreement.objects.visible())
    return known.filter(Q(country=country) | Q(organization__country=country))


def participants_of(country: Country | OuterRef) -> QuerySet[EventParticipant]:
    """The country, a body or a person of it, as participant of an event that the public may know of."""
    known = EventParticipant.objects.public().filter(event__in=Event.objects.visible())
    of_it = Q(country=country) | Q(organization__country=country) | Q(person__nationality=country)
    return known.filter(of_it)


def organizations_of(country: Country | OuterRef) -> QuerySet[Organization]:
    """Bodies of the country, and those of others that it hosts, such as embassies."""
    known = Organization.objects.visible().standing()
    return known.filter(Q(country=country) | Q(host_country=country))


def people_of(country: Country | OuterRef) -> PersonQuerySet:
    return Person.objects.visible().standing().filter(nationality=country)
