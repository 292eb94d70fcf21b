"""Accepted people with their titles, and the offices in which the text shows them."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from articles.intake.proposals import Proposal
from articles.intake.reference import is_retired, letters
from entities.models import Appointment, Honorific, Organization, Person, PersonHonorific, Post
from pressroom.core.dates import Span as Period
from pressroom.core.dates import UncertainDate

from .writing import Writing


class People:
    """The people of one draft."""

    def __init__(self, writing: Writing) -> None:
        self.writing, self.answers, self.register = writing, writing.answers, writing.register
        self.posts: dict[tuple[int, str], Post] = {}
        self.office_of: dict[int, Appointment] = {}  # by the id() of the person's row

    def write(self) -> None:
        for card in self.answers.accepted("person"):
            person = self.writing.existing(card) or self.new_person(card)
            self.writing.made[card.key] = person
            if card.fields:
                self.titles(card, person)
                self.office(card, person)

    def new_person(self, card: Proposal) -> Person:
        name = self.answers.value(card, "name")
        person = Person(name=name, sort_name=sort_name(name))
        self.writing.slugs.ask(person, name)
        return self.writing.rows.add(card.key, person)

    def titles(self, card: Proposal, person: Person) -> None:
        """Titles that the register of honorifics knows and the person does not hold yet.

        A rank is left out where another is held: that it changed is a concern that the editor decides.
        """
        ranked = any(is_rank(held.honorific) for held in self.held(person))
        for ordinal, (honorific, retired) in enumerate(self.recognised(card), start=1):
            if self.holds(person, honorific) or (ranked and is_rank(honorific)):
                continue
            ranked = ranked or is_rank(honorific)
            row = PersonHonorific(
                person=person, honorific=honorific, ordinal=ordinal, retired=retired and is_rank(honorific)
            )
            row.span = Period.seen_on(self.writing.day)
            self.writing.rows.add(card.key, row)
            self.writing.cite("person_honorific", row, card.evidence, card.spans[0])

    def recognised(self, card: Proposal) -> list[tuple[Honorific, bool]]:
        """Each title line as an honorific, neighbours joined where only together they are one."""
        lines = self.answers.lines(card, "titles")
        found: list[tuple[Honorific, bool]] = []
        while lines:
            size, honorific = self.longest(lines)
            if honorific and honorific not in {known for known, _retired in found}:
                found.append((honorific, any(is_retired(line) for line in lines[: size + 1])))
            del lines[:size]
        return found

    def longest(self, lines: list[str]) -> tuple[int, Honorific | None]:
        for size in range(min(3, len(lines)), 0, -1):
            if honorific := self.writing.reference.honorifics.get(letters(" ".join(lines[:size]))):
                return size, honorific
        return 1, None

    def held(self, person: Person) -> list[PersonHonorific]:
        """In the register, or by another card of this draft that means the same person."""
        drafted = [row for row in self.writing.rows.new[PersonHonorific] if row.person is person]
        return [*drafted, *(row for row in self.register.honorifics if row.person_id == person.pk)]

    def holds(self, person: Person, honorific: Honorific) -> bool:
        return any(row.honorific_id == honorific.pk for row in self.held(person))

    def office(self, card: Proposal, person: Person) -> None:
        title, key = self.answers.value(card, "post"), self.answers.value(card, "organization")
        if title:
            self.known_office(card, person, title, self.writing.made.get(key))

    def known_office(
        self, card: Proposal, person: Person, title: str, organization: Organization | None
    ) -> None:
        if organization is None:
            message = _("Jabatan memerlukan lembaga: terima dahulu lembaganya, atau kosongkan jabatannya.")
            self.answers.refuse(f"{card.key}-organization", message)
            return
        appointment = self.appointment(card, person, self.post(card, organization, title))
        if appointment:
            self.office_of[id(person)] = appointment
            span = self.writing.reading.people[int(card.key.rpartition("-")[2])].role_span
            self.writing.cite("appointment", appointment, None, span or card.spans[0])

    def post(self, card: Proposal, organization: Organization, title: str) -> Post:
        """The organization's post of that title; a new one where it has none."""
        key = (id(organization), title.casefold())
        if key not in self.posts:
            known = organization.pk and self.register.posts.get((organization.pk, title.casefold()))
            self.posts[key] = known or self.new_post(card, organization, title)
        return self.posts[key]

    def new_post(self, card: Proposal, organization: Organization, title: str) -> Post:
        english = self.answers.value(card, "post_en")
        post = Post(organization=organization, title=title, title_en=english)
        return self.writing.rows.add(card.key, post)

    def appointment(self, card: Proposal, person: Person, post: Post) -> Appointment | None:
        """The one that is known for that day, else a new one; None where somebody else holds it."""
        day, kind = self.writing.day, self.answers.value(card, "acting")
        if held := self.already_held(person, post, kind):
            return held
        appointment = Appointment(person=person, post=post, kind=kind)
        appointment.span = Period.seen_on(day)
        holder = self.holder(post) if appointment.kind == Appointment.Kind.SUBSTANTIVE else None
        if holder and not precede(appointment, holder, day):
            self.refuse_taken(card, holder)
            return None
        self.writing.rows.add(card.key, appointment)
        return appointment

    def already_held(self, person: Person, post: Post, kind: str) -> Appointment | None:
        """Of the same kind; who is recorded as acting may be printed without it, but not the other way."""
        rows = [row for row in self.offices(post) if row.person == person]
        possible = [row for row in rows if row.span.possible_on(self.writing.day)]
        same = [row for row in possible if row.kind == kind]
        return next(iter(same or (possible if kind == Appointment.Kind.SUBSTANTIVE else ())), None)

    def holder(self, post: Post) -> Appointment | None:
        """Whoever is recorded as sitting in that office."""
        return next(filter(is_sitting, self.offices(post)), None)

    def offices(self, post: Post) -> list[Appointment]:
        """In the register and in this draft."""
        drafted = (row for row in self.writing.rows.new[Appointment] if row.post is post)
        return [*(row for row in self.register.appointments if row.post_id == post.pk), *drafted]

    def refuse_taken(self, card: Proposal, holder: Appointment) -> None:
        message = _(
            "%(post)s tercatat dipegang %(holder)s. Akhiri dahulu masa jabatan itu, atau kosongkan jabatan."
        )
        self.answers.refuse(f"{card.key}-post", message % {"post": holder.post, "holder": holder.person})


def is_sitting(appointment: Appointment) -> bool:
    return appointment.kind == Appointment.Kind.SUBSTANTIVE and appointment.end_latest is None


def precede(appointment: Appointment, holder: Appointment, day: date) -> bool:
    """Whoever was seen before the present holder had left by the time that holder was first seen."""
    first = holder.start_latest
    if first is None or first <= day:
        return False
    seen = Period.seen(UncertainDate.day(day))
    appointment.span = Period(seen.start_earliest, seen.start_latest, day, first)
    return True


def sort_name(name: str) -> str:
    """ "Hartono, Eddy": by the last word, as press registers do; a single name stays."""
    first, _blank, last = name.rpartition(" ")
    return f"{last}, {first}"[:150] if first else name


def is_rank(honorific: Honorific) -> bool:
    return honorific.kind == Honorific.Kind.RANK
