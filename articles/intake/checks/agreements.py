"""The year, the title and the ratifying instrument of an agreement."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from agreements.kinds import ActionKind
from agreements.models import Agreement, AgreementAction
from articles.intake.proposals import Concern
from articles.intake.reader import Span
from articles.intake.reader.findings import Agreement as Found
from articles.intake.resolving.agreements import FRAME, subject_words, years_of
from articles.intake.resolving.regulations import KINDS
from articles.intake.resolving.words import WORD

from .context import Context

# What happened in the year that the text gives; of a renewal or a plan we hold no such year.
DATED_AS_SIGNED = ("", "signed", "ratified")
# The year stands within so many characters of the agreement's name.
YEAR_WITHIN = 200


def years(context: Context) -> Iterator[Concern]:
    for found, row in context.agreements:
        signed = steps(row, ActionKind.SIGNATURE)
        held = years_of(signed)
        if held and found.year and found.year not in held and found.action in DATED_AS_SIGNED:
            span = place_of(context.flat, str(found.year), found.mentions[0])
            message = _("Teks menyebut tahun %(year)d; register mencatat penandatanganan %(held)s.")
            when = signed[0].when_text()
            values = {"year": found.year, "held": when}
            yield context.concern("agreement_year", span, message % values, when, signed[0])


def titles(context: Context) -> Iterator[Concern]:
    """A title is what is printed as one; an agreement described in passing has none."""
    for found, row in context.agreements:
        said = subject_words(found.text)
        known = [title for title in (row.title, row.title_en, row.title_original) if title]
        if said and is_title(found.text) and not any(said <= subject_words(title) for title in known):
            message = _("Register mencatat perjanjian ini dengan judul lain: %(title)s.")
            yield context.concern(
                "agreement_title", found.mentions[0], message % {"title": row.title}, row.title, row
            )


def ratification(context: Context) -> Iterator[Concern]:
    for found, row in context.agreements:
        approved = [step for step in steps(row, ActionKind.DOMESTIC_APPROVAL) if step.instrument]
        if found.regulation and approved and not any(is_by(found, step) for step in approved):
            held = str(approved[0].instrument)
            message = _("Register mencatat pengesahan dengan %(held)s, bukan %(said)s.")
            values = {"held": held, "said": found.ratified_by or found.regulation.kind}
            span = (found.regulation.mentions or found.mentions)[0]
            yield context.concern("ratified_by", span, message % values, held, approved[0])


def steps(row: Agreement, kind: str) -> list[AgreementAction]:
    return [step for step in row.actions.all() if step.kind == kind]


def is_by(found: Found, step: AgreementAction) -> bool:
    """Whether that step rests on the regulation that the text names, as far as the text names it."""
    said, held = found.regulation, step.instrument
    if said is None or held is None:
        return False
    numbers = said.number is None or (said.number.casefold(), said.year) == (
        held.number.casefold(),
        held.year,
    )
    return held.kind_id in KINDS.get(said.kind, ()) and numbers


def is_title(text: str) -> bool:
    """Whether every word that tells what it is about begins with a capital."""
    telling = [word[0] for word in WORD.finditer(text) if word[0].lower() not in FRAME and word[0].isalpha()]
    return all(word[0].isupper() for word in telling)


def place_of(flat: str, words: str, after: Span) -> Span:
    """Where these words stand next, or else the place itself."""
    start = flat.find(words, after.start, after.end + YEAR_WITHIN)
    return Span(start, start + len(words)) if start >= 0 else after
