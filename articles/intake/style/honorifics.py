"""Ranks, degrees and titles are written as the register writes them: "Komjen Pol" as "Komjen. Pol."."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.intake.proposals import Concern
from articles.intake.resolving.titles import key_of, letters_of, titles_of
from articles.intake.style.context import Context
from entities.models import Honorific

RETIRED = "(Purn.)"

Forms = dict[str, list[str]]


def slips(context: Context) -> Iterator[Concern]:
    people = [person for person in context.reading.people if person.full != person.name]
    forms = registered_forms() if people else {}
    for person in people:
        for span in titles_of(context.flat, person, forms):
            printed = span.of(context.flat)
            if form := registered(printed, forms[key_of(printed)]):
                message = _("Gelar ini tercatat sebagai “%(registered)s”, bukan “%(printed)s”.")
                values = {"registered": form, "printed": printed}
                yield context.slip("title_form", span, message % values, form)


def registered_forms() -> Forms:
    """How each title is written, by its letters."""
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for abbr in dict.fromkeys([*Honorific.objects.values_list("abbr", flat=True), RETIRED]):
        forms[key_of(abbr)].append(abbr)
    return forms


def registered(printed: str, written: list[str]) -> str | None:
    """The one form that is meant where the text has another; capitals tell "Dr." and "dr." apart."""
    if printed in written or printed.removesuffix(".") in written:  # where it ends the sentence
        return None
    same_case = [form for form in written if letters_of(form) == letters_of(printed)]
    meant = same_case or written
    return meant[0] if len(meant) == 1 else None
