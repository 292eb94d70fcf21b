"""Invented people and bodies: who heads what from when to when, and what they are called."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import NamedTuple

from django.utils.text import slugify

from agreements.models import InstrumentKind
from articles.demo.phrases import Deck, Phrase, names, words
from articles.demo.register import Fact, Facts, Register, fact, facts
from entities.models import (
    Appointment,
    Country,
    Honorific,
    Organization,
    OrganizationName,
    Person,
    PersonHonorific,
    PersonName,
    Post,
)
from pressroom.core.dates import Span

AGENCY = Phrase("Badan Contoh Nusantara", "Sample Agency of the Archipelago")
AGENCY_SHORT = "BCN"
OFFICES = (
    Phrase("Kepala BCN", "Head of BCN"),
    Phrase("Juru Bicara BCN", "Spokesperson of BCN"),
    Phrase("Deputi Kerja Sama BCN", "Deputy Head of BCN for Cooperation"),
    Phrase("Direktur Pencegahan BCN", "Director of Prevention of BCN"),
)
FRONTS = (
    ("Dinas Contoh", "Sample Office of", Organization.Kind.AGENCY, "Kepala", "Head"),
    ("Lembaga Contoh", "Sample Institute of", Organization.Kind.AGENCY, "Ketua", "Chair"),
    ("Perkumpulan Contoh", "Sample Association for", Organization.Kind.ASSOCIATION, "Ketua", "Chair"),
    ("Universitas Contoh", "Sample University of", Organization.Kind.OTHER, "Rektor", "Rector"),
    ("Yayasan Contoh", "Sample Foundation for", Organization.Kind.ASSOCIATION, "Pembina", "Patron"),
    ("Kementerian Contoh", "Sample Ministry of", Organization.Kind.MINISTRY, "Menteri", "Minister"),
)
ABROAD = ("NO", "FI", "UY", "KE", "NZ", "PT", "MN", "GH", "CL", "IS", "BT", "FJ", "LT", "PY")
HOME = "ID"
TERM = (500, 1_900)  # days that somebody holds an office


class Body(NamedTuple):
    """An organization, what one must know of it, and for each of its posts who held it one after another."""

    organization: Organization
    facts: Facts
    phrase: Phrase
    posts: list[list[Holder]]


class Holder(NamedTuple):
    """Somebody in an office: what one must know to understand that, and the honorifics to be cited for."""

    appointment: Appointment
    facts: Facts
    honorifics: list[Fact]
    styled: Phrase

    @property
    def person(self) -> Person:
        return self.appointment.person

    @property
    def called(self) -> Phrase:
        """Title and name, as a release introduces somebody."""
        titles = self.appointment.title(), self.appointment.title("en")
        return Phrase(f"{titles[0]} {self.styled.id}", f"{titles[1]} {self.styled.en}")


class Cast:
    """Everybody who may appear in an archive that lasts from `first` to `last`."""

    def __init__(self, dice: Random, register: Register, releases: int, first: date, last: date) -> None:
        self.dice, self.register, self.first, self.last = dice, register, first, last
        self.taken: set[str] = set()
        self.home = Country.objects.get(iso2=HOME)
        self.decree = InstrumentKind.objects.get(code="perpres")
        self.degrees = list(Honorific.objects.filter(kind=Honorific.Kind.ACADEMIC).order_by("code"))
        self.cities = Deck(self.places(24))
        self.villages = Deck(self.places(600))
        self.programmes = Deck(self.places(40 + releases // 60))
        self.agency = self.body(AGENCY, Organization.Kind.AGENCY, OFFICES, AGENCY_SHORT)
        self.partners = Deck(self.partner(number) for number in range(16 + releases // 200))
        self.embassies = Deck(self.embassy(country) for country in Country.objects.filter(iso2__in=ABROAD))

    def places(self, count: int) -> list[str]:
        """Invented names of so many places, each once."""
        front, end = names("place_front"), names("place_end")
        found: dict[str, None] = {}
        while len(found) < count:
            middle = self.dice.choice(front).lower() if len(found) > len(front) * 20 else ""
            found[self.dice.choice(front) + middle + self.dice.choice(end)] = None
        return list(found)

    def remote(self, dice: Random) -> str:
        """A place that is hardly ever spoken of."""
        front, end = names("place_front"), names("place_end")
        return dice.choice(front) + dice.choice(front).lower() + dice.choice(end)

    def partner(self, number: int) -> Body:
        front, front_en, kind, office, office_en = FRONTS[number % len(FRONTS)]
        field, city = self.dice.choice(words("field")), self.place_of(number)
        name = Phrase(f"{front} {field.id} {city}", f"{front_en} {field.en}, {city}")
        short = "".join(word[0] for word in f"{front} {field.id}".split() if word != "dan") + f" {city}"
        posts = (Phrase(f"{office} {short}", f"{office_en} of {short}"),)
        return self.body(name, kind, posts, short[:30])

    def place_of(self, number: int) -> str:
        """A place that makes the name of the n-th partner its own."""
        places = [*self.cities.items, *self.villages.items]
        round_, place = divmod(number, len(places))
        return f"{places[place]} {round_ + 1}" if round_ else places[place]

    def embassy(self, country: Country) -> Body:
        name = Phrase(
            f"Kedutaan Contoh {country.name} di Indonesia",
            f"Sample Embassy of {country.name_en} in Indonesia",
        )
        post = Phrase(
            f"Duta Besar Contoh {country.name} untuk Indonesia",
            f"Sample Ambassador of {country.name_en} to Indonesia",
        )
        return self.body(name, Organization.Kind.EMBASSY, (post,), "", country)

    def body(
        self,
        name: Phrase,
        kind: str,
        posts: Iterable[Phrase],
        short: str,
        country: Country | None = None,
    ) -> Body:
        organization = self.register.new(
            Organization,
            slug=self.slug(name.id),
            name=name.id,
            name_en=name.en,
            short=short,
            kind=kind,
            country=country or self.home,
            host_country=self.home if country else None,
        )
        known = facts(organization, *self.short_names(organization))
        return Body(organization, known, name, [self.holders(organization, post, known) for post in posts])

    def short_names(self, organization: Organization) -> list[OrganizationName]:
        kind, short = OrganizationName.Kind.ACRONYM, organization.short
        new = self.register.new
        return [new(OrganizationName, organization=organization, name=short, kind=kind)] if short else []

    def holders(self, organization: Organization, title: Phrase, known: Facts) -> list[Holder]:
        """One after another; when the first of them began is only known to the year."""
        post = self.register.new(Post, organization=organization, title=title.id, title_en=title.en)
        days = [self.first - timedelta(days=400)]
        while days[-1] < self.last:
            days.append(days[-1] + timedelta(days=self.dice.randint(*TERM)))
        held = [*pairwise(days[:-1]), (days[-2], None)]
        return [self.holder(post, known, begun, over, number) for number, (begun, over) in enumerate(held)]

    def holder(self, post: Post, known: Facts, begun: date, over: date | None, number: int) -> Holder:
        person, names = self.person(post)
        honorifics = self.honorifics(person)
        appointment = self.register.new(Appointment, person=person, post=post)
        earliest = begun if number else begun.replace(month=1, day=1)
        ended = over - timedelta(days=1) if over else None
        appointment.span = Span(earliest, begun, ended, ended)
        if number and self.dice.random() < 0.1:
            appointment.kind = Appointment.Kind.PLT if over else Appointment.Kind.SUBSTANTIVE
        styled = Phrase(person.styled(begun), person.styled(begun, "en"))
        needed = facts(appointment, person, post, *names) | known
        return Holder(appointment, needed, [fact(held) for held in honorifics], styled)

    def person(self, post: Post) -> tuple[Person, list[PersonName]]:
        first, last = self.name()
        person = self.register.new(
            Person,
            slug=self.slug(f"{first} {last}"),
            name=f"{first} {last}",
            sort_name=f"{last}, {first}",
            nationality=post.organization.country,
        )
        spellings = [last.replace("y", "j")] if "y" in last else []
        new = self.register.new
        return person, [new(PersonName, person=person, name=f"{first} {other}") for other in spellings]

    def name(self) -> tuple[str, str]:
        """A name that nobody here bears yet, of words that are nobody's name together."""
        given, family = names("given"), names("family")
        while True:
            first = " ".join(self.dice.sample(given, 2 if len(self.taken) > 1_500 else 1))
            last = self.dice.choice(family)
            if f"{first} {last}" not in self.taken:
                self.taken.add(f"{first} {last}")
                return first, last

    def honorifics(self, person: Person) -> list[PersonHonorific]:
        chosen = self.dice.sample(self.degrees, min(len(self.degrees), self.dice.choice((0, 1, 1, 2))))
        held = [
            self.register.new(PersonHonorific, person=person, honorific=degree, ordinal=ordinal)
            for ordinal, degree in enumerate(chosen, start=1)
        ]
        for one in held:
            one.span = Span(start_latest=self.first - timedelta(days=4_000))
        person._prefetched_objects_cache = {"honorifics": held}  # type: ignore[attr-defined]
        return held

    def slug(self, name: str) -> str:
        """`contoh-` before it, short enough for every register, with a number where it is taken."""
        wanted = found = f"contoh-{slugify(name.replace('Contoh ', ''))}"[:42].strip("-")
        number = 1
        while found in self.taken:
            number += 1
            found = f"{wanted}-{number}"
        self.taken.add(found)
        return found


def holding(posts: list[Holder], day: date) -> Holder:
    """Who certainly held the office on that day; it is never empty while the archive lasts."""
    return next(holder for holder in posts if holder.appointment.span.certain_on(day))
