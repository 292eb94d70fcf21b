"""What the registers must know before a release is published."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.checklist.findings import Context, Found, Level
from articles.documents import day_of, speaking_and_mentioned
from articles.reveal import unsourced
from pressroom.core.dates.days import interface_language, write_day


def sources(context: Context) -> Iterator[Found]:
    for fact in unsourced(context.article, context.at):
        yield Level.BLOCKS, _("Fakta ini belum mempunyai sumber: %s") % fact, "citations-group"


def roles(context: Context) -> Iterator[Found]:
    """Speakers and people mentioned of whom the release could print no role: no post, or not on that day."""
    day = day_of(context.article, context.at)
    people = speaking_and_mentioned(context.article).values()
    in_post = {quote.speaker_id for quote in context.quotes if quote.appointment_id}
    for person in sorted(people, key=lambda person: (person.sort_name, person.pk)):
        held = (appointment.span.certain_on(day) for appointment in person.appointments.all())
        if person.pk not in in_post and not any(held):
            names = {"person": person, "day": write_day(day, interface_language())}
            sentence = _("Jabatan %(person)s pada %(day)s tidak diketahui.") % names
            yield Level.WARNS, sentence, role_field(context, person.pk)


def role_field(context: Context, person: int) -> str:
    """Where the role is given: with the first quote of a speaker, else the register entry is at fault."""
    spoken = (number for number, quote in enumerate(context.quotes) if quote.speaker_id == person)
    number = next(spoken, None)
    return "id_people" if number is None else f"id_quotes-{number}-appointment"
