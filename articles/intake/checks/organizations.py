"""A body under a name that it no longer bears."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.intake.proposals import Concern
from articles.intake.resolving.words import words_of
from entities.models import Organization
from entities.models.names import AlternativeName

from .context import Context


def renamed(context: Context) -> Iterator[Concern]:
    for body, row in context.organizations:
        former = former_names(row)
        for span in body.mentions:
            if tuple(words_of(context.flat[span.start : span.end])) in former:
                message = _("“%(former)s” kini bernama %(name)s.")
                values = {"former": span.of(context.flat), "name": row.name}
                yield context.concern("renamed", span, message % values, row.name, row, fix=row.name)


def former_names(row: Organization) -> set[tuple[str, ...]]:
    names = (name.name for name in row.names.all() if name.kind == AlternativeName.Kind.FORMER)
    return {tuple(words_of(name)) for name in names} - {tuple(words_of(row.name))}
