"""A known name that is spelt otherwise than in the register."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.intake.proposals import Concern
from articles.intake.reader import Span
from articles.intake.reader.findings import Person as Found
from articles.intake.resolving.offices import names_office
from articles.intake.resolving.spelling import close
from articles.intake.resolving.words import WORD, words_of
from entities.models import Person

from .context import Context, likely


def people(context: Context) -> Iterator[Concern]:
    """Only where more than the name speaks for the person: others may well be called almost the same."""
    pairs = likely(context.reading.people, context.resolution.people)
    certain = {int(match.certain.pk) for _person, match in context.people() if match.certain}
    for person, pk in pairs:
        row = context.persons.get(pk)
        if row and (pk in certain or shares_office(context, person, row)):
            known = {tuple(words_of(name)) for name in (row.name, *(other.name for other in row.names.all()))}
            for mention in person.mentions:
                yield from misspelt(context, mention, row, known)


def shares_office(context: Context, person: Found, row: Person) -> bool:
    bodies = context.bodies_of(person)
    held = [one for one in context.appointments if one.person_id == row.pk]
    return any(
        one.post.organization_id in bodies or names_office(person.role, one.post, bodies) for one in held
    )


def organizations(context: Context) -> Iterator[Concern]:
    for body, row in context.organizations:
        others = (row.name_en, row.short, *(other.name for other in row.names.all()))
        known = {tuple(words_of(name)) for name in (row.name, *others)}
        for mention in body.mentions:
            yield from misspelt(context, mention, row, known)


def misspelt(context: Context, mention: Span, row: object, known: set[tuple[str, ...]]) -> Iterator[Concern]:
    """The words of a mention that are almost the name; titles around it are not looked at."""
    name = getattr(row, "name", "")
    words = list(WORD.finditer(context.flat, mention.start, mention.end))
    wanted = words_of(name)
    for first in range(len(words) - len(wanted) + 1):
        part = words[first : first + len(wanted)]
        printed = [word[0].lower() for word in part]
        if tuple(printed) not in known and close(printed, wanted):
            span = Span(part[0].start(), part[-1].end())
            message = _("Register menulis nama ini “%(name)s”, bukan “%(printed)s”.")
            values = {"name": name, "printed": span.of(context.flat)}
            yield context.concern("misspelt", span, message % values, name, row, fix=name)
