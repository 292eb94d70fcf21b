"""People of a release and those of the register, told apart by name, office, body and day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from articles.intake.proposals import Candidate, Match
from articles.intake.reader.findings import Person as Found
from articles.intake.resolving.index import Index
from articles.intake.resolving.likeness import Bearer, Likeness, bearers
from articles.intake.resolving.names import MAIN, Name
from articles.intake.resolving.offices import held_by, names_office, of_people_and_bodies
from articles.intake.resolving.words import words_of
from entities.models import Appointment
from pressroom.core.dates.days import interface_language, write_day

# What is read of an appointment.
COLUMNS = (
    *("person_id", "kind", "start_earliest", "start_latest", "end_earliest", "end_latest"),
    *("post__title", "post__organization__name", "post__organization__short"),
)


@dataclass(frozen=True, slots=True)
class Sought:
    """A person found, the bodies that may be meant with them, and who may be meant by the name."""

    found: Found
    bodies: frozenset[int]
    borne: list[Bearer]


@dataclass
class Register:
    """What the register knows of everybody in question, read at once."""

    index: Index
    appointments: dict[int, list[Appointment]]
    day: date | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate with what speaks for it: the same office (and held on the day), the same body."""

    bearer: Bearer
    name: str
    office: Appointment | None
    on_the_day: bool
    body: Appointment | None

    @property
    def order(self) -> tuple[int, ...]:
        likeness = -self.bearer.likeness
        return (likeness, self.office is None, not self.on_the_day, self.body is None, self.bearer.pk)


def seek(index: Index, found: Sequence[Found], organizations: dict[str, frozenset[int]]) -> list[Sought]:
    """Who may be meant, by name alone. `organizations` are the rows that each body's name may mean."""
    return [
        Sought(
            person,
            organizations.get(person.organization, frozenset()),
            bearers(index, "person", dict.fromkeys((person.name, person.full))),
        )
        for person in found
    ]


def read_register(index: Index, sought: Sequence[Sought], day: date | None) -> Register:
    """One query: the offices of everybody who may be meant, and all offices of the bodies in question."""
    keys = {bearer.pk for one in sought for bearer in one.borne}
    bodies = {pk for one in sought for pk in one.bodies if one.found.role}
    if not keys and not bodies:
        return Register(index, {}, day)
    asked = of_people_and_bodies(keys, bodies)
    held = Appointment.objects.filter(asked).select_related("post__organization").only(*COLUMNS)
    return Register(index, held_by(held.order_by("pk")), day)


def match_people(sought: Sequence[Sought], register: Register) -> tuple[Match, ...]:
    return tuple(match(one, register) for one in sought)


def match(sought: Sought, register: Register) -> Match:
    borne = [*sought.borne, *colleagues(sought, register)]
    judged = [judge(sought, bearer, register) for bearer in borne]
    judged.sort(key=lambda one: one.order)
    namesakes = [one for one in judged if one.bearer.likeness >= Likeness.ALIAS]
    candidates = [candidate(one, len(namesakes), register.day) for one in judged]
    return Match(tuple(candidates))


def colleagues(sought: Sought, register: Register) -> list[Bearer]:
    """Who holds the office in question and shares a part of the name: "Hartono" may be Eddy Hartono."""
    known = {bearer.pk for bearer in sought.borne}
    words = set(words_of(sought.found.name))
    return [
        Bearer(pk, Name("person", pk, name, MAIN, 0), Likeness.OFFICE)
        for pk, held in register.appointments.items()
        if pk not in known
        and (name := register.index.name_of("person", pk))
        and words & set(words_of(name))
        and any(names_office(sought.found.role, one.post, sought.bodies) for one in held)
        and register.index.survivor("person", pk) == pk
    ]


def judge(sought: Sought, bearer: Bearer, register: Register) -> Judged:
    held = register.appointments.get(bearer.pk, [])
    offices = [one for one in held if names_office(sought.found.role, one.post, sought.bodies)]
    office = next((one for one in offices if held_on(one, register.day)), offices[0] if offices else None)
    body = next((one for one in held if one.post.organization_id in sought.bodies), None)
    on_the_day = office is not None and held_on(office, register.day)
    name = register.index.name_of("person", bearer.pk) or bearer.name.text
    return Judged(bearer, name, office, on_the_day or sought.found.former, body)


def held_on(appointment: Appointment, day: date | None) -> bool:
    return day is None or appointment.span.possible_on(day)


def candidate(judged: Judged, namesakes: int, day: date | None) -> Candidate:
    is_namesake = judged.bearer.likeness >= Likeness.ALIAS
    pk = str(judged.bearer.pk)
    if is_namesake and namesakes > 1:
        reason = _("Ada %(count)d tokoh dengan nama ini.") % {"count": namesakes}
        return Candidate(pk, label(judged), "probable", f"{reason} {why(judged, day)}")
    certain = is_namesake and (judged.on_the_day if judged.office else judged.body is not None)
    verdict = "existing" if certain else "probable"
    return Candidate(pk, label(judged), verdict, why(judged, day))  # type: ignore[arg-type]


def label(judged: Judged) -> str:
    """The name, with an office that tells the bearer from others of the name."""
    known = judged.office or judged.body
    return f"{judged.name} ({known.title()})" if known else judged.name


def why(judged: Judged, day: date | None) -> str:
    name = of_the_name(judged)
    if judged.office and judged.on_the_day:
        return _("%(name)s Jabatannya sama: %(office)s.") % {"name": name, "office": judged.office.title()}
    if judged.office and day:
        values = {"name": name, "office": judged.office.title(), "day": write_day(day, interface_language())}
        return _("%(name)s Menurut register, jabatan %(office)s tidak dipegangnya pada %(day)s.") % values
    if judged.body:
        values = {"name": name, "body": judged.body.post.organization.name}
        return _("%(name)s Lembaganya sama: %(body)s.") % values
    return _("%(name)s Jabatannya tidak dapat dipastikan dari register.") % {"name": name}


def of_the_name(judged: Judged) -> str:
    registered = {"name": judged.bearer.name.text}
    if judged.bearer.likeness == Likeness.EXACT:
        return _("Namanya sama.")
    if judged.bearer.likeness == Likeness.ALIAS:
        return _("Nama lain yang tercatat: %(name)s.") % registered
    if judged.bearer.likeness == Likeness.VARIANT:
        return _("Ejaannya mirip: %(name)s.") % registered
    return _("Sebagian namanya sama: %(name)s.") % registered
