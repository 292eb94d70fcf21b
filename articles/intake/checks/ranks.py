"""A rank that is not the one that the register holds."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.intake.proposals import Concern
from articles.intake.reader import Span
from articles.intake.reader.findings import Person as Found
from articles.intake.resolving.titles import key_of, titles_of
from entities.models import Honorific, PersonHonorific

from .context import Context, likely

RETIRED = "purn"


def changed(context: Context) -> Iterator[Concern]:
    """Somebody whose rank is not printed, or not recorded, raises nothing."""
    for person, pk in likely(context.reading.people, context.resolution.people):
        held = ranks_of(context, pk)
        printed = ranks_printed(context, person) if held else []
        if printed and not fits(context.flat, printed, held):
            yield concern(context, printed, held[0])


def ranks_of(context: Context, pk: int) -> list[PersonHonorific]:
    """The ranks that this person may hold on the day."""
    row = context.persons.get(pk)
    held = row.honorifics.all() if row else ()
    ranks = [one for one in held if one.honorific.kind == Honorific.Kind.RANK]
    return [one for one in ranks if context.day is None or one.span.possible_on(context.day)]


def ranks_printed(context: Context, person: Found) -> list[Span]:
    """The rank before the name, and behind it that its holder is retired."""
    known = Honorific.objects.filter(kind=Honorific.Kind.RANK).values_list("abbr", flat=True)
    ranks = {key_of(abbr) for abbr in known}
    found = list(titles_of(context.flat, person, ranks | {RETIRED}))
    return found if any(key_of(span.of(context.flat)) in ranks for span in found) else []


def fits(flat: str, printed: list[Span], held: list[PersonHonorific]) -> bool:
    keys = {key_of(span.of(flat)) for span in printed}
    retired = RETIRED in keys
    return any(key_of(one.honorific.abbr) in keys and one.retired == retired for one in held)


def concern(context: Context, printed: list[Span], held: PersonHonorific) -> Concern:
    span = Span(printed[0].start, printed[-1].end)
    message = _("Teks menulis pangkat “%(printed)s”; register mencatat “%(held)s”.")
    values = {"printed": span.of(context.flat), "held": held.text()}
    return context.concern("rank_changed", span, message % values, held.text(), held)
